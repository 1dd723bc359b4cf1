import type { Answer } from '../model/answer';
import { blockSize } from '../model/block';
import { foldedName, keyOf } from '../model/key';
import type { Tab } from '../model/tab';
import type { Working } from '../model/working';
import { sections } from '../sections';
import type { OurWorkbook, Spreadsheet } from '../sheets/read';
import { addRecords } from './endpoints/save';
import { heldIn, idsOf, keptIn, partOf } from './kept';
import { ourWorkbook } from './ours';

/*
 * What is followed of what was signed: a table that has a row for each record of the version in force. It is there once
 * someone has asked for it; without it all is followed as it was signed, and so is what has no row.
 */

/** The table, and what its fields are to a re-spread. */
export const workingTab = sections
  .flatMap((section) => section.tabs)
  .flatMap((tab): readonly { readonly tab: Tab; readonly working: Working }[] =>
    tab.working ? [{ tab, working: tab.working }] : [],
  )[0];

/** The part of the plan that it is of. */
export const workingSection = sections.find(({ tabs }) => tabs.some(({ working }) => working))?.id;

/** How often rows are added anew where others add them, or write, at the same moment. */
const attempts = 3;

/** Adds the rows of signed records that have none yet; undefined once all are there, else what was in the way. */
export function listSigned(file: Spreadsheet, workbook = ourWorkbook(file)): Failed | undefined {
  let failed: Failed | undefined;
  let lacking = lackingIn(workbook);
  for (let attempt = 1; lacking.length > 0 && attempt <= attempts; ) {
    const records = lacking.slice(0, blockSize);
    const part = workingTab?.tab.id ?? '';
    const answer = addRecords(file, { request: Utilities.getUuid(), part, records });
    if (answer.status !== 'done') {
      failed = answer;
      attempt += 1;
    }
    lacking = lackingIn(ourWorkbook(file));
  }
  return lacking.length === 0 ? undefined : failed;
}

type Failed = Exclude<Answer, { status: 'done' }>;

/** Records of the version in force that have no row, as they are added. */
function lackingIn(workbook: OurWorkbook): readonly Readonly<Record<string, string>>[] {
  const part = workingTab && partOf(workbook, workingTab.tab.id);
  const from = workingTab && partOf(workbook, workingTab.working.of);
  const key = workingTab && keyOf(workingTab.tab)?.fields[0];
  if (!workbook.signing || !part || !from || !key) return [];
  // A store whose number is written in another case by now is the one that has a row.
  const listed = new Set(idsOf(part).map((id) => foldedName(String(heldIn(part, id, key)))));
  const name = from.tab.kept?.records?.key ?? '';
  return keptIn(from, workbook.signing.version)
    .map(({ record }) => String(record.get(name)))
    .filter((one) => !listed.has(foldedName(one)))
    .map((one) => ({ [key.id]: one }));
}
