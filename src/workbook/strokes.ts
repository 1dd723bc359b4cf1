/** Neighbours from `start` on, 1-based, that are given one value. */
export interface Stroke<T> {
  readonly start: number;
  readonly length: number;
  readonly value: T;
}

/**
 * The fewest strokes, in their order, that leave each place with its value, later ones over earlier ones: of 88, 104, 88
 * the first covers all three and the second the middle. A place shares the stroke of a later one with its value, or has
 * one of its own, whichever takes fewer in all.
 */
export function strokes<T>(values: readonly T[]): readonly Stroke<T>[] {
  const runs: { value: T; start: number; end: number }[] = [];
  for (const [index, value] of values.entries()) {
    const last = runs[runs.length - 1];
    if (last && last.value === value) last.end = index + 1;
    else runs.push({ value, start: index + 1, end: index + 1 });
  }
  const known = new Map<string, readonly Stroke<T>[]>();
  const best = (from: number, to: number): readonly Stroke<T>[] => {
    const run = runs[from];
    if (from > to || !run) return [];
    const key = `${from}:${to}`;
    const before = known.get(key);
    if (before) return before;
    const own = { start: run.start, length: run.end - run.start + 1, value: run.value };
    let fewest: readonly Stroke<T>[] = [own, ...best(from + 1, to)];
    for (let later = from + 1; later <= to; later += 1) {
      if (runs[later]?.value !== run.value) continue;
      const [first, ...rest] = best(later, to);
      if (!first) continue;
      const shared = { ...first, start: run.start, length: first.start + first.length - run.start };
      const inner = best(from + 1, later - 1);
      if (1 + inner.length + rest.length < fewest.length) fewest = [shared, ...inner, ...rest];
    }
    known.set(key, fewest);
    return fewest;
  };
  return best(0, runs.length - 1);
}
