import type { Opened, PartStatus } from '../src/app/endpoints/open';
import { type FestivalWindow, usualWindows } from '../src/maths/festival';
import { ownerships } from '../src/maths/store';
import type { Scalar } from '../src/model/answer';
import type { Meaning, TabRole } from '../src/model/means';
import { meant, partOf, partOfRole } from './planParts';

/** The region's figures by name, null where there is none. */
export interface Figures {
  readonly region: Scalar;
  readonly planYear: Scalar;
  readonly companyTarget: number | null;
  readonly planned: number | null;
  readonly gap: number | null;
  readonly plannedGrowth: number | null;
  readonly requiredGrowth: number | null;
  /** What of the plan rests on stores without last year's sales. */
  readonly withoutSales: number | null;
  /** Existing stores that have signed a promise, of how many, and what it comes to; null as long as none is asked for. */
  readonly promised: { readonly stores: number; readonly of: number; readonly sales: number } | null;
  /** What existing stores bring to the plan. */
  readonly existing: number | null;
  /** What new stores are planned to bring to it. */
  readonly newSales: number | null;
  /** From last year to the plan, step by step: how long stores are open, their growth, new stores; null if unknown. */
  readonly bridge: readonly (readonly [step: 'lastYear' | 'months' | 'growth' | 'newStores', amount: number])[] | null;
  /** Growth typed for an ownership that has a baseline: false if one is still blank. */
  readonly grown: boolean;
  /** Last year's total is known. */
  readonly based: boolean;
}

/** What the company asks, what stores promise together with new ones, and what is planned; each against what is asked. */
export interface TopDown {
  readonly asked: number;
  /** Null as long as not all stores have signed: what lacks is no gap yet. */
  readonly promisedGap: number | null;
  readonly promised: number;
  readonly planned: number;
  readonly gap: number;
}

/** Top-down against bottom-up; undefined while stores are asked for no promise, or one of the figures is not known. */
export function topDown({ companyTarget, planned, promised, newSales }: Figures): TopDown | undefined {
  if (companyTarget === null || planned === null || !promised || promised.of === 0) return undefined;
  const all = promised.sales + (newSales ?? 0);
  return {
    asked: companyTarget,
    promised: all,
    promisedGap: promised.stores < promised.of ? null : all - companyTarget,
    planned,
    gap: planned - companyTarget,
  };
}

/** The next thing to do, and for faults where. */
export type Step =
  | { readonly step: 'generate' | 'fillTerms' | 'importStores' | 'growth' | 'gap' | 'done' }
  | { readonly step: 'faults'; readonly part: string }
  /** A growth that nobody plans for: the figures that it comes from are to be looked at. */
  | { readonly step: 'unlikely'; readonly growth: number };

/**
 * What a field of that meaning holds, out of what was read at opening: of fixed rows in the row given, of a field of
 * several cells in the cell given, 1-based. Null where there is none.
 */
export function meantValue(
  opened: Pick<Opened, 'figures'> | undefined,
  meaning: Meaning,
  at: { readonly row?: string; readonly cell?: number } = {},
): Scalar {
  const known = meant(meaning);
  if (!known) return null;
  const cells = opened?.figures.find(({ part }) => part === known.tab.id);
  const key = at.cell === undefined ? known.field.id : `${known.field.id}.${at.cell}`;
  return cells?.columns[key]?.[cells.ids.indexOf(at.row ?? known.tab.id)] ?? null;
}

/** The windows around Spring Festival, where the season index follows it. */
export function festivalWindows(opened: Pick<Opened, 'figures'> | undefined): readonly FestivalWindow[] | undefined {
  if (meantValue(opened, 'festival') !== true) return undefined;
  return usualWindows.map((_, index) => {
    const of = (meaning: 'windowFrom' | 'windowThrough' | 'windowFactor'): number =>
      Number(meantValue(opened, meaning, { cell: index + 1 }));
    return { from: of('windowFrom'), through: of('windowThrough'), factor: of('windowFactor') };
  });
}

/** The named figures of the first view. */
export function figuresOf(opened: Pick<Opened, 'figures'>): Figures {
  const figure = (meaning: Meaning, row?: string): number | null => {
    const value = meantValue(opened, meaning, row === undefined ? {} : { row });
    return typeof value === 'number' ? value : null;
  };
  const owned = ownerships.filter((row) => figure('averageStore', row) !== null);
  const lastYear = figure('lastYearSales', 'all');
  const [average, months] = [figure('averageStore', 'all'), figure('storeMonths', 'all')];
  const existing = figure('existingTarget');
  const atLastYears = average === null || months === null ? null : average * months;
  const [promised, toPromise, sales] = [figure('promisedStores'), figure('storesToPromise'), figure('promisedSales')];
  return {
    promised: promised === null || toPromise === null ? null : { stores: promised, of: toPromise, sales: sales ?? 0 },
    existing,
    newSales: figure('newSales'),
    bridge:
      lastYear === null || atLastYears === null || existing === null
        ? null
        : [
            ['lastYear', lastYear],
            ['months', atLastYears - lastYear],
            ['growth', existing - atLastYears],
            ['newStores', figure('newSales') ?? 0],
          ],
    region: meantValue(opened, 'region'),
    planYear: meantValue(opened, 'planYear'),
    companyTarget: figure('companyTarget'),
    planned: figure('planned'),
    gap: figure('gap'),
    plannedGrowth: figure('plannedGrowth'),
    requiredGrowth: figure('requiredGrowth'),
    withoutSales: figure('withoutSales'),
    grown: owned.length > 0 && owned.every((row) => figure('growth', row) !== null),
    based: figure('lastYearSales', 'all') !== null,
  };
}

/** A plan that is short by less than one in a hundred thousand of its target has its gap closed: the rest is rounding. */
const rounding = 1e-5;

/** Whether the plan falls short of the company's target. */
export const fallsShort = ({ gap, companyTarget }: Pick<Figures, 'gap' | 'companyTarget'>): boolean =>
  gap !== null && gap < -Math.abs(companyTarget ?? 0) * rounding;

/** Growth of an average store that no plan means: more than twice last year's sales, or less than half of them. */
export const isUnlikely = (growth: number | null): growth is number => growth !== null && (growth > 1 || growth < -0.5);

/** What a planner does next. */
export function nextStep(
  opened: Pick<Opened, 'figures' | 'workbook' | 'present'>,
  checked: readonly PartStatus[],
): Step {
  if (opened.workbook === null) return { step: 'generate' };
  const figures = figuresOf(opened);
  const has = (role: TabRole): boolean => opened.present.includes(partOfRole(role)?.tab.id ?? '');
  if (has('terms') && [figures.region, figures.planYear, figures.companyTarget].includes(null))
    return { step: 'fillTerms' };
  if (has('outlets') && !figures.based) return { step: 'importStores' };
  const faulty = checked.find(({ part, faults }) => faults > 0 && partOf(part));
  if (faulty) return { step: 'faults', part: faulty.part };
  if (has('ownerships') && !figures.grown) return { step: 'growth' };
  const unlikely = [figures.plannedGrowth, figures.requiredGrowth].find(isUnlikely);
  if (has('ownerships') && typeof unlikely === 'number') return { step: 'unlikely', growth: unlikely };
  if (has('ownerships') && fallsShort(figures)) return { step: 'gap' };
  return { step: 'done' };
}
