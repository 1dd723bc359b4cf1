import { servicesOf } from '../../host';
import { Execution, type User } from '../../host/execution';
import { type NewFileWays, PARTS } from '../../host/services/api/ways';
import { filesFrom } from '../../host/services/sheetsApi';
import { createWorkbook, type Workbook } from '../../host/workbook';
import { createWorkbookFile } from '../../src/app/create';
import type { Language } from '../../src/model/language';
import type { Spreadsheet } from '../../src/workbook/api/json';
import { deskOn, openedDesk, plannedDesk, savedFile } from './addon';
import { formulaIn, tabIn, valueIn } from './book';
import { differences, portraits } from './portrait';

type Services = ReturnType<typeof servicesOf>;
/** The service as a script without types calls it. */
interface Loose {
  create(file: object, options?: object): object;
  batchUpdate(steps: object, id: string): object;
}

type Files = Pick<GoogleAppsScript.Sheets.Collection.SpreadsheetsCollection, 'create' | 'batchUpdate'>;

const users: Readonly<Record<Language, User>> = {
  en: { email: 'planner@example.com', locale: 'en' },
  zh: { email: 'planner@example.com', locale: 'zh_CN' },
};

/** A script's globals for as long as `work` runs. */
function withGlobals<T>(globals: object, work: () => T): T {
  const before = Object.entries(globals).map(
    ([name]) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const,
  );
  for (const [name, value] of Object.entries(globals))
    Object.defineProperty(globalThis, name, { value, configurable: true });
  try {
    return work();
  } finally {
    for (const [name, descriptor] of before) {
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
    }
  }
}

interface Trial {
  readonly made: () => ReturnType<typeof createWorkbookFile>;
  readonly here: Workbook;
  /** Calls of the Sheets service, in order. */
  readonly calls: () => readonly string[];
}

/** A planner making a file, with a Sheets service that `sheets` makes of the host's; without one it is switched off. */
function trial(
  language: Language,
  sheets: (real: Files) => Files | undefined = (real) => real,
  newFiles: NewFileWays = {},
): Trial {
  const here = createWorkbook({ timeZone: 'Etc/UTC', newFiles });
  const execution = new Execution(here, users[language]);
  const services: Services = servicesOf(execution);
  const files = services.Sheets.Spreadsheets;
  if (!files) throw new Error('the host has no Sheets service');
  const stand = sheets(files);
  const globals = { ...services, Sheets: stand && { Spreadsheets: stand }, console: { error: () => {} } };
  const wish = { language, region: '华东', planYear: 2027, currency: 'CNY' };
  return {
    made: () => withGlobals(globals, () => createWorkbookFile(wish, here.settings.timeZone)),
    here,
    calls: () => execution.ledger.sequence.map(({ name }) => name).filter((name) => name.startsWith('Sheets')),
  };
}

function fileOf({ here }: Trial): Workbook {
  const [file] = filesFrom(here).values();
  if (!file) throw new Error('no file was made');
  return file;
}

it('a file is made by one request and completed by one more', () => {
  const planner = trial('zh');
  const { url, title, lacking } = planner.made();
  const { settings } = fileOf(planner);
  expect({ url, title, lacking }).toEqual({
    url: 'https://docs.google.com/spreadsheets/d/new-file-1/edit',
    title: '华东 2027 年度目标体系',
    lacking: undefined,
  });
  expect(settings).toEqual({ title: '华东 2027 年度目标体系', locale: 'zh_CN', timeZone: 'Etc/UTC' });
  expect(planner.calls()).toEqual(['Sheets.Spreadsheets.create', 'Sheets.Spreadsheets.batchUpdate']);
});

describe('whatever Google answers', () => {
  const printed = portraits(plannedDesk({ language: 'en' }).addon);
  const isPrinted = (planner: Trial): void => {
    expect(planner.made().lacking).toBeUndefined();
    expect(filesFrom(planner.here).size).toBe(1);
    expect(differences(portraits(openedDesk(savedFile(fileOf(planner))).addon), printed)).toEqual([]);
  };
  const [create, get] = ['Sheets.Spreadsheets.create', 'Sheets.Spreadsheets.get'];
  const batchUpdate = 'Sheets.Spreadsheets.batchUpdate';

  it.each<readonly [string, NewFileWays, readonly string[]]>([
    ['it takes no second argument', { oneArgument: true }, [create, create, batchUpdate]],
    ['it refuses a file with cells', { bareOnly: true }, [create, create, batchUpdate]],
    ['it does not resolve references to later tabs', { forwardUnresolved: true }, [create, get, batchUpdate]],
    ['it leaves out everything but cells', { drops: PARTS }, [create, get, batchUpdate]],
    ['it does not tell what it has made', { untold: PARTS, answersCells: false }, [create, get, batchUpdate]],
    [
      'it leaves out, does not resolve and does not tell',
      { drops: PARTS, forwardUnresolved: true, answersCells: false },
      [create, get, batchUpdate],
    ],
  ])('%s: the file is whole', (_, newFiles, calls) => {
    const planner = trial('en', undefined, newFiles);
    isPrinted(planner);
    expect(planner.calls()).toEqual(calls);
  });

  it('it leaves out, does not tell, and the file cannot be read: the file is whole', () => {
    const withoutGet = ({ create, batchUpdate }: Files): Files => ({ create, batchUpdate });
    isPrinted(trial('en', withoutGet, { drops: PARTS, forwardUnresolved: true, answersCells: false }));
  });

  it('what is not resolved would show and lack its choices, were it left so', () => {
    const planner = trial('en', ({ create }) => ({ create, batchUpdate: () => ({}) }), { forwardUnresolved: true });
    planner.made();
    const { workbook, addon } = openedDesk(savedFile(fileOf(planner)));
    const tab = tabIn(workbook, 'baseline');
    expect(valueIn(tab, 'franchised', 'storeCount')).toBe('#REF!');
    expect(formulaIn(tab, 'franchised', 'storeCount')).toMatch(/^=.*COUNTIFS/);
    expect(differences(portraits(addon), printed).length).toBeGreaterThan(20);
  });

  const whole = trial('en');
  whole.made();
  const parts = partsOf(fileOf(whole));

  it.each(PARTS)('%s alone left out: it is added, and nothing twice', (part) => {
    const planner = trial('en', undefined, { drops: [part] });
    expect(planner.made().lacking).toBeUndefined();
    expect(partsOf(fileOf(planner))).toEqual(parts);
  });
});

/** What stands in a file beside its cells, in any order. */
function partsOf(workbook: Workbook): object {
  const { getters } = workbook.model;
  const { addon } = deskOn(workbook, { cells: false });
  return addon.use(({ SpreadsheetApp }) => {
    const file = SpreadsheetApp.getActive();
    return {
      names: file
        .getNamedRanges()
        .map((range) => [range.getName(), range.getRange().getA1Notation()])
        .sort(),
      metadata: workbook.extras.kept.metadata.map(({ key, value }) => [key, value]),
      sheets: file.getSheets().map((sheet, index) => ({
        merges: getters.getMerges(getters.getSheetIds()[index] ?? '').map(({ left, right, top }) => [left, right, top]),
        conditions: sheet
          .getConditionalFormatRules()
          .map((rule) => [
            rule.getBooleanCondition()?.getCriteriaValues(),
            rule.getRanges().map((range) => range.getA1Notation()),
          ]),
        protections: sheet
          .getProtections(SpreadsheetApp.ProtectionType.SHEET)
          .map((protection) => protection.getUnprotectedRanges().map((range) => range.getA1Notation())),
        filter: sheet.getFilter()?.getRange().getA1Notation(),
        charts: sheet
          .getCharts()
          .map((chart) => [chart.getOptions().get('title'), chart.getRanges().map((range) => range.getA1Notation())]),
      })),
    };
  });
}

const refusing = (method: keyof Files, reason: string) => (real: Files) => ({
  create: (file: GoogleAppsScript.Sheets.Schema.Spreadsheet, ...options: []) => {
    if (method === 'create') throw new Error(`API call to sheets.spreadsheets.create failed with error: ${reason}`);
    return real.create(file, ...options);
  },
  batchUpdate: (): never => {
    throw new Error(`API call to sheets.spreadsheets.batchUpdate failed with error: ${reason}`);
  },
});

it.each<readonly [string, Language, (real: Files) => Files | undefined, string]>([
  [
    'the service is off',
    'en',
    () => undefined,
    'The new file cannot be made: Google’s Sheets service is not switched on for this script. In its editor, choose Services and add the Google Sheets API.',
  ],
  [
    'the service is off',
    'zh',
    () => undefined,
    '无法生成新文件：此脚本没有启用 Google 表格服务。请在脚本编辑器的“服务”中添加 Google Sheets API。',
  ],
  [
    'Google refuses',
    'en',
    refusing('create', 'Quota exceeded.'),
    'The new file was not made. Google says: Quota exceeded.',
  ],
  ['Google refuses', 'zh', refusing('create', 'Quota exceeded.'), '新文件没有生成。Google 提示：Quota exceeded.'],
  [
    'the answer names no file',
    'en',
    () => ({ create: () => ({}), batchUpdate: () => ({}) }),
    'The new file was not made. Google says: no reason was given',
  ],
])('when %s it is said in words, %s', (_, language, sheets, message) => {
  const planner = trial(language, sheets);
  expect(planner.made).toThrow(new Error(message));
  expect([...filesFrom(planner.here)]).toEqual([]);
});

it('a file that could not be completed says so', () => {
  const planner = trial('en', refusing('batchUpdate', 'Try again later.'));
  expect(planner.made().lacking).toBe(
    'The file is there, but part of it could not be added (Try again later.). Please delete it and make it again.',
  );
  expect(filesFrom(planner.here).size).toBe(1);
});

describe('the stand-in for Google’s Sheets service', () => {
  const files = (authority: 'FULL' | 'LIMITED' = 'FULL'): Loose => {
    const service = servicesOf(new Execution(createWorkbook(), users.en, { authority })).Sheets.Spreadsheets;
    if (!service) throw new Error('the host has no Sheets service');
    return service;
  };
  const sheet = (id: number, title: string) => ({ properties: { sheetId: id, title } });

  it.each<readonly [string, () => unknown, string]>([
    [
      'a field it does not know',
      () => files().create({ sheets: [{ ...sheet(1, 'One'), slicers: [] }] }),
      'API call to sheets.spreadsheets.create failed with error: Invalid JSON payload received. Unknown name "slicers" at \'spreadsheet.sheets[0]\': Cannot find field.',
    ],
    [
      'a sheet id given twice',
      () => files().create({ sheets: [sheet(1, 'One'), sheet(1, 'Two')] }),
      'API call to sheets.spreadsheets.create failed with error: Invalid sheets: a sheet id is given twice',
    ],
    [
      'a file that the script did not make',
      () => files().batchUpdate({ requests: [] }, 'elsewhere'),
      'API call to sheets.spreadsheets.batchUpdate failed with error: Requested entity was not found.',
    ],
    [
      'a simple trigger',
      () => files('LIMITED').create({}),
      'API call to sheets.spreadsheets.create failed with error: Request had insufficient authentication scopes.',
    ],
  ])('refuses %s', (_, call, message) => {
    expect(call).toThrow(message);
  });

  it('answers what was asked for and nothing else', () => {
    const service = files();
    const file: Partial<Spreadsheet> = { properties: { title: 'Plan', locale: 'en_US', timeZone: 'Etc/UTC' } };
    const asked = { ...file, sheets: [sheet(5, 'One')] };
    expect(service.create(asked, { fields: 'spreadsheetId,properties(title),sheets(properties/sheetId)' })).toEqual({
      spreadsheetId: 'new-file-1',
      properties: { title: 'Plan' },
      sheets: [{ properties: { sheetId: 5 } }],
    });
  });

  it('keeps text as text and moves repeated formulas along', () => {
    const here = createWorkbook();
    const service = servicesOf(new Execution(here, users.en)).Sheets.Spreadsheets;
    const cells = ['01234', '=1+1', 'TRUE'].map((text) => ({ values: [{ userEnteredValue: { stringValue: text } }] }));
    const grid = { rowCount: 3, columnCount: 2 };
    service?.create({
      sheets: [{ properties: { sheetId: 5, title: 'One', gridProperties: grid }, data: [{ rowData: cells }] }],
    });
    const range = { sheetId: 5, startRowIndex: 0, endRowIndex: 3, startColumnIndex: 1, endColumnIndex: 2 };
    const cell = { userEnteredValue: { formulaValue: '=A1&$A$1' } };
    service?.batchUpdate({ requests: [{ repeatCell: { range, cell, fields: 'userEnteredValue' } }] }, 'new-file-1');
    const file = filesFrom(here).get('new-file-1');
    if (!file) throw new Error('no file was made');
    const { SpreadsheetApp } = servicesOf(new Execution(file, users.en));
    const block = SpreadsheetApp.getActive().getSheets()[0]?.getRange(1, 1, 3, 2);
    expect(block?.getValues()).toEqual([
      ['01234', '0123401234'],
      ['=1+1', '=1+101234'],
      ['TRUE', 'TRUE01234'],
    ]);
    expect(block?.getFormulas()).toEqual([
      ['', '=A1&$A$1'],
      ['', '=A2&$A$1'],
      ['', '=A3&$A$1'],
    ]);
  });
});
