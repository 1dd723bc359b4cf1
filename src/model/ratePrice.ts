/** Traffic, the three rates and the price, in the order of their product. */
export const drivers = ['traffic', 'entry', 'conversion', 'attach', 'price'] as const;
export type Driver = (typeof drivers)[number];

/** A factor before and after, as references. */
export type FactorChange = readonly [before: string, after: string];

/**
 * Of five factors one's part of the change of their product, its change averaged over every order of them (Shapley). For a
 * product that is Δᵢ · ∫₀¹ Π_{j≠i}(beforeⱼ + t Δⱼ) dt, which Boole's rule gives exactly: t = 0, ¼, ½, ¾, 1, weights 7, 32,
 * 12, 32, 7 over 90.
 */
export function factorEffect(changes: readonly FactorChange[], place: number): string {
  const [before, after] = changes[place] ?? ['0', '0'];
  const others = changes.filter((_, index) => index !== place);
  const at = (share: string): string => others.map(([from, to]) => `(${from}+${share}*(${to}-${from}))`).join('*');
  const sum = `7*${at('0')}+32*${at('1/4')}+12*${at('1/2')}+32*${at('3/4')}+7*${at('1')}`;
  return `(${after}-${before})*(${sum})/90`;
}
