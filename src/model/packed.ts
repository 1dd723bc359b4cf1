import { phrases } from './phrases';

/** Words under their keys, to any depth. */
export type Words = string | readonly Words[] | { readonly [key: string]: Words };

/**
 * Where words go: 0 a word, 1 a label, 2 a label and its note, or keys (or places of a list) with more of the same.
 * Labels and notes are nearly all there is: hence numbers of their own.
 */
export type Shape = 0 | 1 | 2 | readonly Shape[] | { readonly [key: string]: Shape };

/** Trees of words of one shape, short: what recurs is said once. The build makes it, Code.js unpacks it. */
export interface Packed {
  /** The shape as JSON, then the words of all trees, one tree after the other; `@7` is word 7 again, counted from 0. */
  readonly words: string;
  /** What the characters from `firstCode` on stand for, in `words` and in each other. */
  readonly phrases: string;
}

/** Between words and between phrases. */
const between = '~';

/** Ā, from which on no text here has a character below Chinese. */
const firstCode = 0x100;
const codes = /[\u0100-\u02ff]/g;
const mostPhrases = 0x200;

const again = /^@(\d+)$/;

/** Packs trees of words, such as the same words in each language; throws if they differ in shape or hold anything else. */
export function packed(trees: readonly object[]): Packed {
  const [shape = '0', ...others] = trees.map((tree) => JSON.stringify(shapeOf(tree)));
  if (others.some((other) => other !== shape)) throw new Error('words of different shapes cannot be packed');
  const all = trees.flatMap(wordsOf);
  for (const word of all) {
    if (word.includes(between) || again.test(word) || word.search(codes) >= 0)
      throw new Error(`cannot be packed: ${word}`);
  }
  const first = new Map<string, number>();
  const words = all.map((word, index) => {
    const before = first.get(word);
    if (before === undefined) first.set(word, index);
    return before === undefined || word.length < 4 ? word : `@${before}`;
  });
  return coded([shape, ...words], [shape, ...first.keys()]);
}

/** Words with codes for what recurs in `texts`, and again for what then recurs in those and in the phrases. */
function coded(words: readonly string[], texts: readonly string[]): Packed {
  let [short, rest, table] = [words.join(between), texts, ''];
  let count = 0;
  for (;;) {
    const found = phrases([...rest, ...table.split(between)], mostPhrases - count);
    if (found.length === 0) return { words: short, phrases: table };
    const code = (text: string): string =>
      found.reduce(
        (left, phrase, index) => left.split(phrase).join(String.fromCharCode(firstCode + count + index)),
        text,
      );
    [short, rest, table] = [code(short), rest.map(code), [...(table ? [code(table)] : []), ...found].join(between)];
    count += found.length;
  }
}

/** The first `count` trees that were packed. */
export function unpacked({ words, phrases }: Packed, count: number): readonly Words[] {
  const meant = phrases.split(between);
  const whole = (text: string): string =>
    text.replace(codes, (code) => whole(meant[code.charCodeAt(0) - firstCode] ?? ''));
  const [layout = '', ...short] = whole(words).split(between);
  const shape: Shape = JSON.parse(layout);
  const all: string[] = [];
  for (const word of short) all.push(all[Number(again.exec(word)?.[1])] ?? word);
  let at = 0;
  const next = (): string => all[at++] ?? '';
  const filled = (inner: Shape): Words => {
    if (inner === 0) return next();
    if (inner === 1) return { label: next() };
    if (inner === 2) return { label: next(), note: next() };
    if (Array.isArray(inner)) return inner.map(filled);
    return Object.fromEntries(Object.entries(inner).map(([key, deeper]) => [key, filled(deeper)]));
  };
  return Array.from({ length: count }, () => filled(shape));
}

function wordsOf(tree: unknown): readonly string[] {
  if (typeof tree === 'string') return [tree];
  if (typeof tree === 'object' && tree !== null) return Object.values(tree).flatMap(wordsOf);
  throw new Error(`cannot be packed: ${String(tree)}`);
}

function shapeOf(tree: unknown): Shape {
  if (typeof tree !== 'object' || tree === null) return 0;
  if (Array.isArray(tree)) return tree.map(shapeOf);
  const keys = Object.keys(tree).join();
  if (keys === 'label') return 1;
  if (keys === 'label,note') return 2;
  return Object.fromEntries(Object.entries(tree).map(([key, inner]) => [key, shapeOf(inner)]));
}
