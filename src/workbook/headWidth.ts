/** Pixels of a character of a head, which is bold and 10 pt: of Latin letters the wider ones of usual fonts; of Han ones. */
const latin = 8;
const han = 14;

/** Thousandths of a font's size that characters take in the sheets' own font, Arial, in bold; all others take the last. */
const bold: readonly (readonly [characters: string, width: number])[] = [
  [' ijlI,.|!:;/’', 278],
  ['tf()-²', 333],
  ['r', 389],
  ['bdghnopquFLTZ', 611],
  ['EPSVXY', 667],
  ['ABCDHKNRU&', 722],
  ['wGOQ', 778],
  ['Mm%', 889],
  ['W', 944],
];
const usual = 556;
/** Pixels of 10 pt. */
const size = 40 / 3;

const inArial = (character: string): number =>
  ((bold.find(([characters]) => characters.includes(character))?.[1] ?? usual) * size) / 1000;

/** What stays free beside a word, and what the filter's button covers. */
const padding = 8;
const button = 20;

/** Lines that a head is high. */
const mostLines = 3;

/** Words as they may be parted: Han characters anywhere, others where they have spaces. */
const wordsIn = (label: string): readonly string[] =>
  label.match(/[\u2e80-\u9fff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef]+/g) ?? [];

const isHan = (word: string): boolean => /^[\u2e80-\u9fff\uff00-\uffef]$/.test(word);

/** Pixels of a word at most, whatever the font. */
const pixels = (word: string): number => (isHan(word) ? han : word.length * latin);

/** Pixels of a word in the sheets' own font. */
const usually = (word: string): number =>
  isHan(word) ? han : [...word].reduce((sum, character) => sum + inArial(character), 0);

/** The lines that words take in so many pixels, each put where it fits: how wide each is. */
function linesIn(label: string, width: number): readonly number[] {
  const lines: number[] = [];
  for (const word of wordsIn(label)) {
    const used = lines[lines.length - 1];
    const gap = used === undefined || isHan(word) ? 0 : inArial(' ');
    if (used === undefined || used + gap + usually(word) > width) lines.push(usually(word));
    else lines[lines.length - 1] = used + gap + usually(word);
  }
  return lines;
}

/** So many pixels a column is made wider at most for its head to be clear of the button. */
const mostWider = 80;

/** Pixels of a head, centred in its column, that come under the filter's button and opposite of it; or beyond the column where there is none. */
export function covered(label: string, width: number, isFiltered: boolean): number {
  const free = width - (isFiltered ? 2 * button : padding);
  // Programs leave more or less beside a text, and part its words accordingly.
  const lines = [padding, padding / 2].flatMap((beside) => linesIn(label, width - beside));
  return Math.max(0, Math.max(0, ...lines) - free);
}

/**
 * Pixels that a column needs so that no word of its head is broken or cut and the head is no more than three lines, and
 * that its lines, centred, come as little as may be under the filter's button: at least `least`.
 */
export function headWidth(label: string, least: number, isFiltered: boolean): number {
  const longest = Math.max(0, ...wordsIn(label).map(pixels));
  let first = Math.max(least, Math.ceil(longest + (isFiltered ? 2 * button : padding)));
  while (linesIn(label, first - padding).length > mostLines) first += 4;
  const by = (width: number): number => covered(label, width, isFiltered);
  let best = first;
  for (let width = first; width <= first + mostWider && by(best) > 0; width += 4)
    if (by(width) < by(best)) best = width;
  return best;
}

/** Columns of one width beside each other are made so much wider together at most. */
const mostTogether = 24;

/** The width, at least `least`, at which none of several heads comes under the filter's button; undefined if that is far wider. */
export function clearWidth(heads: readonly string[], least: number, isFiltered: boolean): number | undefined {
  for (let width = least; width <= least + mostTogether; width += 4)
    if (heads.every((head) => covered(head, width, isFiltered) === 0)) return width;
  return undefined;
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
