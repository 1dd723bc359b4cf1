/** Longest phrase looked for, in characters: what recurs at greater length is found in pieces, and their sequence next. */
const longest = 12;

/** Bytes that a phrase must save to be worth the trouble. */
const least = 8;

/** Stands where a phrase was taken out: in no text. */
const hole = '\0';

/**
 * The phrases that make texts shortest if each is said once and, wherever it occurs, stood for by a character of two
 * bytes: at most `most`, taken one after the other, each the one that then saves the most bytes of UTF-8.
 */
export function phrases(texts: readonly string[], most: number): readonly string[] {
  let rest = texts.join(hole);
  let candidates = recurring(texts);
  const found: string[] = [];
  while (found.length < most) {
    let best = { phrase: '', saved: least };
    for (const candidate of candidates) {
      // With every phrase taken out the others can only save less: past this one none is better.
      if (candidate.saved <= best.saved) break;
      candidate.saved = saved(candidate.phrase, rest.split(candidate.phrase).length - 1);
      if (candidate.saved > best.saved) best = candidate;
    }
    if (best.phrase === '') break;
    found.push(best.phrase);
    rest = rest.split(best.phrase).join(hole);
    candidates = bySaving(candidates);
  }
  return found;
}

interface Candidate {
  readonly phrase: string;
  saved: number;
}

function recurring(texts: readonly string[]): readonly Candidate[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (let start = 0; start < text.length; start += 1) {
      for (let end = start + 2; end <= Math.min(start + longest, text.length); end += 1) {
        const phrase = text.slice(start, end);
        counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
      }
    }
  }
  return bySaving([...counts].map(([phrase, count]) => ({ phrase, saved: saved(phrase, count) })));
}

function bySaving(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.filter((candidate) => candidate.saved > least).sort((one, other) => other.saved - one.saved);
}

/** Bytes saved by two in place of a phrase at each of its places, less the phrase itself and what parts it from others. */
function saved(phrase: string, count: number): number {
  let bytes = 0;
  for (const character of phrase) bytes += character < '\u0080' ? 1 : character < '\u0800' ? 2 : 3;
  return count * (bytes - 2) - bytes - 1;
}
