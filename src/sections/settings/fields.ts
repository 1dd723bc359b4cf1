import { computed, type Field, input, preset } from '../../model/field';
import { blankIf, blankUnless, firstOf } from '../../model/formulas';
import {
  awareFormula,
  factorFormula,
  newYearFormula,
  ownPerDay,
  perDay,
  plainFormula,
  quarterFormula,
  quarterSales,
  seasonFormula,
  shareFormula,
  shiftFormula,
  toIndexFormula,
  weighedDays,
} from './festival';

/** New stores' share of the mature baseline in their 1st, 2nd, 3rd … calendar month; the last share goes on. */
const defaultRamp = ['50%', '70%', '85%', '100%'];

/** Days around Spring Festival, counted from its first, and what they sell against other days: before, in and after it. */
const windows = [
  { from: '-21', through: '-1', factor: '150%' },
  { from: '0', through: '6', factor: '60%' },
  { from: '7', through: '20', factor: '80%' },
];

/** What a store that opens in a month sells in the rest of the year, in months of the mature baseline. */
function openingWeight(month: number): string {
  const terms: string[] = [];
  for (let later = month; later <= 12; later += 1)
    terms.push(`SUM({ramp.${later - month + 1}})*SUM({seasonIndex.${later}})`);
  return terms.join('+');
}

const noYear = 'COUNT({planYear},{firstMonth})<2';

export const settings: readonly Field[] = [
  input('region', 'text', { required: true, named: true, means: 'region', next: 'same' }),
  input('planYear', 'year', { required: true, min: 2000, max: 2100, named: true, means: 'planYear', next: 'after' }),
  preset('firstMonth', 'count', '1', { min: 1, max: 12, means: 'firstMonth', next: 'same' }),
  input('companyTarget', 'money', { min: 0, named: true, means: 'companyTarget' }),
  preset('salesBasis', 'choice', '{list.salesBasis.retail}', { list: 'salesBasis', means: 'salesBasis', next: 'same' }),
  preset('currency', 'choice', '{list.currency.CNY}', { list: 'currency', means: 'currency', next: 'same' }),
  preset('displayUnit', 'choice', '{list.displayUnit.tenThousand}', {
    list: 'displayUnit',
    means: 'displayUnit',
    next: 'same',
  }),
  computed(
    'unitSize',
    'count',
    firstOf(
      [
        ['{displayUnit}={list.displayUnit.tenThousand}', '10000'],
        ['{displayUnit}={list.displayUnit.thousand}', '1000'],
      ],
      '1',
    ),
    { hidden: true, means: 'unitSize' },
  ),
  preset('roundingUnit', 'number', '1', { min: 0, above: true, means: 'roundingUnit', next: 'same' }),
  input('dataThrough', 'date', { means: 'dataThrough', staysOpen: true }),
  preset('asOf', 'date', 'TODAY()', { means: 'asOf', staysOpen: true }),
  preset('floorFactor', 'rate', '90%', { min: 0, above: true, next: 'same' }),
  preset('stretchFactor', 'rate', '110%', { min: 0, above: true, next: 'same' }),
  preset('weakLine', 'rate', '70%', { min: 0, next: 'same' }),
  preset('supervisorSpan', 'number', '12', { min: 0, above: true, next: 'same' }),
  preset('expansionSpan', 'number', '8', { min: 0, above: true, next: 'same' }),
  preset('green', 'rate', '100%', { min: 0, next: 'same' }),
  preset('amber', 'rate', '90%', { min: 0, next: 'same' }),
  preset('ramp', 'rate', (cell) => defaultRamp[cell - 1] ?? `SUM({ramp.${cell - 1}})`, {
    cells: 12,
    min: 0,
    next: 'same',
  }),
  preset('seasonIndex', 'index', seasonFormula, {
    cells: 12,
    monthly: true,
    min: 0,
    means: 'seasonIndex',
    next: 'same',
  }),
  computed(
    'seasonBefore',
    'index',
    (cell) => (cell === 1 ? '0' : `SUM({seasonBefore.${cell - 1}},{seasonIndex.${cell - 1}})`),
    { cells: 12, hidden: true },
  ),
  computed('openingWeight', 'index', openingWeight, { cells: 12, monthly: true, hidden: true }),
  computed('seasonTotal', 'index', 'SUM({seasonIndex})', { hidden: true }),
  computed('yearStart', 'date', blankIf(noYear, 'DATE({planYear},{firstMonth},1)'), {
    named: true,
    means: 'yearStart',
  }),
  computed('yearEnd', 'date', blankIf(noYear, 'EOMONTH({yearStart},11)')),
  computed('lastYearStart', 'date', blankIf(noYear, 'EDATE({yearStart},-12)'), { hidden: true }),
  input('preparedBy', 'text'),
  input('preparedOn', 'date'),
  input('version', 'text'),
  input('festival', 'tick', { next: 'same', means: 'festival' }),
  computed('festivalBasis', 'text', '""', { afterSaving: true }),
  computed('newYearOn', 'date', '{newYear.1}', { afterSaving: true }),
  preset('windowFrom', 'count', (cell) => windows[cell - 1]?.from ?? '0', {
    cells: 3,
    min: -60,
    max: 60,
    next: 'same',
    means: 'windowFrom',
  }),
  preset('windowThrough', 'count', (cell) => windows[cell - 1]?.through ?? '0', {
    cells: 3,
    min: -60,
    max: 60,
    next: 'same',
    means: 'windowThrough',
  }),
  preset('windowFactor', 'decimal', (cell) => windows[cell - 1]?.factor ?? '100%', {
    cells: 3,
    min: 0,
    above: true,
    max: 100,
    next: 'same',
    means: 'windowFactor',
  }),
  computed('plainIndex', 'index', plainFormula, { cells: 12, monthly: true, afterSaving: true }),
  // Of January, February and March: their plain index, the festival of their year, weighed days, the index by these.
  computed('quarterShare', 'index', shareFormula, { cells: 3, hidden: true }),
  computed('newYear', 'date', (month) => newYearFormula('{planYear}', month), { cells: 3, hidden: true }),
  computed('quarterDays', 'decimal', (month) => weighedDays('{planYear}', month), { cells: 3, hidden: true }),
  computed('quarterIndex', 'index', quarterFormula, { cells: 3, hidden: true }),
  computed('aware', 'count', awareFormula, { hidden: true }),
  computed('lastNewYear', 'date', (month) => newYearFormula('({planYear}-1)', month, '{planYear}'), {
    cells: 3,
    hidden: true,
  }),
  computed('shift', 'index', shiftFormula, { cells: 3, hidden: true }),
  // What a day within each window weighs against other days, where the festival is followed; else as much.
  computed('factorUsed', 'decimal', factorFormula, { cells: 3, hidden: true }),
];

export const history: readonly Field[] = [
  input('year', 'year', { required: true, key: true, min: 1990, max: 2100, next: 'same' }),
  input('months', 'money', { cells: 12, monthly: true, min: 0, next: 'same' }),
  input('takesPart', 'tick', { initial: true, next: 'same' }),
  computed('total', 'money', blankUnless(['{months}'], 'SUM({months})')),
  computed('toIndex', 'index', toIndexFormula, { hidden: true }),
  input('together', 'tick', { next: 'same' }),
  // Of January, February and March: the festival of their year, the weighed days, and what they sold.
  computed('newYear', 'date', (month) => newYearFormula('{year}', month), { cells: 3, hidden: true }),
  computed('dated', 'count', '(COUNT({newYear})=3)*1', { hidden: true }),
  computed('weighed', 'decimal', (month) => weighedDays('{year}', month), { cells: 3, hidden: true }),
  computed('ownPerDay', 'index', ownPerDay, { cells: 2, hidden: true }),
  computed('quarter', 'money', quarterSales, { cells: 3, hidden: true }),
  computed('perDay', 'index', perDay, { cells: 3, hidden: true }),
];

export const people: readonly Field[] = [
  input('person', 'text', { required: true, key: true, width: 160, means: 'person', next: 'same' }),
  input('role', 'choice', { list: 'role', width: 160, next: 'same' }),
];
