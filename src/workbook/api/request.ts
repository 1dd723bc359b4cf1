import type { Language } from '../../model/language';
import type { Drawing } from '../drawing';
import type { Atlas } from '../formula';
import { registryKey, registryText, type TabEntry } from '../registry';
import type { RuleWords } from '../text';
import { planVersion } from '../upgrade';
import { fillOf } from './fill';
import type { Request, Spreadsheet } from './json';
import { looks } from './look';
import { gridRange, sheetOf } from './sheet';

/** A whole workbook to be made as a new file. */
export interface Book {
  readonly title: string;
  readonly language: Language;
  /** As `zh_CN`. */
  readonly locale: string;
  /** As `Asia/Shanghai`. */
  readonly timeZone: string;
  /** In their order. */
  readonly drawings: readonly Drawing[];
  readonly atlas: Atlas;
  readonly words: RuleWords;
  /** It is no plan: pages made from one, which says nothing of itself. */
  readonly isPaper?: true;
}

/** The request that makes a workbook; `fill` is what did not go into it, for one `batchUpdate` right after. */
export interface Requests {
  readonly create: Spreadsheet;
  readonly fill: readonly Request[];
}

/** The locale that a new file of a language gets. */
export const newFileLocale: Readonly<Record<Language, string>> = { zh: 'zh_CN', en: 'en_US' };

/** The sheet id of the first tab; the others' follow. */
const firstSheet = 1001;

/** How many of a tab's rows that are alike go into the request whole; those below follow. */
export interface Whole {
  readonly records: number;
  readonly spare: number;
  /** Of a list of another tab's records. */
  readonly listed: number;
}

/**
 * Google advises requests of 2 MB at most. What a tab has but once goes whole, and enough of what recurs row after row to
 * start with; below that a row costs what is typed in it.
 */
const usual: Whole = { records: 10, spare: 2, listed: 10 };

/** Nothing follows but lines: for who has room for it. */
export const everything: Whole = {
  records: Number.POSITIVE_INFINITY,
  spare: Number.POSITIVE_INFINITY,
  listed: Number.POSITIVE_INFINITY,
};

function wholeRows({ plan }: Drawing, { records, spare, listed }: Whole): number {
  const { rows, seeds, listRows } = plan;
  const own = rows.length - listRows + Math.min(listRows, listed);
  // Spare rows stand below the records: they wait until those are whole.
  return own + Math.min(seeds.length, records) + (seeds.length <= records ? spare : 0);
}

/**
 * The request that makes the whole workbook as printing makes it, tab by tab, and what has to follow: below the first
 * rows of tables and long lists only what people type goes along; looks, checks and formulas, the same in row after row,
 * follow as rectangles, and so do the lines of forms.
 */
export function workbookRequests(
  { title, language, locale, timeZone, drawings, atlas, words, isPaper }: Book,
  portion: Whole = usual,
): Requests {
  const tabs: Record<string, TabEntry> = {};
  const looksOf = looks(atlas, words);
  const numbered = drawings.map((drawing, index) => ({
    drawing,
    index,
    sheetId: firstSheet + index,
    whole: wholeRows(drawing, portion),
  }));
  for (const { drawing, sheetId } of numbered) tabs[drawing.plan.id] = { sheet: sheetId, shape: drawing.plan.shape };
  return {
    create: {
      properties: { title, locale, timeZone },
      sheets: numbered.map(({ drawing, index, sheetId, whole }) =>
        sheetOf(drawing, sheetId, index, whole, looksOf(drawing)),
      ),
      namedRanges: numbered.flatMap(({ drawing, sheetId }) =>
        drawing.names.map(({ name, row, column }) => ({
          name,
          range: gridRange(sheetId, { row, column, rows: 1, columns: 1 }),
        })),
      ),
      developerMetadata: isPaper
        ? []
        : [
            {
              metadataKey: registryKey,
              metadataValue: registryText({ version: planVersion, tabs, language, timeZone }),
              location: { spreadsheet: true },
              visibility: 'DOCUMENT',
            },
          ],
    },
    fill: numbered.flatMap(({ drawing, sheetId, whole }) => fillOf(drawing, sheetId, whole, looksOf(drawing))),
  };
}
