import type { Addon } from '../../host/addon';
import { SCOPES, type Scope } from '../../host/execution';
import { isPermissionError, permissionsNamed } from '../../src/model/permission';
import { deskOn, emptyDesk, openedDesk, plannedDesk, savedFile } from '../engine/addon';
import { wrote } from '../engine/answer';
import { ourSheets, tabIn } from '../engine/book';
import { requestIn, trim } from '../sheets/desk';

const planned = (() => {
  const desk = plannedDesk({ sections: ['settings', 'baseline', 'stores'] });
  const records = [{ storeId: 'S1', name: 'One', ownership: 'franchised' }];
  const [id = ''] = wrote(desk.addon, 'addRecords', { request: 'start', part: 'stores', records });
  trim(desk.addon, desk.workbook);
  return { file: savedFile(desk.workbook), id };
})();

const { id } = planned;
const name = [{ record: id, field: 'name', from: 'One', to: 'Uno' }];

const endpoints: readonly (readonly [name: string, request: object | undefined])[] = [
  ['openPlan', undefined],
  ['openPart', { part: 'stores' }],
  ['checkParts', { parts: ['stores'] }],
  ['saveRecord', { request: 'a', part: 'stores', changes: name }],
  ['addRecords', { request: 'b', part: 'stores', records: [{ storeId: 'S2', ownership: 'franchised' }] }],
  ['importRecords', { request: 'c', part: 'stores', records: [{ storeId: 'S1', name: 'Eins' }] }],
  ['removeRecords', { request: 'd', part: 'stores', records: [id] }],
  ['showRecord', { part: 'stores', record: id }],
  ['selectedRecord', undefined],
  ['recallColumns', { part: 'stores' }],
  ['rememberColumns', { part: 'stores', columns: { no: 'storeId' } }],
  ['generatePlan', { section: 'baseline' }],
];

const commands: readonly (readonly [name: string, answers: readonly string[]])[] = [
  ['showSidebar', []],
  ['generateWorkbook', []],
  ['generate_baseline', []],
  ['checkWorkbook', []],
  ['repairWorkbook', ['YES']],
  ['switchLanguage', ['YES']],
  ['copyValuesOnly', []],
  ['printPages', []],
  ['showReference', []],
];

const files = { Sidebar: '<div id="sidebar"></div>' };
const without = (missing: Scope): Addon =>
  openedDesk(planned.file, { scopes: SCOPES.filter((scope) => scope !== missing), files }).addon;

/** What came of a call: its answer, what was shown, or the error. */
function outcome(addon: Addon, call: (addon: Addon) => unknown): string {
  try {
    const answer = call(addon);
    return JSON.stringify([answer, addon.seen.map((seen) => ('prompt' in seen ? seen.prompt : seen.kind))]);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const run = (name: string, request: object | undefined) => (addon: Addon) =>
  request === undefined ? addon.run(name) : addon.run(name, request);

describe.each(SCOPES)('without the permission %s', (missing) => {
  const isNeeded = missing === 'spreadsheets.currentonly';

  test.each(endpoints)('%s answers as ever, or in a way that the form knows', (name, request) => {
    const got = outcome(without(missing), run(name, request));
    const isOfUser = name === 'recallColumns' || name === 'rememberColumns';
    if (isNeeded && !isOfUser) expect(isPermissionError(got)).toBe(true);
    else expect(got).not.toMatch(/permission|error/i);
  });

  test.each(commands)('%s runs, or says in words what is missing', (name, answers) => {
    const addon = without(missing);
    addon.answer(...answers.map((answer) => (/^(YES|OK)$/.test(answer) ? { button: answer } : { text: answer })));
    const got = outcome(addon, (own) => own.command(name));
    // Google's own words never reach a person.
    expect(got).not.toMatch(/Required permissions|do not have permission/);
    if (isNeeded && name !== 'showSidebar' && name !== 'showReference') expect(got).toContain('this spreadsheet');
    if (missing === 'userinfo.email' || missing === 'drive.file') expect(got).not.toContain('connections');
  });
});

describe('who made a change', () => {
  test('is blank in the log where the user has not given it', () => {
    const desk = openedDesk(planned.file, { scopes: SCOPES.filter((scope) => scope !== 'userinfo.email') });
    wrote(desk.addon, 'saveRecord', { request: 'a', part: 'stores', changes: name });
    const log = tabIn(desk.workbook, 'log');
    const [request, column] = [log.columns.get('request') ?? -1, log.columns.get('who') ?? -1];
    const at = log.values.findIndex((line) => requestIn(String(line[request])) === 'a');
    expect(at).toBeGreaterThan(0);
    expect(log.values[at]?.[column]).toBe('');
  });
});

describe('a new file', () => {
  const wish = { request: 'file', region: 'North', planYear: 2027, language: 'en', currency: 'CNY' };
  const withOnly = (missing?: Scope): Addon =>
    deskOn(emptyDesk('en').workbook, { scopes: SCOPES.filter((scope) => scope !== missing), files }).addon;

  test('without drive.file: what is missing and how to give it', () => {
    const got = outcome(withOnly('drive.file'), run('makeFile', wish));
    expect(got).toContain('files made with this add-on');
    expect(got).toContain('myaccount.google.com/connections');
  });

  test('without the e-mail address it is made and listed all the same', () => {
    const addon = withOnly('userinfo.email');
    expect(addon.run('makeFile', wish)).toMatchObject({
      status: 'done',
      url: expect.stringContaining('spreadsheets/d/'),
    });
    const listed = {
      request: 'list',
      region: 'North',
      planYear: 2027,
      language: 'en',
      url: 'https://docs.google.com/spreadsheets/d/x',
    };
    expect(addon.run('listFile', listed)).toEqual({ status: 'done' });
    expect([...ourSheets(addon.workbook).keys()]).toContain('regions');
  });

  test('its address is answered before it is listed, so that nothing that fails later can lose it', () => {
    const addon = withOnly();
    addon.hook((call) => {
      if (call === 'Spreadsheet.insertSheet') throw new Error('Service Spreadsheets failed');
    });
    const made = addon.run('makeFile', wish);
    expect(made).toMatchObject({ status: 'done', url: expect.stringContaining('spreadsheets/d/') });
    const listed = {
      request: 'list',
      region: 'North',
      planYear: 2027,
      language: 'en',
      url: 'https://docs.google.com/spreadsheets/d/x',
    };
    expect(addon.run('listFile', listed)).toMatchObject({
      status: 'invalid',
      message: expect.stringContaining('not in the list of regions'),
    });
  });
});

test.each([
  [
    'You do not have permission to call Session.getActiveUser. Required permissions: https://www.googleapis.com/auth/userinfo.email',
    ['userinfo.email'],
  ],
  ["We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.", []],
  ['Authorization is required to perform that action.', []],
  ['您没有权限调用 SpreadsheetApp.getActive', []],
])('%s is known as a matter of permission', (message, named) => {
  expect(isPermissionError(message)).toBe(true);
  expect(permissionsNamed(message)).toEqual(named);
});

test.each(['Service Spreadsheets failed', 'Exceeded maximum execution time', 'NetworkError: Connection failure'])(
  '%s is another matter',
  (message) => expect(isPermissionError(message)).toBe(false),
);
