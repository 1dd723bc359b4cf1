import { plannedDesk, userOf } from './addon';
import { asked, wrote } from './answer';
import { ourSheets, tabIn } from './book';
import { checked, foundIn } from './checked';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const lost =
  'The tab’s conditional formats are lost: what is wrong, changed or typed over is not marked by colour any more';

/** A store without sales, one with sales and no months, one of last summer, one whose growth is typed over. */
const records = [
  { storeId: 'A1', name: 'First', ownership: 'franchised' },
  { storeId: 'A2', name: 'Second', ownership: 'franchised', lastYearSales: 100_000, lastYearMonths: 0 },
  { storeId: 'A3', name: 'Third', ownership: 'selfOperated', lastYearSales: 50_000, lastYearMonths: 12, growth: 0.2 },
  { storeId: 'A4', name: 'Fourth', ownership: 'selfOperated', lastYearSales: 900_000, lastYearMonths: 12 },
];

/** A plan with stores; what its rules of stores say, where, and what they paint. */
function stores() {
  const desk = plannedDesk({ sections: ['settings', 'baseline', 'stores'] });
  const { addon, workbook } = desk;
  wrote(addon, 'addRecords', { request: 'a', part: 'stores', records });
  const { getters } = workbook.model;
  const sheetId = ourSheets(workbook).get('stores') ?? '';
  return {
    ...desk,
    inGrid: (work: (sheet: Sheet, services: Parameters<Parameters<typeof addon.use>[0]>[0]) => void) =>
      addon.use((services) => {
        const sheet = services.SpreadsheetApp.getActive().getSheetByName(tabIn(workbook, 'stores').name);
        if (sheet) work(sheet, services);
      }),
    rules: (): readonly string[] =>
      getters
        .getConditionalFormats(sheetId)
        .map(({ rule, ranges }) => (rule.type === 'CellIsRule' ? `${ranges.join(' ')} ${rule.values.join(' ')}` : '')),
    /** By row and column, as they are known. */
    painted: (): Readonly<Record<string, string>> => {
      workbook.settle();
      const { rows, columns } = tabIn(workbook, 'stores');
      const cells: Record<string, string> = {};
      for (const [id, row] of rows)
        for (const [key, col] of columns) {
          const style = getters.getCellConditionalFormatStyle({ sheetId, col, row });
          if (style) cells[`${id} ${key}`] = JSON.stringify(style);
        }
      return cells;
    },
    mended: (request: object) => expect(asked(addon, 'mendFindings', request)).toMatchObject({ status: 'done' }),
  };
}

/** What a person marks for themselves. */
const own = '=$P4="never"';
const addOwn = (sheet: Sheet, app: GoogleAppsScript.Spreadsheet.SpreadsheetApp, formula = own): void => {
  const rule = app.newConditionalFormatRule().whenFormulaSatisfied(formula).setBackground('#00ff00');
  const rules = sheet.getConditionalFormatRules();
  sheet.setConditionalFormatRules([...rules, rule.setRanges([sheet.getRange('P4:P20')]).build()]);
};

/** Each rule citing what is not there any more. */
function breakRules(sheet: Sheet): void {
  const rules = sheet.getConditionalFormatRules().map((rule) => {
    const formula = String(rule.getBooleanCondition()?.getCriteriaValues()[0]);
    return rule
      .copy()
      .whenFormulaSatisfied(formula.replace(/\$?[A-Z]{1,2}\d+/g, '#REF!'))
      .build();
  });
  sheet.setConditionalFormatRules(rules);
}

test.each([
  ['have lost what they cited', breakRules],
  ['have been cleared', (sheet: Sheet) => sheet.clearConditionalFormatRules()],
])('rules that %s are one finding, and mended; what a person has added stays, what else is wrong too', (_, damage) => {
  const made = stores();
  const before = [made.rules(), made.painted()];
  expect(checked(made.addon).filter((line) => line.includes('conditional'))).toEqual([]);
  made.inGrid((sheet, { SpreadsheetApp }) => {
    damage(sheet);
    addOwn(sheet, SpreadsheetApp);
    addOwn(sheet, SpreadsheetApp, '=#REF!="never"');
    sheet.getRange('B3').setValue('');
  });
  expect(made.painted()).toEqual({});
  expect(foundIn(made.addon).filter(({ kind }) => kind === 'highlight')).toEqual([
    { kind: 'highlight', tab: 'stores', title: 'Store targets', message: lost, count: 1, cells: [] },
  ]);
  made.mended({ tab: 'stores', kind: 'highlight' });
  expect(made.rules().slice(0, -2)).toEqual(before[0]);
  expect(made.rules().slice(-2)).toEqual(['P4:P20 =$P4="never"', 'P4:P20 =#REF="never"']);
  expect(Object.keys(made.painted()).length).toBeGreaterThan(20);
  expect(made.painted()).toEqual(before[1]);
  expect(foundIn(made.addon).map(({ kind }) => kind)).toContain('label');
  expect(foundIn(made.addon).map(({ kind }) => kind)).not.toContain('highlight');
});

test('a person’s rule that never holds again is left out only where it is refused', () => {
  const made = stores();
  const before = made.rules();
  made.inGrid((sheet, { SpreadsheetApp }) => {
    breakRules(sheet);
    addOwn(sheet, SpreadsheetApp, '=#REF!="never"');
    addOwn(sheet, SpreadsheetApp);
  });
  let asked = 0;
  made.addon.hook((name) => {
    if (name !== 'Sheet.setConditionalFormatRules') return;
    asked += 1;
    if (asked === 1) throw new Error('refused');
  });
  made.mended({ tab: 'stores', kind: 'highlight' });
  expect(made.rules()).toEqual([...before, 'P4:P20 =$P4="never"']);
});

test('someone inserts a row above the heads as they are mended: they are written for where the heads stand then', () => {
  const made = stores();
  const { name } = tabIn(made.workbook, 'stores');
  const other = userOf(made.workbook, 'other@example.com');
  const painted = made.painted();
  made.inGrid(breakRules);
  let asked = 0;
  made.addon.hook((call) => {
    if (call !== 'Sheet.setConditionalFormatRules') return;
    asked += 1;
    if (asked === 1)
      other.use(({ SpreadsheetApp }) => SpreadsheetApp.getActive().getSheetByName(name)?.insertRowBefore(3));
  });
  made.mended({ tab: 'stores', kind: 'highlight' });
  made.addon.hook();
  expect(asked).toBe(2);
  expect(made.rules()).toContain('AM4:AM104 =AND(LEFT($A4)<>"#",AND(ISNUMBER($AM4),$AM4<>0))');
  expect(made.painted()).toEqual(painted);
  expect(checked(made.addon)).not.toContain(expect.stringContaining('conditional'));
});

test('a repair writes them again, too, and writes nothing where they are as they should be', () => {
  const made = stores();
  const before = made.rules();
  made.inGrid(breakRules);
  made.addon.command('repairWorkbook');
  expect(made.rules()).toEqual(before);
  made.addon.calls.reset();
  made.addon.command('repairWorkbook');
  expect(made.addon.calls.byName['Sheet.setConditionalFormatRules'] ?? 0).toBe(0);
});

test('one that a person has taken away alone is not missed', () => {
  const made = stores();
  made.inGrid((sheet) => sheet.setConditionalFormatRules(sheet.getConditionalFormatRules().slice(1)));
  expect(foundIn(made.addon).map(({ kind }) => kind)).not.toContain('highlight');
});

test.each([
  ['the row of labels', (sheet: Sheet) => sheet.deleteRow(3), 'rows'],
  ['the row of keys', (sheet: Sheet) => sheet.deleteRow(1), 'rows'],
  ['a column that rules stand in and cite', (sheet: Sheet) => sheet.deleteColumn(17), 'columns'],
])('%s is deleted: with it come back the rules, once each', (_, damage, kind) => {
  const made = stores();
  const before = [made.rules().length, made.painted()];
  const { columns } = tabIn(made.workbook, 'stores');
  made.inGrid((sheet, { SpreadsheetApp }) => {
    addOwn(sheet, SpreadsheetApp);
    damage(sheet);
  });
  expect(foundIn(made.addon).map((found) => found.kind)).toContain(kind);
  made.addon.command('repairWorkbook');
  expect(checked(made.addon).filter((line) => line.startsWith('Store targets: '))).toEqual([]);
  expect(made.rules()).toHaveLength(Number(before[0]) + 1);
  expect(made.rules().at(-1)).toContain('never');
  // Months, whose labels are formulas, are not put behind the others.
  if (kind === 'rows') expect(tabIn(made.workbook, 'stores').columns).toEqual(columns);
  expect(made.painted()).toEqual(before[1]);
});

test('a row is inserted above the first record, and the language switched: each rule is there once', () => {
  const made = stores();
  const { length } = made.rules();
  made.inGrid((sheet) => void sheet.insertRowBefore(4));
  made.addon.command('switchLanguage');
  expect(made.rules()).toHaveLength(length);
  expect(made.rules().join('\n')).toContain('"弱店"');
  expect(made.rules().join('\n')).not.toContain('"Weak"');
});
