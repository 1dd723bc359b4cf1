/** A text in which what recurs is said once. */
export interface Shortened {
  readonly text: string;
  /** What each code stands for, in the text and in other rules, in the order of the codes. */
  readonly rules: readonly string[];
}

/** A symbol is the place of a character among the text's characters or, from their number on, of a rule. */
type Symbols = readonly number[];
type Rules = ReadonlyMap<number, Symbols>;

/** Pairs looked for before the least useful ones are given up. */
const mostPairs = 3000;

/** How often a pair must occur to be looked at. */
const leastOften = 4;

/**
 * A text with `codes`, characters it must not have, in place of what recurs. The pair of neighbours that is found most
 * often becomes one symbol, over and over (Larsson and Moffat, Off-line dictionary-based compression, 2000); then those
 * that save no bytes of UTF-8, or the least where codes run out, are written out again.
 */
export function shortened(text: string, codes: string): Shortened {
  const characters = [...new Set(text)];
  const places = new Map(characters.map((character, place) => [character, place]));
  const sequence = Int32Array.from([...text], (character) => places.get(character) ?? 0);
  const found = paired(sequence, characters.length);
  const bytes = (symbol: number): number => utf8(characters[symbol] ?? codes.charAt(0));
  const { symbols, rules } = worthwhile(found, bytes, codes.length);
  const names = new Map([...rules.keys()].map((rule, index) => [rule, codes.charAt(index)]));
  const written = (list: Symbols): string =>
    list.map((symbol) => characters[symbol] ?? names.get(symbol) ?? '').join('');
  return { text: written(symbols), rules: [...rules.values()].map(written) };
}

interface Grammar {
  readonly symbols: Symbols;
  readonly rules: Rules;
}

/** Makes the most frequent pair of neighbours one symbol until none is frequent; `kinds` symbols are characters. */
function paired(sequence: Int32Array, kinds: number): Grammar {
  const room = kinds + mostPairs;
  const counts = new Int32Array(room * room);
  const rules = new Map<number, Symbols>();
  let length = sequence.length;
  const at = (index: number): number => sequence[index] ?? 0;
  while (rules.size < mostPairs) {
    let [most, pair] = [0, 0];
    for (let index = 0; index + 1 < length; index += 1) {
      const key = at(index) * room + at(index + 1);
      const count = (counts[key] ?? 0) + 1;
      counts[key] = count;
      if (count > most) [most, pair] = [count, key];
    }
    for (let index = 0; index + 1 < length; index += 1) counts[at(index) * room + at(index + 1)] = 0;
    if (most < leastOften) break;
    const [first, second] = [Math.floor(pair / room), pair % room];
    const symbol = kinds + rules.size;
    rules.set(symbol, [first, second]);
    let end = 0;
    for (let index = 0; index < length; index += 1) {
      const both = index + 1 < length && at(index) === first && at(index + 1) === second;
      sequence[end] = both ? symbol : at(index);
      if (both) index += 1;
      end += 1;
    }
    length = end;
  }
  return { symbols: [...sequence.subarray(0, length)], rules };
}

/** Writes out, few at a time since each changes what the others save, the rules that save nothing or are too many. */
function worthwhile({ symbols, rules }: Grammar, bytes: (symbol: number) => number, most: number): Grammar {
  const uses = new Map<number, number>();
  for (const list of [symbols, ...rules.values()])
    for (const symbol of list) uses.set(symbol, (uses.get(symbol) ?? 0) + 1);
  const savings = [...rules].map(([rule, list]) => {
    const length = list.reduce((sum, symbol) => sum + bytes(symbol), 0);
    // A rule is parted from the next one by a byte.
    return { rule, saved: (uses.get(rule) ?? 0) * (length - bytes(rule)) - length - 1 };
  });
  savings.sort((one, other) => one.saved - other.saved);
  const atOnce = Math.ceil(rules.size / 30);
  const tooMany = Math.min(atOnce, rules.size - most);
  const idle = savings.filter(({ saved }, index) => index < tooMany || (saved <= 0 && index < atOnce));
  if (idle.length === 0) return { symbols, rules };
  const gone = new Set(idle.map(({ rule }) => rule));
  const kept = (list: Symbols): Symbols =>
    list.flatMap((symbol) => (gone.has(symbol) ? kept(rules.get(symbol) ?? []) : [symbol]));
  const left = new Map([...rules].flatMap(([rule, list]) => (gone.has(rule) ? [] : [[rule, kept(list)] as const])));
  return worthwhile({ symbols: kept(symbols), rules: left }, bytes, most);
}

/** Bytes that a character takes. */
function utf8(character: string): number {
  return character < '\u0080' ? 1 : character < '\u0800' ? 2 : 3;
}
