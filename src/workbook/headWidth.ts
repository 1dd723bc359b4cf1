/** Pixels of a character of a head, which is bold and 10 pt: of Latin letters the wider ones of usual fonts; of Han ones. */
const latin = 8;
const han = 14;

/** What stays free beside a word, and what the filter's button covers. */
const padding = 8;
const button = 20;

/** Lines that a head is high. */
const mostLines = 3;

/** Words as they may be parted: Han characters anywhere, others where they have spaces. */
const wordsIn = (label: string): readonly string[] =>
  label.match(/[\u2e80-\u9fff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef]+/g) ?? [];

const pixels = (word: string): number => (/^[\u2e80-\u9fff\uff00-\uffef]$/.test(word) ? han : word.length * latin);

/** The lines that words take in so many pixels, each put where it fits: how wide each is. */
function linesIn(label: string, width: number): readonly number[] {
  const lines: number[] = [];
  for (const word of wordsIn(label)) {
    const used = lines[lines.length - 1];
    const gap = used === undefined || pixels(word) === han ? 0 : latin / 2;
    if (used === undefined || used + gap + pixels(word) > width) lines.push(pixels(word));
    else lines[lines.length - 1] = used + gap + pixels(word);
  }
  return lines;
}

/** Pixels of a head, centred in its column, that come under the filter's button, or beyond the column where there is none. */
export function covered(label: string, width: number, isFiltered: boolean): number {
  const free = width - (isFiltered ? 2 * button : padding);
  return Math.max(0, Math.max(0, ...linesIn(label, width - padding)) - free);
}

/**
 * Pixels that a column needs so that no word of its head is broken, cut or under the filter's button, and the head is no
 * more than three lines: at least `least`. A head in one line is always clear of it in the end.
 */
export function headWidth(label: string, least: number, isFiltered: boolean): number {
  const longest = Math.max(0, ...wordsIn(label).map(pixels));
  let width = Math.max(least, Math.ceil(longest + (isFiltered ? 2 * button : padding)));
  while (linesIn(label, width - padding).length > mostLines || covered(label, width, isFiltered) > 0) width += 4;
  return width;
}

/** A column's width in pixels; that of a hidden one is seen by nobody. */
interface Wide {
  readonly width: number;
  readonly hidden: boolean;
}

/** Columns of one width beside each other are set at once: so many times at most. */
const mostRuns = 13;

/** Widths with few changes from column to column: where there are too many, the narrower of two neighbours gives way. */
export function evened<Column extends Wide>(columns: readonly Column[]): readonly Column[] {
  let runs = columns.map((column) => ({ width: column.width, count: 1, seen: column.hidden ? 0 : 1 }));
  const joined = (at: number): void => {
    const [one, other] = [runs[at], runs[at + 1]];
    if (!one || !other) return;
    const width = one.seen === 0 ? other.width : other.seen === 0 ? one.width : Math.max(one.width, other.width);
    const both = { width, count: one.count + other.count, seen: one.seen + other.seen };
    runs = [...runs.slice(0, at), both, ...runs.slice(at + 2)];
  };
  /** Pixels that are given away when a run and the next become one. */
  const costAt = (at: number): number => {
    const [one, other] = [runs[at], runs[at + 1]];
    if (!one || !other) return Number.POSITIVE_INFINITY;
    return Math.abs(one.width - other.width) * (one.width < other.width ? one.seen : other.seen);
  };
  for (;;) {
    let best = 0;
    for (let at = 1; at < runs.length - 1; at += 1) if (costAt(at) < costAt(best)) best = at;
    if (runs.length < 2 || (costAt(best) > 0 && runs.length <= mostRuns)) break;
    joined(best);
  }
  const widths = runs.flatMap(({ width, count }) => Array<number>(count).fill(width));
  return columns.map((column, index) => ({ ...column, width: widths[index] ?? column.width }));
}
