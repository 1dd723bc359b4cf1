import { ratio } from '../../maths/figure';
import type { BaselineRow, TypedBaseline } from '../../maths/region';
import { rounded } from '../../maths/round';
import {
  type Around,
  type FieldIds,
  type Figures,
  type Given,
  type Gives,
  type LivePart,
  number,
  type Row,
  typedNumber,
} from '../../model/live';
import type { en } from './text';

type Baseline = FieldIds<(typeof en)['tabs']['baseline']>;
type Outcome = FieldIds<(typeof en)['tabs']['summary']>;

function baselineFigures({ id }: Row<Baseline>, { region }: Around): Figures<Baseline> {
  const row: BaselineRow | undefined =
    id === 'franchised' || id === 'selfOperated' || id === 'all' ? region?.rows[id] : undefined;
  const difference =
    !row || row.baseline === null || row.listBaseline === null ? null : rounded(row.baseline - row.listBaseline);
  return {
    lastYearSales: row?.lastYearSales,
    storeCount: row?.storeCount,
    avgMonths: row?.averageMonths,
    avgStore: row?.baseline,
    growth: row?.growth,
    targetPerMonth: row?.targetPerMonth,
    storeMonths: row?.storeMonths,
    existingTarget: row?.existingTarget,
    plannedGrowth: row?.plannedGrowth,
    lastYearStoreMonths: row?.lastYearStoreMonths,
    listBaseline: row?.listBaseline,
    difference: row && difference,
  };
}

const needs = [
  'lastYearSales',
  'storeCount',
  'avgMonths',
  'growth',
  'storeMonths',
] as const satisfies readonly Baseline[];

type Needed = (typeof needs)[number];

function typedBaseline(row: Row<Needed> | undefined): TypedBaseline {
  if (!row) return { lastYearSales: null, storeCount: null, averageMonths: null, growth: null, storeMonths: null };
  return {
    lastYearSales: typedNumber(row, 'lastYearSales'),
    storeCount: typedNumber(row, 'storeCount'),
    averageMonths: typedNumber(row, 'avgMonths'),
    growth: number(row, 'growth'),
    storeMonths: typedNumber(row, 'storeMonths'),
  };
}

function baselineGiven(rows: readonly Row<Needed>[]): Partial<Given> {
  const of = (ownership: string): TypedBaseline => typedBaseline(rows.find(({ id }) => id === ownership));
  return { baselines: { franchised: of('franchised'), selfOperated: of('selfOperated') } };
}

function outcomeFigures(_: Row<Outcome>, { region, given }: Around): Figures<Outcome> {
  const all = region?.rows.all;
  return {
    existingTarget: all?.existingTarget,
    total: region?.planned,
    companyTarget: region && given.companyTarget,
    gap: region?.gap,
    ratio: region && ratio(region.planned, given.companyTarget ?? null),
    lastYearTotal: all?.lastYearSales,
    totalGrowth: region?.totalGrowth,
    plannedGrowth: all?.plannedGrowth,
    requiredGrowth: region?.requiredGrowth,
    mixNeutralGrowth: region?.mixNeutralGrowth,
    sameStoreGrowth: region?.sameStoreGrowth,
  };
}

/** New stores' sales are the workbook's own: the channels they come from need not have been read. */
function outcomeGiven([row]: readonly Row<'newSales'>[]): Partial<Given> {
  return row ? { newSales: number(row, 'newSales') ?? 0 } : {};
}

const baselineGives: Gives<Needed> = { needs, from: baselineGiven };
const outcomeGives: Gives<'newSales'> = { needs: ['newSales'], from: outcomeGiven };

export const baselineLive: readonly LivePart[] = [
  { tab: 'baseline', figures: baselineFigures, gives: baselineGives },
  { tab: 'summary', figures: outcomeFigures, gives: outcomeGives },
];
