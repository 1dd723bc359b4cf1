/**
 * Each factor's part of the change of a product, adding up to it: its change averaged over every order in which the
 * factors could change (the Shapley value). That is its change × the mean of the others' product along the straight way
 * from before to after, a polynomial of a degree one less than there are factors, which is integrated term by term. What
 * doubles leave of the whole goes to the largest part. Both of one length.
 */
export function varianceParts(before: readonly number[], after: readonly number[]): number[] {
  const parts = before.map((from, own) => ((after[own] ?? from) - from) * meanOfOthers(before, after, own));
  let rest = product(after) - product(before);
  let largest = 0;
  for (const [index, part] of parts.entries()) {
    rest -= part;
    if (Math.abs(part) > Math.abs(parts[largest] ?? 0)) largest = index;
  }
  if (parts.length > 0) parts[largest] = (parts[largest] ?? 0) + rest;
  return parts;
}

function product(factors: readonly number[]): number {
  let all = 1;
  for (const factor of factors) all *= factor;
  return all;
}

function meanOfOthers(before: readonly number[], after: readonly number[], own: number): number {
  // Coefficients of the product of (from + t · change), from that of t⁰ on.
  let terms: number[] = [1];
  for (const [index, from] of before.entries()) {
    if (index === own) continue;
    const change = (after[index] ?? from) - from;
    const next = Array<number>(terms.length + 1).fill(0);
    for (const [power, term] of terms.entries()) {
      next[power] = (next[power] ?? 0) + term * from;
      next[power + 1] = (next[power + 1] ?? 0) + term * change;
    }
    terms = next;
  }
  let mean = 0;
  for (const [power, term] of terms.entries()) mean += term / (power + 1);
  return mean;
}
