import { computed, type Field, type Kind } from '../../model/field';
import { blankIf } from '../../model/formulas';
import { imported } from '../../model/imported';
import { located } from '../../model/reference';
import type { Stamp, ValueColumn } from '../../model/signing';

/** Fields that are written once, when the plan is signed; their copies, by which typing over them is told, come last. */
function keptFields(pairs: readonly (readonly [Field, Field])[]): readonly Field[] {
  return [...pairs.map(([field]) => field), ...pairs.map(([, copy]) => copy)];
}

type More = NonNullable<Parameters<typeof imported>[2]>;

const stamped = (stamp: Stamp, kind: Kind, more: More = {}): readonly [Field, Field] =>
  imported(stamp, kind, { ...more, stamp });

const version = stamped('version', 'count', { key: true, required: true, width: 72 });

/** What a column adds up to in the version in force, which stands above all. */
const inForce = (tab: string, column: string, more = ''): string =>
  `SUMIFS({${tab}.${column}},{${tab}.version},MAX({signedVersions.version})${more})`;
const ofStores = (column: string): string => inForce('signedTargets', column);
const ofChannels = (column: string): string => inForce('signedOpenings', column, ',{signedOpenings.enabled},TRUE');

const target = (id: string, measure: string, keeps: string): readonly [Field, Field] =>
  imported(id, 'money', { keeps, measure, total: ofStores(id) });

/** A row for each version of the plan: when it was signed, and when it was opened again. */
export const versions: readonly Field[] = keptFields([
  version,
  stamped('signedOn', 'date'),
  stamped('signedBy', 'text', { width: 180 }),
  stamped('reason', 'longText'),
  imported('planned', 'money', { keeps: 'summary.total', measure: 'planned' }),
  imported('companyTarget', 'money', { keeps: 'summary.companyTarget', measure: 'companyTarget' }),
  stamped('rows', 'count'),
  stamped('checksum', 'text', { width: 160 }),
  stamped('openedOn', 'date'),
  stamped('openedBy', 'text', { width: 180 }),
  stamped('openedFor', 'longText'),
  imported('region', 'text', { keeps: 'settings.region' }),
  imported('planYear', 'year', { keeps: 'settings.planYear' }),
]);

/** A row for each version and store. */
export const signed: readonly Field[] = keptFields([
  version,
  imported('storeId', 'text', { key: true, required: true, keeps: 'stores.storeId' }),
  imported('name', 'text', { keeps: 'stores.name', width: 200 }),
  target('annual', 'target', 'stores.finalTarget'),
  target('floor', 'floor', 'stores.floorTarget'),
  target('stretch', 'stretch', 'stores.stretchTarget'),
  imported('months', 'money', {
    keeps: 'stores.months',
    measure: 'target',
    cells: 12,
    monthly: true,
    total: (month) => ofStores(`months.${month}`),
  }),
  stamped('signedOn', 'date'),
  stamped('signedBy', 'text', { width: 180 }),
]).concat(
  // What a store is found by in the version in force, and in no other.
  computed('foundBy', 'text', blankIf('{version}<MAX({signedVersions.version})', '{storeId}&""'), { hidden: true }),
  // Where it stands among what is followed, so that who finds a store here need not look for it again.
  located('foundBy', 'working.storeId'),
);

/** A row for each version and channel. */
export const signedOpenings: readonly Field[] = keptFields([
  version,
  imported('channel', 'choice', {
    key: true,
    required: true,
    keeps: 'expansion.channel',
    list: 'channel',
    open: true,
    width: 160,
  }),
  imported('enabled', 'tick', { keeps: 'expansion.enabled', measure: 'enabled' }),
  imported('annual', 'count', {
    keeps: 'expansion.targetOpenings',
    measure: 'openings',
    total: ofChannels('annual'),
  }),
  imported('openings', 'count', {
    keeps: 'expansion.openings',
    measure: 'openings',
    cells: 12,
    monthly: true,
    width: 56,
    total: (month) => ofChannels(`openings.${month}`),
  }),
  imported('sales', 'money', { keeps: 'expansion.sales', measure: 'sales', total: ofChannels('sales') }),
  stamped('signedOn', 'date'),
  stamped('signedBy', 'text', { width: 180 }),
]);

const says = (id: ValueColumn, kind: Kind, more: More = {}): readonly [Field, Field] =>
  imported(id, kind, { ...more, says: id });

/** A row for each value of each version: what headquarters reads of many regions alike, whatever language they are in. */
export const signedValues: readonly Field[] = keptFields([
  version,
  stamped('signedOn', 'date'),
  stamped('signedBy', 'text', { width: 180 }),
  says('region', 'text'),
  says('year', 'year'),
  says('part', 'text', { key: true, required: true }),
  says('key', 'text', { key: true, required: true }),
  says('name', 'text', { width: 200 }),
  says('measure', 'text', { key: true, required: true }),
  says('month', 'count', { key: true, required: true, width: 72 }),
  says('value', 'number', { width: 120 }),
]);
