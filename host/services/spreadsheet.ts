import type { Execution } from '../execution';
import { COLUMN_WIDTH } from '../workbook';
import { gives, placeOfRange, rangeOf, sheetOf } from './given';
import { freshSheet } from './id';
import { addMetadata, finderOf, metadataOf } from './metadata';
import { namesOf, placeNamed, removeName, setName } from './namedRange';
import { gid, placeOf } from './place';
import { protectionsOf } from './protection';
import { rangeListOf } from './rangeList';
import { sessionOf } from './session';
import { idOfSheet, refuseName } from './sheet';
import { type Members, StandIn } from './standIn';

type Google = GoogleAppsScript.Spreadsheet.Spreadsheet;

const members = {
  getId: 'free',
  getUrl: 'free',
  createDeveloperMetadataFinder: 'free',
  getRange: 'free',
  getRangeList: 'free',
  setActiveSheet: 'other',
  toast: 'other',
  getName: 'read',
  getSheets: 'read',
  getNumSheets: 'read',
  getSheetByName: 'read',
  getSheetById: 'read',
  getActiveSheet: 'read',
  getActiveRange: 'read',
  getActiveCell: 'read',
  getSpreadsheetLocale: 'read',
  getSpreadsheetTimeZone: 'read',
  getNamedRanges: 'read',
  getRangeByName: 'read',
  getProtections: 'read',
  getEditors: 'read',
  getDeveloperMetadata: 'read',
  rename: 'write',
  setSpreadsheetLocale: 'write',
  setSpreadsheetTimeZone: 'write',
  setNamedRange: 'write',
  removeNamedRange: 'write',
  addDeveloperMetadata: 'write',
  insertSheet: 'structure',
  deleteSheet: 'structure',
  moveActiveSheet: 'structure',
  duplicateActiveSheet: 'structure',
} as const satisfies Members<Google>;

const ROWS = 1000;
const COLUMNS = 26;

export class SpreadsheetStandIn extends StandIn<Google> implements Pick<Google, keyof typeof members> {
  constructor(execution: Execution) {
    super(execution, 'Spreadsheet', members);
  }

  private get workbook() {
    return this.execution.workbook;
  }
  private get getters() {
    return this.execution.model.getters;
  }

  getId() {
    return this.workbook.id;
  }
  getUrl() {
    return this.workbook.url;
  }
  getName() {
    return this.workbook.settings.title;
  }
  rename(newName: string) {
    this.workbook.keep({ settings: { ...this.workbook.settings, title: String(newName) } });
  }

  getEditors() {
    if (this.execution.access === 'none') throw new Error('You do not have permission to perform that action.');
    return [sessionOf(this.execution).getEffectiveUser()];
  }

  getSheets() {
    return this.getters.getSheetIds().map((id) => sheetOf(this.execution, id));
  }
  getNumSheets() {
    return this.getters.getSheetIds().length;
  }
  getSheetByName(name: string) {
    const id = this.getters.getSheetIds().find((sheetId) => this.getters.getSheetName(sheetId) === name);
    return id === undefined ? null : sheetOf(this.execution, id);
  }
  getSheetById(id: number) {
    const found = this.getters.getSheetIds().find((sheetId) => gid(sheetId) === id);
    return found === undefined ? null : sheetOf(this.execution, found);
  }
  getActiveSheet() {
    return sheetOf(this.execution, this.execution.activeSheet);
  }
  setActiveSheet(sheet: GoogleAppsScript.Spreadsheet.Sheet) {
    this.execution.activate(idOfSheet(sheet, 'SpreadsheetApp.Spreadsheet.setActiveSheet'));
    return sheet;
  }
  getActiveRange() {
    const { activeSheet } = this.execution;
    const isShown = this.getters.getActiveSheetId() === activeSheet;
    const { left, right, top, bottom } = isShown
      ? this.getters.getSelectedZone()
      : { left: 0, right: 0, top: 0, bottom: 0 };
    return rangeOf(this.execution, { sheet: activeSheet, zone: { left, right, top, bottom } });
  }
  getActiveCell() {
    const range = this.getActiveRange();
    return range.getCell(1, 1);
  }
  getRange(a1Notation: string) {
    return rangeOf(this.execution, placeOf(this.execution.model, a1Notation, this.execution.activeSheet));
  }
  getRangeList(a1Notations: string[]) {
    const { model, activeSheet } = this.execution;
    return rangeListOf(
      this.execution,
      a1Notations.map((a1) => placeOf(model, a1, activeSheet)),
    );
  }

  insertSheet(nameOrIndex?: unknown, indexOrOptions?: unknown, options?: unknown) {
    const optioned = [nameOrIndex, indexOrOptions, options].find((item) => typeof item === 'object' && item !== null);
    if (optioned !== undefined) throw new Error('insertSheet with a template is not implemented in the local host');
    const name = typeof nameOrIndex === 'string' ? nameOrIndex : this.getters.getNextSheetName(this.baseName);
    const index = typeof nameOrIndex === 'number' ? nameOrIndex : indexOrOptions;
    refuseName(this.execution, name);
    const count = this.getters.getSheetIds().length;
    const after = this.getters.getSheetIds().indexOf(this.execution.activeSheet) + 1;
    const position = typeof index === 'number' ? index : after;
    if (position < 0 || position > count) throw new Error(`Sheet index ${position} is out of bounds.`);
    const sheetId = freshSheet(this.execution);
    this.execution.dispatch('CREATE_SHEET', { sheetId, name, position, rows: ROWS, cols: COLUMNS });
    const elements = Array.from({ length: COLUMNS }, (_, column) => column);
    this.execution.dispatch('RESIZE_COLUMNS_ROWS', { sheetId, dimension: 'COL', elements, size: COLUMN_WIDTH });
    this.execution.activate(sheetId);
    return sheetOf(this.execution, sheetId);
  }
  private get baseName() {
    return this.workbook.settings.locale.startsWith('zh') ? '工作表' : 'Sheet';
  }
  deleteSheet(sheet: GoogleAppsScript.Spreadsheet.Sheet) {
    const sheetId = idOfSheet(sheet, 'SpreadsheetApp.Spreadsheet.deleteSheet');
    const visible = this.getters.getVisibleSheetIds();
    if (this.getters.getSheetIds().length === 1 || (visible.length === 1 && visible[0] === sheetId)) {
      throw new Error("You can't remove all the sheets in a document.");
    }
    const isHidden = !this.getters.isSheetVisible(sheetId);
    // The engine counts only visible sheets before it lets one go.
    if (isHidden) this.execution.dispatch('SHOW_SHEET', { sheetId });
    this.execution.dispatch('DELETE_SHEET', { sheetId, sheetName: this.getters.getSheetName(sheetId) });
  }
  duplicateActiveSheet() {
    const sheetId = this.execution.activeSheet;
    const sheetIdTo = freshSheet(this.execution);
    const sheetNameTo = this.getters.getDuplicateSheetName(this.getters.getSheetName(sheetId));
    this.execution.dispatch('DUPLICATE_SHEET', { sheetId, sheetIdTo, sheetNameTo });
    this.execution.activate(sheetIdTo);
    return sheetOf(this.execution, sheetIdTo);
  }
  moveActiveSheet(pos: number) {
    const sheetId = this.execution.activeSheet;
    const ids = this.getters.getSheetIds();
    if (pos < 1 || pos > ids.length) throw new Error(`Sheet position ${pos} is out of bounds.`);
    // The engine moves past visible sheets only: hidden ones are shown while it does.
    const hidden = ids.filter((id) => !this.getters.isSheetVisible(id));
    for (const id of hidden) this.execution.dispatch('SHOW_SHEET', { sheetId: id });
    const delta = pos - 1 - ids.indexOf(sheetId);
    if (delta !== 0) this.execution.dispatch('MOVE_SHEET', { sheetId, delta });
    for (const id of hidden) this.execution.dispatch('HIDE_SHEET', { sheetId: id });
  }

  getSpreadsheetLocale() {
    return this.workbook.settings.locale;
  }
  setSpreadsheetLocale(locale: string) {
    if (!/^[a-z]{2,3}([-_][A-Z][A-Za-z]*)?$/.test(locale)) throw new Error(`Invalid argument: ${locale}`);
    this.workbook.keep({ settings: { ...this.workbook.settings, locale: locale.replace('-', '_') } });
  }
  getSpreadsheetTimeZone() {
    return this.workbook.settings.timeZone;
  }
  setSpreadsheetTimeZone(timeZone: string) {
    this.workbook.keep({ settings: { ...this.workbook.settings, timeZone } });
  }

  setNamedRange(name: string, range: GoogleAppsScript.Spreadsheet.Range) {
    setName(this.execution, name, placeOfRange(range, 'SpreadsheetApp.Spreadsheet.setNamedRange'));
  }
  getNamedRanges() {
    return namesOf(this.execution);
  }
  removeNamedRange(name: string) {
    removeName(this.execution, name);
  }
  getRangeByName(name: string) {
    const place = placeNamed(this.execution, name);
    return place ? rangeOf(this.execution, place) : null;
  }
  getProtections(type: GoogleAppsScript.Spreadsheet.ProtectionType) {
    return protectionsOf(this.execution, type);
  }

  addDeveloperMetadata(key: string, valueOrVisibility?: unknown, visibility?: unknown) {
    addMetadata(this.execution, 'SPREADSHEET', undefined, key, valueOrVisibility, visibility);
    return this.self;
  }
  getDeveloperMetadata() {
    return metadataOf(this.execution);
  }
  createDeveloperMetadataFinder() {
    return finderOf(this.execution);
  }

  toast(msg: string, title = '') {
    this.execution.dialogs.toast(String(msg), String(title));
  }
}

gives({ spreadsheet: (execution) => new SpreadsheetStandIn(execution).self });
