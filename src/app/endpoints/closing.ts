import type { Answer } from '../../model/answer';
import { shortened } from '../../model/characters';
import type { Closes } from '../../model/sold';
import { cellKeys, type Tab } from '../../model/tab';
import type { CellValue, Operation } from '../../sheets/log';
import { cellsSince, type Spreadsheet } from '../../sheets/read';
import { columnLetters } from '../../workbook/formula';
import { describedTab, fieldOf, titleOf } from '../described';
import { gatedParts, type Wanted } from '../gate';
import { said } from '../language';
import { type Requests, requests } from '../requests';
import { userEmail } from '../who';
import { recordIds, valueAt } from './records';
import { invalid, type Part, partIn, refused } from './request';
import { cellsFor } from './values';

/** What each record of a table has in a month, from 1; null where it is not known. */
function figuresIn(part: Part, figure: string, month: number): readonly (readonly [string, number | null])[] {
  const field = fieldOf(part.tab, figure);
  if (!field) return [];
  const state = part.asRead();
  return recordIds(part, state).map((id) => {
    const { value } = valueAt(part.tab, state, id, field, month - 1);
    return [id, typeof value === 'number' ? value : null];
  });
}

/** Cells of a month that hold neither a figure nor nothing: a text, or a formula that gives no figure. */
function withoutFigures(part: Part, figure: string, month: number): readonly string[] {
  const field = fieldOf(part.tab, figure);
  if (!field) return [];
  const state = part.asRead();
  const column = state.placement.columns.get(cellKeys(field)[month - 1] ?? figure);
  return recordIds(part, state).flatMap((id) => {
    const { value } = valueAt(part.tab, state, id, field, month - 1);
    const row = state.placement.rows.get(id);
    if (typeof value === 'number' || row === undefined || column === undefined) return [];
    // A formula may give an empty text: what is not there is blank.
    const held = value ?? state.formulas[row - 1]?.[column - 1] ?? '';
    return held === '' ? [] : [`${columnLetters(column)}${row} (${shortened(String(held), 20)})`];
  });
}

/** What the figures of a month come to in all; null where none is known. */
function totalOf(figures: ReturnType<typeof figuresIn>): number | null {
  const known = figures.flatMap(([, value]) => value ?? []);
  return known.length === 0 ? null : Number(known.reduce((sum, value) => sum + value, 0).toFixed(6));
}

/**
 * What keeps beside each record's figure of a month what it is closed with: of all records, since cells below each other
 * are one call and scattered ones are many; none where all stands there already.
 */
function keptFigures(part: Part, figure: string, month: number): readonly Operation[] {
  const then = part.tab.fields.find(({ closedOf }) => closedOf === figure);
  const key = then && cellKeys(then)[month - 1];
  if (!then || key === undefined) return [];
  const state = part.asRead();
  const operations = figuresIn(part, figure, month).map(([record, value]) => {
    const { value: held } = valueAt(part.tab, state, record, then, month - 1);
    return { record, from: { [key]: held }, to: { [key]: value } };
  });
  return operations.some(({ from, to }) => from[key] !== to[key]) ? operations : [];
}

/**
 * The cell in which records of a table keep what they had in the month that a logged operation on a part has closed;
 * undefined where it closed none.
 */
export function keptByClosing(table: Tab, part: string, { record, to }: Operation): string | undefined {
  const { closes, rows = [] } = describedTab(part)?.tab ?? {};
  if (closes?.tab !== table.id || (to?.[closes.on] ?? null) === null) return undefined;
  const then = table.fields.find(({ closedOf }) => closedOf === closes.figure);
  return then && cellKeys(then)[rows.indexOf(record)];
}

/** What a month is closed with beside its total: figures of the month's row in tabs that are there, in columns that are there. */
function keptOf(part: Part, { keeps }: Closes, record: string): Readonly<Record<string, number | null>> {
  const here = part.asRead().placement.columns;
  const sources = new Map<string, Part | undefined>();
  const kept: Record<string, number | null> = {};
  for (const { field, of } of keeps) {
    const [tab = '', figure = ''] = of.split('.');
    if (!here.has(field) || !part.sheets.has(tab)) continue;
    if (!sources.has(tab)) {
      const found = partIn(part, tab);
      sources.set(tab, 'answer' in found ? undefined : found.part);
    }
    const source = sources.get(tab);
    const shown = source && fieldOf(source.tab, figure);
    if (!source || !shown) continue;
    const { value } = valueAt(source.tab, source.shown(), record, shown, 0);
    kept[field] = typeof value === 'number' ? Number(value.toFixed(6)) : null;
  }
  return kept;
}

type Asked = Requests['closeMonth'];

/** The month, from 1, of a tab in which months are closed; undefined where there is none. */
function monthIn(id: string, record: string): { readonly closes: Closes; readonly month: number } | undefined {
  const { closes, rows = [] } = describedTab(id)?.tab ?? {};
  const month = rows.indexOf(record) + 1;
  return closes && month > 0 ? { closes, month } : undefined;
}

/**
 * Closes a month, `{request, part, record}`: its day, who, what it comes to, what each record has in it, and the figures
 * of its report, which stay when it is opened again for a reason, marked as that. A closed
 * month is watched, not locked: imports leave it alone unless they say why, and what has changed since is told.
 */
export function closeMonth(file: Spreadsheet, request: unknown): Answer {
  // The table comes first: its closing goes by what was read there.
  let sold: Part | undefined;
  const close = gatedParts(
    requests.close,
    ({ part, record, reason }) => {
      const found = monthIn(part, record);
      return found && reason === undefined ? [found.closes.tab, part] : [part];
    },
    (asked, part) => {
      const found = monthIn(asked.part, asked.record);
      if (!found) return invalid([{ record: shortened(asked.record), message: said().unknownRecord }]);
      const { closes, month } = found;
      if (part.tab.id === asked.part) return closing(asked, part, sold, found);
      sold = part;
      const odd = withoutFigures(part, closes.figure, month);
      if (odd.length > 0) return refused(said().notFigures(titleOf(part.tab.id, part.language), odd));
      return { entries: [], operations: keptFigures(part, closes.figure, month), mayImport: true };
    },
  );
  return close(file, request);
}

/** What a request comes to in the tab in which months are closed; without the table its month is opened again. */
function closing(
  { record, reason }: Asked,
  part: Part,
  sold: Part | undefined,
  { closes, month }: NonNullable<ReturnType<typeof monthIn>>,
): Wanted | Answer {
  const state = part.asRead();
  const hasMark = state.placement.columns.has(closes.reopened);
  const names = [closes.on, closes.by, closes.total];
  const now = (ids: readonly string[]): Record<string, CellValue> => {
    const cells: Record<string, CellValue> = {};
    for (const id of ids) {
      const field = fieldOf(part.tab, id);
      if (field) cells[id] = valueAt(part.tab, state, record, field, 0).value;
    }
    return cells;
  };
  const today = Utilities.formatDate(new Date(), part.file.getSpreadsheetTimeZone(), 'yyyy-MM-dd');
  const from = now(hasMark ? [...names, closes.reopened] : names);
  const isClosed = (from[closes.on] ?? null) !== null;
  if (reason !== undefined) {
    if (!isClosed) return { status: 'done', records: [] };
    if (reason.trim() === '') return refused(said().reasonNeeded);
    const values = {
      ...Object.fromEntries(names.map((id) => [id, null])),
      ...(hasMark ? { [closes.reopened]: today } : {}),
    };
    return {
      entries: [{ record, values, is: 'back' }],
      operations: [{ record, from, to: cellsFor(part.tab, values, part.language) }],
      reason,
      mayImport: true,
    };
  }
  if (isClosed || !sold) return { status: 'done', records: [] };
  const figures = figuresIn(sold, closes.figure, month);
  const kept = keptOf(part, closes, record);
  const { ours, asRead } = sold;
  // Someone may have typed between the table and its report, and an import may write while this waits.
  const isSame = (isQuiet: boolean): boolean => {
    const before = asRead();
    const now = cellsSince(ours, before);
    if (now !== before) {
      const again = { ...sold, asRead: () => now };
      if (JSON.stringify(figuresIn(again, closes.figure, month)) !== JSON.stringify(figures)) return false;
      if (withoutFigures(again, closes.figure, month).length > 0) return false;
    }
    return isQuiet || JSON.stringify(keptOf(part, closes, record)) === JSON.stringify(kept);
  };
  const values = {
    [closes.on]: today,
    [closes.by]: userEmail() || null,
    [closes.total]: totalOf(figures),
    ...(hasMark ? { [closes.reopened]: null } : {}),
    ...kept,
  };
  const operation: Operation = {
    record,
    from: { ...from, ...now(Object.keys(kept)) },
    to: cellsFor(part.tab, values, part.language),
  };
  const message = Object.values(kept).some((figure) => figure !== null) ? undefined : said().closedWithoutReport;
  return { entries: [{ record, values }], operations: [operation], mayImport: true, stillHolds: isSame, message };
}
