/** A number, or null where there is none: a blank is never read as 0. */
export type Figure = number | null;

/** The sum of the figures that are there; null if none is. */
export function sum(figures: readonly Figure[]): Figure {
  let total: Figure = null;
  for (const figure of figures) {
    if (figure !== null) total = (total ?? 0) + figure;
  }
  return total;
}

/** The product; null if a factor is missing. */
export function product(...factors: readonly Figure[]): Figure {
  let result = 1;
  for (const factor of factors) {
    if (factor === null) return null;
    result *= factor;
  }
  return result;
}

/** `part ÷ whole`; null if either is missing or the whole is 0. */
export function ratio(part: Figure, whole: Figure): Figure {
  if (part === null || whole === null || whole === 0) return null;
  return part / whole;
}

/** `now ÷ before − 1`, a fraction; null if either is missing or the former is 0. */
export function change(now: Figure, before: Figure): Figure {
  const quotient = ratio(now, before);
  return quotient === null ? null : quotient - 1;
}
