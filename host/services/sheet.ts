import type { Execution } from '../execution';
import type { Zone } from '../extras';
import { chartsOf, insertChart, newChart, removeChart, updateChart } from './chart';
import { conditionRules, setConditions } from './condition';
import { filterOf } from './filter';
import { gives, placeOfRange, rangeOf, sheetOf, spreadsheetOf } from './given';
import { freshId, freshSheet } from './id';
import { addMetadata, finderOf, metadataOf } from './metadata';
import { namesOf } from './namedRange';
import { columnsOf, gid, placeOf, rowsOf, zoneAt } from './place';
import { protectionsOf, protectPlace } from './protection';
import { RangeStandIn } from './range';
import { rangeListOf } from './rangeList';
import { type Members, StandIn, standInOf } from './standIn';

type Google = GoogleAppsScript.Spreadsheet.Sheet;
type Dimension = 'ROW' | 'COL';

const members = {
  getSheetId: 'free',
  getParent: 'free',
  getRange: 'free',
  getRangeList: 'free',
  createDeveloperMetadataFinder: 'free',
  newChart: 'free',
  activate: 'other',
  getName: 'read',
  getSheetName: 'read',
  getIndex: 'read',
  getDataRange: 'value',
  getSheetValues: 'value',
  getLastRow: 'value',
  getLastColumn: 'value',
  getMaxRows: 'read',
  getMaxColumns: 'read',
  getFrozenRows: 'read',
  getFrozenColumns: 'read',
  getColumnWidth: 'read',
  getRowHeight: 'read',
  getTabColor: 'read',
  isSheetHidden: 'read',
  isRowHiddenByUser: 'read',
  isRowHiddenByFilter: 'value',
  isColumnHiddenByUser: 'read',
  hasHiddenGridlines: 'read',
  getConditionalFormatRules: 'read',
  getCharts: 'read',
  getProtections: 'read',
  getFilter: 'read',
  getNamedRanges: 'read',
  getDeveloperMetadata: 'read',
  appendRow: 'structure',
  copyTo: 'structure',
  setName: 'structure',
  insertRowsAfter: 'structure',
  insertRowsBefore: 'structure',
  insertRowAfter: 'structure',
  insertRowBefore: 'structure',
  insertColumnsAfter: 'structure',
  insertColumnsBefore: 'structure',
  insertColumnAfter: 'structure',
  insertColumnBefore: 'structure',
  deleteRow: 'structure',
  deleteRows: 'structure',
  deleteColumn: 'structure',
  deleteColumns: 'structure',
  moveColumns: 'structure',
  moveRows: 'structure',
  hideSheet: 'write',
  showSheet: 'write',
  setFrozenRows: 'write',
  setFrozenColumns: 'write',
  hideRows: 'write',
  hideColumns: 'write',
  showRows: 'write',
  showColumns: 'write',
  setColumnWidth: 'write',
  setColumnWidths: 'write',
  setRowHeight: 'write',
  setRowHeights: 'write',
  setRowHeightsForced: 'write',
  setTabColor: 'write',
  setHiddenGridlines: 'write',
  setConditionalFormatRules: 'write',
  insertChart: 'write',
  updateChart: 'write',
  removeChart: 'write',
  clearConditionalFormatRules: 'write',
  addDeveloperMetadata: 'write',
  protect: 'write',
} as const satisfies Members<Google>;

/** What a row measures on Google until it is set, in pixels. */
const ROW_HEIGHT = 21;

class SheetStandIn extends StandIn<Google> implements Pick<Google, keyof typeof members> {
  constructor(
    execution: Execution,
    readonly sheetId: string,
  ) {
    super(execution, 'Sheet', members);
  }

  private get getters() {
    return this.execution.model.getters;
  }

  private get name() {
    const name = this.getters.tryGetSheetName(this.sheetId);
    if (name === undefined) throw new Error('The sheet no longer exists.');
    return name;
  }

  getSheetId() {
    return gid(this.sheetId);
  }
  getParent() {
    return spreadsheetOf(this.execution);
  }
  getName() {
    return this.name;
  }
  getSheetName() {
    return this.name;
  }
  setName(name: string) {
    const newName = String(name);
    if (newName === this.name) return this.self;
    refuseName(this.execution, newName, this.sheetId);
    this.execution.dispatch('RENAME_SHEET', { sheetId: this.sheetId, newName, oldName: this.name });
    return this.self;
  }
  copyTo(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet) {
    if (spreadsheet.getId() !== this.execution.workbook.id) {
      throw new Error('Sheet.copyTo another spreadsheet is not implemented in the local host');
    }
    const sheetIdTo = freshSheet(this.execution);
    this.execution.dispatch('DUPLICATE_SHEET', {
      sheetId: this.sheetId,
      sheetIdTo,
      sheetNameTo: `Copy of ${this.name}`,
    });
    return sheetOf(this.execution, sheetIdTo);
  }
  getIndex() {
    return this.getters.getSheetIds().indexOf(this.sheetId) + 1;
  }
  activate() {
    this.execution.activate(this.sheetId);
    return this.self;
  }

  getRange(rowOrA1: number | string, column = 1, numRows = 1, numColumns = 1) {
    const place =
      typeof rowOrA1 === 'string'
        ? placeOf(this.execution.model, rowOrA1, this.sheetId)
        : {
            sheet: this.sheetId,
            zone: zoneAt(this.execution.model, this.sheetId, rowOrA1, column, numRows, numColumns),
          };
    return rangeOf(this.execution, place);
  }
  getRangeList(a1Notations: string[]) {
    return rangeListOf(
      this.execution,
      a1Notations.map((a1) => placeOf(this.execution.model, a1, this.sheetId)),
    );
  }

  /** The last row and column that hold anything, counted from 1; 0 where nothing is held. */
  private get extent(): { readonly row: number; readonly column: number } {
    const { sheetId } = this;
    let row = 0;
    let column = 0;
    for (const cell of this.getters.getCells(sheetId)) {
      if (!cell.isFormula && cell.content === '') continue;
      const position = this.getters.getCellPosition(cell.id);
      const spread = cell.isFormula ? this.getters.getSpreadZone(position) : undefined;
      row = Math.max(row, (spread?.bottom ?? position.row) + 1);
      column = Math.max(column, (spread?.right ?? position.col) + 1);
    }
    return { row, column };
  }
  getLastRow() {
    return this.extent.row;
  }
  getLastColumn() {
    return this.extent.column;
  }
  getMaxRows() {
    return this.getters.getNumberRows(this.sheetId);
  }
  getMaxColumns() {
    return this.getters.getNumberCols(this.sheetId);
  }
  getDataRange() {
    const { row, column } = this.extent;
    return this.getRange(1, 1, Math.max(row, 1), Math.max(column, 1));
  }
  getSheetValues(startRow: number, startColumn: number, numRows: number, numColumns: number) {
    return this.getRange(startRow, startColumn, numRows, numColumns).getValues();
  }
  appendRow(rowContents: unknown[]) {
    this.execution.workbook.settle();
    const { row } = this.extent;
    if (row + 1 > this.getMaxRows()) this.insertRowsAfter(this.getMaxRows(), 1);
    const zone = zoneAt(this.execution.model, this.sheetId, row + 1, 1, 1, rowContents.length);
    new RangeStandIn(this.execution, { sheet: this.sheetId, zone }).setValues([rowContents]);
    this.execution.commit();
    return this.self;
  }

  private insert(dimension: Dimension, position: 'before' | 'after', base: number, quantity: number): Google {
    const many = dimension === 'ROW' ? this.getMaxRows() : this.getMaxColumns();
    if (base < 1 || base > many) throw new Error(`Invalid ${dimension === 'ROW' ? 'row' : 'column'} position: ${base}`);
    if (quantity < 1) throw new Error('The number to insert must be at least 1.');
    this.execution.dispatch('ADD_COLUMNS_ROWS', {
      sheetId: this.sheetId,
      sheetName: this.name,
      dimension,
      position,
      base: base - 1,
      quantity,
    });
    return this.self;
  }
  insertRowsAfter(afterPosition: number, howMany: number) {
    return this.insert('ROW', 'after', afterPosition, howMany);
  }
  insertRowsBefore(beforePosition: number, howMany: number) {
    return this.insert('ROW', 'before', beforePosition, howMany);
  }
  insertRowAfter(afterPosition: number) {
    return this.insert('ROW', 'after', afterPosition, 1);
  }
  insertRowBefore(beforePosition: number) {
    return this.insert('ROW', 'before', beforePosition, 1);
  }
  insertColumnsAfter(afterPosition: number, howMany: number) {
    return this.insert('COL', 'after', afterPosition, howMany);
  }
  insertColumnsBefore(beforePosition: number, howMany: number) {
    return this.insert('COL', 'before', beforePosition, howMany);
  }
  insertColumnAfter(afterPosition: number) {
    return this.insert('COL', 'after', afterPosition, 1);
  }
  insertColumnBefore(beforePosition: number) {
    return this.insert('COL', 'before', beforePosition, 1);
  }

  private delete(dimension: Dimension, first: number, howMany: number): void {
    const many = dimension === 'ROW' ? this.getMaxRows() : this.getMaxColumns();
    const frozen = this.getters.getPaneDivisions(this.sheetId)[dimension === 'ROW' ? 'ySplit' : 'xSplit'];
    const what = dimension === 'ROW' ? 'rows' : 'columns';
    if (first < 1 || howMany < 1 || first + howMany - 1 > many) throw new Error(`Those ${what} are out of bounds.`);
    if (howMany >= many) throw new Error(`You can't delete all the ${what} on the sheet.`);
    if (first <= frozen + 1 && first + howMany - 1 >= many) {
      throw new Error(`Sorry, it is not possible to delete all non-frozen ${what}.`);
    }
    this.execution.dispatch('REMOVE_COLUMNS_ROWS', {
      sheetId: this.sheetId,
      sheetName: this.name,
      dimension,
      elements: numbers(first, howMany),
    });
  }
  deleteRow(rowPosition: number) {
    this.delete('ROW', rowPosition, 1);
    return this.self;
  }
  deleteRows(rowPosition: number, howMany: number) {
    this.delete('ROW', rowPosition, howMany);
  }
  deleteColumn(columnPosition: number) {
    this.delete('COL', columnPosition, 1);
    return this.self;
  }
  deleteColumns(columnPosition: number, howMany: number) {
    this.delete('COL', columnPosition, howMany);
  }

  /** Moves whole rows or columns before another; the destination is counted as things are before the move. */
  private move(dimension: Dimension, zone: Zone, destination: number): void {
    const first = dimension === 'ROW' ? zone.top : zone.left;
    const size = dimension === 'ROW' ? rowsOf(zone) : columnsOf(zone);
    const many = dimension === 'ROW' ? this.getMaxRows() : this.getMaxColumns();
    const to = destination - 1;
    if (to < 0 || to > many) throw new Error('The destination is out of bounds.');
    if (to >= first && to <= first + size) return;
    const hidden = numbers(first + 1, size).map((index) =>
      Boolean(this.getters.isHeaderHiddenByUser(this.sheetId, dimension, index)),
    );
    const isForward = to > first;
    this.shown(() => {
      this.execution.dispatch('MOVE_COLUMNS_ROWS', {
        sheetId: this.sheetId,
        sheetName: this.name,
        dimension,
        elements: numbers(first + 1, size),
        base: isForward ? to - 1 : to,
        position: isForward ? 'after' : 'before',
      });
    });
    // The engine leaves behind whether they were hidden.
    const start = isForward ? to - size : to;
    for (const [index, wasHidden] of hidden.entries()) {
      if (Boolean(this.getters.isHeaderHiddenByUser(this.sheetId, dimension, start + index)) !== wasHidden) {
        this.veil(dimension, start + index + 1, 1, wasHidden);
      }
    }
  }
  /** Does something that the engine does only on the sheet it shows. */
  private shown(work: () => void): void {
    const { sheetId } = this;
    const before = this.getters.getActiveSheetId();
    const isHidden = this.isSheetHidden();
    if (isHidden) this.execution.dispatch('SHOW_SHEET', { sheetId });
    if (before !== sheetId) this.execution.dispatch('ACTIVATE_SHEET', { sheetIdFrom: before, sheetIdTo: sheetId });
    work();
    if (before !== sheetId) this.execution.dispatch('ACTIVATE_SHEET', { sheetIdFrom: sheetId, sheetIdTo: before });
    if (isHidden) this.execution.dispatch('HIDE_SHEET', { sheetId });
  }
  moveColumns(columnSpec: GoogleAppsScript.Spreadsheet.Range, destinationIndex: number) {
    this.move('COL', placeOfRange(columnSpec, 'SpreadsheetApp.Sheet.moveColumns').zone, destinationIndex);
  }
  moveRows(rowSpec: GoogleAppsScript.Spreadsheet.Range, destinationIndex: number) {
    this.move('ROW', placeOfRange(rowSpec, 'SpreadsheetApp.Sheet.moveRows').zone, destinationIndex);
  }

  getFrozenRows() {
    return this.getters.getPaneDivisions(this.sheetId).ySplit;
  }
  getFrozenColumns() {
    return this.getters.getPaneDivisions(this.sheetId).xSplit;
  }
  setFrozenRows(rows: number) {
    const { sheetId } = this;
    if (rows === this.getFrozenRows()) return;
    if (rows === 0) this.execution.dispatch('UNFREEZE_ROWS', { sheetId });
    else this.execution.dispatch('FREEZE_ROWS', { sheetId, quantity: rows });
  }
  setFrozenColumns(columns: number) {
    const { sheetId } = this;
    if (columns === this.getFrozenColumns()) return;
    if (columns === 0) this.execution.dispatch('UNFREEZE_COLUMNS', { sheetId });
    else this.execution.dispatch('FREEZE_COLUMNS', { sheetId, quantity: columns });
  }

  isSheetHidden() {
    return !this.getters.isSheetVisible(this.sheetId);
  }
  hideSheet() {
    if (this.isSheetHidden()) return this.self;
    const visible = this.getters.getVisibleSheetIds();
    if (visible.length === 1) throw new Error("You can't hide all the sheets in a document.");
    this.execution.dispatch('HIDE_SHEET', { sheetId: this.sheetId });
    return this.self;
  }
  showSheet() {
    if (this.isSheetHidden()) this.execution.dispatch('SHOW_SHEET', { sheetId: this.sheetId });
    return this.self;
  }

  private veil(dimension: Dimension, first: number, howMany: number, hidden: boolean): void {
    const payload = { sheetId: this.sheetId, dimension, elements: numbers(first, howMany) };
    if (hidden) this.execution.dispatch('HIDE_COLUMNS_ROWS', payload);
    else this.execution.dispatch('UNHIDE_COLUMNS_ROWS', payload);
  }
  hideRows(rowIndex: number, numRows = 1) {
    this.veil('ROW', rowIndex, numRows, true);
  }
  hideColumns(columnIndex: number, numColumns = 1) {
    this.veil('COL', columnIndex, numColumns, true);
  }
  showRows(rowIndex: number, numRows = 1) {
    this.veil('ROW', rowIndex, numRows, false);
  }
  showColumns(columnIndex: number, numColumns = 1) {
    this.veil('COL', columnIndex, numColumns, false);
  }
  isRowHiddenByUser(rowPosition: number) {
    return Boolean(this.getters.isRowHiddenByUser(this.sheetId, rowPosition - 1));
  }
  isRowHiddenByFilter(rowPosition: number) {
    return Boolean(this.getters.isRowFiltered(this.sheetId, rowPosition - 1));
  }
  isColumnHiddenByUser(columnPosition: number) {
    return Boolean(this.getters.isColHiddenByUser(this.sheetId, columnPosition - 1));
  }

  private resize(dimension: Dimension, first: number, howMany: number, size: number): Google {
    this.execution.dispatch('RESIZE_COLUMNS_ROWS', {
      sheetId: this.sheetId,
      dimension,
      elements: numbers(first, howMany),
      size,
    });
    return this.self;
  }
  setColumnWidth(columnPosition: number, width: number) {
    return this.resize('COL', columnPosition, 1, width);
  }
  setColumnWidths(startColumn: number, numColumns: number, width: number) {
    return this.resize('COL', startColumn, numColumns, width);
  }
  setRowHeight(rowPosition: number, height: number) {
    return this.resize('ROW', rowPosition, 1, height);
  }
  setRowHeights(startRow: number, numRows: number, height: number) {
    return this.resize('ROW', startRow, numRows, height);
  }
  setRowHeightsForced(startRow: number, numRows: number, height: number) {
    return this.resize('ROW', startRow, numRows, height);
  }
  getColumnWidth(columnPosition: number) {
    return this.getters.getColSize(this.sheetId, columnPosition - 1);
  }
  getRowHeight(rowPosition: number) {
    return this.getters.getUserRowSize(this.sheetId, rowPosition - 1) ?? ROW_HEIGHT;
  }

  getTabColor() {
    return this.getters.getSheet(this.sheetId).color ?? null;
  }
  setTabColor(color: string | null) {
    this.execution.dispatch('COLOR_SHEET', { sheetId: this.sheetId, ...(color && { color }) });
    return this.self;
  }
  hasHiddenGridlines() {
    return !this.getters.getGridLinesVisibility(this.sheetId);
  }
  setHiddenGridlines(hideGridlines: boolean) {
    const areGridLinesVisible = !hideGridlines;
    this.execution.dispatch('SET_GRID_LINES_VISIBILITY', { sheetId: this.sheetId, areGridLinesVisible });
    return this.self;
  }

  getConditionalFormatRules() {
    return conditionRules(this.execution, this.sheetId);
  }
  setConditionalFormatRules(rules: GoogleAppsScript.Spreadsheet.ConditionalFormatRule[]) {
    setConditions(this.execution, this.sheetId, rules);
  }
  clearConditionalFormatRules() {
    setConditions(this.execution, this.sheetId, []);
  }

  newChart() {
    return newChart(this.execution);
  }
  getCharts() {
    return chartsOf(this.execution, this.sheetId);
  }
  insertChart(chart: GoogleAppsScript.Spreadsheet.EmbeddedChart) {
    insertChart(this.execution, this.sheetId, chart, freshId(this.execution));
  }
  updateChart(chart: GoogleAppsScript.Spreadsheet.EmbeddedChart) {
    updateChart(this.execution, this.sheetId, chart);
  }
  removeChart(chart: GoogleAppsScript.Spreadsheet.EmbeddedChart) {
    removeChart(this.execution, this.sheetId, chart);
  }

  protect() {
    return protectPlace(this.execution, { sheet: this.sheetId, zone: this.getters.getSheetZone(this.sheetId) }, true);
  }
  getProtections(type: GoogleAppsScript.Spreadsheet.ProtectionType) {
    return protectionsOf(this.execution, type, this.sheetId);
  }
  getFilter() {
    return filterOf(this.execution, this.sheetId);
  }
  getNamedRanges() {
    return namesOf(this.execution, this.sheetId);
  }

  addDeveloperMetadata(key: string, valueOrVisibility?: unknown, visibility?: unknown) {
    const place = { sheet: this.sheetId, zone: this.getters.getSheetZone(this.sheetId) };
    addMetadata(this.execution, 'SHEET', place, key, valueOrVisibility, visibility);
    return this.self;
  }
  getDeveloperMetadata() {
    return metadataOf(this.execution, this.sheetId);
  }
  createDeveloperMetadataFinder() {
    return finderOf(this.execution, this.sheetId);
  }
}

/** `count` numbers from a first one: positions counted from 1 → the engine's, counted from 0. */
function numbers(first: number, count: number): number[] {
  if (first < 1 || count < 1) throw new Error('Those rows or columns are out of bounds.');
  return Array.from({ length: count }, (_, index) => first - 1 + index);
}

/** Refuses a name that another sheet has, or that no sheet can have. */
export function refuseName(execution: Execution, name: string, sheetId?: string): void {
  const { getters } = execution.model;
  const other = getters.getSheetIdByName(name);
  if (other !== undefined && other !== sheetId) {
    throw new Error(`A sheet with the name "${name}" already exists. Please enter another name.`);
  }
  if (name.trim() === '' || name.length > 100) throw new Error('Sheet names can have from 1 to 100 characters.');
}

gives({ sheet: (execution, sheetId) => new SheetStandIn(execution, sheetId).self });

/** The engine's id of the sheet whose handle a script passed to `member`. */
export function idOfSheet(sheet: unknown, member: string): string {
  return standInOf(sheet, SheetStandIn, member).sheetId;
}
