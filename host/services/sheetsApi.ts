import { Execution, type User } from '../execution';
import type { Place } from '../extras';
import { createWorkbook, type Workbook, type WorkbookOptions } from '../workbook';
import { updateCells } from './api/cells';
import { dataOf, giveRules } from './api/data';
import { answered, only } from './api/fields';
import { hex, paint } from './api/grid';
import {
  addChart,
  addCondition,
  addConditions,
  addFilter,
  addProtection,
  mergeCells,
  placeIn,
  setSizes,
} from './api/tab';
import { asMade, errorsOf, lessParts } from './api/ways';
import { drawBorders } from './borders';
import { DeveloperMetadataVisibility } from './enums';
import { rangeOf } from './given';
import { heldAt } from './held';
import { addMetadata } from './metadata';
import { setName } from './namedRange';
import { placeOf } from './place';
import { handle, type Members, StandIn } from './standIn';

type Google = GoogleAppsScript.Sheets.Collection.SpreadsheetsCollection;
type File = GoogleAppsScript.Sheets.Schema.Spreadsheet;
type Batch = GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetRequest;
type Step = NonNullable<Batch['requests']>[number];

type GoogleValues = GoogleAppsScript.Sheets.Collection.Spreadsheets.ValuesCollection;

const members = {
  create: 'other',
  get: 'other',
  batchUpdate: 'other',
  Values: 'free',
} as const satisfies Members<Google>;
const valuesMembers = { get: 'other' } as const satisfies Members<GoogleValues>;

const files = new WeakMap<Workbook, Map<string, Workbook>>();

/** What files were made from, until they are changed. */
const unchanged = new WeakMap<Workbook, File>();

/** The files that scripts have made from a workbook, by id. */
export function filesFrom(workbook: Workbook): ReadonlyMap<string, Workbook> {
  return files.get(workbook) ?? new Map();
}

/** A step of a batch: what it does to a file. */
type Stepper = (execution: Execution, step: Step, where: string) => void;

/** A cell's formula at a place, put into every cell of it as if it had been copied there. */
function repeatFormula(execution: Execution, { sheet, zone }: Place): void {
  const [col, row] = [zone.left, zone.top];
  for (let down = zone.top; down <= zone.bottom; down += 1) {
    const input = heldAt(execution, { sheetId: sheet, col, row }, down - row);
    if (down > row) execution.hold({ sheet, col, row: down, input });
  }
  execution.commit();
}

function repeatCell(execution: Execution, { repeatCell: step }: Step, where: string): void {
  only(step ?? {}, ['range', 'cell', 'fields'], where);
  const place = placeIn(execution, step?.range, where);
  const { sheet, zone } = place;
  const asked = (step?.fields ?? '').split(',');
  const { userEnteredValue, userEnteredFormat, dataValidation } = step?.cell ?? {};
  const fields = ['userEnteredValue', 'userEnteredFormat', 'dataValidation'];
  const unknown = asked.find((field) => !fields.includes(field));
  if (unknown !== undefined) throw new Error(`Invalid ${where}: the field ${unknown} is not implemented here`);
  if (asked.includes('userEnteredValue') && userEnteredValue?.formulaValue !== undefined) {
    if (zone.left !== zone.right) throw new Error(`Invalid ${where}: formulas over columns are not implemented here`);
    paint(execution, { sheet, zone: { ...zone, bottom: zone.top } }, { userEnteredValue }, where);
    repeatFormula(execution, place);
    return;
  }
  const cell = {
    ...(asked.includes('userEnteredValue') && userEnteredValue && { userEnteredValue }),
    ...(asked.includes('userEnteredFormat') && userEnteredFormat && { userEnteredFormat }),
    ...(asked.includes('dataValidation') && dataValidation && { dataValidation }),
  };
  paint(execution, place, cell, where);
}

function updateBorders(execution: Execution, { updateBorders: step }: Step, where: string): void {
  const { top, left, bottom, right, innerHorizontal, innerVertical } = step ?? {};
  const lines = [top, left, bottom, right, innerHorizontal, innerVertical].filter((line) => line !== undefined);
  const [line] = lines;
  if (!line || lines.some((other) => other.style !== line.style))
    throw new Error(`Invalid ${where}: lines that differ are not implemented here`);
  // A line that is not given stays as it is.
  const sides = {
    top: top ? true : null,
    left: left ? true : null,
    bottom: bottom ? true : null,
    right: right ? true : null,
    vertical: innerVertical ? true : null,
    horizontal: innerHorizontal ? true : null,
  };
  drawBorders(execution, placeIn(execution, step?.range, where), sides, hex(line.colorStyle) ?? null, line.style);
}

function addName(
  execution: Execution,
  given: { name?: string | undefined; range?: object | undefined },
  where: string,
) {
  only(given, ['name', 'range'], where);
  setName(execution, given.name ?? '', placeIn(execution, given.range, where));
}

function addEntry(execution: Execution, given: NonNullable<File['developerMetadata']>[number], where: string): void {
  only(given, ['metadataKey', 'metadataValue', 'location', 'visibility'], where);
  if (!given.location?.spreadsheet || given.visibility !== 'DOCUMENT')
    throw new Error(`Invalid ${where}: only DOCUMENT metadata of the spreadsheet is implemented here`);
  const { metadataKey = '', metadataValue } = given;
  addMetadata(execution, 'SPREADSHEET', undefined, metadataKey, metadataValue, DeveloperMetadataVisibility.DOCUMENT);
}

const steppers: Readonly<Partial<Record<keyof Step, Stepper>>> = {
  repeatCell,
  updateBorders,
  updateCells: (execution, { updateCells: step }, where) => updateCells(execution, step, where),
  updateDimensionProperties: (execution, { updateDimensionProperties: step }, where) =>
    setSizes(execution, step, where),
  mergeCells: (execution, { mergeCells: step }, where) => mergeCells(execution, step, where),
  addConditionalFormatRule: (execution, { addConditionalFormatRule: step }, where) =>
    addCondition(execution, step?.rule, step?.index ?? 0, where),
  addProtectedRange: (execution, { addProtectedRange: step }, where) =>
    addProtection(execution, step?.protectedRange, where),
  setBasicFilter: (execution, { setBasicFilter: step }, where) => addFilter(execution, step?.filter, where),
  addChart: (execution, { addChart: step }, where) => addChart(execution, step?.chart, where),
  addNamedRange: (execution, { addNamedRange: step }, where) => addName(execution, step?.namedRange ?? {}, where),
  createDeveloperMetadata: (execution, { createDeveloperMetadata: step }, where) =>
    addEntry(execution, step?.developerMetadata ?? {}, where),
};

const isStep = (name: string): name is keyof Step => name in steppers;

/** Where a new file stands, and whose clock it goes by. */
export type NewFile = Pick<WorkbookOptions, 'id' | 'now' | 'address'>;

/** Makes a workbook as `spreadsheets.create` does from its body; it is calculated when it first settles. */
export function workbookOf(file: File, user: User, place: NewFile = {}): Workbook {
  only(file, ['properties', 'sheets', 'namedRanges', 'developerMetadata'], 'spreadsheet');
  const { properties, sheets = [], namedRanges = [], developerMetadata = [] } = file;
  only(properties ?? {}, ['title', 'locale', 'timeZone'], 'spreadsheet.properties');
  const ids = sheets.map((sheet) => sheet.properties?.sheetId);
  if (new Set(ids).size < ids.length) throw new Error('Invalid sheets: a sheet id is given twice');
  for (const [index, sheet] of sheets.entries()) {
    const where = `spreadsheet.sheets[${index}]`;
    only(
      sheet,
      ['properties', 'data', 'merges', 'conditionalFormats', 'protectedRanges', 'basicFilter', 'charts'],
      where,
    );
    only(
      sheet.properties ?? {},
      ['sheetId', 'title', 'index', 'hidden', 'tabColorStyle', 'gridProperties'],
      `${where}.properties`,
    );
    for (const grid of sheet.data ?? []) only(grid, ['rowData', 'rowMetadata', 'columnMetadata'], `${where}.data`);
  }
  const workbook = createWorkbook({
    ...place,
    waits: true,
    title: properties?.title ?? 'Untitled spreadsheet',
    locale: properties?.locale ?? 'en_US',
    timeZone: properties?.timeZone ?? 'Etc/GMT',
    ...(sheets.length > 0 && { data: dataOf(file) }),
  });
  const execution = new Execution(workbook, user);
  for (const [index, sheet] of sheets.entries()) {
    const where = `spreadsheet.sheets[${index}]`;
    giveRules(execution, sheet, where);
    addConditions(execution, sheet, where);
    for (const protection of sheet.protectedRanges ?? []) addProtection(execution, protection, where);
    if (sheet.basicFilter) addFilter(execution, sheet.basicFilter, where);
    for (const chart of sheet.charts ?? []) addChart(execution, chart, where);
  }
  for (const range of namedRanges) addName(execution, range, 'spreadsheet.named_ranges');
  for (const entry of developerMetadata) addEntry(execution, entry, 'spreadsheet.developer_metadata');
  execution.commit();
  return workbook;
}

/** Takes the steps of a `batchUpdate`: all of them, or if one of them is not known here none. */
export function takeSteps(workbook: Workbook, requests: readonly Step[], user: User): void {
  const steps = requests.map((step, index) => {
    const [name = '', ...others] = Object.keys(step);
    const stepper = isStep(name) ? steppers[name] : undefined;
    if (!stepper || others.length > 0)
      throw new Error(`Invalid requests[${index}]: ${name} is not implemented in the local host`);
    return { step, stepper, where: `requests[${index}].${name}` };
  });
  const execution = new Execution(workbook, user);
  for (const { step, stepper, where } of steps) stepper(execution, step, where);
  execution.commit();
}

/** The new file as Google answers; of its cells only, if they are asked for, what has gone wrong. */
function answerOf(workbook: Workbook, file: File, withCells: boolean): File {
  return {
    spreadsheetId: workbook.id,
    spreadsheetUrl: workbook.url,
    properties: file.properties,
    sheets: (file.sheets ?? []).map((sheet) => ({
      properties: sheet.properties,
      ...(withCells && { data: [{ rowData: errorsOf(sheet) }] }),
      ...(sheet.merges && { merges: sheet.merges }),
      ...(sheet.conditionalFormats && { conditionalFormats: sheet.conditionalFormats }),
      ...(sheet.protectedRanges && {
        protectedRanges: sheet.protectedRanges.map((range, index) => ({ ...range, protectedRangeId: index + 1 })),
      }),
      ...(sheet.basicFilter && { basicFilter: sheet.basicFilter }),
      ...(sheet.charts && { charts: sheet.charts.map((chart, index) => ({ ...chart, chartId: index + 1 })) }),
    })),
    namedRanges: file.namedRanges,
    developerMetadata: file.developerMetadata,
  };
}

/** A file that scripts have made from this one: under drive.file they see no other. */
function madeFile({ workbook }: Execution, id: string): Workbook {
  const made = filesFrom(workbook).get(id);
  if (!made) throw new Error('Requested entity was not found.');
  return made;
}

/** Does what a method of the service does, its errors in the service's words. */
function doing<T>(execution: Execution, method: string, work: () => T): T {
  try {
    if (execution.authority !== 'FULL') throw new Error('Request had insufficient authentication scopes.');
    return work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`API call to sheets.spreadsheets.${method} failed with error: ${reason}`);
  }
}

/** `Sheets.Spreadsheets.Values`: what cells of such files hold, unformatted. */
class ValuesStandIn extends StandIn<GoogleValues> implements Pick<GoogleValues, keyof typeof valuesMembers> {
  constructor(execution: Execution) {
    super(execution, 'Sheets.Spreadsheets.Values', valuesMembers);
  }

  get(spreadsheetId: string, range: string, options: { valueRenderOption?: unknown } = {}) {
    return doing(this.execution, 'values.get', () => {
      if (options.valueRenderOption !== 'UNFORMATTED_VALUE')
        throw new Error('values other than unformatted ones are not implemented in the local host');
      const file = madeFile(this.execution, spreadsheetId);
      const execution = new Execution(file, this.execution.user);
      const [first = ''] = file.model.getters.getSheetIds();
      file.settle();
      return {
        range,
        majorDimension: 'ROWS',
        values: rangeOf(execution, placeOf(file.model, range, first)).getValues(),
      };
    });
  }
}

/** `Sheets.Spreadsheets`: makes files, and changes files that it made. */
class FilesStandIn extends StandIn<Google> implements Pick<Google, keyof typeof members> {
  readonly Values: GoogleValues;

  constructor(execution: Execution) {
    super(execution, 'Sheets.Spreadsheets', members);
    this.Values = new ValuesStandIn(execution).self;
  }

  create(resource: File, ...others: readonly { readonly fields?: unknown }[]): File {
    const { newId, now, address, newFiles } = this.execution.workbook;
    if (others.length > 1 || (newFiles.oneArgument && others.length > 0))
      throw new Error('Invalid number of arguments provided.');
    return doing(this.execution, 'create', () => {
      const known = files.get(this.execution.workbook) ?? new Map<string, Workbook>();
      files.set(this.execution.workbook, known);
      const file = asMade(resource, newFiles);
      const workbook = workbookOf(file, this.execution.user, { id: newId(), now, address });
      known.set(workbook.id, workbook);
      unchanged.set(workbook, file);
      const fields = others[0]?.fields;
      // Without a word on what to answer Google leaves the cells out.
      const withCells = typeof fields === 'string' && newFiles.answersCells !== false;
      return answered(lessParts(answerOf(workbook, file, withCells), newFiles.untold ?? []), fields);
    });
  }

  get(spreadsheetId: string, ...others: readonly { readonly fields?: unknown }[]): File {
    if (others.length > 1 || (this.execution.workbook.newFiles.oneArgument && others.length > 0))
      throw new Error('Invalid number of arguments provided.');
    return doing(this.execution, 'get', () => {
      const workbook = madeFile(this.execution, spreadsheetId);
      const file = unchanged.get(workbook);
      if (!file) throw new Error('A file that has been changed is not told of in the local host');
      const fields = others[0]?.fields;
      return answered(answerOf(workbook, file, typeof fields === 'string'), fields);
    });
  }

  batchUpdate(resource: Batch, spreadsheetId: string) {
    return doing(this.execution, 'batchUpdate', () => {
      const workbook = madeFile(this.execution, spreadsheetId);
      const { requests = [] } = resource;
      unchanged.delete(workbook);
      takeSteps(workbook, requests, this.execution.user);
      return { spreadsheetId, replies: requests.map(() => ({})) };
    });
  }
}

/** Google's Sheets service, as far as it makes files. */
export function sheetsApiOf(execution: Execution): GoogleAppsScript.Sheets {
  const target = { Spreadsheets: new FilesStandIn(execution).self };
  return handle<GoogleAppsScript.Sheets>(target, execution, 'Sheets', { Spreadsheets: 'free' });
}
