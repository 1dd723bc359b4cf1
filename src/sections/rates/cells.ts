import { ratePriceEffects, ratePriceSales } from '../../maths/ratePrice';
import { perRow, rowEach } from '../../model/arguments';
import { cellFunction } from '../../model/cellFunction';
import { atLeast0, share } from '../../model/reader';

/** Traffic, entry rate, conversion rate, attach rate, unit price. */
const drivers = [atLeast0, share, share, atLeast0, atLeast0];

/** The cell functions of this part. */
export const ratesCells = [
  cellFunction({
    name: 'RATE_PRICE_SALES',
    args: [
      perRow(atLeast0, 'traffic'),
      perRow(share, 'entry_rate'),
      perRow(share, 'conversion_rate'),
      perRow(atLeast0, 'attach_rate'),
      perRow(atLeast0, 'unit_price'),
    ],
    compute: (...values) => ratePriceSales(values),
  }),
  cellFunction({
    name: 'RATE_PRICE_EFFECTS',
    args: [rowEach(drivers, 'now'), rowEach(drivers, 'target')],
    compute: ratePriceEffects,
  }),
] as const;
