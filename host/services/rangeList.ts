import type { Execution } from '../execution';
import type { Place } from '../extras';
import { RangeStandIn } from './range';
import { type Members, StandIn } from './standIn';

type Google = GoogleAppsScript.Spreadsheet.RangeList;

const members = {
  getRanges: 'free',
  activate: 'other',
  setValue: 'write',
  setFormula: 'write',
  clearContent: 'write',
  setBackground: 'write',
  setFontColor: 'write',
  setFontWeight: 'write',
  setNumberFormat: 'write',
  setHorizontalAlignment: 'write',
  setVerticalAlignment: 'write',
  setWrap: 'write',
  setNote: 'write',
} as const satisfies Members<Google>;

/** Scattered places of one sheet, changed alike in one call. */
class RangeListStandIn extends StandIn<Google> implements Pick<Google, keyof typeof members> {
  private readonly ranges: readonly RangeStandIn[];

  constructor(execution: Execution, places: readonly Place[]) {
    super(execution, 'RangeList', members);
    this.ranges = places.map((place) => new RangeStandIn(execution, place));
  }

  private each(change: (range: RangeStandIn) => void): Google {
    for (const range of this.ranges) change(range);
    return this.self;
  }

  getRanges() {
    return this.ranges.map(({ self }) => self);
  }
  activate() {
    return this.each((range) => range.activate());
  }
  setValue(value: unknown) {
    return this.each((range) => range.setValue(value));
  }
  setFormula(formula: string) {
    return this.each((range) => range.setFormula(formula));
  }
  clearContent() {
    return this.each((range) => range.clearContent());
  }
  setBackground(color: string | null) {
    return this.each((range) => range.setBackground(color));
  }
  setFontColor(color: string | null) {
    return this.each((range) => range.setFontColor(color));
  }
  setFontWeight(weight: string | null) {
    return this.each((range) => range.setFontWeight(weight));
  }
  setNumberFormat(format: string) {
    return this.each((range) => range.setNumberFormat(format));
  }
  setHorizontalAlignment(alignment: string | null) {
    return this.each((range) => range.setHorizontalAlignment(alignment));
  }
  setVerticalAlignment(alignment: string | null) {
    return this.each((range) => range.setVerticalAlignment(alignment));
  }
  setWrap(isWrapped: boolean) {
    return this.each((range) => range.setWrap(isWrapped));
  }
  setNote(note: string | null) {
    return this.each((range) => range.setNote(note));
  }
}

export function rangeListOf(execution: Execution, places: readonly Place[]): Google {
  return new RangeListStandIn(execution, places).self;
}
