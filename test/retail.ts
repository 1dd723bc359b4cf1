import { frozen } from './frozen';

/** Retail sales of the United States by month, millions of dollars, as the Census Bureau published them. */
export const retail: Readonly<Record<number, readonly number[]>> = frozen({
  2011: [335608, 337352, 387092, 380754, 391970, 388636, 384600, 394548, 374895, 379364, 391081, 451669],
  2012: [355058, 372523, 414275, 393035, 418648, 400996, 396020, 417911, 385597, 399341, 410992, 461994],
  2013: [375537, 373938, 421638, 408381, 436985, 414701, 422357, 434950, 396199, 415740, 423611, 477205],
  2014: [383399, 380315, 432806, 431415, 458822, 433152, 443005, 450913, 420871, 437702, 437910, 501232],
  2015: [397252, 386935, 444110, 438217, 462615, 448229, 457710, 456340, 430917, 444959, 444507, 518253],
});

/** The three years that the worked season is of. */
export const threeYears: readonly (readonly number[])[] = [2013, 2014, 2015].map((year) => retail[year] ?? []);
