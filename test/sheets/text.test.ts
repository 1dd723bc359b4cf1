import type { Field } from '../../src/model/field';
import { isTypedName, keptName } from '../../src/model/key';
import type { Language } from '../../src/model/language';
import { sections } from '../../src/sections';
import { type Desk, plannedDesk } from '../engine/addon';
import { listing, wrote } from '../engine/answer';
import { ourSheets, type Tab, tabIn } from '../engine/book';
import { oneOf } from '../places';

/** What a sheet would take for something else, and what it might cut, trim or draw otherwise. */
const hostile: readonly string[] = [
  '=IMPORTXML("http://example.com","//a")',
  '=1+1',
  '=',
  '+1',
  '-1',
  '--',
  '@x',
  '01234',
  '1-2',
  '1/2',
  '3/4/2026',
  '2026-03-16',
  '2026年3月16日',
  '3月5日',
  '16-Mar-2026',
  'May',
  'jan 5',
  '12:30',
  '10%',
  '1e5',
  '1,234',
  '¥100',
  '$5',
  '(5)',
  '.5',
  '２０',
  'TRUE',
  'false',
  'True ',
  ' 7',
  '7 ',
  '#N/A',
  '#REF!',
  "'quoted",
  "''twice",
  "it's",
  '"',
  '{"a":[1]}',
  '[link](http://example.com)',
  'http://example.com',
  '<b onclick="x()">bold</b>',
  '😀 👨‍👩‍👧 emoji',
  '中文 店铺「一号」',
  'two\nlines\n\nand four',
  'tab\there',
  '\u00a0',
  'null',
  'Infinity',
];

const texts = new Set(['text', 'longText', 'person']);
const isText = (field: Field): boolean =>
  field.role === 'input' && field.cells === undefined && (texts.has(field.kind) || field.open === true);

const tabs = sections.flatMap((section) => section.tabs);
const choices = new Map(
  sections.flatMap(({ lists = [] }) => lists).map((list) => [list.id, list.choices[0]?.id ?? '']),
);

/** A value for a field that must have one. */
function anyValue({ kind, list = '', min = 0 }: Field, number: number): string | number {
  if (kind === 'choice') return choices.get(list) ?? '';
  return texts.has(kind) ? `T${number}` : Math.max(min, 1) + number;
}

/** A name that records are told apart by is kept without what is unseen in it, and no two are the same. */
const textFor = (field: Field, text: string, number: number): string =>
  isTypedName(field) ? keptName(field, `${text} ${number}`) : text;

/** Where a text was typed. */
interface Typed {
  readonly part: string;
  readonly record: string;
  readonly field: string;
  readonly text: string;
}

/** Types every text into every text field: in a table a record each, elsewhere one after the other; adds and imports. */
function typeAll({ addon, workbook }: Desk): readonly Typed[] {
  const typed: Typed[] = [];
  const present = ourSheets(workbook);
  for (const { id: part, shape, fields } of tabs) {
    const own = fields.filter(isText);
    if (own.length === 0 || !present.has(part)) continue;
    if (shape === 'table') {
      const records = hostile.map((text, number) => ({
        ...Object.fromEntries(
          fields.filter(({ required }) => required).map((field) => [field.id, anyValue(field, number)]),
        ),
        ...Object.fromEntries(own.map((field) => [field.id, textFor(field, text, number)])),
      }));
      const isImported = part === 'stores' && fields.some(({ key }) => key);
      const ids = wrote(addon, isImported ? 'importRecords' : 'addRecords', {
        request: part,
        part,
        records,
      });
      for (const [index, text] of hostile.entries()) {
        for (const field of own)
          typed.push({ part, record: ids[index] ?? '', field: field.id, text: textFor(field, text, index) });
      }
      continue;
    }
    const [first] = listing(addon, part);
    // The printed list's rows are no records: only its signatures are typed, by hand.
    if (!first) continue;
    const { id: record, values: held } = first;
    for (const [index, { id: field }] of own.entries()) {
      const text = hostile[(index * 7) % hostile.length] ?? '';
      const changes = [{ record, field, from: held[field] ?? null, to: text }];
      wrote(addon, 'saveRecord', { request: `${part} ${field}`, part, changes });
      typed.push({ part, record, field, text });
    }
  }
  return typed;
}

/** What the forms are given back, and what a script would read, where it is not what was typed. */
function changedTexts({ addon, workbook }: Desk, typed: readonly Typed[]): readonly string[] {
  const lines: string[] = [];
  for (const part of new Set(typed.map((cell) => cell.part))) {
    const values = new Map(listing(addon, part).map((record) => [record.id, record.values]));
    const shape = tabs.find(({ id }) => id === part)?.shape;
    const tab = tabIn(workbook, part);
    const types = typesIn(workbook, tab);
    const cells = addon.use(({ SpreadsheetApp }) =>
      SpreadsheetApp.getActive().getSheetByName(tab.name)?.getDataRange().getValues(),
    );
    const formulas = tab.formulas;
    for (const { record, field, text } of typed.filter((cell) => cell.part === part)) {
      const [row, column] =
        shape === 'record'
          ? [tab.rows.get(field), tab.columns.get('value.1')]
          : [tab.rows.get(record), tab.columns.get(field)];
      const inForm = values.get(record)?.[field];
      const inCell: unknown = cells?.[row ?? -1]?.[column ?? -1];
      const formula = formulas[row ?? -1]?.[column ?? -1] ?? '';
      if (inForm !== text)
        lines.push(`${part} ${field}: ${JSON.stringify(text)} is ${JSON.stringify(inForm)} in the form`);
      if (inCell !== text)
        lines.push(`${part} ${field}: ${JSON.stringify(text)} is ${JSON.stringify(inCell)} in the cell`);
      const type = types(row ?? -1, column ?? -1);
      // To the local engine an error's name is that error, also where it is text.
      if (type !== 'text' && !text.startsWith('#'))
        lines.push(`${part} ${field}: ${JSON.stringify(text)} is of type ${type}`);
      if (formula !== '') lines.push(`${part} ${field}: ${JSON.stringify(text)} is the formula ${formula}`);
    }
  }
  return lines;
}

/** What kind of value the engine has in a cell: `#N/A` may be a text or an error. */
function typesIn({ model }: Desk['workbook'], { sheet }: Tab): (row: number, col: number) => string {
  return (row, col) => model.getters.getEvaluatedCell({ sheetId: sheet, col, row }).type;
}

/** Every tab of ours as a person has it open. */
function eachSheet(
  { addon, workbook }: Desk,
  work: (sheet: GoogleAppsScript.Spreadsheet.Sheet, tab: string) => void,
): void {
  for (const [id] of ourSheets(workbook)) {
    const { name } = tabIn(workbook, id);
    addon.use(({ SpreadsheetApp }) => {
      const sheet = SpreadsheetApp.getActive().getSheetByName(name);
      if (sheet) work(sheet, id);
    });
  }
}

const directions: readonly (readonly [Language, Language])[] = [
  ['zh', 'en'],
  ['en', 'zh'],
];

describe.each(oneOf(directions, 'every text'))('in a workbook in %s', (language, other) => {
  test('every text in every text field stays what it is, and after regenerating, sorting and switching the language too', () => {
    const desk = plannedDesk({ language });
    const typed = typeAll(desk);
    expect(typed.length).toBeGreaterThan(hostile.length * 12);
    expect(changedTexts(desk, typed)).toEqual([]);
    desk.addon.run('generatePlan', {});
    expect(changedTexts(desk, typed)).toEqual([]);
    eachSheet(desk, (sheet, id) => {
      const tab = tabIn(desk.workbook, id);
      const total = tab.rows.get('#total');
      if (id === 'log' || total === undefined) return;
      const first = Math.max(total, tab.rows.get('#labels') ?? 0) + 2;
      sheet
        .getRange(first, 1, sheet.getMaxRows() - first + 1, sheet.getMaxColumns())
        .sort({ column: 2, ascending: false });
    });
    expect(changedTexts(desk, typed)).toEqual([]);
    desk.addon.run('generatePlan', { language: other });
    expect(changedTexts(desk, typed)).toEqual([]);
    desk.addon.run('generatePlan', { language });
    expect(changedTexts(desk, typed)).toEqual([]);
  }, 120_000);
});

const languages: readonly Language[] = ['zh', 'en'];
const formats = ['General', '0.00', 'yyyy-mm-dd'];

test.each(
  formats.flatMap((format, index) =>
    oneOf(languages, `format ${index}`).map((language) => [format, language] as const),
  ),
)(
  'also in columns that a person has given the format %s, in %s',
  (format, language) => {
    const desk = plannedDesk({ language, sections: ['settings', 'stores'] });
    eachSheet(desk, (sheet, id) => {
      const tab = tabIn(desk.workbook, id);
      for (const { id: field } of tabs.find((candidate) => candidate.id === id)?.fields.filter(isText) ?? []) {
        const column = tab.columns.get(field);
        const row = tab.rows.get(field);
        if (column !== undefined) sheet.getRange(4, column + 1, sheet.getMaxRows() - 3, 1).setNumberFormat(format);
        else if (row !== undefined) sheet.getRange(row + 1, 4).setNumberFormat(format);
      }
    });
    const typed = typeAll(desk);
    expect(changedTexts(desk, typed)).toEqual([]);
    desk.addon.run('generatePlan', {});
    expect(changedTexts(desk, typed)).toEqual([]);
  },
  120_000,
);

test('a text as long as a field takes, in one field of a record and in a save of three', () => {
  const desk = plannedDesk({ sections: ['stores'] });
  const long = `${'很长的文字 "long" text 0123456789\n'.repeat(800)}`.slice(0, 19_990);
  const [id = ''] = wrote(desk.addon, 'addRecords', {
    request: 'add',
    part: 'stores',
    records: [{ storeId: 'S1', ownership: 'franchised', keyActions: long }],
  });
  const changes = ['name', 'city', 'manager'].map((field) => ({ record: id, field, from: null, to: long }));
  wrote(desk.addon, 'saveRecord', { request: 'save', part: 'stores', changes });
  const typed = ['keyActions', 'name', 'city', 'manager'].map((field) => ({
    part: 'stores',
    record: id,
    field,
    text: long,
  }));
  expect(changedTexts(desk, typed)).toEqual([]);
});
