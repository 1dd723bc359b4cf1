import type { Answer, Fault } from '../../model/answer';
import { shortened } from '../../model/characters';
import type { Language } from '../../model/language';
import type { Tab } from '../../model/tab';
import { type OurSheet, type OurWorkbook, type Spreadsheet, tabCells } from '../../sheets/read';
import { logTab } from '../../workbook/own';
import type { Signing } from '../../workbook/registry';
import type { TabState } from '../../workbook/state';
import { describedTab } from '../described';
import { said, userLanguage } from '../language';
import { ourWorkbook } from '../ours';
import { read, type Shape } from '../requests';
import { versionRefusal } from '../version';

export type Invalid = Extract<Answer, { status: 'invalid' }>;

/** Faults told at once: of more the rest is told when these are mended. */
const mostFaults = 500;

/** An answer that nothing was written, and why. */
export const invalid = (faults: readonly Fault[]): Invalid => ({
  status: 'invalid',
  message: said().invalid,
  faults: faults.slice(0, mostFaults),
});

/** The same for what is no field's fault. */
export const refused = (message: string): Invalid => ({ status: 'invalid', message, faults: [] });

/** A request of the right shape, or an answer that says where it is not. */
export function parsedRequest<T>(
  shape: Shape<T>,
  request: unknown,
): { readonly value: T } | { readonly answer: Invalid } {
  const given = read(shape, request);
  if ('value' in given) return given;
  return { answer: invalid([{ message: said().badRequest(given.misfits.join(', ')) }]) };
}

/** A part of the plan as it is in the workbook. */
export interface Part {
  readonly file: Spreadsheet;
  readonly tab: Tab;
  readonly ours: OurSheet;
  readonly sheets: ReadonlyMap<string, OurSheet>;
  readonly language: Language;
  /** Its cells with their formulas, read when they are first asked for and not again; people's own columns with `whole`. */
  readonly asRead: (whole?: boolean) => TabState;
  /** What stands in it, without formulas where it has not been read: a call less, of a part that is only looked at. */
  readonly shown: () => TabState;
  /** The log's last row as it was before that. */
  readonly least: () => number;
  /** The language that a switch which was cut off was to: it is to be finished before anything is written. */
  readonly turning: Language | undefined;
  /** The version of the plan that was signed last. */
  readonly signing: Signing | undefined;
  /** What the workbook said of itself when it was read: if that is another under the lock, all is to be looked at anew. */
  readonly registered: string | undefined;
}

type PartOrNone = { readonly part: Part } | { readonly answer: Invalid };

/** The part a request is to read, if there is such a part and it is in the workbook. */
export function partToRead(file: Spreadsheet, id: string): PartOrNone {
  return partIn(ourWorkbook(file), id);
}

/** The part a request is to write into. One whose plan is of another version is only read. */
export function partToWrite(file: Spreadsheet, id: string): PartOrNone {
  const found = partsToWrite(file, [id]);
  if ('answer' in found) return found;
  const [part] = found.parts;
  return part ? { part } : { answer: refused(said().unknownPart(shortened(id))) };
}

/** The parts that one request is to write into, by what the workbook says of itself or is told to have said. */
export function partsToWrite(
  file: Spreadsheet,
  ids: readonly string[],
  registered?: string,
): { readonly parts: readonly Part[] } | { readonly answer: Invalid } {
  const workbook = ourWorkbook(file, registered);
  const refusal = versionRefusal(workbook);
  if (refusal !== undefined) return { answer: refused(refusal) };
  const least = logEnd(workbook.sheets);
  const parts: Part[] = [];
  for (const id of ids) {
    const found = partIn({ ...workbook, least }, id);
    if ('answer' in found) return found;
    parts.push(found.part);
  }
  return { parts };
}

/** A workbook that has been read, or a part of it, as far as its other parts need it. */
interface Known extends Pick<OurWorkbook, 'file' | 'sheets'> {
  readonly language?: Language | undefined;
  readonly registered?: string | undefined;
  readonly turning?: Language | undefined;
  readonly signing?: Signing | undefined;
  /** Where the log ended before any part was read. */
  readonly least?: () => number;
}

/** The answer about a part whose tab is not in the workbook. */
export function absentPart(id: string): Invalid {
  const title = describedTab(id)?.section.text[userLanguage()].tabs[id]?.title ?? id;
  return invalid([{ message: said().absentPart(title) }]);
}

/** A part of a workbook that has been read. */
export function partIn(workbook: Known, id: string): PartOrNone {
  const found = describedTab(id);
  if (!found) return { answer: invalid([{ message: said().unknownPart(shortened(id)) }]) };
  const { file, language, sheets, registered, turning, signing } = workbook;
  const ours = sheets.get(id);
  if (!ours || !language) return { answer: absentPart(id) };
  const read = readOnce(ours, sheets, workbook.least);
  return { part: { file, tab: found.tab, ours, sheets, language, registered, turning, signing, ...read } };
}

/** The log's last row as it is when it is first asked for. */
function logEnd(sheets: ReadonlyMap<string, OurSheet>): () => number {
  let logged: number | undefined;
  return () => {
    logged ??= sheets.get(logTab)?.sheet.getLastRow() ?? 0;
    return logged;
  };
}

/**
 * A tab's cells, read when they are first asked for: of all columns, or those that its plan has, which is a call less. And
 * the log's last row, always before them: what is logged later may not be in the cells. Parts of one request ask for it once.
 */
export function readOnce(
  ours: OurSheet,
  sheets: ReadonlyMap<string, OurSheet>,
  least = logEnd(sheets),
): Pick<Part, 'asRead' | 'shown' | 'least'> {
  let read: TabState | undefined;
  const keys = (): readonly string[] => ours.plans?.()[0]?.columns.map(({ key }) => key) ?? [];
  const asRead = (whole = false): TabState => {
    least();
    read ??= tabCells(ours, true, whole ? [] : keys());
    return read;
  };
  let seen: TabState | undefined;
  return {
    least,
    asRead,
    shown: () => {
      if (read) return read;
      least();
      seen ??= tabCells(ours, false, keys());
      // Columns whose keys someone has cleared are known by their formulas, too.
      return keys().every((key) => seen?.placement.columns.has(key)) ? seen : asRead();
    },
  };
}
