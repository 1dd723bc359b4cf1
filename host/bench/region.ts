import * as z from 'zod/mini';
import { cellFunctions } from '../../src/functions';
import type { FieldValue } from '../../src/model/answer';
import { blockSize } from '../../src/model/block';
import { bookFor } from '../book';
import { formulaAt } from '../cells';
import { regionPlan } from '../cli/regionPlan';
import { type Addon, type Call, createWorkbook, loadAddon, type Workbook } from '../index';
import { changesOf } from '../sample/prefill';
import { letters } from '../services/place';
import { duration } from './figure';

/** A region's workbook and the add-on of its planner. */
export interface Desk {
  readonly workbook: Workbook;
  readonly addon: Addon;
}

/** What some work with the workbook took. */
export interface Cost {
  readonly seconds: number;
  /** The service calls in order, each with the second at which it came. */
  readonly calls: readonly (Call & { readonly at: number })[];
}

// The tabs' names are printed beside English words.
const language = 'en';
const locale = 'en_US';

const done = z.object({ status: z.literal('done') });
const signing = z.object({ planned: z.unknown() });
const opened = z.object({ ids: z.array(z.string()), registered: z.string() });

/** A workbook with the add-on: empty, or opened from a file. */
export function deskOf(code: string, file?: string): Desk {
  const workbook = createWorkbook(file === undefined ? { locale } : { data: JSON.parse(file), waits: true });
  return { workbook, addon: loadAddon({ code, workbook, user: { email: 'planner@example.com', locale } }) };
}

function asked(addon: Addon, endpoint: string, request: object): unknown {
  const answer = addon.run(endpoint, request);
  if (!done.safeParse(answer).success) throw new Error(`${endpoint}: ${JSON.stringify(answer).slice(0, 300)}`);
  return answer;
}

/** What work with the add-on costs. */
export function cost({ addon }: Desk, work: () => void): Cost {
  const times: number[] = [];
  const start = performance.now();
  addon.calls.reset();
  addon.hook(() => times.push((performance.now() - start) / 1000));
  try {
    const seconds = duration(work) / 1000;
    return { seconds, calls: addon.calls.sequence.map((call, index) => ({ ...call, at: times[index] ?? seconds })) };
  } finally {
    addon.hook();
  }
}

/** Makes the workbook, or brings it up to date. */
export function generate({ addon }: Desk): void {
  asked(addon, 'generatePlan', { language, region: '华东', planYear: 2027 });
}

/** Made-up stores, franchised but for every fifth. */
export function storesFrom(first: number, count: number): readonly Readonly<Record<string, FieldValue>>[] {
  return Array.from({ length: count }, (_, index) => ({
    storeId: `S${first + index}`,
    name: `第${first + index}店`,
    ownership: (first + index) % 5 === 0 ? 'selfOperated' : 'franchised',
    city: '上海',
    openedOn: '2022-11-20',
    lastYearSales: 1_754_080 + index,
  }));
}

/** The file of so many stores, its headers the fields' ids. */
export function csvOf(count: number): Buffer {
  const stores = storesFrom(1, count);
  const lines = [Object.keys(stores[0] ?? {}), ...stores.map((store) => Object.values(store))];
  return Buffer.from(lines.map((line) => line.join(',')).join('\n'));
}

/** Imports the block of stores that starts with that number, from 1; others are to follow. */
export function importBlock({ addon }: Desk, first: number, count: number, toFollow: number): void {
  const records = storesFrom(first, count);
  asked(addon, 'importRecords', { request: `stores-${first}`, part: 'stores', records, toFollow });
}

/** Workbooks with so many stores, as files: each is made, as the command makes it, when it is first asked for. */
export interface Files {
  readonly code: string;
  file(stores: number): string;
}

export function filesOf(code: string): Files {
  const made = new Map<number, string>();
  const make = (stores: number): string => {
    const records = storesFrom(1, stores).map((values, index) => ({ row: index + 2, values }));
    const book = bookFor({ language, region: '华东', year: 2027, stores: records, prefilled: [], people: [] });
    return JSON.stringify(regionPlan(book, code, stores).workbook.exportData());
  };
  return {
    code,
    file(stores) {
      const file = made.get(stores) ?? make(stores);
      made.set(stores, file);
      return file;
    },
  };
}

/** What a form knows that has been opened: the first store, and what the workbook says of itself, which it sends along. */
function formOf(addon: Addon): { readonly record: string; readonly registered: string } {
  const { ids, registered } = opened.parse(asked(addon, 'openPart', { part: 'stores' }));
  const [record] = ids;
  if (!record) throw new Error('there are no stores');
  return { record, registered };
}

/** Adds a store as its form does; gives what adds. */
export function addingTo({ addon }: Desk): () => void {
  const [record] = storesFrom(900_001, 1);
  const { registered } = formOf(addon);
  return () => asked(addon, 'addRecords', { request: 'one more', registered, part: 'stores', records: [record] });
}

/** Removes the first store; gives what removes. */
export function removingFrom({ addon }: Desk): () => void {
  const { record, registered } = formOf(addon);
  return () => asked(addon, 'removeRecords', { request: 'one less', registered, part: 'stores', records: [record] });
}

/** Saves a store's area as its form does; gives the request that saves, for the first store. */
export function savingOf({ addon }: Desk): () => void {
  const { record, registered } = formOf(addon);
  const changes = changesOf({ part: 'stores', record, values: { area: 106 } });
  return () => asked(addon, 'saveRecord', { request: 'area', registered, part: 'stores', changes });
}

/** Opens the sidebar's first view. */
export function open({ addon }: Desk): void {
  const answer = addon.run('openPlan');
  if (!done.safeParse(answer).success) throw new Error('openPlan is not done');
}

/** The tab with a column of a field, by the engine's id. */
export function tabWith({ workbook: { model } }: Desk, field: string): string {
  const { getters } = model;
  const has = (sheetId: string): boolean =>
    Array.from({ length: getters.getNumberCols(sheetId) }).some(
      (_, col) => getters.getEvaluatedCell({ sheetId, col, row: 0 }).value === field,
    );
  const found = getters.getSheetIds().find(has);
  if (found === undefined) throw new Error(`no tab has a column ${field}`);
  return found;
}

/** Opens a part that comes when it is asked for. */
export function openSection({ addon }: Pick<Desk, 'addon'>, section: string): void {
  asked(addon, 'generatePlan', { section });
}

/** Types by how much both ownerships are to grow: without it no store has a target, nor months. */
export function growBy({ addon }: Desk, growth: number): void {
  for (const record of ['franchised', 'selfOperated']) {
    const changes = changesOf({ part: 'baseline', record, values: { growth } });
    asked(addon, 'saveRecord', { request: `growth of ${record}`, part: 'baseline', changes });
  }
}

/** Imports so many months of sales of every store, and says that data reach the last one's end. */
export function importSold({ addon }: Desk, stores: number, months: number): void {
  const given = Array.from({ length: 12 }, (_, month) => (month < months ? 140_000 + month : null));
  for (let first = 1; first <= stores; first += blockSize) {
    const count = Math.min(blockSize, stores - first + 1);
    const records = storesFrom(first, count).map(({ storeId }) => ({ storeId, sales: given }));
    const toFollow = stores - first + 1 - count;
    asked(addon, 'importRecords', { request: `sold-${first}`, part: 'actuals', records, toFollow });
  }
  const to = new Date(Date.UTC(2027, months, 0)).toISOString().slice(0, 10);
  const changes = changesOf({ part: 'settings', record: 'settings', values: { dataThrough: to } });
  asked(addon, 'saveRecord', { request: 'through', part: 'settings', changes });
}

/** Signs the plan, and says that data reach another day than they did. */
export function followSigned({ addon }: Desk, from: string, to: string): void {
  openSection({ addon }, 'signedTargets');
  const { planned } = signing.parse(asked(addon, 'readSigning', {}));
  asked(addon, 'signPlan', { request: 'signed', planned, reason: 'as it stands' });
  const changes = [{ record: 'settings', field: 'dataThrough', from, to }];
  asked(addon, 'saveRecord', { request: 'middle', part: 'settings', changes });
}

/** Types last year's sales of the first store into its cell; gives what types. */
export function typingOf({ workbook: { model }, addon }: Desk): () => void {
  const { getters } = model;
  const textIn = (sheetId: string, col: number, row: number): string =>
    String(getters.getEvaluatedCell({ sheetId, col, row }).value ?? '');
  for (const sheet of getters.getSheetIds()) {
    const keys = Array.from({ length: getters.getNumberCols(sheet) }, (_, col) => textIn(sheet, col, 0));
    const [key, sales] = [keys.indexOf('storeId'), keys.indexOf('lastYearSales')];
    if (key < 0 || sales < 0) continue;
    for (let row = 0; row < getters.getNumberRows(sheet); row += 1) {
      if (textIn(sheet, key, row) !== 'S1') continue;
      return () => addon.type(getters.getSheetName(sheet), `${letters(sales)}${row + 1}`, '1800000');
    }
  }
  throw new Error('no tab has a store S1');
}

/** How many calls of cell functions stand in the formulas of all tabs. */
export function callsInFormulas({ workbook: { model } }: Desk): number {
  const named = new RegExp(`\\b(?:${cellFunctions.map(({ name }) => name).join('|')})\\(`, 'gi');
  const { getters } = model;
  let count = 0;
  for (const sheetId of getters.getSheetIds()) {
    const [rows, columns] = [getters.getNumberRows(sheetId), getters.getNumberCols(sheetId)];
    for (let row = 0; row < rows; row += 1) {
      for (let col = 0; col < columns; col += 1) {
        count += formulaAt(model, { sheetId, col, row }).match(named)?.length ?? 0;
      }
    }
  }
  return count;
}

/** Calculates every cell of a tab, as whoever looks at all of them does; gives how many formulas that are. */
export function calculateTab({ workbook: { model } }: Desk, sheetId: string): number {
  const { getters } = model;
  const [rows, columns] = [getters.getNumberRows(sheetId), getters.getNumberCols(sheetId)];
  let formulas = 0;
  for (let row = 0; row < rows; row += 1) {
    for (let col = 0; col < columns; col += 1) {
      // What a cell holds is calculated when its value is read.
      void getters.getEvaluatedCell({ sheetId, col, row }).value;
      if (getters.getCell({ sheetId, col, row })?.isFormula) formulas += 1;
    }
  }
  return formulas;
}

/** Calculates every cell; gives how many calls of cell functions that took. */
export function calculateAll(desk: Desk): number {
  const { workbook, addon } = desk;
  for (const sheetId of workbook.model.getters.getSheetIds()) calculateTab(desk, sheetId);
  return Object.values(addon.cellCalls).reduce((sum, count) => sum + count, 0);
}
