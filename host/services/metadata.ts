import type { Execution } from '../execution';
import type { Metadata, Place } from '../extras';
import { DeveloperMetadataLocationType, DeveloperMetadataVisibility } from './enums';
import { rangeOf, sheetOf, spreadsheetOf } from './given';
import { type Members, StandIn } from './standIn';

type Google = GoogleAppsScript.Spreadsheet.DeveloperMetadata;
type GoogleFinder = GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder;
type GoogleLocation = GoogleAppsScript.Spreadsheet.DeveloperMetadataLocation;

const members = {
  getId: 'free',
  getKey: 'read',
  getValue: 'read',
  getVisibility: 'read',
  getLocation: 'free',
  setKey: 'write',
  setValue: 'write',
  setVisibility: 'write',
  remove: 'write',
} as const satisfies Members<Google>;

const locationMembers = {
  getLocationType: 'free',
  getSheet: 'free',
  getSpreadsheet: 'free',
  getRow: 'free',
  getColumn: 'free',
} as const satisfies Members<GoogleLocation>;

const finderMembers = {
  withKey: 'free',
  withValue: 'free',
  withId: 'free',
  withVisibility: 'free',
  withLocationType: 'free',
  onIntersectingLocations: 'free',
  find: 'read',
} as const satisfies Members<GoogleFinder>;

const LONGEST = 30_000;

class MetadataStandIn extends StandIn<Google> implements Pick<Google, keyof typeof members> {
  constructor(
    execution: Execution,
    private readonly id: number,
  ) {
    super(execution, 'DeveloperMetadata', members);
  }

  private get entry(): Metadata {
    const entry = this.execution.workbook.extras.kept.metadata.find(({ id }) => id === this.id);
    if (!entry) throw new Error('This developer metadata has been removed.');
    return entry;
  }

  private change(part: Partial<Metadata>): Google {
    const { workbook } = this.execution;
    const { id } = this.entry;
    workbook.keep({
      metadata: workbook.extras.kept.metadata.map((entry) => (entry.id === id ? { ...entry, ...part } : entry)),
    });
    return this.self;
  }

  getId() {
    return this.id;
  }
  getKey() {
    return this.entry.key;
  }
  getValue() {
    return this.entry.value;
  }
  getVisibility() {
    return DeveloperMetadataVisibility[this.entry.visibility];
  }
  getLocation() {
    return new LocationStandIn(this.execution, this.entry).self;
  }
  setKey(key: string) {
    return this.change({ key: String(key) });
  }
  setValue(value: string) {
    return this.change({ value: checked(value) });
  }
  setVisibility(visibility: GoogleAppsScript.Spreadsheet.DeveloperMetadataVisibility) {
    return this.change({ visibility: visibilityOf(visibility) ?? 'DOCUMENT' });
  }
  remove() {
    const { workbook } = this.execution;
    const { id } = this.entry;
    workbook.keep({ metadata: workbook.extras.kept.metadata.filter((entry) => entry.id !== id) });
  }
}

class LocationStandIn extends StandIn<GoogleLocation> implements Pick<GoogleLocation, keyof typeof locationMembers> {
  constructor(
    execution: Execution,
    private readonly entry: Metadata,
  ) {
    super(execution, 'DeveloperMetadataLocation', locationMembers);
  }

  getLocationType() {
    return DeveloperMetadataLocationType[this.entry.at];
  }
  getSheet() {
    return this.entry.at === 'SHEET' && this.entry.place ? sheetOf(this.execution, this.entry.place.sheet) : null;
  }
  getSpreadsheet() {
    return this.entry.at === 'SPREADSHEET' ? spreadsheetOf(this.execution) : null;
  }
  getRow() {
    return this.entry.at === 'ROW' && this.entry.place ? rangeOf(this.execution, this.entry.place) : null;
  }
  getColumn() {
    return this.entry.at === 'COLUMN' && this.entry.place ? rangeOf(this.execution, this.entry.place) : null;
  }
}

class FinderStandIn extends StandIn<GoogleFinder> implements Pick<GoogleFinder, keyof typeof finderMembers> {
  private readonly wanted: ((entry: Metadata) => boolean)[] = [];

  constructor(
    execution: Execution,
    /** The sheet to look on; the whole workbook without one. */
    private readonly sheetId: string | undefined,
  ) {
    super(execution, 'DeveloperMetadataFinder', finderMembers);
  }

  private only(test: (entry: Metadata) => boolean): GoogleFinder {
    this.wanted.push(test);
    return this.self;
  }

  withKey(key: string) {
    return this.only((entry) => entry.key === key);
  }
  withValue(value: string) {
    return this.only((entry) => entry.value === value);
  }
  withId(id: number) {
    return this.only((entry) => entry.id === id);
  }
  withVisibility(visibility: GoogleAppsScript.Spreadsheet.DeveloperMetadataVisibility) {
    return this.only((entry) => entry.visibility === String(visibility));
  }
  withLocationType(type: GoogleAppsScript.Spreadsheet.DeveloperMetadataLocationType) {
    return this.only((entry) => entry.at === String(type));
  }
  onIntersectingLocations() {
    return this.self;
  }
  find() {
    const { metadata } = this.execution.workbook.extras.kept;
    return metadata
      .filter((entry) => this.sheetId === undefined || entry.place?.sheet === this.sheetId)
      .filter((entry) => this.wanted.every((test) => test(entry)))
      .map((entry) => new MetadataStandIn(this.execution, entry.id).self);
  }
}

function checked(value: unknown): string {
  const text = String(value);
  if (text.length > LONGEST) throw new Error('Developer metadata value is too long.');
  return text;
}

function visibilityOf(value: unknown): Metadata['visibility'] | undefined {
  if (value === DeveloperMetadataVisibility.DOCUMENT) return 'DOCUMENT';
  return value === DeveloperMetadataVisibility.PROJECT ? 'PROJECT' : undefined;
}

/** Adds metadata as `addDeveloperMetadata(key, [value], [visibility])` does; without a visibility it is DOCUMENT's. */
export function addMetadata(
  execution: Execution,
  at: Metadata['at'],
  place: Place | undefined,
  key: string,
  valueOrVisibility?: unknown,
  visibility?: unknown,
): void {
  const { workbook } = execution;
  const { metadata, nextId } = workbook.extras.kept;
  const alone = visibilityOf(valueOrVisibility);
  const entry: Metadata = {
    id: nextId,
    key: String(key),
    value: valueOrVisibility === undefined || alone ? null : checked(valueOrVisibility),
    visibility: alone ?? visibilityOf(visibility) ?? 'DOCUMENT',
    at,
    ...(place && { place }),
  };
  workbook.keep({ metadata: [...metadata, entry], nextId: nextId + 1 });
}

/** The metadata of one sheet itself, or of the workbook itself. */
export function metadataOf(execution: Execution, sheetId?: string): Google[] {
  const at = sheetId === undefined ? 'SPREADSHEET' : 'SHEET';
  return execution.workbook.extras.kept.metadata
    .filter((entry) => entry.at === at && entry.place?.sheet === sheetId)
    .map((entry) => new MetadataStandIn(execution, entry.id).self);
}

export function finderOf(execution: Execution, sheetId?: string): GoogleFinder {
  return new FinderStandIn(execution, sheetId).self;
}
