import type { Language } from '../../src/model/language';
import { type Desk, plannedDesk } from './addon';
import { wrote } from './answer';
import { tabIn } from './book';

/** Puts a value into a cell as a paste does, which takes the cell's rule along. */
function pasted({ addon, workbook }: Desk, id: string, row: string, column: string, value: string | number): string {
  const tab = tabIn(workbook, id);
  return addon.use(({ SpreadsheetApp }) => {
    const sheet = SpreadsheetApp.getActive().getSheetByName(tab.name);
    const cell = sheet?.getRange((tab.rows.get(row) ?? -1) + 1, (tab.columns.get(column) ?? -1) + 1);
    cell?.clearDataValidations().setValue(value);
    return `${tab.name} ${cell?.getA1Notation()}`;
  });
}

/** What the menu's check says, line by line. */
function checked({ addon }: Desk): readonly string[] {
  addon.command('checkWorkbook');
  const seen = addon.seen.at(-1);
  return seen?.kind === 'alert' ? (seen.prompt ?? '').split('\n') : [];
}

const store = { storeId: 'A1', name: 'First', ownership: 'franchised', lastYearSales: 100_000, lastYearMonths: 12 };
const others = ['A2', 'A3'].map((storeId) => ({ ...store, storeId }));

function desk(language: Language): Desk & { readonly ids: readonly string[] } {
  const made = plannedDesk({ language });
  const ids = wrote(made.addon, 'addRecords', { request: 'a', part: 'stores', records: [store, ...others] });
  return { ...made, ids };
}

const asTold = { en: 'Everything is as it should be.', zh: '工作簿一切正常。' };
const byPeople = {
  en: 'These values are for people to correct: a repair leaves what was typed as it is.',
  zh: '以上数值需要人工更正，修复不会改动已填写的内容。',
};
const byRepair = {
  en: 'Choose “Repair the workbook” to put this right. Nothing that was typed is lost.',
  zh: '选择“修复工作簿”即可恢复，已填写的内容不会丢失。',
};

/** Part, row (a number is a store's), column, what is put there, and what the check says of it. */
const cases: readonly (readonly [
  what: string,
  part: string,
  row: string | number,
  column: string,
  value: string | number,
  en: string,
  zh: string,
])[] = [
  ['text where money belongs', 'stores', 0, 'lastYearSales', 'a lot', 'Please enter a number.', '请填写数字。'],
  ['a default out of bounds', 'settings', 'firstMonth', 'value.1', 13, 'At most 12.', '不应大于 12。'],
  ['text in a default', 'stores', 1, 'growth', 'much', 'Please enter a number.', '请填写数字。'],
  ['a growth below what there can be', 'baseline', 'franchised', 'growth', -2, 'At least −100%.', '不应小于 −100%。'],
  ['a key twice', 'stores', 1, 'storeId', 'A1', '“A1” is there already; it must be unique.', '“A1”已存在，不能重复。'],
  ['a key left out', 'stores', 2, 'storeId', '', 'Please fill this in.', '请填写此项。'],
];

describe.each<Language>(['en', 'zh'])('the check, in %s', (language) => {
  const made = desk(language);
  const before = checked(made);
  const places = cases.map(([, part, row, column, value]) =>
    pasted(made, part, typeof row === 'number' ? (made.ids[row] ?? '') : row, column, value),
  );
  const said = checked(made);
  made.addon.command('repairWorkbook');
  const repaired = JSON.stringify(made.addon.seen.at(-1));
  const after = checked(made);

  test('has nothing to say of what is right', () => {
    expect(before).toEqual([asTold[language]]);
  });

  test.each(cases.map(([what, , , , , en, zh], index) => [what, { en, zh }[language], places[index]] as const))(
    'names %s by tab and cell, in the rule’s words: %s',
    (_, words, place) => {
      const line = language === 'en' ? `${place}: ${words}` : `${place}：${words}`;
      expect(said).toContain(line);
      // A repair is none of it.
      expect(after).toContain(line);
    },
  );

  test('names what was typed before what formulas make of it', () => {
    const typed = said.slice(0, cases.length).map((line) => line.split(/[:：]/)[0]);
    expect(typed.sort()).toEqual([...places].sort());
  });

  test('says that people are to correct it, and neither that a repair does nor that all is well', () => {
    expect(said.slice(-2)).toEqual(['', byPeople[language]]);
    expect(repaired).not.toContain(asTold[language].slice(0, 8));
  });
});

test('damage and what people typed are told apart; each cell once', () => {
  const made = desk('en');
  const [first = '', second = ''] = made.ids;
  const wrong = pasted(made, 'stores', first, 'lastYearSales', 'a lot');
  const formula = pasted(made, 'stores', second, 'finalTarget', 7);
  const said = checked(made);
  const [damage, typed] = [said.indexOf(byRepair.en), said.indexOf(byPeople.en)];
  expect(said.indexOf(`${formula}: formula missing or typed over`)).toBeLessThan(damage);
  expect(said.indexOf(`${wrong}: Please enter a number.`)).toBeGreaterThan(damage);
  expect(typed).toBe(said.length - 1);
  const cells = said
    .filter((line) => line.includes(': ') && !line.startsWith('These'))
    .map((line) => line.split(':')[0]);
  expect(new Set(cells).size).toBe(cells.length);
});

test('of many the first are shown, and how many there are more', () => {
  const made = plannedDesk({ sections: ['settings', 'stores'] });
  const records = Array.from({ length: 30 }, (_, index) => ({ ...store, storeId: `S${index}` }));
  const ids = wrote(made.addon, 'addRecords', { request: 'a', part: 'stores', records });
  for (const id of ids) pasted(made, 'stores', id, 'openedOn', 'soon');
  const said = checked(made);
  expect(said.filter((line) => line.endsWith('Please enter a date, for example 2027-03-16.'))).toHaveLength(20);
  expect(said.slice(20)).toEqual(['… and 10 more', '', byPeople.en]);
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

  test('rows sorted without the column of ids', () => {
    const made = desk('en');
    ofStores(made, (sheet) => sheet.getRange(4, 2, 3, sheet.getMaxColumns() - 1).sort({ column: 2, ascending: false }));
    expect(checked(made).filter((line) => line.includes(apart))).toEqual([
      expect.stringMatching(/^Store targets A4: 2 rows stand beside/),
    ]);
  });

  test('rows sorted with it, and a store that was given another number, are none of that', () => {
    const made = desk('en');
    ofStores(made, (sheet) => {
      sheet.getRange(4, 1, 3, sheet.getMaxColumns()).sort({ column: 2, ascending: false });
      sheet.getRange(4, 2).setValue('A9');
    });
    expect(checked(made)).toEqual([asTold.en]);
  });

  test('a hidden id that was typed over, and one that was copied', () => {
    const made = desk('en');
    ofStores(made, (sheet) => {
      sheet.getRange(4, 1).setValue('mine');
      sheet.getRange(6, 1).setValue(String(sheet.getRange(5, 1).getValue()));
    });
    const said = checked(made);
    expect(said).toContain('Store targets A4: the hidden id was typed over');
    expect(said).toContain('Store targets A6: hidden key missing or damaged');
  });

  test('a choice that is none', () => {
    const made = desk('en');
    const place = pasted(made, 'stores', made.ids[0] ?? '', 'ownership', 'rented');
    expect(checked(made)).toContain(`${place}: Please choose one of the list.`);
  });

  test('a row of the log that someone marked pending', () => {
    const made = desk('en');
    const { name } = tabIn(made.workbook, 'log');
    const line = ['x', '2026-01-01T00:00:00.000Z', 'other@example.com', 'stores', made.ids[0] ?? '', '*', '{}', 'null'];
    made.addon.use(({ SpreadsheetApp }) => {
      const sheet = SpreadsheetApp.getActive().getSheetByName(name);
      sheet?.getRange(sheet.getLastRow() + 1, 2, 1, 9).setValues([[...line, 'pending']]);
    });
    expect(checked(made)[0]).toMatch(
      /^Change log A\d+: a row marked pending in the name of other@example\.com that the add-on did not write/,
    );
  });

  test('a deleted tab is one finding, and mended with all that cited it', () => {
    const made = desk('en');
    const formulas = tabIn(made.workbook, 'stores').formulas;
    const { name } = tabIn(made.workbook, 'baseline');
    made.addon.use(({ SpreadsheetApp }) => {
      const file = SpreadsheetApp.getActive();
      const sheet = file.getSheetByName(name);
      if (sheet) file.deleteSheet(sheet);
    });
    const said = checked(made);
    expect(said).toEqual([
      `${name}: someone has deleted this tab; a repair makes it anew, empty, with the formulas that cite it`,
      '',
      byRepair.en,
    ]);
    made.addon.command('repairWorkbook');
    expect(checked(made)).toEqual([asTold.en]);
    expect(tabIn(made.workbook, 'stores').formulas).toEqual(formulas);
  });
});
