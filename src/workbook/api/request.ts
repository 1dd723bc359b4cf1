import type { Language } from '../../model/language';
import type { Area } from '../areas';
import { checkOf } from '../check';
import type { Drawing } from '../drawing';
import type { Atlas } from '../formula';
import type { Cell } from '../image';
import { registryKey, registryText, type TabEntry } from '../registry';
import type { RuleWords } from '../text';
import { cellData, colorStyle, dataValidation, formatOf } from './cell';
import type {
  CellData,
  CellFormat,
  ConditionalFormatRule,
  DataValidation,
  DimensionProperties,
  GridRange,
  RowData,
  Sheet,
  Spreadsheet,
} from './json';

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

const locales: Readonly<Record<Language, string>> = { zh: 'zh_CN', en: 'en_US' };

/** The sheet id of the first tab; the others' follow. */
const firstSheet = 1001;

/** The body of `spreadsheets.create` that makes the whole workbook, as printing makes it tab by tab. */
export function workbookRequest({ title, language, timeZone, drawings, atlas, words }: Book): Spreadsheet {
  const tabs: Record<string, TabEntry> = {};
  const cells = cellWriter(atlas, words);
  const sheets = drawings.map((drawing, index): Sheet => {
    const sheetId = firstSheet + index;
    tabs[drawing.plan.id] = { sheet: sheetId, shape: drawing.plan.shape };
    return sheetOf(drawing, sheetId, index, cells);
  });
  return {
    properties: { title, locale: locales[language], timeZone },
    sheets,
    namedRanges: drawings.flatMap(({ names }, index) =>
      names.map(({ name, row, column }) => ({
        name,
        range: gridRange(firstSheet + index, { row, column, rows: 1, columns: 1 }),
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
  };
}

/** An area, 1-based, as a range of the API. */
export function gridRange(sheetId: number, { row, column, rows, columns }: Area): GridRange {
  return {
    sheetId,
    startRowIndex: row - 1,
    endRowIndex: row - 1 + rows,
    startColumnIndex: column - 1,
    endColumnIndex: column - 1 + columns,
  };
}

type CellWriter = (cell: Cell, middle: boolean) => CellData;

/** Looks and checks are the same for thousands of cells: each is made once. */
function cellWriter(atlas: Atlas, words: RuleWords): CellWriter {
  const formats = new Map<string, CellFormat | undefined>();
  const checks = new Map<string, DataValidation | undefined>();
  const title = (tab: string): string => atlas.placements.get(tab)?.title ?? tab;
  return (cell, middle) => {
    const key = `${cell.look} ${cell.align} ${cell.wrap} ${middle} ${cell.format}`;
    if (!formats.has(key)) formats.set(key, formatOf(cell, middle));
    const rule = cell.rule && JSON.stringify(cell.rule);
    if (cell.rule && rule !== undefined && !checks.has(rule)) {
      const check = checkOf(cell.rule, atlas, words);
      checks.set(rule, check && dataValidation(check, title));
    }
    return cellData(cell, formats.get(key), rule === undefined ? undefined : checks.get(rule));
  };
}

/** A list without the entries at its end that say nothing. */
function trimmed<T extends object>(entries: readonly T[]): readonly T[] {
  let length = entries.length;
  while (length > 0 && Object.keys(entries[length - 1] ?? {}).length === 0) length -= 1;
  return entries.slice(0, length);
}

function rowsOf(cells: Drawing['cells'], middle: boolean, write: CellWriter): readonly RowData[] {
  return trimmed(
    cells.map((line): RowData => {
      const values = trimmed(line.map((cell) => write(cell, middle)));
      return values.length === 0 ? {} : { values };
    }),
  );
}

function highlightRule(sheetId: number, { areas, formula, background, color, bold }: Drawing['highlights'][number]) {
  const rule: ConditionalFormatRule = {
    ranges: areas.map((area) => gridRange(sheetId, area)),
    booleanRule: {
      condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: formula }] },
      format: {
        ...(background === undefined ? {} : { backgroundColorStyle: colorStyle(background) }),
        textFormat: { foregroundColorStyle: colorStyle(color), ...(bold ? { bold } : {}) },
      },
    },
  };
  return rule;
}

function sheetOf(drawing: Drawing, sheetId: number, index: number, write: CellWriter): Sheet {
  const { plan, cells, merges, highlights, open, filter } = drawing;
  const range = (area: Area): GridRange => gridRange(sheetId, area);
  const row = (height: number | undefined, hidden: boolean): DimensionProperties => ({
    ...(height === undefined ? {} : { pixelSize: height }),
    ...(hidden ? { hiddenByUser: true } : {}),
  });
  const rowByRow = merges.flatMap((area) =>
    Array.from({ length: area.rows }, (_, down) => range({ ...area, row: area.row + down, rows: 1 })),
  );
  return {
    properties: {
      sheetId,
      title: plan.title,
      index,
      ...(plan.hidden ? { hidden: true } : {}),
      gridProperties: {
        rowCount: cells.length,
        columnCount: plan.columns.length,
        ...(plan.frozenRows > 0 ? { frozenRowCount: plan.frozenRows } : {}),
        ...(plan.frozenColumns > 0 ? { frozenColumnCount: plan.frozenColumns } : {}),
      },
    },
    data: [
      {
        rowData: rowsOf(cells, !plan.hidden, write),
        rowMetadata: trimmed(plan.rows.map(({ height, hidden }) => row(height, hidden))),
        columnMetadata: plan.columns.map(({ width, hidden }) => row(width, hidden)),
      },
    ],
    ...(rowByRow.length > 0 ? { merges: rowByRow } : {}),
    ...(highlights.length > 0
      ? { conditionalFormats: highlights.map((highlight) => highlightRule(sheetId, highlight)) }
      : {}),
    protectedRanges: [
      {
        range: { sheetId },
        ...(open.length > 0 ? { unprotectedRanges: open.map(range) } : {}),
        warningOnly: true,
      },
    ],
    ...(filter ? { basicFilter: { range: range(filter) } } : {}),
  };
}
