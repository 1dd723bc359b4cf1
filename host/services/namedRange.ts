import type { Execution } from '../execution';
import type { Place } from '../extras';
import { placeOfRange, rangeOf } from './given';
import { type Members, StandIn } from './standIn';

type Google = GoogleAppsScript.Spreadsheet.NamedRange;

const members = {
  getName: 'read',
  getRange: 'read',
  remove: 'write',
  setName: 'write',
  setRange: 'write',
} as const satisfies Members<Google>;

class NamedRangeStandIn extends StandIn<Google> implements Pick<Google, keyof typeof members> {
  constructor(
    execution: Execution,
    private name: string,
  ) {
    super(execution, 'NamedRange', members);
  }

  getName() {
    return this.name;
  }
  getRange() {
    const place = placeNamed(this.execution, this.name);
    if (!place) throw new Error('The named range no longer exists.');
    return rangeOf(this.execution, place);
  }
  remove() {
    removeName(this.execution, this.name);
  }
  setName(name: string) {
    const place = placeNamed(this.execution, this.name);
    if (!place) throw new Error('The named range no longer exists.');
    if (!isName(name)) throw new Error(`The name you gave for this range isn't valid: ${name}`);
    this.update(name, place);
    this.name = name;
    return this.self;
  }
  setRange(range: GoogleAppsScript.Spreadsheet.Range) {
    this.update(this.name, placeOfRange(range, 'SpreadsheetApp.NamedRange.setRange'));
    return this.self;
  }
  private update(newRangeName: string, { sheet, zone }: Place): void {
    const ranges = [this.execution.model.getters.getRangeDataFromZone(sheet, zone)];
    this.execution.dispatch('UPDATE_NAMED_RANGE', { oldRangeName: this.name, newRangeName, ranges });
  }
}

/** Where a name points, or nothing. */
export function placeNamed(execution: Execution, name: string): Place | undefined {
  const range = execution.model.getters.getNamedRange(name)?.range;
  if (!range) return undefined;
  const { left, right, top, bottom } = range.zone;
  return { sheet: range.sheetId, zone: { left, right, top, bottom } };
}

/** Letters, digits, underscores; no digit in front, no cell's address in either notation, no truth value. */
const NAME = /^(?!(?:[a-z]{1,3}\d+|r\d*c\d*|true|false)$)[^\W\d]\w{0,249}$/i;

/** Letters of any language are letters. */
const isName = (name: string): boolean =>
  NAME.test(name.replace(/\p{L}/gu, (letter) => (letter < '\u0080' ? letter : '_')));

/** Gives a place a name, or moves the name there. */
export function setName(execution: Execution, name: string, { sheet, zone }: Place): void {
  const { getters } = execution.model;
  if (!isName(name)) throw new Error(`The name you gave for this range isn't valid: ${name}`);
  const ranges = [getters.getRangeDataFromZone(sheet, zone)];
  if (getters.getNamedRange(name)) {
    execution.dispatch('UPDATE_NAMED_RANGE', { oldRangeName: name, newRangeName: name, ranges });
    return;
  }
  const result = execution.model.canDispatch('CREATE_NAMED_RANGE', { name, ranges });
  if (!result.isSuccessful) throw new Error(`The name you gave for this range isn't valid: ${name}`);
  execution.dispatch('CREATE_NAMED_RANGE', { name, ranges });
}

export function removeName(execution: Execution, name: string): void {
  if (!execution.model.getters.getNamedRange(name)) throw new Error(`Named range ${name} does not exist.`);
  execution.dispatch('DELETE_NAMED_RANGE', { name });
}

/** The names of the workbook, or of one sheet. */
export function namesOf(execution: Execution, sheetId?: string): Google[] {
  return execution.model.getters
    .getNamedRanges()
    .filter(({ range }) => sheetId === undefined || range.sheetId === sheetId)
    .map(({ name }) => new NamedRangeStandIn(execution, name).self);
}
