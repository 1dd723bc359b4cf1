import { computed, type Field, input } from '../../model/field';
import { blankIf, firstOf, orNone } from '../../model/formulas';
import { imported } from '../../model/imported';
import { located } from '../../model/reference';
import type { Working, WorkingVersions } from '../../model/working';

/** A figure of the store as it was signed last. */
const signed = (field: string): string => `INDEX({signedTargets.${field}},{storeIdAt})`;
const unlessNone = (formula: string): string => blankIf('SUM({storeIdAt})=0', formula);

const [version, versionAs] = imported('version', 'count', { width: 72 });
const [written, writtenAs] = imported('written', 'money', { cells: 12, monthly: true, min: 0 });
const [carried, carriedAs] = imported('carried', 'money');

/** What each store is followed against: as signed, until a re-spread on that version has written its months. */
export const workingFields: readonly Field[] = [
  input('storeId', 'text', { required: true, key: true, ref: 'stores.storeId' }),
  computed('name', 'text', unlessNone(`${signed('name')}&""`), { width: 200, afterSaving: true }),
  computed('signedYear', 'money', unlessNone(signed('annual')), { total: 'sum', afterSaving: true }),
  computed('year', 'money', unlessNone('SUM({months})-{shortfall}'), { total: 'sum', afterSaving: true }),
  // What some are given others are taken from: where they come to nothing, it is 0 and no remainder of adding up.
  computed('adjustment', 'money', blankIf('COUNT({year},{signedYear})<2', 'ROUND({year}-{signedYear},2)+0'), {
    total: 'ROUND(SUM({working.adjustment}),2)+0',
    afterSaving: true,
  }),
  computed(
    'months',
    'money',
    (month) =>
      unlessNone(
        firstOf([[`{stands}*COUNT({written.${month}})=1`, `{written.${month}}`]], orNone(signed(`months.${month}`))),
      ),
    { cells: 12, monthly: true, total: 'sum', afterSaving: true },
  ),
  input('held', 'tick', { cells: 12, monthly: true }),
  input('least', 'money', { min: 0 }),
  input('most', 'money', { min: 0 }),
  version,
  carried,
  written,
  located('storeId', 'signedTargets.foundBy'),
  // Whether what a re-spread wrote is of the version in force.
  computed('stands', 'count', firstOf([['SUM({storeIdAt})=0', '0']], `(SUM({version})=${signed('version')})*1`), {
    hidden: true,
  }),
  computed('shortfall', 'money', 'SUM({stands})*SUM({carried})', { hidden: true }),
  versionAs,
  carriedAs,
  writtenAs,
];

const [number, numberAs] = imported('number', 'count', { key: true, required: true, width: 72 });
const [storeId, storeIdAs] = imported('storeId', 'text', { key: true, required: true });
const [name, nameAs] = imported('name', 'text', { width: 200 });
const [kind, kindAs] = imported('kind', 'choice', { list: 'workingKind', width: 90 });
const [onVersion, onVersionAs] = imported('version', 'count', { width: 72 });
const [on, onAs] = imported('on', 'date');
const [by, byAs] = imported('by', 'text', { width: 180 });
const [reason, reasonAs] = imported('reason', 'longText');
const [year, yearAs] = imported('year', 'money');
const [carriedThen, carriedThenAs] = imported('carried', 'money');
const [months, monthsAs] = imported('months', 'money', { cells: 12, monthly: true });

/** A row for each store and time that what it is followed against became another. */
export const versionFields: readonly Field[] = [
  ...[number, storeId, name, kind, onVersion, on, by, reason, year, carriedThen, months],
  ...[numberAs, storeIdAs, nameAs, kindAs, onVersionAs, onAs, byAs, reasonAs, yearAs, carriedThenAs, monthsAs],
];

const versions: WorkingVersions = {
  tab: 'workingVersions',
  number: number.id,
  on: on.id,
  by: by.id,
  reason: reason.id,
  kind: kind.id,
  version: onVersion.id,
  key: storeId.id,
  name: name.id,
  year: year.id,
  carried: carriedThen.id,
  months: months.id,
};

export const working: Working = {
  of: 'signedTargets',
  name: 'name',
  months: 'months',
  year: 'year',
  signedYear: 'signedYear',
  held: 'held',
  least: 'least',
  most: 'most',
  version: version.id,
  written: written.id,
  carried: carried.id,
  sold: 'actuals',
  versions,
};
