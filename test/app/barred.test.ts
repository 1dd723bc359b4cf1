import type { Addon } from '../../host/addon';
import type { Access } from '../../host/execution';
import type { Workbook } from '../../host/workbook';
import { answers } from '../../sidebar/answers';
import { openedDesk, plannedDesk, savedFile, userOf } from '../engine/addon';
import { asked, listing, wrote } from '../engine/answer';
import { sheetTab, tabIn } from '../engine/book';
import { inApril } from '../engine/followed';
import { trim } from '../sheets/desk';

/*
 * People who may not write: in all of a workbook, as who may view or comment on it, or in what someone has protected. Every
 * request says so in words, and nothing of it stands anywhere.
 */

const planned = (() => {
  const desk = plannedDesk({ sections: ['settings', 'baseline', 'stores'] });
  const records = [{ storeId: 'S1', name: 'One', ownership: 'franchised', agreedTarget: 500_000 }];
  const [id = ''] = wrote(desk.addon, 'addRecords', { request: 'start', part: 'stores', records });
  trim(desk.addon, desk.workbook);
  return { file: savedFile(desk.workbook), id };
})();
const { id } = planned;

/** What a person types into the form, by its field. */
const change = (part: 'stores' | 'settings') =>
  part === 'stores'
    ? { part, changes: [{ record: id, field: 'name', from: 'One', to: 'Uno' }] }
    : { part, changes: [{ record: 'settings', field: 'companyTarget', from: null, to: 1_000_000 }] };

const requests: readonly (readonly [name: string, request: object])[] = [
  ['saveRecord', { request: 'a', ...change('stores') }],
  ['saveParts', { request: 'b', parts: [change('stores'), change('settings')] }],
  ['addRecords', { request: 'c', part: 'stores', records: [{ storeId: 'S2', ownership: 'franchised' }] }],
  ['importRecords', { request: 'd', part: 'stores', records: [{ storeId: 'S1', name: 'Eins' }] }],
  ['removeRecords', { request: 'e', part: 'stores', records: [id] }],
  ['generatePlan', { section: 'expansion' }],
];

const readOnly =
  'Nothing was written: you may view this spreadsheet, or comment on it, but not edit it. Its owner can allow that.';

/** A workbook, and the add-on as someone has it who may write less in it. */
function barred(access: Access, prepare?: (workbook: Workbook) => void): { addon: Addon; workbook: Workbook } {
  const { workbook } = openedDesk(planned.file);
  prepare?.(workbook);
  return { workbook, addon: userOf(workbook, 'guest@example.com', { access }) };
}

/** All that stands in the workbook's tabs, the log among them. */
const standing = (workbook: Workbook): string =>
  JSON.stringify(workbook.model.getters.getSheetIds().map((sheet) => sheetTab(workbook, sheet).values));

describe('who may only view the file or comment on it', () => {
  test.each(requests)('%s says so, and nothing is written', (name, request) => {
    const { addon, workbook } = barred('none');
    const before = standing(workbook);
    expect(addon.run(name, request)).toMatchObject({ status: 'invalid', message: readOnly });
    expect(standing(workbook)).toBe(before);
  });

  test('signing says so, and nothing is signed', () => {
    const { addon, workbook } = barred('none');
    const before = standing(workbook);
    const { planned } = answers.readSigning().parse(addon.run('readSigning'));
    const request = { request: 'f', planned, reason: 'now' };
    expect(addon.run('signPlan', request)).toMatchObject({ status: 'invalid', message: readOnly });
    expect(standing(workbook)).toBe(before);
  });

  test('so does what needs a plan that is signed, followed or damaged', () => {
    const { addon: owner, workbook } = inApril();
    const { planned: total } = answers.readSigning().parse(owner.run('readSigning'));
    expect(owner.run('signPlan', { request: 's', planned: total, reason: 'now' })).toMatchObject({ status: 'done' });
    const [first] = listing(owner, 'stores');
    const note = { record: first?.id, field: 'keyActions', from: null, to: 'more' };
    wrote(owner, 'saveRecord', { request: 'n', part: 'stores', changes: [note] });
    const log = answers.readLog().parse(owner.run('readLog', { skip: 0 }));
    const logged = log.status === 'done' ? log.lines.find(({ request }) => request.startsWith('n:'))?.request : '';
    owner.use(({ SpreadsheetApp }) => {
      const { name, columns, rows } = tabIn(workbook, 'stores');
      const [row, column] = [rows.get(first?.id ?? '') ?? 0, columns.get('floorTarget') ?? 0];
      SpreadsheetApp.getActive()
        .getSheetByName(name)
        ?.getRange(row + 1, column + 1)
        .setValue(1);
    });
    // Whoever made the changes may only look by now.
    const guest = userOf(workbook, 'planner@example.com', { access: 'none' });
    const before = standing(workbook);
    const later: readonly (readonly [name: string, request: object])[] = [
      ['closeMonth', { request: '1', part: 'closings', record: 'm1' }],
      ['reopenPlan', { request: '2', reason: 'wrong' }],
      ['undoLogged', { request: '3', part: 'stores', logged, record: first?.id }],
      ['undoRequest', { request: '4', logged }],
      ['mendFindings', { tab: 'stores', kind: 'formula' }],
      ['listFile', { request: '5', region: 'N', planYear: 2028, language: 'en', url: 'https://docs.google.com/x' }],
    ];
    for (const [name, request] of later) {
      const answer = { name, answer: guest.run(name, request) };
      expect(answer).toMatchObject({ name, answer: { status: 'invalid', message: expect.stringContaining(readOnly) } });
    }
    expect(standing(workbook)).toBe(before);
  });

  test.each(['openPlan', 'openPart', 'readLog', 'listFindings'])('%s reads as ever', (name) => {
    const request = { openPart: { part: 'stores' }, readLog: { skip: 0 }, listFindings: null, openPlan: null }[name];
    expect(barred('none').addon.run(name, request)).not.toMatchObject({ status: 'invalid' });
  });

  test.each([
    ['switchLanguage', ['YES']],
    ['copyValuesOnly', []],
    ['signWorkbook', ['because']],
    ['generate_expansion', []],
  ] as const)('the menu’s %s says so too', (name, answers) => {
    const { addon, workbook } = barred('none');
    const before = standing(workbook);
    addon.answer(...answers.map((text) => (/^(YES|OK)$/.test(text) ? { button: text } : { text })));
    addon.command(name);
    const told = addon.seen.flatMap((seen) => ('prompt' in seen ? [seen.prompt] : []));
    if (name !== 'copyValuesOnly' || told.length > 0) expect(told.at(-1)).toBe(readOnly);
    expect(standing(workbook)).toBe(before);
  });
});

/** The owner has locked a tab, or the cells of a column in it. */
const locks: readonly (readonly [what: string, lock: (workbook: Workbook) => void])[] = [
  [
    'a tab',
    (workbook) =>
      userOf(workbook, 'owner@example.com').use(({ SpreadsheetApp }) => {
        const sheet = SpreadsheetApp.getActive().getSheetByName('Store targets');
        sheet?.getProtections(SpreadsheetApp.ProtectionType.SHEET).map((protection) => protection.remove());
        sheet?.protect().setWarningOnly(false);
      }),
  ],
  [
    'a range',
    (workbook) =>
      userOf(workbook, 'owner@example.com').use(({ SpreadsheetApp }) => {
        SpreadsheetApp.getActive().getSheetByName('Store targets')?.getRange('A1:Z25').protect();
      }),
  ],
];

test('a tab that someone has locked stays so when the plan is signed', () => {
  const { workbook } = openedDesk(planned.file);
  const [[, lock] = []] = locks;
  lock?.(workbook);
  const owner = userOf(workbook, 'owner@example.com');
  const { planned: total } = answers.readSigning().parse(owner.run('readSigning'));
  expect(owner.run('signPlan', { request: 'g', planned: total, reason: 'now' })).toMatchObject({ status: 'done' });
  const kept = (name: string) =>
    owner.use(({ SpreadsheetApp }) =>
      SpreadsheetApp.getActive()
        .getSheetByName(name)
        ?.getProtections(SpreadsheetApp.ProtectionType.SHEET)
        .map((protection) => protection.isWarningOnly()),
    );
  expect([kept('Store targets'), kept('Settings')]).toEqual([[false], [true]]);
});

describe.each(locks)('where someone has locked %s', (_, lock) => {
  const named =
    'Google did not let this be written: something in “Store targets” is protected, and you may not change it. The spreadsheet’s owner, or whoever protected it, can allow it under Data ▸ Protect sheets and ranges.';

  test.each(requests.slice(0, 5))(
    '%s names the tab; nothing of it remains, and nothing is left pending',
    (name, request) => {
      const { addon, workbook } = barred('unprotected', lock);
      const before = tabIn(workbook, 'stores').values;
      const settings = tabIn(workbook, 'settings').values;
      expect(addon.run(name, request)).toMatchObject({ status: 'invalid', message: named });
      expect(tabIn(workbook, 'stores').values).toEqual(before);
      expect(tabIn(workbook, 'settings').values).toEqual(settings);
      const log = tabIn(workbook, 'log');
      const state = log.columns.get('state') ?? -1;
      expect(log.values.map((line) => line[state]).filter((one) => one === 'pending')).toEqual([]);
    },
  );

  test('a switch of language names it too, and is finished by the next who may write', () => {
    const { addon, workbook } = barred('unprotected', lock);
    addon.answer({ button: 'YES' });
    addon.command('switchLanguage');
    const told = addon.seen.flatMap((seen) => ('prompt' in seen ? [seen.prompt] : []));
    expect(told.at(-1)).toBe(named);
    const owner = userOf(workbook, 'owner@example.com');
    expect(asked(owner, 'saveRecord', { request: 'own', ...change('stores') }).status).toBe('done');
    expect(['stores', 'settings', 'baseline'].map((tab) => tabIn(workbook, tab).name)).toEqual([
      '门店目标',
      '设置',
      '业绩基数',
    ]);
    expect(owner.run('listFindings', null)).toMatchObject({ status: 'done', found: [] });
  });

  test('other tabs are written, and the owner writes this one', () => {
    const { addon, workbook } = barred('unprotected', lock);
    expect(asked(addon, 'saveRecord', { request: 'other', ...change('settings') }).status).toBe('done');
    const owner = userOf(workbook, 'owner@example.com');
    expect(asked(owner, 'saveRecord', { request: 'own', ...change('stores') }).status).toBe('done');
  });
});
