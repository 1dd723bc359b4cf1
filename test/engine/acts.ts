import fc from 'fast-check';
import type { Addon } from '../../host/addon';
import type { Workbook } from '../../host/workbook';
import { roleOf } from '../../src/model/tab';
import { sections } from '../../src/sections';
import { recordIds, type Tab, tabIn } from './book';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** One thing that a person does to a tab; `number` says where, whatever it is. */
export interface Act {
  readonly kind: keyof typeof kinds;
  readonly tab: string;
  readonly number: number;
}

interface Place {
  readonly sheet: Sheet;
  readonly tab: Tab;
  readonly id: string;
  readonly number: number;
  readonly addon: Addon;
}

/** Rows of a table's records from the top, counted from 1. */
function body({ tab, sheet }: Place): { readonly first: number; readonly rows: number } {
  const first = Math.max(tab.rows.get('#total') ?? 1, tab.rows.get('#labels') ?? 1) + 2;
  return { first, rows: sheet.getMaxRows() - first + 1 };
}

const isTable = ({ tab }: Place): boolean => tab.rows.has('#total');

/** Any of them; undefined of none. */
const any = <T>(things: readonly T[], number: number): T | undefined => things[number % Math.max(1, things.length)];

/** Cells of a tab with a role, row and column from 1. */
function cellsOf({ id, tab }: Place, role: 'default' | 'computed'): readonly (readonly [number, number])[] {
  const described = sections.flatMap((section) => section.tabs).find((candidate) => candidate.id === id);
  const cells: (readonly [number, number])[] = [];
  for (const [row, at] of tab.rows) {
    for (const [column, across] of tab.columns) {
      const isRecord = described?.shape === 'record';
      const field = described?.fields.find(
        (candidate) => candidate.id === (isRecord ? row : (column.split('.')[0] ?? '')),
      );
      if (row.startsWith('#') || (isRecord && !column.startsWith('value.')) || !field) continue;
      if (isRecord && Number(column.slice(6)) > (field.cells ?? 1)) continue;
      if (roleOf(field, described?.shape === 'fixed' ? row : undefined) === role) cells.push([at + 1, across + 1]);
    }
  }
  return cells;
}

/** Whether a cell holds a formula. */
const isFormula = (tab: Tab, [row, column]: readonly [number, number]): boolean =>
  (tab.formulas[row - 1]?.[column - 1] ?? '') !== '';

/** Columns that are moved about: of a record those before its values, which formulas take as one block. */
function reachable({ tab, sheet }: Place): number {
  return tab.columns.get('value.1') ?? sheet.getMaxColumns();
}

const kinds = {
  'sort the rows': (place: Place) => {
    if (!isTable(place)) return;
    const { first, rows } = body(place);
    const { sheet, number } = place;
    const column = 2 + (number % (sheet.getMaxColumns() - 1));
    sheet.getRange(first, 1, rows, sheet.getMaxColumns()).sort({ column, ascending: number % 2 === 0 });
  },
  'move a column': (place: Place) => {
    const { sheet, number } = place;
    const width = reachable(place);
    const from = 2 + (number % (width - 1));
    const to = 2 + (Math.floor(number / 7) % (width - 1));
    sheet.moveColumns(sheet.getRange(1, from, 1, 1), to);
  },
  'insert a column': (place: Place) => {
    const { sheet, number } = place;
    const at = 1 + (number % (reachable(place) - 1));
    sheet.insertColumnAfter(at);
    // A new column has the rules of the one beside it.
    sheet.getRange(1, at + 1, sheet.getMaxRows(), 1).clearDataValidations();
    sheet.getRange(sheet.getMaxRows(), at + 1).setValue(`own ${number}`);
  },
  'delete an empty column': ({ sheet, tab }: Place) => {
    const own = tab.values[0]?.findIndex((key, column) => column > 0 && key === '') ?? -1;
    if (own > 0 && tab.values.every((line) => line[own] === '')) sheet.deleteColumn(own + 1);
  },
  'insert a row': (place: Place) => {
    const { first, rows } = body(place);
    place.sheet.insertRowBefore(first + (place.number % Math.min(rows, 8)));
  },
  'delete an empty row': (place: Place) => {
    const { first } = body(place);
    const at = place.tab.values.findIndex((line, row) => row >= first - 1 && line.every((value) => value === ''));
    if (isTable(place) && at >= 0 && at < place.sheet.getMaxRows() - 2) place.sheet.deleteRow(at + 1);
  },
  'rename the tab': ({ sheet, number }: Place) => {
    sheet.setName(['Läden', 'my targets (new)', '新的 名字!', 'Sheet 9', 'A1'][number % 5] + String(number));
  },
  'damage a computed cell': (place: Place) => {
    const cell = any(cellsOf(place, 'computed'), place.number);
    if (cell) place.sheet.getRange(...cell).setValue(place.number % 2 === 0 ? 12_345 : 'oops');
  },
  'clear a computed cell': (place: Place) => {
    const cell = any(cellsOf(place, 'computed'), place.number);
    if (cell) place.sheet.getRange(...cell).clearContent();
  },
  'clear a default': (place: Place) => {
    const defaults = cellsOf(place, 'default').filter((cell) => isFormula(place.tab, cell));
    const cell = any(defaults, place.number);
    if (cell) place.sheet.getRange(...cell).clearContent();
  },
  'clear a label': ({ sheet, tab, number }: Place) => {
    const row = tab.rows.get('#labels');
    const column = any(
      [...tab.columns.values()].filter((at) => at > 0),
      number,
    );
    if (row !== undefined && column !== undefined) sheet.getRange(row + 1, column + 1).clearContent();
  },
  'copy a row': (place: Place) => {
    const { sheet, tab } = place;
    const from = any(recordIds(tab), place.number);
    if (from === undefined || !isTable(place)) return;
    const at = (tab.rows.get(from) ?? 0) + 1;
    const empty = tab.values.findIndex((line, row) => row >= at && line.every((value) => value === ''));
    if (empty < 0) return;
    const width = sheet.getMaxColumns();
    sheet.getRange(empty + 1, 1, 1, width).setValues(sheet.getRange(at, 1, 1, width).getValues());
    // What a person pastes brings its formulas along, their own row adapted.
    const formulas = sheet.getRange(at, 1, 1, width).getFormulas()[0] ?? [];
    for (const [column, formula] of formulas.entries()) {
      const own = formula.replace(/(\$?[A-Z]{1,3})(\d+)(?!\d)/g, (all, letters: string, row: string) =>
        Number(row) === at ? `${letters}${empty + 1}` : all,
      );
      if (formula !== '') sheet.getRange(empty + 1, column + 1).setFormula(own);
    }
  },
  'forget a row’s id': (place: Place) => {
    const id = any(recordIds(place.tab), place.number);
    if (id !== undefined && isTable(place)) place.sheet.getRange((place.tab.rows.get(id) ?? 0) + 1, 1).clearContent();
  },
  'duplicate the tab': ({ addon, sheet }: Place) => {
    addon.use(({ SpreadsheetApp }) => {
      const file = SpreadsheetApp.getActive();
      const own = file.getSheetByName(sheet.getName());
      if (!own || file.getNumSheets() > 14) return;
      file.setActiveSheet(own);
      file.duplicateActiveSheet();
    });
  },
} satisfies Readonly<Record<string, (place: Place) => void>>;

/** Acts of any kind on any of these tabs. */
export function acts(tabs: readonly string[], most: number): fc.Arbitrary<readonly Act[]> {
  const names = Object.keys(kinds).filter((name): name is keyof typeof kinds => name in kinds);
  return fc.array(
    fc.record({
      kind: fc.constantFrom(...names),
      tab: fc.constantFrom(...tabs),
      number: fc.nat(9999),
    }),
    { minLength: 1, maxLength: most },
  );
}

/** Does it, as a person with the workbook open. */
export function act(addon: Addon, workbook: Workbook, { kind, tab: id, number }: Act): void {
  const tab = tabIn(workbook, id);
  addon.use(({ SpreadsheetApp }) => {
    const sheet = SpreadsheetApp.getActive().getSheetByName(tab.name);
    if (!sheet) throw new Error(`there is no tab ${tab.name}`);
    kinds[kind]({ sheet, tab, id, number, addon });
  });
}
