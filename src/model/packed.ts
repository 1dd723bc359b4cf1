import { shortened } from './recurring';

/** Plain data in little room: what recurs is said once. The build packs, Code.js unpacks. */
export interface Packed {
  /** JSON with codes in place of what recurs. */
  readonly text: string;
  /** What the codes stand for, in the text and in each other. */
  readonly rules: string;
}

/** Between rules. */
const between = '~';

/** Letters of two bytes that none of our words has, and that leave their neighbours alone: Latin from Ā on, Cyrillic, Armenian. */
const code = /[\u0100-\u02ff\u0400-\u058f]/g;
const codes = Array.from({ length: 912 }, (_, index) => String.fromCharCode(index + (index < 512 ? 0x100 : 0x200)));
const placeOf = (letter: string): number => letter.charCodeAt(0) - (letter < '\u0300' ? 0x100 : 0x200);

/** The key under which a function of a field's cell has its answers, one a cell. */
const answers = '@';

/**
 * Packs data that is JSON but for functions of a field's cell (formula, total), which are replaced by their answers.
 * Throws if it holds other functions or what packing keeps for itself.
 */
export function packed(data: object): Packed {
  const json = JSON.stringify(data, function (this: object, key, value: unknown) {
    if (typeof value === 'function') return { [answers]: answersOf(this, key, (cell) => value(cell)) };
    if (typeof value === 'object' && value !== null && answers in value)
      throw new Error(`cannot be packed: the key ${answers}`);
    return value;
  });
  if (json.includes(between) || json.search(code) >= 0) throw new Error('cannot be packed: a letter is taken');
  const { text, rules } = shortened(json, codes.join(''));
  return { text, rules: rules.join(between) };
}

function answersOf(field: object, key: string, answer: (cell: number) => unknown): readonly unknown[] {
  if (key !== 'formula' && key !== 'total') throw new Error(`cannot be packed: the function ${key}`);
  const cells = 'cells' in field && typeof field.cells === 'number' ? field.cells : 1;
  return Array.from({ length: cells }, (_, index) => answer(index + 1));
}

/** The data that was packed. */
export function unpacked({ text, rules }: Packed): unknown {
  const meant = rules.split(between);
  // A rule's own codes are written out once, not at each of its places.
  const known = new Map<string, string>();
  const meaning = (letter: string): string => {
    const long = known.get(letter) ?? whole(meant[placeOf(letter)] ?? '');
    known.set(letter, long);
    return long;
  };
  const whole = (short: string): string => short.replace(code, meaning);
  return JSON.parse(whole(text), (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || !(answers in value)) return value;
    const { [answers]: list } = value;
    return Array.isArray(list) ? (cell: number): unknown => list[cell - 1] : value;
  });
}
