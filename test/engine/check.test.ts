import type { Language } from '../../src/model/language';
import { columnLetters, movedFormula } from '../../src/workbook/formula';
import { type Desk, plannedDesk } from './addon';
import { asked, wrote } from './answer';
import { recordIds, tabIn, valueIn } from './book';
import { checked, checkedBy, foundIn } from './checked';

/** Puts a value into a cell as a paste does, which takes the cell's rule along. */
function pasted(
  { addon, workbook }: Desk,
  id: string,
  row: string,
  column: string,
  value: string | number | boolean,
): string {
  const tab = tabIn(workbook, id);
  return addon.use(({ SpreadsheetApp }) => {
    const sheet = SpreadsheetApp.getActive().getSheetByName(tab.name);
    const cell = sheet?.getRange((tab.rows.get(row) ?? -1) + 1, (tab.columns.get(column) ?? -1) + 1);
    cell?.clearDataValidations().setValue(value);
    return `${tab.name} ${cell?.getA1Notation()}`;
  });
}

const store = { storeId: 'A1', name: 'First', ownership: 'franchised', lastYearSales: 100_000, lastYearMonths: 12 };
const others = ['A2', 'A3'].map((storeId) => ({ ...store, storeId }));

function desk(language: Language, sections?: readonly string[]): Desk & { readonly ids: readonly string[] } {
  const made = plannedDesk({ language, ...(sections && { sections }) });
  const ids = wrote(made.addon, 'addRecords', { request: 'a', part: 'stores', records: [store, ...others] });
  return { ...made, ids };
}

/** Part, row (a number is a store's), column, what is put there, and what the check says of it. */
const cases: readonly (readonly [
  what: string,
  part: string,
  row: string | number,
  column: string,
  value: string | number | boolean,
  en: string,
  zh: string,
])[] = [
  ['text where money belongs', 'stores', 0, 'lastYearSales', 'a lot', 'Please enter a number.', '请填写数字。'],
  ['a default out of bounds', 'settings', 'firstMonth', 'value.1', 13, 'At most 12.', '不应大于 12。'],
  ['text in a default', 'stores', 1, 'growth', 'much', 'Please enter a number.', '请填写数字。'],
  ['a growth below what there can be', 'baseline', 'franchised', 'growth', -2, 'At least −100%.', '不应小于 −100%。'],
  ['a key twice', 'stores', 1, 'storeId', 'A1', '“A1” is there already; it must be unique.', '“A1”已存在，不能重复。'],
  [
    'sales without months',
    ...(['stores', 2, 'lastYearMonths', 0] as const),
    '0, although “Last year’s sales” is given: it counts in no average. Please check both.',
    '为 0，但已填写“去年业绩”，不会计入平均。请核对这两项。',
  ],
  [
    'a supervisor that is no one’s name',
    ...(['stores', 0, 'supervisor', 'Nobody'] as const),
    'Nobody is not in the tab “People”: add the name there, or the follow-up by supervisor leaves these stores out',
    '“人员名单”中没有Nobody：请加入名单，否则按督导的追踪不计这些门店',
  ],
  ['a tick where money belongs', 'stores', 1, 'lastYearSales', true, 'Please enter a number.', '请填写数字。'],
  ['a key left out', 'stores', 2, 'storeId', '', 'Please fill this in.', '请填写此项。'],
];

describe.each<Language>(['en', 'zh'])('the check, in %s', (language) => {
  const made = desk(language);
  const before = checked(made.addon);
  const places = cases.map(([, part, row, column, value]) =>
    pasted(made, part, typeof row === 'number' ? (made.ids[row] ?? '') : row, column, value),
  );
  const said = checked(made.addon);
  const byPeople = checkedBy(made.addon, 'hand');
  made.addon.command('repairWorkbook');
  const after = checked(made.addon);

  test('has nothing to say of what is right', () => {
    expect(before).toEqual([]);
  });

  test.each(cases.map(([what, , , , , en, zh], index) => [what, { en, zh }[language], places[index]] as const))(
    'names %s by tab and cell, in the rule’s words: %s',
    (_, words, place) => {
      expect(said).toContain(`${place}: ${words}`);
      expect(byPeople).toContain(`${place}: ${words}`);
      // A repair is none of it.
      expect(after).toContain(`${place}: ${words}`);
    },
  );

  test('names what was typed before what formulas make of it', () => {
    const typed = said.slice(0, cases.length).map((line) => line.split(': ')[0]);
    expect(typed.sort()).toEqual([...places].sort());
  });
});

test('a percentage in a cell of money and a day in one of numbers are named, as what they count', () => {
  const made = desk('en');
  const [first = '', second = '', third = ''] = made.ids;
  const tab = tabIn(made.workbook, 'stores');
  const placeOf = (row: string, column: string): string =>
    `${columnLetters((tab.columns.get(column) ?? -1) + 1)}${(tab.rows.get(row) ?? -1) + 1}`;
  const typed = (row: string, column: string, text: string): string => {
    made.addon.type(tab.name, placeOf(row, column), text);
    return `${tab.name} ${placeOf(row, column)}`;
  };
  /** As cells of another file are pasted, with the formats they had. */
  const brought = (row: string, column: string, value: number, format: string): string => {
    const place = placeOf(row, column);
    made.addon.use(({ SpreadsheetApp }) =>
      SpreadsheetApp.getActive().getSheetByName(tab.name)?.getRange(place).setValue(value).setNumberFormat(format),
    );
    return `${tab.name} ${place}`;
  };
  const percents = [typed(first, 'lastYearSales', '50%'), brought(first, 'area', 0.5, '0.00%')];
  const days = [
    brought(second, 'lastYearSales', 46_097, 'm/d/yyyy'),
    typed(second, 'area', '2026-03-16'),
    brought(third, 'growth', 46_097, 'yyyy"年"m"月"d"日"'),
  ];
  // Shares stay shares, days days, and figures what they are, whatever their currency is called.
  typed(first, 'growth', '50%');
  typed(second, 'openedOn', '2020-03-16');
  brought(third, 'lastYearSales', 46_097, '[$dhs] #,##0" yd"');
  typed(third, 'area', '46097');
  const said = checkedBy(made.addon, 'hand').filter((line) => line.includes('Looks like'));
  expect(said.sort()).toEqual(
    [
      ...percents.map((place) => `${place}: Looks like a percentage; it counts as 0.5. Please type the figure itself.`),
      ...days.map((place) => `${place}: Looks like a date; it counts as 46097. Please type the figure itself.`),
    ].sort(),
  );
  expect(made.addon.seen.flatMap((shown) => (shown.kind === 'toast' ? [shown.message] : []))).toEqual([
    '“Last year’s sales”: what looks like a percentage counts as 0.5 here. Please type the figure itself.',
    expect.stringMatching(/^“.*”: what looks like a date counts as 46097 here\. Please type the figure itself\.$/),
  ]);
});

test('damage and what people typed are told apart; each cell once', () => {
  const made = desk('en');
  const [first = '', second = ''] = made.ids;
  const wrong = pasted(made, 'stores', first, 'lastYearSales', 'a lot');
  const formula = pasted(made, 'stores', second, 'finalTarget', 7);
  expect(checkedBy(made.addon, 'repair')).toEqual([`${formula}: Formula missing or typed over`]);
  expect(checkedBy(made.addon, 'hand')[0]).toBe(`${wrong}: Please enter a number.`);
  const cells = checked(made.addon).map((line) => line.split(': ')[0]);
  expect(new Set(cells).size).toBe(cells.length);
});

test('an error that stands in a list of records is found there, too', () => {
  const made = desk('en');
  const typed = pasted(made, 'stores', made.ids[0] ?? '', 'name', '=1/0');
  const places = checked(made.addon).map((line) => line.split(': ')[0]);
  expect(places[0]).toBe(typed);
  expect(places.filter((place) => place?.startsWith(tabIn(made.workbook, 'storeList').name))).toHaveLength(1);
});

test('of many of a kind the first cells are named, how many there are in all, and where each is in its form', () => {
  const made = plannedDesk({ sections: ['settings', 'stores'] });
  const records = Array.from({ length: 30 }, (_, index) => ({ ...store, storeId: `S${index}` }));
  const ids = wrote(made.addon, 'addRecords', { request: 'a', part: 'stores', records });
  for (const id of ids) pasted(made, 'stores', id, 'openedOn', 'soon');
  const [soon, ...others] = foundIn(made.addon);
  expect(others).toEqual([]);
  expect(soon).toMatchObject({
    kind: 'fault',
    tab: 'stores',
    count: 30,
    message: 'Please enter a date, for example 2027-03-16.',
  });
  expect(soon?.cells).toHaveLength(20);
  expect(soon?.cells[0]).toMatchObject({ record: ids[0], field: 'openedOn' });
});

describe('what the tabs alone do not tell', () => {
  const ofStores = (made: Desk, work: (sheet: GoogleAppsScript.Spreadsheet.Sheet) => void): void => {
    const { name } = tabIn(made.workbook, 'stores');
    made.addon.use(({ SpreadsheetApp }) => {
      const sheet = SpreadsheetApp.getActive().getSheetByName(name);
      if (sheet) work(sheet);
    });
  };
  const apart = 'rows stand beside the hidden ids of other rows';
  const mended = ({ addon }: Desk, request: object): void => {
    expect(asked(addon, 'mendFindings', request)).toMatchObject({ status: 'done' });
  };
  /** Stores by the hidden ids that stand beside them. */
  const stores = ({ workbook }: Desk): Readonly<Record<string, unknown>> => {
    const tab = tabIn(workbook, 'stores');
    return Object.fromEntries(recordIds(tab).map((id) => [id, valueIn(tab, id, 'storeId')]));
  };

  test('rows sorted without the column of ids, which get their own ids back', () => {
    const made = desk('en', ['settings', 'baseline', 'stores']);
    const before = stores(made);
    ofStores(made, (sheet) => sheet.getRange(4, 2, 3, sheet.getMaxColumns() - 1).sort({ column: 2, ascending: false }));
    expect(checked(made.addon).filter((line) => line.includes(apart))).toEqual([
      expect.stringMatching(/^Store targets A4: 2 rows stand beside/),
    ]);
    mended(made, { tab: 'stores', kind: 'sorted' });
    expect(stores(made)).toEqual(before);
    expect(Object.values(stores(made))).toEqual(['A3', 'A2', 'A1']);
    expect(checked(made.addon)).toEqual([]);
  });

  test('rows sorted so of which it is no longer told whose is whose: none gets another’s id, and it is said what to do', () => {
    const made = desk('en', ['settings', 'baseline', 'stores']);
    // Beside A1 stands A2, beside A2 A1; A3 stays.
    ofStores(made, (sheet) => sheet.getRange(4, 2, 2, sheet.getMaxColumns() - 1).sort({ column: 2, ascending: false }));
    ofStores(made, (sheet) => {
      const [row, other] = [sheet.getRange(5, 2), sheet.getRange(6, 2)];
      const [held, third] = [row.getValue(), other.getValue()];
      row.setValue(third);
      other.setValue('A9');
      expect([held, third]).toEqual(['A1', 'A3']);
    });
    expect(checked(made.addon).filter((line) => line.includes('beside the hidden ids'))).toEqual([
      expect.stringMatching(/^Store targets A\d: 2 rows stand beside .* cannot be told: undo the sort/),
    ]);
    const before = stores(made);
    mended(made, { tab: 'stores' });
    expect(stores(made)).toEqual(before);
  });

  test('rows sorted with it, and a store that was given another number, are none of that', () => {
    const made = desk('en', ['settings', 'baseline', 'stores']);
    ofStores(made, (sheet) => {
      sheet.getRange(4, 1, 3, sheet.getMaxColumns()).sort({ column: 2, ascending: false });
      sheet.getRange(4, 2).setValue('A9');
    });
    expect(checked(made.addon)).toEqual([]);
  });

  test('a hidden id that was typed over, and one that was copied: the first is the row’s own again', () => {
    const made = desk('en', ['settings', 'baseline', 'stores']);
    const [first = ''] = made.ids;
    ofStores(made, (sheet) => {
      sheet.getRange(4, 1).setValue('mine');
      sheet.getRange(6, 1).setValue(String(sheet.getRange(5, 1).getValue()));
    });
    const said = checked(made.addon);
    expect(said).toContain('Store targets A4: The hidden id was typed over');
    expect(said).toContain('Store targets A6: Hidden key missing or damaged');
    mended(made, { tab: 'stores', kind: 'foreign', cell: 'A4' });
    expect(stores(made)[first]).toBe('A1');
    expect(checked(made.addon)).toEqual(['Store targets A6: Hidden key missing or damaged']);
    mended(made, { tab: 'stores' });
    expect(checked(made.addon)).toEqual([]);
  });

  /** A row with all that stands in it, hidden or not, in another row. */
  const copied = (sheet: GoogleAppsScript.Spreadsheet.Sheet, from: number, to: number): void => {
    const range = sheet.getRange(from, 1, 1, sheet.getMaxColumns());
    const [values = []] = range.getValues();
    const cells = range.getFormulas()[0]?.map((formula, index) => movedFormula(formula, from, to) || values[index]);
    if (cells) sheet.getRange(to, 1, 1, cells.length).setValues([cells]);
  };

  test('a row copied above its original: by the log the original keeps its id, whatever the copy is called by now', () => {
    const made = desk('en', ['settings', 'baseline', 'stores']);
    const [, second = ''] = made.ids;
    ofStores(made, (sheet) => {
      sheet.insertRowsBefore(5, 1);
      copied(sheet, 6, 5);
      sheet.getRange(5, 2).setValue('A9');
    });
    expect(checked(made.addon)).toContain('Store targets A5: Hidden key missing or damaged');
    made.addon.command('repairWorkbook');
    const tab = tabIn(made.workbook, 'stores');
    expect([tab.rows.get(second), valueIn(tab, second, 'storeId')]).toEqual([5, 'A2']);
    expect(checked(made.addon)).toEqual([]);
  });

  test('a row copied above its original and the same in all: both are told, and people say which is the copy', () => {
    const made = desk('en', ['settings', 'baseline', 'stores']);
    const [, second = ''] = made.ids;
    ofStores(made, (sheet) => {
      sheet.insertRowsBefore(5, 1);
      copied(sheet, 6, 5);
    });
    const [twins] = foundIn(made.addon);
    expect(twins).toMatchObject({ kind: 'twin', tab: 'stores', count: 2, cells: [{ cell: 'A5' }, { cell: 'A6' }] });
    expect(twins?.message).toContain('“A2”');
    expect(checked(made.addon).filter((line) => line.includes('Hidden key'))).toEqual([]);
    expect(asked(made.addon, 'mendFindings', { tab: 'stores', kind: 'twin' })).toMatchObject({ status: 'invalid' });
    mended(made, { tab: 'stores', kind: 'twin', cell: 'A5' });
    expect(tabIn(made.workbook, 'stores').rows.get(second)).toBe(5);
    // The number of the store stands there twice all the same.
    expect(foundIn(made.addon).map(({ kind }) => kind)).toEqual(['fault']);
  });

  test('a copied column, which becomes a person’s own with all that stands in it', () => {
    const made = desk('en', ['settings', 'baseline', 'stores']);
    const { columns } = tabIn(made.workbook, 'stores');
    const [from, to] = [(columns.get('city') ?? 0) + 1, columns.size + 2];
    ofStores(made, (sheet) => {
      sheet.insertColumnsAfter(sheet.getMaxColumns(), 2);
      sheet.getRange(1, to, 6, 1).setValues(sheet.getRange(1, from, 6, 1).getValues());
      sheet.getRange(5, to).setValue('Paris');
    });
    expect(foundIn(made.addon)).toMatchObject([{ kind: 'orphan', tab: 'stores', count: 1 }]);
    mended(made, { tab: 'stores', kind: 'orphan' });
    expect(checked(made.addon)).toEqual([]);
    expect(tabIn(made.workbook, 'stores').values[4]?.[to - 1]).toBe('Paris');
  });

  test.each([
    ['two that people type into', 'city', 'name'],
    ['two that are computed', 'finalTarget', 'floorTarget'],
    ['one that is typed and one that is computed', 'city', 'finalTarget'],
  ])('hidden keys of columns that were exchanged, of %s: they go back, and nothing else changes', (_, one, other) => {
    const made = desk('en', ['settings', 'baseline', 'stores']);
    const { columns, values, formulas } = tabIn(made.workbook, 'stores');
    ofStores(made, (sheet) => {
      for (const [key, at] of [
        [one, other],
        [other, one],
      ] as const)
        sheet.getRange(1, (columns.get(at) ?? 0) + 1).setValue(key);
    });
    const [found, ...others] = foundIn(made.addon);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ kind: 'key', tab: 'stores', count: 2 });
    expect(found?.message).toMatch(/changed places/);
    mended(made, { tab: 'stores', kind: 'key' });
    expect(checked(made.addon)).toEqual([]);
    const now = tabIn(made.workbook, 'stores');
    expect([now.values, now.formulas]).toEqual([values, formulas]);
  });

  test('hidden keys of settings that were exchanged', () => {
    const made = desk('en', ['settings', 'baseline', 'stores']);
    const tab = tabIn(made.workbook, 'settings');
    const [one, other] = ['region', 'companyTarget'].map((key) => (tab.rows.get(key) ?? 0) + 1);
    made.addon.use(({ SpreadsheetApp }) => {
      const sheet = SpreadsheetApp.getActive().getSheetByName(tab.name);
      sheet?.getRange(one ?? 1, 1).setValue('companyTarget');
      sheet?.getRange(other ?? 1, 1).setValue('region');
    });
    expect(foundIn(made.addon)).toMatchObject([{ kind: 'key', tab: 'settings', count: 2 }]);
    made.addon.command('repairWorkbook');
    expect(checked(made.addon)).toEqual([]);
    expect(tabIn(made.workbook, 'settings').values).toEqual(tab.values);
  });

  test('a row of labels that is gone, told once: with it comes all that cited it; what was typed over stays to be mended', () => {
    const made = desk('en', ['settings', 'baseline', 'stores']);
    const { formulas, rows } = tabIn(made.workbook, 'stores');
    const { formulas: ofBaseline } = tabIn(made.workbook, 'baseline');
    const place = pasted(made, 'stores', made.ids[1] ?? '', 'finalTarget', 7);
    ofStores(made, (sheet) => sheet.deleteRow((rows.get('#labels') ?? 0) + 1));
    const typed = (row: number): string => `${place.replace(/\d+$/, String(row))}: Formula missing or typed over`;
    expect(checked(made.addon)).toEqual(['Store targets: A row is missing', typed(4)]);
    // Asked for one cell, the cause is mended first: then it stands elsewhere.
    mended(made, { tab: 'stores', kind: 'formula', cell: place.split(' ').at(-1)?.replace(/\d+$/, '4') });
    expect(checked(made.addon)).toEqual([typed(5)]);
    mended(made, { tab: 'stores', kind: 'formula', cell: place.split(' ').at(-1) });
    expect(checked(made.addon)).toEqual([]);
    expect(tabIn(made.workbook, 'stores').formulas).toEqual(formulas);
    expect(tabIn(made.workbook, 'baseline').formulas).toEqual(ofBaseline);
  });

  test('a copied tab, which is no damage', () => {
    const made = desk('en', ['settings', 'baseline', 'stores']);
    made.addon.use(({ SpreadsheetApp }) => {
      const file = SpreadsheetApp.getActive();
      const sheet = file.getSheetByName(tabIn(made.workbook, 'stores').name);
      if (sheet) file.setActiveSheet(sheet);
      file.duplicateActiveSheet();
    });
    expect(foundIn(made.addon).map(({ kind }) => kind)).toEqual(['copy']);
    expect([...checkedBy(made.addon, 'repair'), ...checkedBy(made.addon, 'hand')]).toEqual([]);
  });

  test('a choice that is none', () => {
    const made = desk('en', ['settings', 'baseline', 'stores']);
    const place = pasted(made, 'stores', made.ids[0] ?? '', 'ownership', 'rented');
    expect(checked(made.addon)).toContain(`${place}: Please choose one of the list.`);
  });

  test('a row of the log that someone marked pending', () => {
    const made = desk('en', ['settings', 'baseline', 'stores']);
    const { name } = tabIn(made.workbook, 'log');
    const line = ['x', '2026-01-01T00:00:00.000Z', 'other@example.com', 'stores', made.ids[0] ?? '', '*', '{}', 'null'];
    made.addon.use(({ SpreadsheetApp }) => {
      const sheet = SpreadsheetApp.getActive().getSheetByName(name);
      sheet?.getRange(sheet.getLastRow() + 1, 2, 1, 9).setValues([[...line, 'pending']]);
    });
    expect(checked(made.addon)[0]).toMatch(
      /^Change log A\d+: A row marked pending in the name of other@example\.com that the add-on did not write/,
    );
    mended(made, { tab: 'log', kind: 'stranger' });
    expect(checked(made.addon)).toEqual([]);
    const log = tabIn(made.workbook, 'log');
    expect(log.values.find((cells) => cells.includes('x'))).toContain('undone');
  });

  test('what only people can put right is refused', () => {
    const made = desk('en', ['settings', 'baseline', 'stores']);
    expect(asked(made.addon, 'mendFindings', { tab: 'stores', kind: 'fault' })).toMatchObject({ status: 'invalid' });
    expect(asked(made.addon, 'mendFindings', { tab: 'stores', kind: 'key', cell: 'a1' })).toMatchObject({
      status: 'invalid',
    });
  });

  test('a deleted tab is one finding, and mended with all that cited it and nothing else; then one cell, then all', () => {
    const made = desk('en', ['settings', 'baseline', 'stores']);
    const { formulas } = tabIn(made.workbook, 'stores');
    const { name } = tabIn(made.workbook, 'baseline');
    const over = made.ids.slice(0, 2).map((id) => pasted(made, 'stores', id, 'finalTarget', 7));
    made.addon.use(({ SpreadsheetApp }) => {
      const file = SpreadsheetApp.getActive();
      const sheet = file.getSheetByName(name);
      if (sheet) file.deleteSheet(sheet);
    });
    const typed = over.map((place) => `${place}: Formula missing or typed over`);
    expect(checked(made.addon)).toEqual([`${name}: Someone has deleted this tab`, ...typed]);
    mended(made, { tab: 'baseline', kind: 'tab' });
    expect(checked(made.addon)).toEqual(typed);
    mended(made, { tab: 'stores', kind: 'formula', cell: over[0]?.split(' ').at(-1) });
    expect(checked(made.addon)).toEqual(typed.slice(1));
    mended(made, { tab: 'stores' });
    expect(checked(made.addon)).toEqual([]);
    expect(tabIn(made.workbook, 'stores').formulas).toEqual(formulas);
    // What was typed over is in the log.
    const log = tabIn(made.workbook, 'log');
    expect(log.values.filter((cells) => cells.includes('finalTarget') && cells.includes('7'))).toHaveLength(2);
  });

  test('a figure typed where a formula waits for a tab that is not there', () => {
    const made = plannedDesk({ sections: ['settings', 'stores'] });
    const ids = wrote(made.addon, 'addRecords', { request: 'a', part: 'stores', records: [store] });
    const place = pasted(made, 'stores', ids[0] ?? '', 'weightFrom', 3);
    expect(checked(made.addon)).toEqual([`${place}: Formula missing or typed over`]);
  });
});
