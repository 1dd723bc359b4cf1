/** A number from a text: the same in every run, and no one's choice. */
export function hash(text: string): number {
  let number = 2166136261;
  for (const character of text) number = Math.imul(number ^ character.charCodeAt(0), 16777619) >>> 0;
  return number;
}

/** Whether a proof tries every place that it has, as `npm run prove` does; who wants pictures wants them all. */
const isWhole = process.env.ALL_POSITIONS !== undefined || process.env.PICTURES !== undefined;

/**
 * Places between the calls of some work at which a proof has something happen. `npm run prove` tries all of them, a run
 * of all tests one in `share`: which ones, the proof's name decides, so that proofs that are alike try different ones.
 */
export function places(count: number, name: string, share = 12): readonly number[] {
  const all = Array.from({ length: count }, (_, index) => index);
  return isWhole ? all : all.filter((place) => (place + hash(name)) % share === 0);
}

/** Ways in which a proof can be played that differ in words alone: `npm run prove` plays all, a run of all tests one. */
export function oneOf<T>(ways: readonly T[], name: string): readonly T[] {
  const at = hash(name) % ways.length;
  return isWhole ? ways : ways.slice(at, at + 1);
}
