import { foldedName } from '../../../src/model/key';

/** What a spreadsheet has made of an id that it took for a number: `1001.0`, `1,001`, `1` of `001`. */
const numeric = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.0+)?$/;
const whole = /^(\d+)\.0+$/;
const broken = /^\d+\.\d*[1-9]\d*$/;

/** Longer ones are no numbers to a spreadsheet any more. */
const longest = 15;

/** The digits of a numeric id without what a spreadsheet adds to them or leaves out; undefined of any other. */
function digitsOf(id: string): string | undefined {
  const folded = foldedName(id);
  if (!numeric.test(folded) || folded.length > longest + 6) return undefined;
  return folded
    .replace(/\.0+$/, '')
    .replace(/,/g, '')
    .replace(/^0+(?=\d)/, '');
}

/** An id of the file that is none of the plan's, and the plan's that is the same number. */
export interface SameNumber {
  readonly got: string;
  readonly held: string;
}

/** Ids of a column as they are told apart. */
export interface Ids {
  /** Each as it is without what a spreadsheet wrote behind it. */
  readonly idOf: (id: string) => string;
  /** Whether some had `.0` behind them. */
  readonly hadPoint: boolean;
  /** Those that are one of the plan's as numbers, and none as texts. */
  readonly same: readonly SameNumber[];
  /** Those that are several of the plan's as numbers: `01` beside `1` and `001`. */
  readonly several: ReadonlySet<string>;
}

/**
 * Ids without the `.0` of a spreadsheet, as long as none has other decimals, which would make it a number of its own; and
 * those that only a number has in common with the plan's.
 */
export function idsOf(texts: Iterable<string>, codes: ReadonlySet<string> | undefined): Ids {
  const all = new Set(texts);
  const isNumbered = [...all].some((text) => broken.test(foldedName(text)));
  let hadPoint = false;
  const idOf = (text: string): string => {
    if (isNumbered || codes?.has(foldedName(text))) return text;
    const [, digits] = whole.exec(foldedName(text)) ?? [];
    return digits ?? text;
  };
  const held = new Map<string, string[]>();
  for (const code of codes ?? []) {
    const digits = digitsOf(code);
    if (digits !== undefined) held.set(digits, [...(held.get(digits) ?? []), code]);
  }
  const same: SameNumber[] = [];
  const several = new Set<string>();
  for (const text of all) {
    const id = idOf(text);
    if (id !== text) hadPoint = true;
    if (held.size === 0 || codes?.has(foldedName(id))) continue;
    const found = held.get(digitsOf(id) ?? '') ?? [];
    const [only] = found;
    if (only === undefined) continue;
    if (found.length === 1) same.push({ got: id, held: only });
    else several.add(id);
  }
  // The plan's id that the file has as it is cannot be another of its rows, too.
  const own = new Set([...all].map((text) => foldedName(idOf(text))));
  return {
    idOf,
    hadPoint,
    same: same.filter((one) => !own.has(one.held)),
    several: new Set([...several, ...same.filter((one) => own.has(one.held)).map(({ got }) => got)]),
  };
}
