import type { Execution } from '../execution';
import type { Guard, Place } from '../extras';
import { ProtectionType } from './enums';
import { placeOfRange, rangeOf } from './given';
import { type Members, StandIn } from './standIn';

type Google = GoogleAppsScript.Spreadsheet.Protection;

const members = {
  getProtectionType: 'free',
  getRange: 'read',
  setRange: 'write',
  getDescription: 'read',
  setDescription: 'write',
  isWarningOnly: 'read',
  setWarningOnly: 'write',
  getUnprotectedRanges: 'read',
  setUnprotectedRanges: 'write',
  canEdit: 'read',
  remove: 'write',
} as const satisfies Members<Google>;

/** A protection warns; who is shut out by one that does more is said of the user (`access`): the owner and whoever protects never are. */
class ProtectionStandIn extends StandIn<Google> implements Pick<Google, keyof typeof members> {
  constructor(
    execution: Execution,
    private readonly id: number,
    private readonly whole: boolean,
  ) {
    super(execution, 'Protection', members);
  }

  private get guard(): Guard {
    const guard = this.execution.workbook.extras.kept.guards.find(({ id }) => id === this.id);
    if (!guard) throw new Error('This protection has been removed.');
    return guard;
  }

  private change(part: Partial<Guard>): Google {
    const { workbook } = this.execution;
    const { id } = this.guard;
    const guards = workbook.extras.kept.guards.map((guard) => (guard.id === id ? { ...guard, ...part } : guard));
    workbook.keep({ guards });
    return this.self;
  }

  getProtectionType() {
    return this.whole ? ProtectionType.SHEET : ProtectionType.RANGE;
  }
  getRange() {
    const { whole, place } = this.guard;
    return rangeOf(this.execution, whole ? this.sheetPlace(place.sheet) : place);
  }
  private sheetPlace(sheet: string): Place {
    return { sheet, zone: this.execution.model.getters.getSheetZone(sheet) };
  }
  setRange(range: Google['getRange'] extends () => infer R ? R : never) {
    return this.change({ place: placeOfRange(range, 'SpreadsheetApp.Protection.setRange') });
  }
  getDescription() {
    return this.guard.description;
  }
  setDescription(description: string) {
    return this.change({ description: String(description) });
  }
  isWarningOnly() {
    return this.guard.warningOnly;
  }
  setWarningOnly(warningOnly: boolean) {
    return this.change({ warningOnly: Boolean(warningOnly) });
  }
  getUnprotectedRanges() {
    return this.guard.open.map((place) => rangeOf(this.execution, place));
  }
  setUnprotectedRanges(ranges: GoogleAppsScript.Spreadsheet.Range[]) {
    if (!this.whole) throw new Error('Only sheet protections can have unprotected ranges.');
    return this.change({
      open: ranges.map((range) => placeOfRange(range, 'SpreadsheetApp.Protection.setUnprotectedRanges')),
    });
  }
  canEdit() {
    const { access } = this.execution;
    return access === 'all' || (access === 'unprotected' && this.guard.warningOnly);
  }
  remove() {
    const { workbook } = this.execution;
    const { id } = this.guard;
    workbook.keep({ guards: workbook.extras.kept.guards.filter((guard) => guard.id !== id) });
  }
}

/** Protects a place, or the whole sheet it stands for. A sheet's own protection, if it has one, is given back. */
export function protectPlace(execution: Execution, place: Place, whole: boolean): Google {
  const { workbook } = execution;
  const { guards, nextId } = workbook.extras.kept;
  const existing = whole ? guards.find((guard) => guard.whole && guard.place.sheet === place.sheet) : undefined;
  if (existing) return new ProtectionStandIn(execution, existing.id, true).self;
  const guard: Guard = { id: nextId, whole, place, open: [], description: '', warningOnly: false };
  workbook.keep({ guards: [...guards, guard], nextId: nextId + 1 });
  return new ProtectionStandIn(execution, guard.id, whole).self;
}

/** The protections of a type, of one sheet or of the whole workbook. */
export function protectionsOf(execution: Execution, type: unknown, sheetId?: string): Google[] {
  const whole = String(type) === 'SHEET';
  return execution.workbook.extras.kept.guards
    .filter((guard) => guard.whole === whole && (sheetId === undefined || guard.place.sheet === sheetId))
    .map((guard) => new ProtectionStandIn(execution, guard.id, whole).self);
}
