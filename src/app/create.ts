import type { Language } from '../model/language';
import { type Born, createFile, FileError, type NewFile } from '../sheets/create';
import { type Book, newFileLocale, workbookRequests } from '../workbook/api/request';
import { drawingOf } from '../workbook/drawing';
import { type Inputs, tabImage } from '../workbook/image';
import type { RoomOf } from '../workbook/layout';
import { freshPlacement } from '../workbook/place';
import type { TabPlan } from '../workbook/plan';
import { separatorOf } from '../workbook/separator';
import { words as workbookWords } from '../workbook/text';
import { atlasOf, choiceLabel, describedTab, missingNoteIn, plannedTab, tabIds, tabOfRole } from './described';
import { settingsInputs, wholeTabs } from './generate';
import { userLanguage } from './language';
import { reasonIn } from './reason';
import { words } from './text';

/** A region's workbook to be made as a new file. */
export interface FileWish {
  readonly language: Language;
  readonly region: string;
  readonly planYear: number;
  /** A code as `EUR`; CNY if left out. */
  readonly currency?: string | undefined;
}

/** What a workbook holds from the start besides its settings. */
export interface Contents {
  /** How many records a table is to have room for. */
  readonly room: RoomOf;
  /** A tab's plan with its records. */
  readonly planned: (plan: TabPlan) => TabPlan;
  /** What is entered in a tab's own rows. */
  readonly inputs: (plan: TabPlan) => Inputs;
}

const nothing: Contents = { room: () => 0, planned: (plan) => plan, inputs: () => new Map() };

/**
 * The whole workbook that a wish describes, drawn; `timeZone` as `Asia/Shanghai`. Of sections whose tabs come when they are
 * first needed only those that are named have theirs.
 */
export function bookOf(
  wish: FileWish,
  timeZone: string,
  contents: Contents = nothing,
  needed: readonly string[] = [],
): Book {
  const { language, region, planYear } = wish;
  const isNeeded = (id: string): boolean => needed.includes(describedTab(id)?.section.id ?? '');
  const plans = tabIds.flatMap((id) => {
    if (!wholeTabs.includes(id) && !isNeeded(id)) return [];
    const plan = plannedTab(id, language, contents.room);
    return plan ? [contents.planned(plan)] : [];
  });
  const placements = new Map(plans.map((plan) => [plan.id, freshPlacement(plan)]));
  const locale = newFileLocale[language];
  const atlas = atlasOf(placements, separatorOf(locale));
  const scene = { atlas, label: choiceLabel(language) };
  const drawings = plans.map((plan) => {
    const settings = plan.id === tabOfRole('terms')?.tab.id ? settingsInputs(wish, language) : [];
    const inputs = new Map([...settings, ...contents.inputs(plan)]);
    const cells = tabImage(plan, atlas, missingNoteIn(language), inputs);
    return drawingOf(plan, placements.get(plan.id) ?? freshPlacement(plan), cells, scene);
  });
  const title = words[language].newFile.title(region, planYear);
  return { title, language, locale, timeZone, drawings, atlas, words: workbookWords[language].rules };
}

/** What a new file holds beside what every one does, and who is told as soon as it is there. */
interface Making {
  readonly contents?: Contents;
  readonly needed?: readonly string[];
  readonly born?: Born;
}

/**
 * Makes a region's workbook as a new file of the user's, in a time zone as `Asia/Shanghai`, with what it is to hold. Throws an error in the user's
 * language if there is no file; `lacking` says so, in their language too, if part of it is not there.
 */
export function createWorkbookFile(wish: FileWish, timeZone: string, { contents, needed, born }: Making = {}): NewFile {
  return createBook(bookOf(wish, timeZone, contents, needed), born);
}

/** Makes a drawn workbook as a new file of the user's; throws, and says what is lacking, as {@link createWorkbookFile} does. */
export function createBook(book: Book, born?: Born): NewFile {
  const text = words[userLanguage()].newFile;
  try {
    const { lacking, ...file } = createFile(workbookRequests(book), born);
    return lacking === undefined ? file : { ...file, lacking: text.lacking(lacking) };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    if (error.code === 'noService') throw new Error(text.noService);
    throw new Error(error.reason === '' ? text.refused(text.noReason) : text.refused(reasonIn(error, userLanguage())));
  }
}
