import type { FieldValue, Scalar } from '../model/answer';
import type { Field } from '../model/field';
import type { Stamp } from '../model/signing';
import { cellKeys, type Tab } from '../model/tab';
import { fromCell } from '../model/value';
import { sections } from '../sections';
import type { OurWorkbook, Spreadsheet } from '../sheets/read';
import { choices, fieldOf, tabOfRole } from './described';
import { recordIds, valueAt } from './endpoints/records';
import { type Part, partIn } from './endpoints/request';
import { ourWorkbook } from './ours';

/*
 * What signing keeps: which tabs keep which values of which tables, the records of a version as they stand there, and those
 * of the plan as they would be kept now.
 */

const tabs: readonly Tab[] = sections.flatMap((section) => section.tabs);
export const keeping = tabs.filter(({ kept }) => kept?.records);
export const versionsTab = tabOfRole('signings');

/** A record as it was or is to be kept. */
export type Kept = ReadonlyMap<string, FieldValue>;

/** A part of the workbook as it stands; undefined where it is not there. */
export function partOf(workbook: OurWorkbook, id: string): Part | undefined {
  const found = partIn(workbook, id);
  return 'part' in found ? found.part : undefined;
}

/** A field of a record as it stands, formulas by what they show. */
export function heldIn({ tab, asRead }: Part, record: string, field: Field): FieldValue {
  const held = cellKeys(field).map(
    (_, index): Scalar => fromCell(field, valueAt(tab, asRead(), record, field, index).value, choices),
  );
  return field.cells === undefined ? (held[0] ?? null) : held;
}

/** The ids of a part's records. */
export const idsOf = (part: Part): readonly string[] => recordIds(part, part.asRead());

/** Nothing, or nothing in any of several cells. */
export const isBlank = (value: FieldValue): boolean => (Array.isArray(value) ? value.every(isBlank) : value === null);

/** The field of another part whose value one keeps, and that part. */
export function sourceOf({ keeps = '' }: Field): { readonly tab: string; readonly field: string } {
  const [tab = '', field = ''] = keeps.split('.');
  return { tab, field };
}

/** The records of a table as they are to be kept by a tab: those that it would know again. */
function recordsFor(tab: Tab, source: Part): readonly Kept[] {
  const key = tab.kept?.records?.key ?? '';
  const fields = tab.fields.filter(({ keeps }) => keeps !== undefined);
  const records = idsOf(source).map((record): Kept => {
    const values = fields.map((field): [string, FieldValue] => {
      const from = fieldOf(source.tab, sourceOf(field).field);
      return [field.id, from ? clear(heldIn(source, record, from)) : null];
    });
    return new Map(values);
  });
  return records.filter((record) => !isBlank(record.get(key) ?? null));
}

/** The records of a version as a tab has kept them, with the ids of their rows. */
export function keptIn(part: Part, version: number): readonly { readonly id: string; readonly record: Kept }[] {
  const stamp = part.tab.fields.find((field) => field.stamp === 'version');
  const fields = part.tab.fields.filter(({ keeps }) => keeps !== undefined);
  return idsOf(part).flatMap((id) => {
    if (!stamp || heldIn(part, id, stamp) !== version) return [];
    return [{ id, record: new Map(fields.map((field) => [field.id, heldIn(part, id, field)])) }];
  });
}

/** Numbers without what binary fractions leave behind: 14520, not 14520.000000000002. */
export const clear = (value: FieldValue): FieldValue =>
  Array.isArray(value) ? value.map(cleared) : cleared(typeof value === 'object' ? null : value);
const cleared = (value: Scalar): Scalar => (typeof value === 'number' ? Number(value.toPrecision(14)) : value);

/** Values of the fields that stamp an act. */
export function stampsOf({ fields }: Tab, stamps: Partial<Record<Stamp, FieldValue>>): Record<string, FieldValue> {
  const values: Record<string, FieldValue> = {};
  for (const { id, stamp } of fields) {
    const value = stamp && stamps[stamp];
    if (value !== undefined) values[id] = value;
  }
  return values;
}

/** A version that was signed, as its row tells. */
export interface Version {
  readonly version: number;
  readonly signedOn: string;
  readonly signedBy: string;
  readonly reason: string;
  readonly openedOn: string;
  readonly openedBy: string;
  readonly openedFor: string;
  readonly checksum: string;
}

const text = (value: FieldValue | undefined): string => (typeof value === 'string' ? value : '');

/** The versions of a workbook, the last one first, with the ids of their rows. */
export function versionsIn(part: Part | undefined): readonly (Version & { readonly id: string })[] {
  if (!part) return [];
  const all = idsOf(part).map((id) => {
    const by = new Map(part.tab.fields.map((field) => [field.stamp, heldIn(part, id, field)]));
    return {
      id,
      version: Number(by.get('version') ?? 0),
      signedOn: text(by.get('signedOn')),
      signedBy: text(by.get('signedBy')),
      reason: text(by.get('reason')),
      openedOn: text(by.get('openedOn')),
      openedBy: text(by.get('openedBy')),
      openedFor: text(by.get('openedFor')),
      checksum: text(by.get('checksum')),
    };
  });
  return all.sort((one, other) => other.version - one.version);
}

/** Every record of a version; of none that of the plan as it is now. */
export function recordsOf(
  file: Spreadsheet,
  version: number | null,
): readonly (readonly [tab: string, record: Kept])[] {
  const workbook = ourWorkbook(file);
  return keeping.flatMap((tab) => {
    const part = partOf(workbook, version === null ? (tab.kept?.records?.of ?? '') : tab.id);
    if (!part) return [];
    const records = version === null ? recordsFor(tab, part) : keptIn(part, version).map(({ record }) => record);
    return records.map((record): [string, Kept] => [tab.id, record]);
  });
}
