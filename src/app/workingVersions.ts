import type { Answer, FieldValue, Scalar } from '../model/answer';
import { digestOf } from '../model/digest';
import { foldedName, keyOf } from '../model/key';
import type { Working } from '../model/working';
import type { Operation } from '../sheets/log';
import type { OurWorkbook, Spreadsheet } from '../sheets/read';
import { fieldOf } from './described';
import { type Part, partToWrite } from './endpoints/request';
import { cellsFor } from './endpoints/values';
import { keep } from './gate';
import { idMaker } from './ids';
import { clear, heldIn, idsOf, partOf } from './kept';
import { ourWorkbook } from './ours';
import { userEmail } from './who';
import { workingTab } from './working';

/*
 * What was followed, version by version: whenever the working targets of stores have become others, by a re-spread, by
 * taking one back or by signing anew, their months from then on stand as values in a tab of their own, with why, who and
 * when. What is to be added follows from what stands there last: a run that was cut off is made up for by the next.
 */

/** What a store is followed against, as far as versions tell it. */
interface Followed {
  readonly key: string;
  readonly name: FieldValue;
  readonly kind: 'signed' | 'adjusted';
  readonly year: Scalar;
  readonly carried: Scalar;
  readonly months: readonly Scalar[];
}

const held = (part: Part, record: string, id: string): FieldValue => {
  const field = fieldOf(part.tab, id);
  return field ? clear(heldIn(part, record, field)) : null;
};
const one = (value: FieldValue): Scalar => [value].flat()[0] ?? null;

/** What all stores are followed against now. */
function followedIn(part: Part, working: Working, version: number): readonly Followed[] {
  const key = keyOf(part.tab)?.fields[0]?.id ?? '';
  return idsOf(part).map((id): Followed => {
    const isOfVersion = one(held(part, id, working.version)) === version;
    const written = [held(part, id, working.written)].flat();
    const carried = one(held(part, id, working.carried));
    const isAdjusted = isOfVersion && (carried !== null || written.some((target) => target !== null));
    return {
      key: String(one(held(part, id, key))),
      name: held(part, id, working.name),
      kind: isAdjusted ? 'adjusted' : 'signed',
      year: one(held(part, id, working.year)),
      carried: isAdjusted ? carried : null,
      months: [held(part, id, working.months)].flat(),
    };
  });
}

/** What tells two versions of a store apart. */
const told = (kind: FieldValue, months: readonly Scalar[], carried: Scalar): string =>
  JSON.stringify([kind, carried ?? 0, months]);

/** Adds what signing anew has made other since it was written last; false if others write just now, and the next one goes on. */
export const keepSignedVersions = (file: Spreadsheet, workbook: OurWorkbook): boolean =>
  // What a re-spread has written a moment ago is its own to tell, with who and why.
  keepChanged(file, undefined, workbook, ({ kind }) => kind === 'signed');

/** Adds all that has become other since it was written last; false if others write just now, and the next one goes on. */
const keepVersions = (file: Spreadsheet, reason: string | undefined): boolean =>
  keepChanged(file, reason, ourWorkbook(file), () => true);

function keepChanged(
  file: Spreadsheet,
  reason: string | undefined,
  workbook: OurWorkbook,
  isWanted: (store: Followed) => boolean,
): boolean {
  const part = workingTab && partOf(workbook, workingTab.tab.id);
  const { versions } = workingTab?.working ?? {};
  if (!workingTab || !workbook.signing || !part || !versions || !workbook.sheets.has(versions.tab)) return true;
  const found = partToWrite(file, versions.tab);
  if ('answer' in found) return false;
  const { part: kept } = found;
  const value = (id: string, field: string): FieldValue => held(kept, id, field);
  let last = 0;
  const known = new Map<string, string>();
  // Rows may have been sorted: of a store the one with the highest number is its last.
  const rows = idsOf(kept).map((id) => ({ id, number: Number(one(value(id, versions.number)) ?? 0) }));
  for (const { id, number } of rows.sort((first, second) => first.number - second.number)) {
    last = number;
    const months = [value(id, versions.months)].flat();
    known.set(
      foldedName(String(one(value(id, versions.key)))),
      told(value(id, versions.kind), months, one(value(id, versions.carried))),
    );
  }
  const { version } = workbook.signing;
  const changed = followedIn(part, workingTab.working, version).filter((store) => {
    const { key, kind, year, months, carried } = store;
    // What the version in force has not signed is not followed: there is nothing to tell of it.
    if (year === null || !isWanted(store)) return false;
    const was = known.get(foldedName(key));
    return was === undefined ? kind === 'adjusted' : was !== told(kind, months, carried);
  });
  if (changed.length === 0) return true;
  const newId = idMaker();
  const by = userEmail() || null;
  const on = Utilities.formatDate(new Date(), file.getSpreadsheetTimeZone(), 'yyyy-MM-dd');
  const operations = changed.map((store): Operation => {
    const values: Record<string, FieldValue> = {
      [versions.number]: last + 1,
      [versions.on]: on,
      [versions.by]: by,
      [versions.reason]: reason || null,
      [versions.kind]: store.kind,
      [versions.version]: version,
      [versions.key]: store.key,
      [versions.name]: store.name,
      [versions.year]: store.year,
      [versions.carried]: store.carried,
      [versions.months]: store.months,
    };
    return { record: newId(), from: null, to: cellsFor(kept.tab, values, kept.language) };
  });
  const digest = digestOf(JSON.stringify([last, changed]));
  return keep(`${versions.tab}:${last + 1}:${digest.slice(0, 16)}`, kept, operations) === undefined;
}

/** An endpoint that may change what stores are followed against: what has become of it is kept, with why. */
export function keepingVersions(
  endpoint: (file: Spreadsheet, request: unknown) => Answer,
): (file: Spreadsheet, request: unknown) => Answer {
  return (file, request) => {
    const answer = endpoint(file, request);
    const { parts, reason } = typeof request === 'object' && request !== null ? asked(request) : asked({});
    const isOfIt = parts === undefined || parts.some((part) => part === workingTab?.tab.id);
    if (answer.status !== 'done' || answer.records.length === 0 || !isOfIt) return answer;
    // Another may have made the workbook another meanwhile, as by a switch of language: as it stands now, once more.
    if (!keepVersions(file, reason)) keepVersions(file, reason);
    return answer;
  };
}

/** What a request says of its parts and why; of one that names none any part may be meant. */
function asked(request: object): {
  readonly parts: readonly unknown[] | undefined;
  readonly reason: string | undefined;
} {
  const said = (from: unknown, name: string): unknown =>
    typeof from === 'object' && from !== null ? Object.entries(from).find(([key]) => key === name)?.[1] : undefined;
  const [part, several, reason] = ['part', 'parts', 'reason'].map((name) => said(request, name));
  const parts = Array.isArray(several)
    ? several.map((one) => said(one, 'part'))
    : part === undefined
      ? undefined
      : [part];
  return { parts, reason: typeof reason === 'string' ? reason.trim() : undefined };
}
