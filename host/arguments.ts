import { helpers } from '@odoo/o-spreadsheet';
import { engineFormat, googleError } from './dialect';
import type { Answer, Argument } from './engine/functions';
import type { Realm } from './execution';
import type { Settings } from './extras';
import { isDate } from './services/kinds';
import { dateTimeFormat } from './userEntered';
import { instantOf, serialAt } from './zones';

type Cell = NonNullable<Extract<Argument, { value: unknown }>>;

/**
 * An argument of a formula as a cell function gets it: a cell as a value, a range as rows of columns, a date as a Date,
 * an omitted one as `undefined`. An empty cell is `''` in a range, `emptyCell` alone.
 */
export function argumentFor(
  argument: Argument,
  realm: Realm,
  timeZone: string,
  emptyCell: '' | null | undefined = '',
): unknown {
  if (argument === undefined) return undefined;
  if (!helpers.isMatrix(argument)) return argument.value === null ? emptyCell : valueFor(argument, realm, timeZone);
  const rows = realm.array();
  const height = argument[0]?.length ?? 0;
  for (let row = 0; row < height; row++) {
    const cells = realm.array();
    for (const column of argument) {
      const cell = column[row];
      cells.push(cell === undefined || cell.value === null ? '' : valueFor(cell, realm, timeZone));
    }
    rows.push(cells);
  }
  return rows;
}

function valueFor({ value, format }: Cell, realm: Realm, timeZone: string): unknown {
  if (typeof value === 'number' && format !== undefined && helpers.isDateTimeFormat(format)) {
    return realm.date(instantOf(value, timeZone));
  }
  return typeof value === 'string' && helpers.isEvaluationError(value) ? googleError(value) : value;
}

/** What a cell function gave back, for the engine: a value, or columns of values. A list is one column. */
export function answerFrom(answer: unknown, settings: Settings): Answer {
  if (!Array.isArray(answer)) return cellFrom(answer, settings);
  const rows: readonly (readonly unknown[])[] = answer.map((row: unknown) => (Array.isArray(row) ? row : [row]));
  const width = Math.max(1, ...rows.map((row) => row.length));
  const columns: Cell[][] = [];
  for (let col = 0; col < width; col++) columns.push(rows.map((row) => cellFrom(row[col], settings)));
  return columns;
}

function cellFrom(value: unknown, { timeZone, locale }: Settings): Cell {
  if (value === null || value === undefined) return { value: '' };
  if (typeof value === 'number') return Number.isFinite(value) ? { value } : { value: '#NUM!' };
  if (typeof value === 'string' || typeof value === 'boolean') return { value };
  if (isDate(value)) {
    const serial = serialAt(value.getTime(), timeZone);
    return { value: serial, format: engineFormat(dateTimeFormat(locale, serial), {}) };
  }
  return { value: String(value) };
}
