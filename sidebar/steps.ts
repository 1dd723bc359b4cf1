import type { Opened, PartStatus } from '../src/app/endpoints/open';
import type { Scalar } from '../src/model/answer';
import { partOf } from './plan';

/** The region's figures by name, null where there is none. */
export interface Figures {
  readonly region: Scalar;
  readonly planYear: Scalar;
  readonly companyTarget: number | null;
  readonly planned: number | null;
  readonly gap: number | null;
  readonly plannedGrowth: number | null;
  readonly requiredGrowth: number | null;
  /** Growth typed for an ownership that has a baseline: false if one is still blank. */
  readonly grown: boolean;
  /** Last year's total is known. */
  readonly based: boolean;
}

/** The next thing to do, and for faults where. */
export type Step =
  | { readonly step: 'generate' | 'settings' | 'stores' | 'growth' | 'gap' | 'done' }
  | { readonly step: 'faults'; readonly part: string };

/** A figure by its part, its record and its cell, out of what was read at opening. */
function figureIn(opened: Pick<Opened, 'figures'>, part: string, record: string, cell: string): Scalar {
  const cells = opened.figures.find((figures) => figures.part === part);
  return cells?.columns[cell]?.[cells.ids.indexOf(record)] ?? null;
}

/** The named figures of the first view. */
export function figuresOf(opened: Pick<Opened, 'figures'>): Figures {
  const figure = (part: string, record: string, cell: string): number | null => {
    const value = figureIn(opened, part, record, cell);
    return typeof value === 'number' ? value : null;
  };
  const owned = ['franchised', 'selfOperated'].filter((row) => figure('baseline', row, 'avgStore') !== null);
  return {
    region: figureIn(opened, 'settings', 'settings', 'region'),
    planYear: figureIn(opened, 'settings', 'settings', 'planYear'),
    companyTarget: figure('settings', 'settings', 'companyTarget'),
    planned: figure('summary', 'summary', 'total'),
    gap: figure('summary', 'summary', 'gap'),
    plannedGrowth: figure('summary', 'summary', 'plannedGrowth'),
    requiredGrowth: figure('summary', 'summary', 'requiredGrowth'),
    grown: owned.length > 0 && owned.every((row) => figure('baseline', row, 'growth') !== null),
    based: figure('baseline', 'all', 'lastYearSales') !== null,
  };
}

/** A plan that is short by less than one in a hundred thousand of its target has its gap closed: the rest is rounding. */
const rounding = 1e-5;

/** Whether the plan falls short of the company's target. */
export const fallsShort = ({ gap, companyTarget }: Pick<Figures, 'gap' | 'companyTarget'>): boolean =>
  gap !== null && gap < -Math.abs(companyTarget ?? 0) * rounding;

/** What a planner does next. */
export function nextStep(
  opened: Pick<Opened, 'figures' | 'workbook' | 'present'>,
  checked: readonly PartStatus[],
): Step {
  if (opened.workbook === null) return { step: 'generate' };
  const figures = figuresOf(opened);
  const has = (part: string): boolean => opened.present.includes(part);
  if (has('settings') && [figures.region, figures.planYear, figures.companyTarget].includes(null))
    return { step: 'settings' };
  if (has('stores') && !figures.based) return { step: 'stores' };
  const faulty = checked.find(({ part, faults }) => faults > 0 && partOf(part));
  if (faulty) return { step: 'faults', part: faulty.part };
  if (has('baseline') && !figures.grown) return { step: 'growth' };
  if (has('baseline') && fallsShort(figures)) return { step: 'gap' };
  return { step: 'done' };
}
