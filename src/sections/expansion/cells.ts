import { funnelExpected, funnelRequired } from '../../maths/funnel';
import { newStoreSales } from '../../maths/newStoreSales';
import { optional, perRow, rowOf, sequence } from '../../model/arguments';
import { cellFunction } from '../../model/cellFunction';
import { atLeast0, count, rate } from '../../model/reader';

const stageRates = sequence(rate, 'rates');

/** The cell functions of this part. */
export const expansionCells = [
  cellFunction({
    name: 'NEW_STORE_SALES',
    args: [
      perRow(atLeast0, 'monthly_baseline'),
      rowOf(atLeast0, 12, 'openings_by_month'),
      sequence(atLeast0, 'ramp'),
      optional.commonRow(atLeast0, 12, 'season_index'),
    ],
    compute: (baseline, openings, ramp, index) => newStoreSales(baseline, openings, ramp, index ?? []),
  }),
  cellFunction({
    name: 'FUNNEL_EXPECTED',
    args: [perRow(atLeast0, 'leads'), stageRates],
    compute: funnelExpected,
  }),
  cellFunction({
    name: 'FUNNEL_REQUIRED',
    args: [perRow(count, 'openings'), stageRates],
    compute: funnelRequired,
  }),
] as const;
