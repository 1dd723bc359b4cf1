import type { Language } from '../../model/language';
import type { Drawing } from '../drawing';
import type { Atlas } from '../formula';
import { registryKey, registryText, type TabEntry } from '../registry';
import type { RuleWords } from '../text';
import { fillOf } from './fill';
import type { Request, Spreadsheet } from './json';
import { looks } from './look';
import { gridRange, sheetOf } from './sheet';

/** A whole workbook to be made as a new file. */
export interface Book {
  readonly title: string;
  readonly language: Language;
  /** As `Asia/Shanghai`. */
  readonly timeZone: string;
  /** In their order. */
  readonly drawings: readonly Drawing[];
  readonly atlas: Atlas;
  readonly words: RuleWords;
}

/** The request that makes a workbook; `fill` is what did not go into it, for one `batchUpdate` right after. */
export interface Requests {
  readonly create: Spreadsheet;
  readonly fill: readonly Request[];
}

const locales: Readonly<Record<Language, string>> = { zh: 'zh_CN', en: 'en_US' };

/** The sheet id of the first tab; the others' follow. */
const firstSheet = 1001;

/** Google advises requests of 2 MB at most. */
export const mostBytes = 2_000_000;

/** How many rows go into the request whole: of a table its own and so many records, of any other tab so many. */
interface Whole {
  readonly records: number;
  readonly rows: number;
}

const all = Number.POSITIVE_INFINITY;

/** Tried in this order until the request is small enough: empty rows are held back first, formulas of long lists last. */
const portions: readonly Whole[] = [
  { records: all, rows: all },
  { records: 50, rows: all },
  { records: 20, rows: all },
  { records: 10, rows: all },
  { records: 20, rows: 48 },
  { records: 10, rows: 48 },
];

/** More rows than any tab has but a long list. */
const smallest: Whole = { records: 1, rows: 48 };

/** Bytes of a text in UTF-8. */
export function bytesOf(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    // Each half of a surrogate pair counts for two of its four bytes.
    if (code < 0x80) bytes += 1;
    else if (code < 0x800 || (code >= 0xd800 && code <= 0xdfff)) bytes += 2;
    else bytes += 3;
  }
  return bytes;
}

/**
 * The request that makes the whole workbook as printing makes it, tab by tab, and what has to follow. A workbook of
 * `most` bytes or less goes whole; in a larger one the long tabs' lower rows go with what people type, and looks,
 * checks and formulas, the same in row after row, follow as rectangles.
 */
export function workbookRequests(book: Book, most: number = mostBytes): Requests {
  for (const whole of portions) {
    const made = requestsWith(book, whole);
    if (bytesOf(JSON.stringify(made.create)) <= most) return made;
  }
  return requestsWith(book, smallest);
}

const wholeRows = ({ plan }: Drawing, { records, rows }: Whole): number =>
  plan.body ? plan.rows.length + records : rows;

function requestsWith({ title, language, timeZone, drawings, atlas, words }: Book, portion: Whole): Requests {
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
      properties: { title, locale: locales[language], timeZone },
      sheets: numbered.map(({ drawing, index, sheetId, whole }) =>
        sheetOf(drawing, sheetId, index, whole, looksOf(drawing)),
      ),
      namedRanges: numbered.flatMap(({ drawing, sheetId }) =>
        drawing.names.map(({ name, row, column }) => ({
          name,
          range: gridRange(sheetId, { row, column, rows: 1, columns: 1 }),
        })),
      ),
      developerMetadata: [
        {
          metadataKey: registryKey,
          metadataValue: registryText({ tabs, language }),
          location: { spreadsheet: true },
          visibility: 'DOCUMENT',
        },
      ],
    },
    fill: numbered.flatMap(({ drawing, sheetId, whole }) => fillOf(drawing, sheetId, whole, looksOf(drawing))),
  };
}
