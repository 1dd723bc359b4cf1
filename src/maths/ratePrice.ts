/** Traffic, entry rate, conversion rate, attach rate, unit price: what a store's sales are the product of. */
export type Drivers = readonly number[];

/** Where a polynomial of degree 4 is to be taken, and with what weight, for its mean over 0 to 1 to be exact (Boole's rule). */
const nodes: readonly (readonly [at: number, weight: number])[] = [
  [0, 7 / 90],
  [0.25, 32 / 90],
  [0.5, 12 / 90],
  [0.75, 32 / 90],
  [1, 7 / 90],
];

/** Sales: the product of the drivers. */
export function ratePriceSales(drivers: Drivers): number {
  let sales = 1;
  for (const driver of drivers) sales *= driver;
  return sales;
}

/**
 * Each driver's part of the change in sales, adding up to it: its change averaged over every order in which the drivers
 * could change (the Shapley value). For a product of five that is its change × the mean of the others' product along the
 * straight way from now to target, a polynomial of degree 4.
 */
export function ratePriceEffects(now: Drivers, target: Drivers): number[] {
  return now.map((from, own) => {
    let others = 0;
    for (const [at, weight] of nodes) {
      let product = weight;
      for (let index = 0; index < now.length; index += 1) {
        const start = now[index] ?? 0;
        if (index !== own) product *= start + at * ((target[index] ?? start) - start);
      }
      others += product;
    }
    return ((target[own] ?? from) - from) * others;
  });
}
