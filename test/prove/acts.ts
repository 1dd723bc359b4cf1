import { choicesTab } from '../../src/workbook/own';
import { type Tab, tabIn, valueIn } from '../engine/book';
import type { Cells, Stores } from './region';
import type { Shelf } from './shelf';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** One thing that a person does in the grid, and what has come of the stores then. */
export interface Act {
  readonly run: (place: Place) => void;
  readonly effect: (stores: Stores) => Stores;
  /** What it damages, for repair to put right. */
  readonly damages?: true;
  /** It can be done in any table. */
  readonly anywhere?: true;
}

interface Place {
  readonly sheet: Sheet;
  readonly log: Sheet;
  readonly tab: Tab;
  /** The row of a store and the column of a field, from 1; 0 where it is not there. */
  readonly row: (store: string) => number;
  readonly column: (field: string) => number;
  /** What the choice is called that a cell offers, in whatever language. */
  readonly franchised: string;
}

/** In parts in which the plan is followed, the fields in place of a store's own. */
const fieldsIn: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  stores: {},
  actuals: {},
  commitments: { storeId: 'store' },
  actions: { storeId: 'issue' },
  working: {},
  closings: { storeId: 'soldNow', name: 'closedOn' },
};

/** Runs an act as the other user. */
export function act({ other, workbook }: Shelf, { run }: Act, part = 'stores'): void {
  const tab = tabIn(workbook, part);
  const storeAt = tab.columns.get('storeId') ?? 1;
  const lists = tabIn(workbook, choicesTab);
  other.use(({ SpreadsheetApp }) => {
    const sheet = SpreadsheetApp.getActive().getSheetByName(tab.name);
    const log = SpreadsheetApp.getActive().getSheetByName(tabIn(workbook, 'log').name);
    if (!sheet || !log) throw new Error('there is no table of stores, or no log');
    run({
      sheet,
      log,
      tab,
      row: (store) => tab.values.findIndex((line) => line[storeAt] === store) + 1,
      column: (field) => (tab.columns.get(fieldsIn[part]?.[field] ?? field) ?? -1) + 1,
      franchised: String(valueIn(lists, '1', 'ownership')),
    });
  });
}

const first = ({ tab }: Place): number =>
  Math.max(...['#fields', '#labels', '#total'].map((key) => tab.rows.get(key) ?? 0)) + 2;

/** The first row from which on nothing stands in so many rows. */
function firstEmpty(place: Place, rows = 1): number {
  const { values } = place.tab;
  const isEmpty = (row: number): boolean => (values[row - 1] ?? []).every((value) => value === '' || value === false);
  for (let row = first(place); row < values.length; row += 1)
    if (Array.from({ length: rows }, (_, index) => row + index).every(isEmpty)) return row;
  throw new Error('there is no empty row');
}

const same = (stores: Stores): Stores => stores;
const put =
  (store: string, cells: Cells) =>
  (stores: Stores): Stores => ({ ...stores, ...(store in stores ? { [store]: { ...stores[store], ...cells } } : {}) });

function type(place: Place, store: string, field: string, value: string | number): void {
  if (place.row(store) > 0) place.sheet.getRange(place.row(store), place.column(field)).setValue(value);
}

const pasted: Stores = {
  P1: { storeId: 'P1', name: 'Pasted one', ownership: 'franchised' },
  P2: { storeId: 'P2', name: 'Pasted two', ownership: 'franchised' },
};

export const acts: Readonly<Record<string, Act>> = {
  'sorts the rows': {
    run: (place) =>
      place.sheet
        .getRange(first(place), 1, 6, place.sheet.getMaxColumns())
        .sort({ column: place.column('storeId'), ascending: false }),
    effect: same,
    anywhere: true,
  },
  'sorts by the filter': {
    run: ({ sheet, column }) => void sheet.getFilter()?.sort(column('name'), false),
    effect: same,
  },
  'inserts a row above': {
    run: (place) => void place.sheet.insertRowBefore(first(place)),
    effect: same,
    anywhere: true,
  },
  'inserts a row among them': { run: ({ sheet, row }) => void sheet.insertRowBefore(row('S3')), effect: same },
  'deletes another row': {
    run: ({ sheet, row }) => void (row('S1') > 0 && sheet.deleteRow(row('S1'))),
    effect: ({ S1: _, ...others }) => others,
  },
  'moves a column': {
    run: ({ sheet, column }) => sheet.moveColumns(sheet.getRange(1, column('name'), 1, 1), column('name') + 5),
    effect: same,
    anywhere: true,
  },
  'inserts a column': {
    run: ({ sheet, column }) => void sheet.insertColumnBefore(column('name')),
    effect: same,
    anywhere: true,
  },
  'renames the tab': { run: ({ sheet }) => void sheet.setName('Läden ’27'), effect: same, anywhere: true },
  'edits the cell': {
    run: (place) => type(place, 'S3', 'name', 'By hand'),
    effect: put('S3', { name: 'By hand' }),
  },
  'edits the row': { run: (place) => type(place, 'S3', 'city', 'By hand'), effect: put('S3', { city: 'By hand' }) },
  'edits a removed row': {
    run: (place) => type(place, 'S2', 'city', 'By hand'),
    effect: put('S2', { city: 'By hand' }),
  },
  'types over a default': { run: (place) => type(place, 'S3', 'growth', 0.7), effect: put('S3', { growth: 0.7 }) },
  'types in the first empty row': {
    run: (place) => place.sheet.getRange(firstEmpty(place), place.column('storeId')).setValue('E1'),
    effect: (stores) => ({ ...stores, E1: { storeId: 'E1' } }),
  },
  'types elsewhere in the first empty row': {
    run: (place) => place.sheet.getRange(firstEmpty(place), place.column('grade') - 1).setValue('Nowhere'),
    effect: (stores) => ({ ...stores, '': { city: 'Nowhere' } }),
  },
  'pastes rows': {
    run: (place) => {
      // Over what another has typed nobody pastes who sees it.
      const row = firstEmpty(place, Object.keys(pasted).length);
      for (const [index, cells] of Object.values(pasted).entries()) {
        for (const [field, value] of Object.entries(cells))
          place.sheet
            .getRange(row + index, place.column(field))
            .setValue(field === 'ownership' ? place.franchised : value);
      }
    },
    effect: (stores) => ({ ...stores, ...pasted }),
  },
  'moves a column of the log': {
    run: ({ log }) => log.moveColumns(log.getRange(1, 8, 1, 1), 10),
    effect: same,
    damages: true,
  },
  'types over a formula': {
    run: (place) => type(place, 'S6', 'computedTarget', 777),
    effect: same,
    damages: true,
  },
  'types over a label': {
    run: ({ sheet, tab, column }) =>
      void sheet.getRange((tab.rows.get('#labels') ?? 1) + 1, column('city')).setValue('Town'),
    effect: same,
  },
  'deletes the row of totals': {
    run: ({ sheet, tab }) => void (tab.rows.has('#total') && sheet.deleteRow((tab.rows.get('#total') ?? 0) + 1)),
    effect: same,
    damages: true,
  },
  'deletes the row of labels': {
    run: ({ sheet, tab }) => void (tab.rows.has('#labels') && sheet.deleteRow((tab.rows.get('#labels') ?? 0) + 1)),
    effect: same,
    damages: true,
  },
  'deletes the row of keys': {
    run: ({ sheet, tab }) => void (tab.rows.has('#fields') && sheet.deleteRow((tab.rows.get('#fields') ?? 0) + 1)),
    effect: same,
    damages: true,
  },
  'clears a key': {
    run: ({ sheet, tab, column }) =>
      void sheet.getRange((tab.rows.get('#fields') ?? 0) + 1, column('city')).clearContent(),
    effect: same,
    damages: true,
  },
};
