/**
 * A figure of the bench, beside what it should not exceed: its target. A figure that only another one is held against
 * says so instead.
 */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: Unit;
  readonly most: number | 'comparison';
  /** What is to be known beside the figure, such as what the other way does not do. */
  readonly note?: string;
}

/** `times` is a multiple of another figure, `power` the exponent with which a figure grows with the stores. */
export type Unit = 'bytes' | 'ms' | 's' | 'calls' | 'saves' | 'times' | 'power';

/** Figures under one heading, measured when asked for. Each group makes what it needs, so that any runs alone. */
export interface Group {
  readonly title: string;
  /** How often all of it is measured, times being the median; 1 where the figures are medians already or no times. */
  readonly runs: 1 | 3;
  readonly figures: () => readonly Figure[] | Promise<readonly Figure[]>;
}

/** Milliseconds that work takes, once. */
export function duration(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Lets what was measured go: of the scripts' contexts Node lets none go before the next turn, and each holds a workbook. */
export const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/** The middle of an odd number of measurements: another program's turn on the processor does not show in it. */
export function median(measured: readonly number[]): number {
  const sorted = [...measured].sort((one, other) => one - other);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('nothing was measured');
  return middle;
}

/** What differs from run to run with whatever else the machine does; anything else is the same each time. */
const isTime = ({ unit }: Figure): boolean => unit === 'ms' || unit === 's' || unit === 'times' || unit === 'power';

/** One table of several runs: times are their medians. Throws if anything that is counted differs between runs. */
export function middled(runs: readonly (readonly Figure[])[]): readonly Figure[] {
  const [first = [], ...others] = runs;
  return first.map((figure, index) => {
    const values = [figure.value, ...others.map((run) => run[index]?.value ?? Number.NaN)];
    if (isTime(figure)) return { ...figure, value: median(values) };
    if (values.some((value) => value !== figure.value))
      throw new Error(`${figure.name} differs between runs: ${values.join(', ')} ${figure.unit}`);
    return figure;
  });
}

/** The groups whose titles hold what was asked for, in any case; all if nothing was. None for what no title holds. */
export function chosen(groups: readonly Group[], asked: readonly string[]): readonly Group[] {
  if (asked.length === 0) return groups;
  return groups.filter(({ title }) => asked.some((words) => title.toLowerCase().includes(words.toLowerCase())));
}
