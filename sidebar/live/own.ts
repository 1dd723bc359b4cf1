import { type Figure, product, ratio, sum } from '../../src/maths/figure';
import { funnelExpected, funnelRequired } from '../../src/maths/funnel';
import { headcountNeeded, hiresNeeded } from '../../src/maths/headcount';
import { memberSales } from '../../src/maths/memberSales';
import { newStoreSales } from '../../src/maths/newStoreSales';
import { paceStatus } from '../../src/maths/pace';
import { ratePriceEffects, ratePriceSales } from '../../src/maths/ratePrice';
import { certCoverage, retentionRate } from '../../src/maths/staff';
import type { Row } from '../book';
import type { Figures } from './figures';
import type { World } from './world';

/** What a record's own figures are computed with besides its values. */
export interface Around {
  readonly settings: Row | undefined;
  readonly world: World | undefined;
}

const number = (row: Row | undefined, key: string): Figure => {
  const value = row?.values[key];
  return typeof value === 'number' ? value : null;
};

const cells = (row: Row | undefined, field: string, count = 12): readonly Figure[] =>
  Array.from({ length: count }, (_, index) => number(row, `${field}.${index + 1}`));

/** The numbers, if none is blank. */
function whole(figures: readonly Figure[]): readonly number[] | undefined {
  const numbers = figures.filter((figure) => figure !== null);
  return numbers.length === figures.length ? numbers : undefined;
}

/** A formula of figures that are all there, else blank. */
const of = (figures: readonly Figure[], compute: (...numbers: number[]) => Figure): Figure => {
  const numbers = whole(figures);
  return numbers ? compute(...numbers) : null;
};

function expansionFigures(row: Row, { settings }: Around): Figures {
  const value = (key: string): Figure => number(row, key);
  const [carriedOver, leads, target] = [value('carriedOver'), value('leads'), value('targetOpenings')];
  const rates = whole([value('visitRate'), value('signRate'), value('openRate')]);
  const openings = cells(row, 'openings');
  const opened = sum(openings);
  const signed = leads === null ? 0 : rates ? (funnelExpected(leads, rates)[2] ?? 0) : null;
  const mature = row.values.enabled === true ? (value('matureBaseline') ?? 0) : 0;
  const season = cells(settings, 'seasonIndex').map((index) => index ?? 1);
  const ramp = whole(cells(settings, 'ramp'));
  const sales =
    ramp &&
    sum(
      newStoreSales(
        mature,
        openings.map((count) => count ?? 0),
        ramp,
        season,
      ),
    );
  return {
    expectedOpenings: (carriedOver === null && leads === null) || signed === null ? null : (carriedOver ?? 0) + signed,
    leadsNeeded:
      target === null || !rates ? null : (funnelRequired(Math.max(0, target - (carriedOver ?? 0)), rates)[0] ?? null),
    check: target === null && opened === null ? null : (opened ?? 0) - (target ?? 0),
    ...(sales === undefined ? {} : { sales: opened === null ? null : sales }),
    costPerOpening: ratio(value('budget'), target),
  };
}

const drivers = ['traffic', 'entry', 'conversion', 'attach', 'price'] as const;

function ratesFigures(row: Row, { world }: Around): Figures {
  const of5 = (when: string) => whole(drivers.map((driver) => number(row, `${driver}${when}`)));
  const [now, target] = [of5('Now'), of5('Target')];
  const [salesNow, salesTarget] = [now ? ratePriceSales(now) : null, target ? ratePriceSales(target) : null];
  const effects = now && target ? ratePriceEffects(now, target) : [];
  const baseline = world?.region.rows.franchised.baseline ?? null;
  const ticket = (when: string): Figure => product(number(row, `attach${when}`), number(row, `price${when}`));
  return {
    salesNow,
    salesTarget,
    ...(row.values.scope === 'region' && world
      ? { deviation: of([ratio(salesNow, baseline)], (share) => share - 1) }
      : {}),
    uplift: of([salesNow, salesTarget], (before, after) => after - before),
    ticketNow: ticket('Now'),
    ticketTarget: ticket('Target'),
    ...Object.fromEntries(drivers.map((driver, index) => [`${driver}Effect`, effects[index] ?? null])),
  };
}

function membersFigures(row: Row, { world }: Around): Figures {
  const sales = [1, 2].map((cell) =>
    of([number(row, `active.${cell}`), number(row, `perActive.${cell}`)], memberSales),
  );
  const all = world?.region.rows.all;
  const [now = null, target = null] = sales;
  return {
    'memberSales.1': now,
    'memberSales.2': target,
    ...(all ? { 'share.1': ratio(now, all.lastYearSales), 'share.2': ratio(target, all.existingTarget) } : {}),
  };
}

function monitorFigures(row: Row, { settings }: Around): Figures {
  const [target, actual] = [number(row, 'rateTarget'), number(row, 'rateActual')];
  const [green, amber] = [number(settings, 'green') ?? 1, number(settings, 'amber') ?? 0.9];
  const known = target !== null && actual !== null;
  return {
    difference: known ? actual - target : null,
    pace: known ? (target === 0 ? 'green' : paceStatus(actual, target, 1, green, amber)) : null,
  };
}

function staffFigures(row: Row): Figures {
  const value = (key: string): Figure => number(row, key);
  const [inPost, certified, left, opening] = [
    value('inPost'),
    value('certified'),
    value('left'),
    value('openingStaff'),
  ];
  const wanted = of([value('coverageTarget'), inPost], (share, count) => headcountNeeded(share * count, 1));
  return {
    coverage: inPost === 0 ? null : of([certified, inPost], certCoverage),
    gap: of([wanted, certified], (needed, have) => Math.max(0, needed - have)),
    completion: ratio(value('sessionsDone'), value('sessionsPlanned')),
    retention: opening === 0 ? null : of([opening, left], retentionRate),
  };
}

function headcountFigures(row: Row): Figures {
  const value = (key: string): Figure => number(row, key);
  const span = value('span');
  const needed = span === 0 ? null : of([value('workload'), span], headcountNeeded);
  const toHire = of([needed, value('current'), value('expectedLeavers') ?? 0], hiresNeeded);
  const arrivals = sum(cells(row, 'arrivals'));
  return { needed, toHire, check: arrivals === null ? null : arrivals - (toHire ?? 0) };
}

/** Figures that follow from a record's own values, part by part. */
export const ownFigures: Readonly<Record<string, (row: Row, around: Around) => Figures>> = {
  expansion: expansionFigures,
  rates: ratesFigures,
  members: membersFigures,
  monitor: monitorFigures,
  staff: staffFigures,
  headcount: headcountFigures,
};

/** How a record with owner, due date and progress stands on the as-of date. */
export function statusFigure(row: Row, settings: Row | undefined): Figures {
  const { progress, dueOn, keyActions } = row.values;
  const asOf = settings?.values.asOf;
  if (progress === undefined || dueOn === undefined || typeof asOf !== 'string') return {};
  const done = typeof progress === 'number' ? progress : 0;
  // Dates as `2027-03-16` stand in their own order.
  const overdue = typeof dueOn === 'string' && dueOn < asOf;
  const none = progress === null && dueOn === null && (keyActions ?? null) === null;
  const status = none ? null : done >= 1 ? 'done' : overdue ? 'overdue' : done > 0 ? 'inProgress' : 'notStarted';
  return { status };
}
