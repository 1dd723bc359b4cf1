import { formulaAt } from '../../host/cells';
import { hasDecimalComma } from '../../host/separators';
import { createWorkbook } from '../../host/workbook';
import { separatedBy, separatorOf } from '../../src/workbook/separator';
import { type Desk, deskOn } from './addon';
import { listing, wrote } from './answer';
import { ourSheets, tabIn } from './book';
import { checked } from './checked';

const stores = [
  { storeId: 'A1', name: 'Nord', ownership: 'franchised', lastYearSales: 1_200_000.5, lastYearMonths: 11.5 },
  { storeId: 'A2', name: 'Süd; Ost', ownership: 'franchised', lastYearSales: 960_000, openedOn: '2026-05-01' },
  { storeId: 'B1', name: 'West, Mitte', ownership: 'selfOperated', lastYearSales: 2_880_000 },
];

/** A workbook of a locale in which a region is planned by hand, by import, checked and repaired. */
function planned(locale: string, formulaForm: 'own' | 'anywhere'): Desk {
  const desk = deskOn(createWorkbook({ locale, formulaForm, now: () => Date.UTC(2026, 9, 15, 4) }));
  const { addon, workbook } = desk;
  addon.run('generatePlan', { language: 'en', region: 'Nord; Süd', planYear: 2027 });
  wrote(addon, 'importRecords', { request: 'stores', part: 'stores', records: stores });
  const growth = [{ record: 'franchised', field: 'growth', from: null, to: 0.105 }];
  wrote(addon, 'saveRecord', { request: 'growth', part: 'baseline', changes: growth });
  const openings = [null, null, 1, null, null, 2, null, null, null, null, null, null];
  const mall = [
    { record: 'mall', field: 'openings', from: openings.map(() => null), to: openings },
    { record: 'mall', field: 'targetOpenings', from: null, to: 3 },
  ];
  wrote(addon, 'saveRecord', { request: 'mall', part: 'expansion', changes: mall });
  // A figure of the target sheet typed over: damage that a repair mends.
  const sheet = ourSheets(workbook).get('summary');
  const tab = tabIn(workbook, 'summary');
  const at = [...tab.rows.entries()].find(([row]) => row === 'existingTarget')?.[1] ?? 3;
  const column = tab.formulas[at]?.findIndex((formula) => formula !== '') ?? 0;
  addon.use(({ SpreadsheetApp }) =>
    SpreadsheetApp.getActive()
      .getSheetByName(tab.name)
      ?.getRange(at + 1, column + 1)
      .setValue(1),
  );
  addon.answer({ button: 'YES' });
  addon.command('repairWorkbook');
  addon.seen.length = 0;
  expect(sheet).toBeDefined();
  return desk;
}

/** Every cell of our tabs: what it shows, and its formula in US form. */
function cells({ workbook }: Desk): ReadonlyMap<string, readonly [value: unknown, formula: string]> {
  const all = new Map<string, readonly [unknown, string]>();
  const { getters } = workbook.model;
  for (const [tab, sheetId] of ourSheets(workbook)) {
    if (tab === 'log') continue;
    for (let row = 0; row < getters.getNumberRows(sheetId); row += 1) {
      for (let col = 0; col < getters.getNumberCols(sheetId); col += 1) {
        const { value } = getters.getEvaluatedCell({ sheetId, col, row });
        const formula = formulaAt(workbook.model, { sheetId, col, row });
        // Ids of records are drawn anew in each workbook.
        if (col > 0 && value !== null && value !== '') all.set(`${tab} ${row} ${col}`, [value, formula]);
      }
    }
  }
  return all;
}

const inUs = planned('en_US', 'anywhere');
const expected = cells(inUs);

describe('a spreadsheet with decimal comma', () => {
  test('the US one has figures to be held against', () => {
    expect([...expected.values()].filter(([, formula]) => formula !== '').length).toBeGreaterThan(300);
    expect([...expected.values()].filter(([value]) => typeof value === 'string' && value.startsWith('#'))).toEqual([]);
  });

  test.each([
    ['de_DE', 'own'],
    ['fr_FR', 'own'],
    ['tr_TR', 'anywhere'],
  ] as const)('%s, whose formulas are read %s: every cell and formula as in the US', (locale, form) => {
    const desk = planned(locale, form);
    expect(checked(desk.addon)).toEqual(checked(inUs.addon));
    expect([...cells(desk)].filter(([at, cell]) => String(cell) !== String(expected.get(at)))).toEqual([]);
  });
});

describe('a spreadsheet written from right to left, or with 12 hours', () => {
  const typed = (desk: Desk): readonly unknown[] => {
    const tab = tabIn(desk.workbook, 'stores');
    const row = [...tab.rows.values()].at(-1) ?? 0;
    const column = tab.columns.get('closedOn') ?? 0;
    desk.addon.use(({ SpreadsheetApp }) => {
      const cell = SpreadsheetApp.getActive()
        .getSheetByName(tab.name)
        ?.getRange(row + 1, column + 1);
      desk.addon.type(tab.name, cell?.getA1Notation() ?? '', '2027-11-30');
    });
    const store = listing(desk.addon, 'stores').at(-1)?.values;
    return [store?.storeId, store?.openedOn, store?.closedOn];
  };
  const expectedTyped = typed(inUs);

  test('a day that is typed is that day', () => {
    expect(expectedTyped).toEqual(['B1', null, '2027-11-30']);
  });

  test.each(['ar_EG', 'iw_IL', 'en_AU'])('%s: every cell, formula and day as in the US', (locale) => {
    const desk = planned(locale, 'own');
    expect(checked(desk.addon)).toEqual(checked(inUs.addon));
    expect([...cells(desk)].filter(([at, cell]) => String(cell) !== String(expected.get(at)))).toEqual([]);
    expect(typed(desk)).toEqual(expectedTyped);
  });
});

test.each([
  ['en_US', ','],
  ['en', ','],
  ['zh_CN', ','],
  ['ja_JP', ','],
  ['es_MX', ','],
  ['iw_IL', ','],
  ['he_IL', ','],
  ['ar_EG', ','],
  ['en_AU', ','],
  ['de_CH', ','],
  ['de_DE', ';'],
  ['fr_FR', ';'],
  ['fr_CA', ';'],
  ['pt_BR', ';'],
  ['ru_RU', ';'],
  ['id_ID', ';'],
  ['tr_TR', ';'],
  ['vi_VN', ';'],
  ['es_ES', ';'],
  ['xx_XX', ';'],
  ['', ','],
  [null, ','],
])('arguments in %s are separated by %s', (locale, separator) => {
  expect(separatorOf(locale)).toBe(separator);
  if (locale && hasDecimalComma(locale)) expect(separator).toBe(';');
});

test.each([
  ['=SUM(A1,B1)', '=SUM(A1;B1)'],
  ['=IF(A1="a, b","c;d",\'Plan, all; 1\'!A1)', '=IF(A1="a, b";"c;d";\'Plan, all; 1\'!A1)'],
  ['=A1', '=A1'],
])('%s with semicolons: %s, and back', (us, own) => {
  expect(separatedBy(';', us)).toBe(own);
  expect(separatedBy(',', own)).toBe(us);
});
