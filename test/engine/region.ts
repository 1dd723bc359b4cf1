import type { Addon } from '../../host/addon';
import { calendarDate, type Day, dayNumber, monthsLater } from '../../src/maths/day';
import { festivalDays, monthWeight, springFestival, usualWindows } from '../../src/maths/festival';
import { change, type Figure, ratio, sum } from '../../src/maths/figure';
import { type KnownYear, plannedIndex, wholeYears } from '../../src/maths/plannedIndex';
import { type Region, type RegionInput, region, type TypedBaseline } from '../../src/maths/region';
import { type Ownership, ownerships, type Store } from '../../src/maths/store';
import { weightsThrough } from '../../src/maths/storeWeights';
import { yearWeight } from '../../src/maths/yearWeight';
import type { Language } from '../../src/model/language';
import { isoDate } from '../../src/model/value';
import { wrote } from './answer';
import type { Value } from './book';

/** A year of the history tab. */
export interface PastYear {
  readonly year: number;
  readonly months: readonly Figure[];
  readonly takesPart: boolean;
  /** January and February are one figure. */
  readonly together: boolean;
}

/** A store with what the pure calculation does not need. */
export interface TypedStore extends Store {
  readonly area: Figure;
  /** Months typed over their formulas; null where the formula stands. */
  readonly byMonth: readonly Figure[];
}

/** All that a planner types in settings, history, baseline and store list; null leaves a cell as it is. */
export interface Typed {
  readonly planYear: number;
  readonly firstMonth: Figure;
  readonly roundingUnit: Figure;
  readonly floorFactor: Figure;
  readonly stretchFactor: Figure;
  readonly weakLine: Figure;
  readonly companyTarget: Figure;
  /** Whether the season index follows Spring Festival. */
  readonly festival: boolean;
  readonly history: readonly PastYear[];
  readonly baseline: Readonly<Record<Ownership, TypedBaseline>>;
  readonly stores: readonly TypedStore[];
}

export const noBaseline: TypedBaseline = {
  lastYearSales: null,
  storeCount: null,
  averageMonths: null,
  growth: null,
  storeMonths: null,
};

/** A store open from before and for ever, of which nothing is known. */
export const anyStore: TypedStore = {
  ownership: 'franchised',
  openedOn: null,
  closedOn: null,
  lastYearSales: null,
  lastYearMonths: null,
  growth: null,
  monthsThisYear: null,
  agreedTarget: null,
  area: null,
  byMonth: Array(12).fill(null),
};

/** Nothing typed but the year that `plannedDesk` is made with. */
export const anyRegion: Typed = {
  planYear: 2027,
  firstMonth: null,
  roundingUnit: null,
  floorFactor: null,
  stretchFactor: null,
  weakLine: null,
  companyTarget: null,
  festival: false,
  history: [],
  baseline: { franchised: noBaseline, selfOperated: noBaseline },
  stores: [],
};

const twelve = Array.from({ length: 12 }, (_, index) => index);

export const storeId = (index: number): string => `S${String(index + 1).padStart(4, '0')}`;

const date = (day: Day | null): string | null => (day === null ? null : isoDate(day));

/** Types it all into the workbook, through the endpoints; gives the ids of the stores' rows. */
export function typeIn(addon: Addon, typed: Typed): readonly string[] {
  const { planYear, firstMonth, roundingUnit, floorFactor, stretchFactor, weakLine, companyTarget } = typed;
  const settings = { firstMonth, roundingUnit, floorFactor, stretchFactor, weakLine, companyTarget };
  saveAll(addon, 'settings', { settings });
  if (typed.festival) {
    const change = { record: 'settings', field: 'festival', from: null, to: true };
    wrote(addon, 'saveRecord', { request: 'festival', part: 'settings', changes: [change] });
  }
  if (planYear !== anyRegion.planYear) {
    const change = { record: 'settings', field: 'planYear', from: anyRegion.planYear, to: planYear };
    wrote(addon, 'saveRecord', { request: 'year', part: 'settings', changes: [change] });
  }
  saveAll(addon, 'baseline', {
    franchised: baselineValues(typed.baseline.franchised),
    selfOperated: baselineValues(typed.baseline.selfOperated),
  });
  if (typed.history.length > 0)
    wrote(addon, 'addRecords', { request: 'history', part: 'history', records: typed.history });
  if (typed.stores.length === 0) return [];
  const records = typed.stores.map(({ byMonth, ...store }, index) => ({
    ...store,
    storeId: storeId(index),
    openedOn: date(store.openedOn),
    closedOn: date(store.closedOn),
    months: byMonth,
  }));
  return wrote(addon, 'addRecords', { request: 'stores', part: 'stores', records });
}

function baselineValues({ averageMonths, ...others }: TypedBaseline): Readonly<Record<string, Figure>> {
  return { ...others, avgMonths: averageMonths };
}

function saveAll(
  addon: Addon,
  part: string,
  records: Readonly<Record<string, Readonly<Record<string, Figure>>>>,
): void {
  const changes = Object.entries(records).flatMap(([record, values]) =>
    Object.entries(values)
      .filter(([, to]) => to !== null)
      .map(([field, to]) => ({ record, field, from: null, to })),
  );
  if (changes.length > 0) wrote(addon, 'saveRecord', { request: `all of ${part}`, part, changes });
}

export const yearStartOf = ({ planYear, firstMonth }: Typed): Day => dayNumber(planYear, firstMonth ?? 1, 1);

/** The plan years that make the season index: those that are ticked. */
function ticked({ history, firstMonth }: Typed): readonly KnownYear[] {
  return history
    .filter(({ takesPart }) => takesPart)
    .map(({ year, ...others }) => ({ ...others, yearStart: dayNumber(year, firstMonth ?? 1, 1) }));
}

/** The season index of the settings, and whether it follows the festival. */
const indexOf = (typed: Typed): ReturnType<typeof plannedIndex> =>
  plannedIndex(ticked(typed), yearStartOf(typed), typed.festival ? usualWindows : undefined);

/** What the pure calculation is given for it. */
export function inputOf(typed: Typed): RegionInput {
  return {
    yearStart: yearStartOf(typed),
    seasonIndex: indexOf(typed).index,
    ramp: defaultRamp,
    roundingUnit: typed.roundingUnit ?? 1,
    floorFactor: typed.floorFactor ?? 0.9,
    stretchFactor: typed.stretchFactor ?? 1.1,
    weakLine: typed.weakLine ?? 0.7,
    stores: typed.stores,
    baselines: typed.baseline,
    companyTarget: typed.companyTarget,
    newSales: 0,
    targetOpenings: 0,
  };
}

/** What a cell should show: '' for a blank. `unit` is how far the cell may be off where a rounding was a tie. */
export interface Expected {
  readonly value: Value;
  readonly unit?: number;
}

/** Expected cells by `tab row column`. */
export type Cells = ReadonlyMap<string, Expected>;

const shown = (value: Figure | string): Expected => ({ value: value ?? '' });

/** Every cell of settings, history, baseline, summary and stores that holds a formula, from the pure calculations. */
export function expectedCells(typed: Typed, ids: readonly string[], language: Language): Cells {
  const input = inputOf(typed);
  const plan = region(input);
  const cells = new Map<string, Expected>();
  const put = (tab: string, row: string, column: string, value: Figure | string): void => {
    cells.set(`${tab} ${row} ${column}`, shown(value));
  };
  settingsCells(input, typed, language, put);
  historyCells(typed, put);
  baselineCells(plan, put);
  summaryCells(plan, input, typed, put);
  storeCells(plan, typed, ids, language, put);
  const { item, money, total } = words[language].heads;
  for (const tab of ['settings', 'summary']) put(tab, '#labels', 'label', item);
  put('baseline', '#labels', 'label', money);
  put('stores', '#total', 'storeId', total);
  for (const key of tiedCells(plan, input, ids)) {
    const { value, unit = 0 } = cells.get(key) ?? { value: '' };
    cells.set(key, { value, unit: unit + input.roundingUnit });
  }
  return cells;
}

/** Cells that a rounding on the edge of half a unit may put one unit up or down: a store's month, and sums over it. */
function tiedCells({ plans }: Region, input: RegionInput, ids: readonly string[]): readonly string[] {
  const keys: string[] = [];
  for (const [index, store] of input.stores.entries()) {
    const final = plans[index]?.final ?? null;
    if (final === null) continue;
    for (const month of tiedMonths(final, store, input)) {
      keys.push(`stores ${ids[index]} months.${month + 1}`, `stores #total months.${month + 1}`);
      keys.push(`summary existingByMonth value.${month + 1}`, `summary totalByMonth value.${month + 1}`);
    }
  }
  return keys;
}

type Put = (tab: string, row: string, column: string, value: Figure | string) => void;

/** What the cells say in each language. */
const words = {
  en: {
    flags: { young: 'Young', weak: 'Weak', missing: 'Missing sales', withoutMonths: 'Sales without months' },
    months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    choices: { salesBasis: 'Retail sales', currency: 'CNY', displayUnit: 'Thousand' },
    unitSize: 1000,
    // Which money the figures of a tab are in: in cells it is never in thousands.
    heads: { item: 'Item · money (CNY)', money: 'Money (CNY)', total: 'Total (CNY)' },
    index: [
      'Plain',
      'Follows the festival',
      'Plain: no complete year of sales history',
      'Plain: festivals are known from 2010 to 2035',
    ],
  },
  zh: {
    flags: { young: '次新店', weak: '弱店', missing: '缺业绩', withoutMonths: '有业绩无月数' },
    months: ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'],
    choices: { salesBasis: '零售额', currency: 'CNY', displayUnit: '万元' },
    unitSize: 10_000,
    heads: { item: '项目 · 金额 (元)', money: '金额 (元)', total: '合计 (元)' },
    index: ['普通', '跟随春节', '普通：没有十二个月齐全的历史年度', '普通：只有 2010 至 2035 年的春节日期'],
  },
};

/** What a month of the plan year is called, the first month first. */
function monthName({ firstMonth }: Typed, month: number, language: Language): string {
  return words[language].months[((firstMonth ?? 1) - 1 + month) % 12] ?? '';
}

const defaultRamp = [0.5, 0.7, 0.85, 1, 1, 1, 1, 1, 1, 1, 1, 1];

function settingsCells(input: RegionInput, typed: Typed, language: Language, put: Put): void {
  const { yearStart, seasonIndex: index } = input;
  const one = (row: string, value: Figure | string): void => put('settings', row, 'value.1', value);
  for (const [field, label] of Object.entries(words[language].choices)) one(field, label);
  one('unitSize', words[language].unitSize);
  one('firstMonth', typed.firstMonth ?? 1);
  one('roundingUnit', input.roundingUnit);
  one('floorFactor', input.floorFactor);
  one('stretchFactor', input.stretchFactor);
  one('weakLine', input.weakLine);
  one('supervisorSpan', 12);
  one('expansionSpan', 8);
  one('green', 1);
  one('amber', 0.9);
  one(
    'seasonTotal',
    index.reduce((a, b) => a + b),
  );
  one('yearStart', yearStart);
  one('yearEnd', monthsLater(yearStart, 12) - 1);
  one('lastYearStart', monthsLater(yearStart, -12));
  const { plain, isAware } = indexOf(typed);
  const years = wholeYears(ticked(typed));
  const without = years.length === 0 ? 2 : 3;
  const reason = typed.festival ? (isAware ? 1 : without) : 0;
  one('aware', reason);
  one('festivalBasis', words[language].index[reason] ?? '');
  one('newYearOn', festivalIn(yearStart, 1));
  for (const [place, { from, through, factor }] of usualWindows.entries()) {
    const calendar = place + 1;
    const value = `value.${calendar}`;
    put('settings', 'windowFrom', value, from);
    put('settings', 'windowThrough', value, through);
    put('settings', 'windowFactor', value, factor);
    // Days are weighed wherever the festival is followed, with a history or without.
    put('settings', 'factorUsed', value, reason === 1 || reason === 2 ? factor : 1);
    put('settings', 'quarterShare', value, at(plain, placeOf(yearStart, calendar)));
    put('settings', 'newYear', value, festivalIn(yearStart, calendar));
    put(
      'settings',
      'quarterDays',
      value,
      monthWeight(yearStart, placeOf(yearStart, calendar), festivalDays(usualWindows)),
    );
    const lastStart = monthsLater(yearStart, -12);
    const month = placeOf(yearStart, calendar);
    const weight = festivalDays(usualWindows);
    const [now, then] = [yearStart, lastStart].map((start) => monthWeight(start, month, weight));
    put('settings', 'lastNewYear', value, festivalIn(lastStart, calendar));
    // Without a history the index cannot follow the festival, and last year's months can all the same.
    put('settings', 'shift', value, reason === 1 || reason === 2 ? (now ?? 0) / (then ?? 1) : 1);
    put('settings', 'quarterIndex', value, isAware ? at(index, placeOf(yearStart, calendar)) : '');
  }
  for (const month of twelve) {
    const value = `value.${month + 1}`;
    put('settings', 'plainIndex', value, at(plain, month));
    for (const tab of ['history', 'stores'])
      put(tab, '#labels', `months.${month + 1}`, monthName(typed, month, language));
    put('summary', '#months', value, monthName(typed, month, language));
    put('settings', '#season', value, monthName(typed, month, language));
    const rest = twelve
      .slice(month)
      .reduce((total, later) => total + at(defaultRamp, later - month) * at(index, later), 0);
    put('settings', 'ramp', value, at(defaultRamp, month));
    put('settings', 'seasonIndex', value, at(index, month));
    put(
      'settings',
      'seasonBefore',
      value,
      index.slice(0, month).reduce((a, b) => a + b, 0),
    );
    put('settings', 'openingWeight', value, rest);
  }
}

/** Spring Festival of the year in which a year from `yearStart` has a month of the calendar. */
const festivalIn = (yearStart: Day, calendar: number): Figure =>
  springFestival(calendarDate(monthsLater(yearStart, placeOf(yearStart, calendar))).year);

/** Which month of the year from `yearStart`, from 0, a month of the calendar is. */
const placeOf = (yearStart: Day, calendar: number): number => (calendar - calendarDate(yearStart).month + 12) % 12;

function historyCells(typed: Typed, put: Put): void {
  const { isAware } = indexOf(typed);
  const weight = isAware ? festivalDays(usualWindows) : undefined;
  for (const year of typed.history) {
    const row = String(year.year);
    const yearStart = dayNumber(year.year, typed.firstMonth ?? 1, 1);
    const [counted] = ticked({ ...typed, history: [year] });
    // With the others, as which its January and February are split.
    const whole = wholeYears(ticked(typed), weight).find((one) => one.yearStart === yearStart && counted !== undefined);
    const total = sum(year.months);
    const toIndex = whole && total !== null ? 12 / total : 0;
    const isComplete = year.months.every((month) => month !== null);
    put('history', row, 'total', total);
    put('history', row, 'toIndex', toIndex);
    put('history', row, 'dated', 1);
    for (const calendar of [1, 2, 3]) {
      const month = placeOf(yearStart, calendar);
      const days = monthWeight(yearStart, month, festivalDays(usualWindows));
      const sold = whole ? at(whole.sales, month) : (year.months[month] ?? 0);
      put('history', row, `newYear.${calendar}`, festivalIn(yearStart, calendar));
      put('history', row, `weighed.${calendar}`, days);
      put('history', row, `quarter.${calendar}`, sold);
      put('history', row, `perDay.${calendar}`, isAware ? (sold * toIndex) / days : 0);
      if (calendar < 3)
        put('history', row, `ownPerDay.${calendar}`, isComplete ? (sold * toIndex) / (isAware ? days : 1) : 0);
    }
  }
}

/** To a whole number, halves away from zero, and never −0. */
const rounded = (value: number): number => Math.sign(value) * Math.round(Math.abs(value)) + 0;

function baselineCells({ rows }: Region, put: Put): void {
  for (const own of [...ownerships, 'all'] as const) {
    const row = rows[own];
    const difference =
      row.baseline === null || row.listBaseline === null ? null : rounded(row.baseline - row.listBaseline);
    put('baseline', own, 'lastYearSales', row.lastYearSales);
    put('baseline', own, 'storeCount', row.storeCount);
    put('baseline', own, 'avgMonths', row.averageMonths);
    put('baseline', own, 'avgStore', row.baseline);
    put('baseline', own, 'growth', row.growth);
    put('baseline', own, 'targetPerMonth', row.targetPerMonth);
    put('baseline', own, 'storeMonths', row.storeMonths);
    put('baseline', own, 'existingTarget', row.existingTarget);
    put('baseline', own, 'plannedGrowth', row.plannedGrowth);
    put('baseline', own, 'lastYearStoreMonths', row.lastYearStoreMonths);
    put('baseline', own, 'listBaseline', row.listBaseline);
    put('baseline', own, 'difference', difference);
  }
}

function summaryCells(plan: Region, input: RegionInput, typed: Typed, put: Put): void {
  const { all } = plan.rows;
  const { yearStart, companyTarget } = input;
  const yearEnd = monthsLater(yearStart, 12) - 1;
  const isListed = typed.stores.length > 0;
  const existing = isListed ? plan.plans.filter((store) => store.existing).length : (all.storeCount ?? 0);
  const closing = typed.stores.filter(
    ({ openedOn, closedOn }) =>
      closedOn !== null && closedOn >= yearStart && closedOn <= yearEnd && (openedOn === null || openedOn < yearStart),
  );
  const one = (row: string, value: Figure): void => put('summary', row, 'value.1', value);
  one('existingTarget', all.existingTarget);
  one('newSales', 0);
  // What stores promise stands in a tab that comes when it is asked for.
  for (const row of ['promisedStores', 'storesToPromise', 'promisedSales']) put('summary', row, 'value.1', '');
  const unknown = plan.plans.filter((store, index) => store.existing && typed.stores[index]?.lastYearSales === null);
  one('withoutSales', sum(unknown.map(({ final }) => final)) ?? 0);
  one('total', plan.planned);
  one('companyTarget', companyTarget);
  one('gap', plan.gap);
  one('ratio', ratio(plan.planned, companyTarget));
  one('lastYearTotal', all.lastYearSales);
  one('totalGrowth', plan.totalGrowth);
  one('plannedGrowth', all.plannedGrowth);
  one('requiredGrowth', plan.requiredGrowth);
  one('mixNeutralGrowth', plan.mixNeutralGrowth);
  one('sameStoreGrowth', plan.sameStoreGrowth);
  one('existingStores', existing);
  one('closures', closing.length);
  one('yearEndStores', isListed ? plan.yearEndStores : existing);
  for (const month of twelve) {
    const value = `value.${month + 1}`;
    const existingMonth = sum(
      plan.plans.map((store, index) => (store.existing ? monthOf(store, typed.stores[index], month) : null)),
    );
    put('summary', 'existingByMonth', value, existingMonth ?? 0);
    put('summary', 'openedBaseline', value, 0);
    put('summary', 'newByMonth', value, 0);
    put('summary', 'totalByMonth', value, existingMonth ?? 0);
  }
}

type StorePlan = Region['plans'][number];

/** A month of a store: as typed over its formula, else by weights. */
function monthOf(plan: StorePlan, store: TypedStore | undefined, month: number): Figure {
  return store?.byMonth[month] ?? plan.byMonth?.[month] ?? null;
}

function storeCells(plan: Region, typed: Typed, ids: readonly string[], language: Language, put: Put): void {
  const input = inputOf(typed);
  const totals = new Map<string, Figure[]>();
  for (const [index, store] of typed.stores.entries()) {
    const own = plan.plans[index];
    const id = ids[index];
    if (own === undefined || id === undefined) throw new Error(`store ${index + 1} has no row`);
    const months = twelve.map((month) => monthOf(own, store, month));
    const final = own.final;
    const summed: Readonly<Record<string, Figure>> = {
      area: store.area,
      lastYearSales: store.lastYearSales,
      lastYearMonths: own.lastYearMonths,
      monthsThisYear: own.months,
      computedTarget: own.computed,
      agreedTarget: store.agreedTarget,
      finalTarget: final,
      floorTarget: own.floor,
      stretchTarget: own.stretch,
      ...Object.fromEntries(months.map((month, at) => [`months.${at + 1}`, month])),
      monthDifference: final === null ? null : final - (sum(months) ?? 0),
    };
    for (const [column, value] of Object.entries(summed)) {
      if (column !== 'area' && column !== 'lastYearSales' && column !== 'agreedTarget')
        put('stores', id, column, value);
      totals.set(column, [...(totals.get(column) ?? []), value]);
    }
    const [from, to] = openTimes(store, input.yearStart);
    const weight = (day: Day): number => yearWeight(day, input.yearStart, input.seasonIndex);
    put('stores', id, 'storeBaseline', own.baseline);
    put('stores', id, 'flag', own.flag === null ? null : words[language].flags[own.flag]);
    put('stores', id, 'growth', own.growth);
    put('stores', id, 'yearOnYear', change(final, store.lastYearSales));
    put('stores', id, 'salesPerArea', ratio(final, store.area));
    put('stores', id, 'timeFrom', from);
    put('stores', id, 'timeTo', to);
    const before = store.openedOn === null ? 0 : weight(store.openedOn - 1);
    const last = store.closedOn === null ? monthsLater(input.yearStart, 12) - 1 : store.closedOn;
    put('stores', id, 'weightFrom', before);
    put('stores', id, 'weightTo', Math.max(before, weight(last)));
    put('stores', id, 'units', final === null ? null : final / input.roundingUnit);
    put('stores', id, 'openMonth', store.openedOn === null || own.existing ? null : monthIn(store.openedOn, input));
    for (const [month, through] of weightsThrough(store, input).entries())
      put('stores', id, `through.${month + 1}`, through);
  }
  for (const [column, values] of totals) put('stores', '#total', column, sum(values) ?? 0);
  if (typed.stores.length === 0) for (const column of summedColumns) put('stores', '#total', column, 0);
  put('stores', '#total', 'name', typed.stores.length);
}

/** The month of the plan year in which a day lies, from 1 on. */
const monthIn = (day: Day, { yearStart }: RegionInput): number => Math.floor(monthsTo(day - 1, yearStart)) + 1;

const summedColumns: readonly string[] = [
  'area',
  'lastYearSales',
  'lastYearMonths',
  'monthsThisYear',
  'computedTarget',
  'agreedTarget',
  'finalTarget',
  'floorTarget',
  'stretchTarget',
  ...twelve.map((month) => `months.${month + 1}`),
  'monthDifference',
];

/** Months of the year gone before the opening day, and by the end of the closing day, the latter not before the former. */
function openTimes({ openedOn, closedOn }: Store, yearStart: Day): readonly [number, number] {
  const from = openedOn === null || openedOn <= yearStart ? 0 : monthsTo(openedOn - 1, yearStart);
  const yearEnd = monthsLater(yearStart, 12) - 1;
  const to = monthsTo(closedOn === null ? yearEnd : Math.min(closedOn, yearEnd), yearStart);
  return [from, Math.max(from, to)];
}

/** Whole months from the year's start to a day's month, and the share of that month gone by its end; below 0 before. */
function monthsTo(day: Day, yearStart: Day): number {
  const { year, month, day: gone } = calendarDate(day);
  const start = calendarDate(yearStart);
  return (
    (year - start.year) * 12 + month - start.month + gone / (dayNumber(year, month + 1, 1) - dayNumber(year, month, 1))
  );
}

/** Months beside a sum that is half a unit, near enough that binary fractions decide which way it is rounded. */
function tiedMonths(final: number, store: Store, input: RegionInput): readonly number[] {
  const { roundingUnit } = input;
  const gone = weightsThrough(store, input);
  const all = gone[11] ?? 0;
  const tied = gone.map((upTo) => {
    const units = ((final / roundingUnit) * upTo) / all;
    return Math.abs(units - Math.floor(units) - 0.5) < 1e-6;
  });
  return twelve.filter((month) => tied[month] || tied[month - 1]);
}

const at = (values: readonly number[], index: number): number => values[index] ?? Number.NaN;
