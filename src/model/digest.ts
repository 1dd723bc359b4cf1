/** The first 32 bits of the fractional parts of the square or cube roots of the first primes, as FIPS 180-4 has them. */
function fractions(count: number, root: number): readonly number[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate += 1) {
    let isPrime = true;
    for (let factor = 2; factor * factor <= candidate; factor += 1) if (candidate % factor === 0) isPrime = false;
    if (isPrime) found.push((candidate ** (1 / root) % 1) * 2 ** 32);
  }
  return found.map((fraction) => fraction | 0);
}

let tables: { readonly start: readonly number[]; readonly rounds: readonly number[] } | undefined;

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** A text's UTF-16 units, high byte first, padded to whole blocks of sixteen words with its length in bits. */
function paddedWords(text: string): Int32Array {
  const bytes = text.length * 2;
  const words = new Int32Array((((bytes + 8) >> 6) + 1) * 16);
  for (let index = 0; index < text.length; index += 1)
    words[index >> 1] = (words[index >> 1] ?? 0) | (text.charCodeAt(index) << (index % 2 === 0 ? 16 : 0));
  words[bytes >> 2] = (words[bytes >> 2] ?? 0) | (0x80 << (24 - (bytes % 4) * 8));
  words[words.length - 2] = Math.floor(bytes / 2 ** 29);
  words[words.length - 1] = bytes << 3;
  return words;
}

/**
 * The SHA-256 of a text's UTF-16 units, high byte first, as hexadecimal digits: Apps Script's own is a call of a service,
 * and takes only bytes. Source: FIPS 180-4.
 */
export function digestOf(text: string): string {
  tables ??= { start: fractions(8, 2), rounds: fractions(64, 3) };
  const { rounds } = tables;
  const words = paddedWords(text);
  const state = [...tables.start];
  const schedule = new Int32Array(64);
  for (let block = 0; block < words.length; block += 16) {
    for (let index = 0; index < 64; index += 1) {
      if (index < 16) {
        schedule[index] = words[block + index] ?? 0;
        continue;
      }
      const [far, near] = [schedule[index - 15] ?? 0, schedule[index - 2] ?? 0];
      const small = turned(far, 7) ^ turned(far, 18) ^ (far >>> 3);
      const large = turned(near, 17) ^ turned(near, 19) ^ (near >>> 10);
      schedule[index] = (schedule[index - 16] ?? 0) + small + (schedule[index - 7] ?? 0) + large;
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
    for (let index = 0; index < 64; index += 1) {
      const chosen = (e & f) ^ (~e & g);
      const most = (a & b) ^ (a & c) ^ (b & c);
      const one =
        (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + chosen + (rounds[index] ?? 0) + (schedule[index] ?? 0)) |
        0;
      const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + most) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index] = ((state[index] ?? 0) + word) | 0;
  }
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}
