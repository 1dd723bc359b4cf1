import { monthsLater } from '../../src/maths/day';
import { type Figure, ratio, sum } from '../../src/maths/figure';
import type { BaselineRow } from '../../src/maths/region';
import { rounded } from '../../src/maths/round';
import type { Scalar } from '../../src/model/answer';
import { isoDate } from '../../src/model/value';
import type { Row } from '../book';
import type { World } from './world';

/** Figures by cell key, as they would stand in the workbook. */
export type Figures = Readonly<Record<string, Scalar>>;

const monthKeys: readonly string[] = Array.from({ length: 12 }, (_, month) => `months.${month + 1}`);

function settingsFigures(_: Row, { input }: World): Figures {
  return { yearStart: isoDate(input.yearStart), yearEnd: isoDate(monthsLater(input.yearStart, 12) - 1) };
}

function baselineFigures({ id }: Row, { region }: World): Figures {
  const row: BaselineRow | undefined =
    id === 'franchised' || id === 'selfOperated' || id === 'all' ? region.rows[id] : undefined;
  if (!row) return {};
  const difference = row.baseline === null || row.listBaseline === null ? null : row.baseline - row.listBaseline;
  return {
    lastYearSales: row.lastYearSales,
    storeCount: row.storeCount,
    avgMonths: row.averageMonths,
    avgStore: row.baseline,
    growth: row.growth,
    targetPerMonth: row.targetPerMonth,
    storeMonths: row.storeMonths,
    existingTarget: row.existingTarget,
    plannedGrowth: row.plannedGrowth,
    lastYearStoreMonths: row.lastYearStoreMonths,
    listBaseline: row.listBaseline,
    difference,
  };
}

function summaryFigures(_: Row, { region, input }: World): Figures {
  const { all } = region.rows;
  return {
    existingTarget: all.existingTarget,
    total: region.planned,
    companyTarget: input.companyTarget,
    gap: region.gap,
    ratio: ratio(region.planned, input.companyTarget),
    lastYearTotal: all.lastYearSales,
    totalGrowth: region.totalGrowth,
    plannedGrowth: all.plannedGrowth,
    requiredGrowth: region.requiredGrowth,
    mixNeutralGrowth: region.mixNeutralGrowth,
    sameStoreGrowth: region.sameStoreGrowth,
  };
}

function storeFigures(row: Row, { region, ids }: World): Figures {
  const plan = region.plans[ids.indexOf(row.id)];
  if (!plan) return {};
  const area = row.values.area;
  const months = monthKeys.map((key, month): Figure => {
    const typed = row.typed.has(key) ? row.values[key] : undefined;
    return typeof typed === 'number' ? typed : (plan.byMonth?.[month] ?? null);
  });
  const spread = sum(months) ?? 0;
  return {
    lastYearMonths: plan.lastYearMonths,
    storeBaseline: plan.baseline,
    flag: plan.flag,
    growth: plan.growth,
    monthsThisYear: plan.months,
    computedTarget: plan.computed,
    finalTarget: plan.final,
    floorTarget: plan.floor,
    stretchTarget: plan.stretch,
    yearOnYear: plan.yearOnYear,
    salesPerArea: ratio(plan.final, typeof area === 'number' ? area : null),
    ...Object.fromEntries(monthKeys.map((key, month) => [key, months[month] ?? null])),
    monthDifference: plan.final === null ? null : rounded(plan.final - spread, 6),
  };
}

/**
 * What the sidebar computes while one types, part by part. A part that is not here shows the workbook's own figures,
 * which follow as soon as it is saved.
 */
export const liveFigures: Readonly<Record<string, (row: Row, world: World) => Figures>> = {
  settings: settingsFigures,
  baseline: baselineFigures,
  summary: summaryFigures,
  stores: storeFigures,
};

/** The books that the region's figures come from. */
export const livesOn = ['settings', 'baseline', 'summary', 'stores'] as const;

/** Parts whose forms move the region's figures. */
export const movesRegion: readonly string[] = ['settings', 'baseline', 'stores', 'expansion'];
