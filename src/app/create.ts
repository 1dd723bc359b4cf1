import type { FieldValue } from '../model/answer';
import type { Language } from '../model/language';
import type { Tab } from '../model/tab';
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

/** What is typed into a record that the workbook has from the start, or into one of its fixed rows. */
interface Typed {
  readonly part: string;
  readonly record: string;
  readonly values: Values;
}

/** A region's workbook to be made as a new file, with what it holds from the start. */
export interface FileWish {
  readonly language: Language;
  readonly region: string;
  readonly planYear: number;
  /** A code as `EUR`; CNY if left out. */
  readonly currency?: string | undefined;
  readonly typed?: readonly Typed[];
  /** Records added to tables, by the table's tab. */
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

/** A table's plan with what is typed into its first records, and with more records in place of some empty rows. */
function withRecords(plan: TabPlan, typed: readonly Typed[], records: readonly Values[], wish: Wanted): TabPlan {
  const { tab, language, newId } = wish;
  const first = plan.seeds.map(({ id, values }) => {
    const own = typed.find(({ record }) => record === id);
    return own ? { id, values: new Map([...values, ...recordCells(tab, own.values, language)]) } : { id, values };
  });
  const added = records.map((values) => ({
    id: newId(),
    values: recordCells(tab, { ...initial(tab), ...values }, language),
  }));
  const spareRows = Math.max(plan.spareRows - records.length, Math.min(plan.spareRows, fewestSpareRows));
  return { ...plan, seeds: [...first, ...added], spareRows };
}

interface Wanted {
  readonly tab: Tab;
  readonly language: Language;
  readonly newId: () => string;
}

/** What a new record starts with. */
function initial(tab: Tab): Values {
  const values: Record<string, FieldValue> = {};
  for (const field of tab.fields) if (field.initial !== undefined) values[field.id] = field.initial;
  return values;
}

function recordCells(tab: Tab, values: Values, language: Language): ReadonlyMap<string, Value> {
  const cells = new Map<string, Value>();
  for (const field of tab.fields) {
    const value = values[field.id];
    if (value === undefined) continue;
    for (const [key, cell] of Object.entries(cellsOfField(field, value, language, choices)))
      if (cell !== null) cells.set(key, cell);
  }
  return cells;
}

/** What is typed into a tab's own rows: in a record a field has a row, and a column for each of its values. */
function typedInputs(plan: TabPlan, typed: readonly Typed[], { tab, language }: Wanted): Inputs {
  const inputs = new Map<string, ReadonlyMap<string, Value>>();
  for (const { record, values } of typed) {
    if (plan.shape !== 'record') {
      inputs.set(record, recordCells(tab, values, language));
      continue;
    }
    for (const [id, value] of Object.entries(values)) {
      const field = fieldOf(tab, id);
      const cells = field ? Object.values(cellsOfField(field, value, language, choices)) : [];
      const entries = cells.map((cell, index) => [`value.${index + 1}`, cell] as const);
      inputs.set(id, new Map(entries.flatMap(([key, cell]) => (cell === null ? [] : [[key, cell]]))));
    }
  }
  return inputs;
}

/** The whole workbook that a wish describes, drawn; pure but for `newId`. */
export function bookOf(wish: FileWish, { timeZone, newId }: Origin): Book {
  const { language, region, planYear, typed = [], records } = wish;
  const recordsOf = (table: string): readonly Values[] => records?.get(table) ?? [];
  const typedIn = (id: string): readonly Typed[] => typed.filter(({ part }) => part === id);
  const wanted = (id: string): Wanted | undefined => {
    const tab = describedTab(id)?.tab;
    return tab && { tab, language, newId };
  };
  const room = (table: string): number => (recordsOf(table).length === 0 ? 0 : roomFor(recordsOf(table).length));
  const plans = wholeTabs.flatMap((id) => {
    const [plan, of] = [planOf(id, language, room), wanted(id)];
    if (!plan) return [];
    return [plan.body && of ? withRecords(plan, typedIn(id), recordsOf(id), of) : plan];
  });
  const placements = new Map(plans.map((plan) => [plan.id, freshPlacement(plan)]));
  const atlas = atlasOf(placements);
  const scene = { atlas, label: choiceLabel(language) };
  const settings = settingsInputs(wish, language);
  const drawings = plans.map((plan) => {
    const of = plan.body ? undefined : wanted(plan.id);
    const inputs = of ? typedInputs(plan, typedIn(plan.id), of) : new Map<string, ReadonlyMap<string, Value>>();
    const all = plan.id === 'settings' ? new Map([...settings, ...inputs]) : inputs;
    const cells = tabImage(plan, atlas, missingNoteIn(language), all);
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
