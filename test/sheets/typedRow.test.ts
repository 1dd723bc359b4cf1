import { placeOf } from '../../host/services/place';
import { type Desk, plannedDesk } from '../engine/addon';
import { wrote } from '../engine/answer';
import { valueIn } from '../engine/book';
import { type Shared, shared, sheetOf, tabIn, typedRecords } from './desk';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Types a store's id into the first empty row; how many service calls the trigger took. */
function typed({ addon, workbook }: Desk, store: string): number {
  const tab = tabIn(workbook, 'stores');
  const last = Math.max(...tab.rows.values());
  addon.calls.reset();
  addon.type(tab.name, `B${last + 2}`, store);
  return addon.calls.total;
}

const columnOf = ({ workbook }: Desk, field: string): number => (tabIn(workbook, 'stores').columns.get(field) ?? 0) + 1;

/** Formulas of a store's row, with its own row as 0; none where it has no id. */
function formulasOf({ workbook }: Desk, store: string): readonly string[] {
  const { values, formulas, columns } = tabIn(workbook, 'stores');
  const row = values.findIndex((line) => line[columns.get('storeId') ?? -1] === store);
  if (!/^[0-9a-f]{8}-/.test(String(values[row]?.[0]))) return [];
  return (formulas[row] ?? []).map((formula) => formula.replace(new RegExp(`(?<=[A-Z])${row + 1}(?!\\d)`, 'g'), '0'));
}

const isAsPlanned = (desk: Desk): void => {
  expect(desk.addon.run('generatePlan', { section: '' })).toMatchObject({ changed: 0 });
};

test('a row typed in the grid gets its id and the formulas of the others, in under 15 calls', () => {
  const desk = shared();
  expect(typed(desk, 'T1')).toBeLessThan(15);
  expect(formulasOf(desk, 'T1')).toEqual(formulasOf(desk, 'S1'));
  isAsPlanned(desk);
});

test('the first rows of all get the formulas of the plan', () => {
  const desk = plannedDesk({ sections: ['stores'] });
  for (const store of ['T1', 'T2', 'T3', 'T4']) typed(desk, store);
  expect(formulasOf(desk, 'T1').some((formula) => formula !== '')).toBe(true);
  for (const store of ['T2', 'T3', 'T4']) expect(formulasOf(desk, store)).toEqual(formulasOf(desk, 'T1'));
  isAsPlanned(desk);
});

/** What checks a cell, as the engine has it. */
function ruleOf({ workbook }: Desk, store: string, field: string): string | undefined {
  const tab = tabIn(workbook, 'stores');
  const row = tab.values.findIndex((line) => line[tab.columns.get('storeId') ?? -1] === store);
  const place = { sheetId: tab.sheet, col: tab.columns.get(field) ?? -1, row };
  return workbook.model.getters.getValidationRuleForCell(place)?.criterion.type;
}

test('a row inserted above the first record counts once it is typed in: sums of whole columns begin with it, its cells are checked', () => {
  const desk = shared();
  const { addon, workbook } = desk;
  const { name, rows } = tabIn(workbook, 'stores');
  const sum = () => Number(valueIn(tabIn(workbook, 'stores'), '#total', 'lastYearSales'));
  const before = sum();
  const first = (rows.get('#labels') ?? 0) + 2;
  sheetOf(addon, workbook, (sheet) => sheet.insertRowsBefore(first, 2));
  addon.type(name, `B${first + 1}`, 'T1');
  sheetOf(addon, workbook, (sheet) => sheet.getRange(first + 1, columnOf(desk, 'lastYearSales')).setValue(1000));
  expect(sum()).toBe(before + 1000);
  expect(formulasOf(desk, 'T1')).toEqual(formulasOf(desk, 'S1'));
  expect(ruleOf(desk, 'S1', 'ownership')).toBe('isValueInRange');
  for (const field of ['ownership', 'openedOn', 'growth'])
    expect(ruleOf(desk, 'T1', field)).toBe(ruleOf(desk, 'S1', field));
  isAsPlanned(desk);
});

test('so does it in the baseline, whose formulas may be typed over', () => {
  const desk = plannedDesk({ sections: ['settings', 'baseline', 'stores'] });
  const { addon, workbook } = desk;
  const store = { ownership: 'franchised', lastYearSales: 1000, lastYearMonths: 12 };
  const records = ['S1', 'S2'].map((storeId) => ({ ...store, storeId, name: storeId }));
  wrote(addon, 'addRecords', { request: 'stores', part: 'stores', records });
  const tab = tabIn(workbook, 'stores');
  const baseline = () => valueIn(tabIn(workbook, 'baseline'), 'franchised', 'lastYearSales');
  expect(baseline()).toBe(2000);
  const first = (tab.rows.get('#labels') ?? 0) + 2;
  const columns = ['ownership', 'lastYearSales', 'lastYearMonths'].map((field) => columnOf(desk, field));
  sheetOf(addon, workbook, (sheet) => sheet.insertRowBefore(first));
  addon.type(tab.name, `B${first}`, 'T1');
  sheetOf(addon, workbook, (sheet) => {
    const ownership = sheet.getRange(first + 1, columns[0] ?? 1).getValue();
    for (const [index, value] of [ownership, 500, 12].entries())
      sheet.getRange(first, columns[index] ?? 1).setValue(value);
  });
  expect(baseline()).toBe(2500);
});

test('what is pasted over computed cells gives way to their formulas, and stands in the log', () => {
  const desk = shared();
  const { name, rows, sheet } = tabIn(desk.workbook, 'stores');
  const row = Math.max(...rows.values()) + 2;
  const column = columnOf(desk, 'finalTarget');
  let pasted = '';
  sheetOf(desk.addon, desk.workbook, (stores) => {
    stores.getRange(row, columnOf(desk, 'storeId')).setValue('T1');
    stores.getRange(row, column).setValue(77);
    pasted = stores.getRange(row, 2, 1, column).getA1Notation();
  });
  expect(name).not.toBe('');
  desk.addon.edited({ place: placeOf(desk.workbook.model, pasted, sheet) });
  expect(formulasOf(desk, 'T1')).toEqual(formulasOf(desk, 'S1'));
  expect(tabIn(desk.workbook, 'log').values.some((line) => line.includes('77'))).toBe(true);
});

describe('while the trigger runs, a person', () => {
  const acts: readonly (readonly [string, (desk: Shared, sheet: Sheet) => void, object])[] = [
    ['sorts the rows', (desk, sheet) => void sheet.getFilter()?.sort(columnOf(desk, 'storeId'), false), {}],
    [
      'goes on in the row',
      (desk, sheet) => {
        const tab = tabIn(desk.workbook, 'stores');
        const row = tab.values.findIndex((line) => line.includes('T1')) + 1;
        sheet.getRange(row, columnOf(desk, 'name')).setValue('Typed on');
        sheet.getRange(row, columnOf(desk, 'lastYearSales')).setValue(5);
      },
      { name: 'Typed on', lastYearSales: 5 },
    ],
    ['inserts a row above', (desk, sheet) => void sheet.insertRowBefore(tabIn(desk.workbook, 'stores').rows.size), {}],
  ];

  test.each(acts)('%s: nothing is lost, and the row is whole with the next command', (_, act, cells) => {
    const before = typedRecords(shared().workbook);
    // Right before the rows are read, before they are copied, and before they are written.
    for (const position of [7, 8, 10]) {
      const desk = shared();
      desk.addon.hook((_name, index) => {
        if (index === position) sheetOf(desk.other, desk.workbook, (sheet) => act(desk, sheet));
      });
      typed(desk, 'T1');
      desk.addon.hook();
      desk.addon.run('generatePlan', { section: '' });
      const records = typedRecords(desk.workbook);
      expect([position, records]).toEqual([position, expect.objectContaining(before)]);
      const fresh = Object.entries(records).filter(([id]) => !(id in before));
      expect([position, fresh]).toEqual([
        position,
        [[expect.stringMatching(/^[0-9a-f]{8}-/), { storeId: 'T1', ...cells }]],
      ]);
      expect([position, formulasOf(desk, 'T1')]).toEqual([position, formulasOf(desk, 'S1')]);
    }
  });
});
