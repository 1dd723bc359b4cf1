/** An exact number: whole numbers of any size, one over the other, which is above 0. */
export type Fraction = readonly [over: bigint, under: bigint];

export const zero: Fraction = [0n, 1n];

/** `over ÷ under`, whole numbers. */
export function fraction(over: number | bigint, under: number | bigint = 1): Fraction {
  return reduced(BigInt(over), BigInt(under));
}

export const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => reduced(a * d + c * b, b * d);
export const minus = (a: Fraction, [c, d]: Fraction): Fraction => plus(a, [-c, d]);
export const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => reduced(a * c, b * d);
export const over = ([a, b]: Fraction, [c, d]: Fraction): Fraction => reduced(a * d, b * c);
export const total = (values: readonly Fraction[]): Fraction => values.reduce(plus, zero);

/** The double nearest to it, but for a unit or two in the last place. */
export function asNumber([over, under]: Fraction): number {
  const whole = over / under;
  const scale = 10n ** 18n;
  return Number(whole) + Number(((over - whole * under) * scale) / under) / 1e18;
}

function reduced(over: bigint, under: bigint): Fraction {
  let [a, b] = [over < 0n ? -over : over, under < 0n ? -under : under];
  while (b !== 0n) [a, b] = [b, a % b];
  const sign = under < 0n ? -1n : 1n;
  return [(sign * over) / a, (sign * under) / a];
}
