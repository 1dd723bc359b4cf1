import type { Execution } from '../execution';
import type { Place } from '../extras';
import type { Asked } from './place';

/** The handles that handles of many other kinds give or take, and how they are made. */
interface Makers {
  range(execution: Execution, place: Asked): GoogleAppsScript.Spreadsheet.Range;
  sheet(execution: Execution, sheetId: string): GoogleAppsScript.Spreadsheet.Sheet;
  spreadsheet(execution: Execution): GoogleAppsScript.Spreadsheet.Spreadsheet;
  placeOf(range: unknown, member: string): Place;
}

const makers: Partial<Makers> = {};

/** Says how handles of a kind are made; to be called by the file that has the kind, as it is loaded. */
export function gives(these: Partial<Makers>): void {
  Object.assign(makers, these);
}

function maker<Kind extends keyof Makers>(kind: Kind): Makers[Kind] {
  const found = makers[kind];
  if (!found) throw new Error(`nobody gives a ${kind}`);
  return found;
}

/** A handle on a place. */
export const rangeOf: Makers['range'] = (execution, place) => maker('range')(execution, place);

/** The place of a handle that a script passed to `member`. */
export const placeOfRange: Makers['placeOf'] = (range, member) => maker('placeOf')(range, member);

/** A handle on a sheet, by the engine's id. */
export const sheetOf: Makers['sheet'] = (execution, sheetId) => maker('sheet')(execution, sheetId);

/** A handle on the workbook. */
export const spreadsheetOf: Makers['spreadsheet'] = (execution) => maker('spreadsheet')(execution);
