import type { Answer, FieldValue, Scalar } from '../model/answer';
import { digestOf } from '../model/digest';
import type { Field } from '../model/field';
import type { ValueColumn } from '../model/signing';
import type { Tab } from '../model/tab';
import { sections } from '../sections';
import type { Operation } from '../sheets/log';
import { isAnyNoted } from '../sheets/noted';
import type { OurWorkbook, Spreadsheet } from '../sheets/read';
import { describedTab } from './described';
import { type Invalid, type Part, partToWrite, refused } from './endpoints/request';
import { cellsFor } from './endpoints/values';
import { keep } from './gate';
import { generate } from './generate';
import { idMaker } from './ids';
import {
  clear,
  heldIn,
  idsOf,
  type Kept,
  keeping,
  keptIn,
  partOf,
  sourceOf,
  stampsOf,
  type Version,
  versionsIn,
  versionsTab,
} from './kept';
import { said } from './language';
import { ourWorkbook } from './ours';
import { listSigned } from './working';
import { keepSignedVersions } from './workingVersions';

/*
 * All versions value by value, as headquarters reads them. The rows follow from the versions that are signed, which nothing
 * changes: so they come after signing, as many at once as a request has time for, and whoever comes next adds what lacks.
 */

/** Rows that are written by one request. */
export const blockRows = 2000;

const valuesTab = sections.flatMap((section) => section.tabs).find(({ kept }) => kept?.values);

/** The columns by which a value is known again. */
const keyColumns: readonly ValueColumn[] = ['part', 'key', 'measure', 'month'];

type Values = Readonly<Record<ValueColumn, Scalar>>;
type Row = readonly [version: Version, values: Values];

const keyOf = (version: unknown, values: (column: ValueColumn) => unknown): string =>
  JSON.stringify([version, ...keyColumns.map((column) => String(values(column)))]);

/** What a field holds as numbers, a row for each: of a year 0 is the month, of a tick 1 is its being there. */
function measured(field: Field, held: FieldValue): readonly Pick<Values, 'measure' | 'month' | 'value'>[] {
  const { measure = '', cells } = field;
  return [clear(held)].flat().flatMap((value, index) => {
    const number = typeof value === 'boolean' ? Number(value) : value;
    return typeof number === 'number' ? [{ measure, month: cells === undefined ? 0 : index + 1, value: number }] : [];
  });
}

const measuredIn = (
  tab: Tab,
  held: (field: Field) => FieldValue,
): readonly Pick<Values, 'measure' | 'month' | 'value'>[] =>
  tab.fields.filter(({ measure }) => measure !== undefined).flatMap((field) => measured(field, held(field)));

/** The region and the year of a version, by what the fields mean that its row has kept. */
function termOf(part: Part, id: string, meaning: 'region' | 'planYear'): Scalar {
  const field = part.tab.fields.find((one) => {
    const { tab, field: source } = sourceOf(one);
    return describedTab(tab)?.tab.fields.some(({ id: known, means }) => known === source && means === meaning);
  });
  const held = field ? heldIn(part, id, field) : null;
  return typeof held === 'string' || typeof held === 'number' ? held : null;
}

/** The values of a version: of the region, then of the records that each tab has kept. */
function rowsOf(workbook: OurWorkbook, versions: Part, version: Version & { readonly id: string }): readonly Row[] {
  const [region, year] = [termOf(versions, version.id, 'region'), termOf(versions, version.id, 'planYear')];
  const whole = { region, year, part: 'region', key: 'region', name: region };
  const ofRegion = measuredIn(versions.tab, (field) => heldIn(versions, version.id, field));
  return [
    ...ofRegion.map((values): Row => [version, { ...whole, ...values }]),
    ...keeping.flatMap((tab) => {
      const part = partOf(workbook, tab.id);
      const records = part ? keptIn(part, version.version).map(({ record }) => record) : [];
      return records.flatMap((record) =>
        rowsOfRecord(tab, record).map((row): Row => [version, { region, year, ...row }]),
      );
    }),
  ];
}

function rowsOfRecord(tab: Tab, record: Kept): readonly Omit<Values, 'region' | 'year'>[] {
  const { of = '', key = '', name = '' } = tab.kept?.records ?? {};
  const told = { part: of, key: String(record.get(key) ?? ''), name: String(record.get(name) ?? '') };
  return measuredIn(tab, (field) => record.get(field.id) ?? null).map((values) => ({ ...told, ...values }));
}

/** Values of signed versions that are not there yet, the oldest version first. */
function lackingIn(workbook: OurWorkbook): readonly Row[] {
  const { signing } = workbook;
  const versions = versionsTab && partOf(workbook, versionsTab.tab.id);
  if (!signing || !versions || !valuesTab) return [];
  const part = partOf(workbook, valuesTab.id);
  const there = new Set(part ? idsOf(part).map((id) => keyIn(part, id)) : []);
  return [...versionsIn(versions)]
    .reverse()
    .filter(({ version }) => version <= signing.version)
    .flatMap((version) => rowsOf(workbook, versions, version))
    .filter(([{ version }, values]) => !there.has(keyOf(version, (column) => values[column])));
}

function keyIn(part: Part, id: string): string {
  const held = (field: Field | undefined): FieldValue => (field ? heldIn(part, id, field) : null);
  const { fields } = part.tab;
  return keyOf(held(fields.find(({ stamp }) => stamp === 'version')), (column) =>
    held(fields.find(({ says }) => says === column)),
  );
}

/** How many values of signed versions are not there yet. Reads only. */
export const valuesLacking = (file: Spreadsheet): number => lackingIn(ourWorkbook(file)).length;

export type ValuesAnswer =
  | { readonly status: 'done'; readonly kept: number; readonly left: number }
  | Extract<Answer, { status: 'busy' }>
  | Invalid;

/** Adds the next values of signed versions: how many, and how many are left for further requests. */
export function keepValues(file: Spreadsheet, request: string): ValuesAnswer {
  const workbook = ourWorkbook(file);
  if (!valuesTab || !workbook.signing) return { status: 'done', kept: 0, left: 0 };
  // What is followed comes first: stores that are new in the version get their rows.
  const hindrance = listSigned(file, workbook);
  if (hindrance) return hindrance.status === 'busy' ? hindrance : refused(hindrance.message);
  if (!keepSignedVersions(file, workbook)) return busy();
  // A plan that was signed before there was the tab gets it now.
  const isThere = workbook.sheets.has(valuesTab.id);
  if (!isThere && !generate(file, { section: describedTab(valuesTab.id)?.section.id })) return busy();
  const lacking = lackingIn(isThere ? workbook : ourWorkbook(file));
  const rows = lacking.slice(0, blockRows);
  // They are all there; that they are may not yet be told by a run that was cut off.
  if (rows.length === 0 && isAnyNoted() && !generate(file, { section: describedTab(valuesTab.id)?.section.id }))
    return busy();
  if (rows.length === 0) return { status: 'done', kept: 0, left: 0 };
  const found = partToWrite(file, valuesTab.id);
  if ('answer' in found) return found.answer;
  const { part } = found;
  const newId = idMaker();
  const operations = rows.map(([version, values]): Operation => {
    const { version: number, signedOn, signedBy } = version;
    const told = part.tab.fields.flatMap(({ id, says }): [string, FieldValue][] => (says ? [[id, values[says]]] : []));
    const stamps = stampsOf(part.tab, { version: number, signedOn, signedBy: signedBy || null });
    return {
      record: newId(),
      from: null,
      to: cellsFor(part.tab, { ...Object.fromEntries(told), ...stamps }, part.language),
    };
  });
  const digest = digestOf(JSON.stringify(rows.map(([{ version }, values]) => keyOf(version, (one) => values[one]))));
  const left = lacking.length - rows.length;
  const failed = keep(`${request}:${digest.slice(0, 16)}`, part, operations, { toFollow: left });
  // Someone else has added them meanwhile: what is left is seen next time.
  if (failed?.status === 'invalid' || failed?.status === 'busy') return busy();
  return failed === undefined ? { status: 'done', kept: rows.length, left } : refused(failed.message);
}

const busy = (): Extract<Answer, { status: 'busy' }> => ({ status: 'busy', message: said().busy });

/** How long a command goes on adding values, in milliseconds: Google ends it after six minutes. */
const patience = 180_000;

/** Adds the values of signed versions one request after the other; how many are left when the time is up or others write. */
export function keepAllValues(file: Spreadsheet): number {
  const end = Date.now() + patience;
  for (;;) {
    const answer = keepValues(file, Utilities.getUuid());
    if (answer.status !== 'done') return valuesLacking(file);
    if (answer.left === 0 || Date.now() > end) return answer.left;
  }
}
