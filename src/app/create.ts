import type { FieldValue } from '../model/answer';
import type { Language } from '../model/language';
import { cellKeys, type Tab } from '../model/tab';
import { cellsOfField } from '../model/value';
import { createFile, FileError, type NewFile } from '../sheets/create';
import { type Book, workbookRequests } from '../workbook/api/request';
import { drawingOf } from '../workbook/drawing';
import { type Inputs, tabImage } from '../workbook/image';
import { freshPlacement } from '../workbook/place';
import type { TabPlan } from '../workbook/plan';
import type { Value } from '../workbook/state';
import { words as workbookWords } from '../workbook/text';
import { idMaker, roomFor, settingsInputs, wholeTabs } from './generate';
import { userLanguage } from './language';
import { atlasOf, choiceLabel, choices, describedTab, fieldOf, missingNoteIn, planOf } from './plan';
import { words } from './text';

/** Values of a record by field id, as forms give them. */
type Values = Readonly<Record<string, FieldValue>>;

/** A value typed into a record or into one of the fixed rows of a part. */
interface Entry {
  readonly part: string;
  readonly record: string;
  readonly field: string;
  readonly value: FieldValue;
}

/** A region's workbook to be made as a new file, with what it holds from the start. */
export interface FileWish {
  readonly language: Language;
  readonly region: string;
  readonly planYear: number;
  /** A code as `EUR`; CNY if left out. */
  readonly currency?: string | undefined;
  readonly entries?: readonly Entry[];
  /** Records of tables, by the table's tab. */
  readonly records?: ReadonlyMap<string, readonly Values[]>;
}

/** What only the place it is made in knows. */
export interface Origin {
  /** As `Asia/Shanghai`. */
  readonly timeZone: string;
  readonly newId: () => string;
}

/** Empty rows that a table with records keeps below them. */
const fewestSpareRows = 20;

/** A table's plan with records in place of some of its empty rows. */
function withRecords(plan: TabPlan, records: readonly Values[], language: Language, newId: () => string): TabPlan {
  const tab = describedTab(plan.id)?.tab;
  if (!tab || records.length === 0) return plan;
  const seeds = records.map((values) => ({ id: newId(), values: recordCells(tab, values, language) }));
  const spareRows = Math.max(plan.spareRows - records.length, Math.min(plan.spareRows, fewestSpareRows));
  return { ...plan, seeds: [...plan.seeds, ...seeds], spareRows };
}

function recordCells(tab: Tab, values: Values, language: Language): ReadonlyMap<string, Value> {
  const cells = new Map<string, Value>();
  for (const field of tab.fields) {
    const value = values[field.id] ?? field.initial;
    if (value === undefined) continue;
    for (const [key, cell] of Object.entries(cellsOfField(field, value, language, choices)))
      if (cell !== null) cells.set(key, cell);
  }
  return cells;
}

/** What is typed into a tab's rows: in a record a field has a row and a column for each of its values. */
function entryInputs(plan: TabPlan, entries: readonly Entry[], language: Language): Inputs {
  const inputs = new Map<string, Map<string, Value>>();
  const tab = describedTab(plan.id)?.tab;
  for (const { part, record, field: id, value } of entries) {
    const field = part === plan.id && tab ? fieldOf(tab, id) : undefined;
    if (!field) continue;
    const isRecord = plan.shape === 'record';
    const row = isRecord ? id : record;
    const cells = inputs.get(row) ?? new Map<string, Value>();
    const made = cellsOfField(field, value, language, choices);
    for (const [index, key] of cellKeys(field).entries()) {
      const cell = made[key] ?? null;
      if (cell !== null) cells.set(isRecord ? `value.${index + 1}` : key, cell);
    }
    inputs.set(row, cells);
  }
  return inputs;
}

/** The whole workbook that a wish describes, drawn; pure but for `newId`. */
export function bookOf(wish: FileWish, { timeZone, newId }: Origin): Book {
  const { language, region, planYear, entries = [], records } = wish;
  const recordsOf = (table: string): readonly Values[] => records?.get(table) ?? [];
  const room = (table: string): number => (recordsOf(table).length === 0 ? 0 : roomFor(recordsOf(table).length));
  const plans = wholeTabs.flatMap((id) => {
    const plan = planOf(id, language, room);
    return plan ? [withRecords(plan, recordsOf(id), language, newId)] : [];
  });
  const placements = new Map(plans.map((plan) => [plan.id, freshPlacement(plan)]));
  const atlas = atlasOf(placements);
  const scene = { atlas, label: choiceLabel(language) };
  const settings = settingsInputs(wish, language);
  const drawings = plans.map((plan) => {
    const typed = entryInputs(plan, entries, language);
    const inputs = plan.id === 'settings' ? new Map([...settings, ...typed]) : typed;
    const cells = tabImage(plan, atlas, missingNoteIn(language), inputs);
    return drawingOf(plan, placements.get(plan.id) ?? freshPlacement(plan), cells, scene);
  });
  const title = words[language].newFile.title(region, planYear);
  return { title, language, timeZone, drawings, atlas, words: workbookWords[language].rules };
}

/**
 * Makes a region's workbook as a new file of the user's. The time zone is the current workbook's. Throws an error in
 * the user's language if there is no file; `lacking` says so, in their language too, if part of it is not there.
 */
export function createWorkbookFile(wish: FileWish): NewFile {
  const text = words[userLanguage()].newFile;
  const timeZone = SpreadsheetApp.getActive().getSpreadsheetTimeZone();
  try {
    const { lacking, ...file } = createFile(workbookRequests(bookOf(wish, { timeZone, newId: idMaker() })));
    return lacking === undefined ? file : { ...file, lacking: text.lacking(lacking) };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw new Error(error.code === 'noService' ? text.noService : text.refused(error.reason || text.noReason));
  }
}
