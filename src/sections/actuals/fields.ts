import { computed, type Field, input } from '../../model/field';
import { blankIf, blankUnless, firstOf, orNone } from '../../model/formulas';
import { imported } from '../../model/imported';
import { located, reference } from '../../model/reference';
import type { Closes, Sold } from '../../model/sold';
import type { Highlight } from '../../model/tab';
import { keeps, thenCopies, thens } from './kept';

const [storeId, storeIdAt] = reference('storeId', 'stores.storeId', { required: true, key: true });

/** A blank month is not known, a typed 0 sold nothing. */
const [sales, salesAs] = imported('sales', 'money', { cells: 12, monthly: true, total: 'sum' });

/**
 * What every store had sold in a month when it was closed. Above each month stands 1 while the month is closed and this is
 * known of it: a highlight cannot cite the closings. A month that was closed before stores' figures were kept has none.
 */
const salesThen: Field = {
  id: 'salesThen',
  kind: 'money',
  role: 'computed',
  hidden: true,
  closedOf: sales.id,
  cells: 12,
  totalKind: 'count',
  total: (month) => {
    const { on, total } = { on: `{closings.m${month}.closedOn}`, total: `{closings.m${month}.closedTotal}` };
    return [`IF(AND(COUNT(${on})=1,OR(COUNT({actuals.salesThen.${month}})>0,COUNT(${total})=0)),1,0)`, '0'];
  },
};

/** How they come from tills and cash books: a line for each day, receipt or month of a store. */
export const sold: Sold = {
  figure: sales.id,
  lines: {
    fields: [
      input(storeId.id, 'text', { required: true, key: true }),
      input('day', 'date', { required: true }),
      input('amount', 'money', { required: true }),
    ],
    day: 'day',
    amount: 'amount',
  },
  closings: 'closings',
  aliases: { tab: 'storeAliases', code: 'code', record: 'storeId', leftOut: 'leftOut' },
  against: { tab: 'stores', key: 'storeId', target: 'months', from: 'openedOn', through: 'closedOn' },
};

const months = Array.from({ length: 12 }, (_, index) => index + 1);

/** A figure of the store in the store table. */
const ofStore = (field: string): string => `INDEX({stores.${field}},{storeIdAt})`;

const { yearStart, dataThrough } = { yearStart: '{settings.yearStart}', dataThrough: '{settings.dataThrough}' };

/** How many months of the plan year data have reached, the one under way included. */
const reached = `(YEAR(SUM(${dataThrough}))-YEAR(${yearStart}))*12+MONTH(SUM(${dataThrough}))-MONTH(${yearStart})+1`;

/** Months that data have reached, in which the store has a target, and no figure. */
const missing = months
  .map((month) => {
    const target = ofStore(`months.${month}`);
    return `(${month}<=${reached})*(COUNT({sales.${month}})=0)*COUNT(${target})*(${target}>0)`;
  })
  .join('+');

/** The first month from the one after which there is a figure, by cases. */
const after = (limit: string): string => months.map((month) => `(${month}>${limit})*COUNT({sales.${month}})`).join('+');

/** In which month of the plan year a day of the store lies. */
const monthOf = (day: string): string => `(YEAR(${day})-YEAR(${yearStart}))*12+MONTH(${day})-MONTH(${yearStart})+1`;

/** Figures before the month in which the store opens. */
const beforeOpening = months
  .map((month) => `(${month}<${monthOf(orNone(ofStore('openedOn')))})*COUNT({sales.${month}})`)
  .join('+');

/** What is odd in a row, by the id of its words; the first that fits. */
export const oddities: readonly (readonly [id: string, condition: string])[] = [
  ['unknown', 'SUM({storeIdAt})=0'],
  ['closed', `AND(COUNT(${ofStore('closedOn')})=1,${after(monthOf(orNone(ofStore('closedOn'))))}>0)`],
  ['notOpen', `AND(COUNT(${ofStore('openedOn')})=1,${beforeOpening}>0)`],
  ['ahead', `AND(COUNT(${dataThrough})=1,${after(reached)}>0)`],
];

/** What a row's flag says, each oddity in words of a language. */
export function flagFormula(words: Readonly<Record<string, string>>): string {
  const cases = oddities.map(([id, condition]): [string, string] => [condition, `"${words[id] ?? id}"`]);
  return blankIf(`OR({storeId}="",COUNT(${yearStart})=0)`, firstOf(cases, '""'));
}

const [closedOn, closedOnAs] = imported('closedOn', 'date');
const [closedBy, closedByAs] = imported('closedBy', 'text', { width: 180 });
const [closedTotal, closedTotalAs] = imported('closedTotal', 'money');
const [reopenedOn, reopenedOnAs] = imported('reopenedOn', 'date', { hidden: true });

/** The rows of the closings, a month of the plan year each. */
export const closingRows: readonly string[] = months.map((month) => `m${month}`);

/** What is to be known of a closed month: that it was closed with no store’s figure kept, so that none shows what has changed. */
export const remarkFormula = (unknown: string): string =>
  blankIf('COUNT({closedOn},{closedTotal})<2', `IF({storesThen}>0,"","${unknown}")`);

const soldIn = (month: number): string => `{actuals.sales.${month}}`;

/** What is closed by month: watched, not locked. What a month came to then stands beside what it comes to now. */
export const closings: readonly Field[] = [
  closedOn,
  closedBy,
  closedTotal,
  computed('soldNow', 'money', '""', {
    afterSaving: true,
    rows: Object.fromEntries(
      months.map((month) => [
        `m${month}`,
        { role: 'computed', formula: blankUnless([soldIn(month)], `SUM(${soldIn(month)})`) } as const,
      ]),
    ),
  }),
  computed('changed', 'money', blankIf('COUNT({closedOn})=0', 'SUM({soldNow})-SUM({closedTotal})'), {
    afterSaving: true,
  }),
  computed('remark', 'text', remarkFormula('unknown'), { width: 260, afterSaving: true }),
  closedOnAs,
  closedByAs,
  closedTotalAs,
  reopenedOn,
  ...thens,
  reopenedOnAs,
  ...thenCopies,
  // Of how many stores it is kept what they had in the month when it was closed.
  computed('storesThen', 'count', '0', {
    hidden: true,
    rows: Object.fromEntries(
      months.map((month) => [
        `m${month}`,
        { role: 'computed', formula: `COUNT({actuals.salesThen.${month}})` } as const,
      ]),
    ),
  }),
];

export const closes: Closes = {
  tab: 'actuals',
  figure: sales.id,
  on: closedOn.id,
  by: closedBy.id,
  total: closedTotal.id,
  changed: 'changed',
  recordsThen: 'storesThen',
  remark: 'remark',
  reopened: reopenedOn.id,
  keeps,
};

const [named, namedAt] = reference('storeId', 'stores.storeId', { next: 'same' });

/** Which store a code of a file means that is none of the store list. */
export const aliases: readonly Field[] = [
  input('code', 'text', { required: true, key: true, width: 160, next: 'same' }),
  named,
  input('leftOut', 'tick', { next: 'same' }),
  namedAt,
];

const lastAt = located('storeId', 'lastSales.storeId', 'lastAt');

/** What the store of the row sold a year before, by month. */
const before = 'INDEX({lastSales.sales},{lastAt},0)';
const { elapsed, shift, inQuarter } = {
  elapsed: '{followUpTerms.elapsed}',
  shift: '{followUpTerms.shift}',
  inQuarter: '{followUpTerms.inQuarter}',
};

/** Months that data have reached, with figures of both years. */
const comparable = `(${elapsed}>0)*ISNUMBER({sales})*ISNUMBER(${before})`;

/** What a store’s January to March came to stays where its months are laid out anew. */
const keptQuarter = `IF(SUMPRODUCT(ISNUMBER(${before})*${inQuarter})<3,1,IF(SUMPRODUCT(${before},${inQuarter}*${shift})=0,1,SUMPRODUCT(${before},${inQuarter})/SUMPRODUCT(${before},${inQuarter}*${shift})))`;

/** A sum over the months that can be compared; blank without any, and where someone has moved a column out of the twelve. */
const compared = (sum: string): readonly string[] => [
  blankIf('SUM({lastAt})=0', `IFERROR(${blankIf(`SUMPRODUCT(${comparable})=0`, sum)},"")`),
  '""',
];

/** Figures of closed months that are others than they were closed with: a 0 is not a blank. */
export const changedSince: readonly Highlight[] = months.map((month) => {
  const [now, then] = [`{sales.${month}}`, `{salesThen.${month}}`];
  // A text, and an error that a formula gives, is no figure: only where nothing stood then may nothing stand now.
  const differs = `IF(ISNUMBER(${now}),IF(ISNUMBER(${then}),${now}<>${then},TRUE),OR(ISNUMBER(${then}),NOT(ISBLANK(${now}))))`;
  return {
    fields: [`sales.${month}`],
    formula: `IF({actuals.#total.salesThen.${month}}=1,${differs},FALSE)`,
    look: 'bad',
  };
});

/** What every store sold, month by month. */
export const actuals: readonly Field[] = [
  storeId,
  computed('name', 'text', blankIf('SUM({storeIdAt})=0', `${ofStore('name')}&""`), {
    width: 200,
    afterSaving: true,
    shows: 'stores.name',
  }),
  sales,
  computed('total', 'money', blankUnless(['{sales}'], 'SUM({sales})'), { total: 'sum', afterSaving: true }),
  computed('missing', 'count', blankIf(`OR(SUM({storeIdAt})=0,COUNT(${dataThrough},${yearStart})<2)`, missing), {
    total: 'sum',
    afterSaving: true,
  }),
  computed('flag', 'text', flagFormula({}), { width: 150, afterSaving: true }),
  storeIdAt,
  salesAs,
  salesThen,
  // Where the store stands among last year’s sales; what it had sold then, and now, in the months that can be compared.
  lastAt,
  computed(
    'lastToDate',
    'money',
    compared(
      `SUMPRODUCT(${before},${comparable}*${elapsed}*(1-${inQuarter}))+${keptQuarter}*SUMPRODUCT(${before},${comparable}*${elapsed}*${inQuarter}*${shift})`,
    ),
    { hidden: true },
  ),
  computed('sameToDate', 'money', compared(`SUMPRODUCT({sales},${comparable})`), { hidden: true }),
];
