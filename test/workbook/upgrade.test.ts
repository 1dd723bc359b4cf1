import type { Addon } from '../../host/addon';
import type { Workbook } from '../../host/workbook';
import type { Placement } from '../../src/workbook/place';
import { steps } from '../../src/workbook/upgrade';
import { placementNow } from '../../src/workbook/upgrade/rename';
import { retiredLines } from '../../src/workbook/upgrade/retire';
import type { Step } from '../../src/workbook/upgrade/step';
import { openPart, openPlan } from '../app/opened';
import { type Desk, openedDesk, plannedDesk, savedFile } from '../engine/addon';
import { asked, wrote } from '../engine/answer';
import { ourSheets, type Tab, tabIn, type Value, valueIn } from '../engine/book';
import { changedCode } from '../engine/changed';
import { checked } from '../engine/checked';

const placement = (shape: Placement['shape'], rows: readonly string[], columns: readonly string[]): Placement => ({
  title: '',
  shape,
  rows: new Map(rows.map((key, index) => [key, index + 1])),
  columns: new Map(columns.map((key, index) => [key, index + 1])),
  cells: new Map(),
});

describe('keys of earlier versions', () => {
  const made: readonly Step[] = [
    { renamed: [{ tab: 'shops', from: 'sales', to: 'turnover' }] },
    { renamed: [{ tab: 'shops', from: 'turnover', to: 'revenue' }], retired: [{ tab: 'shops', field: 'fax' }] },
  ];

  test.each([
    ['a column', 'table', ['sales', 'fax'], ['revenue', 'fax']],
    ['the columns of a field of several', 'fixed', ['sales.1', 'sales.2'], ['revenue.1', 'revenue.2']],
    ['one that a run has come to before it was cut off', 'table', ['revenue', 'sales'], ['revenue']],
    ['one that another tab has', 'table', ['turn', 'resales'], ['turn', 'resales']],
  ] as const)('%s bears its present name', (_, shape, before, after) => {
    const rows = ['#fields', 'sales'];
    const now = placementNow(made, 'shops', placement(shape, rows, before));
    expect([...now.columns.keys()]).toEqual(after);
    // A record of people's own is never taken for a field.
    expect([...now.rows.keys()]).toEqual(rows);
    expect(placementNow(made, 'others', placement(shape, rows, before)).columns.has(before[0])).toBe(true);
  });

  test('in a record a field is a row', () => {
    const record = placement('record', ['sales', 'fax'], ['#id', 'value.1']);
    expect([...placementNow(made, 'shops', record).rows]).toEqual([
      ['revenue', 1],
      ['fax', 2],
    ]);
    expect(retiredLines(made, 'shops', record)).toEqual({ rows: [2], columns: [] });
    expect(retiredLines(made, 'shops', placement('table', ['fax'], ['#id', 'fax.1', 'fax.2']))).toEqual({
      rows: [],
      columns: [2, 3],
    });
    expect(retiredLines(made, 'others', record)).toEqual({ rows: [], columns: [] });
  });
});

const step = `import type { Step } from './step';
export const madeUp: Step = {
  renamed: [
    { tab: 'stores', from: 'agreedTarget', to: 'settledTarget' },
    { tab: 'settings', from: 'stretchFactor', to: 'topFactor' },
  ],
  retired: [{ tab: 'stores', field: 'city' }, { tab: 'settings', field: 'dataThrough' }],
  former: [
    { tab: 'stores', row: '#labels', column: 'name', contents: ['Store name', '店名'] },
    { tab: 'settings', row: 'floorFactor', column: 'value.1', contents: [{ formula: '90%' }] },
  ],
};
`;

/** A made-up next version: two fields renamed, two retired, one new, one named, a label and a default that are others. */
const next = changedCode((change, write) => {
  write('src/workbook/upgrade/madeUp.ts', step);
  change('src/workbook/upgrade/index.ts', /(steps: readonly Step\[\] = \[[^\]]*?),?\s*\]/, '$1, madeUp]');
  change(
    'src/workbook/upgrade/index.ts',
    'import type { Step }',
    "import { madeUp } from './madeUp';\nimport type { Step }",
  );
  for (const file of ['fields', 'text']) {
    change(`src/sections/stores/${file}.ts`, /\bagreedTarget\b/g, 'settledTarget');
    change(`src/sections/settings/${file}.ts`, /\bstretchFactor\b/g, 'topFactor');
  }
  change('src/sections/stores/fields.ts', /\bstretchFactor\b/g, 'topFactor');
  change('src/sections/stores/fields.ts', / {2}input\('city', 'text'.*\n/, '');
  change(
    'src/sections/stores/fields.ts',
    "  input('signedOn', 'date'),\n",
    "  input('signedOn', 'date'),\n  input('lease', 'text'),\n",
  );
  change('src/sections/stores/text.ts', "label: 'Store name'", "label: 'Shop name'");
  change('src/sections/settings/fields.ts', /\n {2}input\('dataThrough', .*/, '');
  change(
    'src/sections/settings/fields.ts',
    "preset('floorFactor', 'rate', '90%'",
    "preset('floorFactor', 'rate', '80%'",
  );
  change(
    'src/sections/settings/fields.ts',
    "input('preparedBy', 'text')",
    "input('preparedBy', 'text', { named: true })",
  );
});

const stores = [1, 2, 3].map((number) => ({
  storeId: `S${number}`,
  ownership: 'franchised',
  city: `City ${number}`,
  lastYearSales: number * 120_000,
  lastYearMonths: 12,
  monthsThisYear: 12,
  growth: 0,
  agreedTarget: number === 2 ? 250_000 : null,
}));

/** A workbook of the version that this source makes, with what is typed into the fields that change. */
function made(): string {
  const desk = plannedDesk({ sections: ['settings', 'stores'] });
  wrote(desk.addon, 'addRecords', { request: 'stores', part: 'stores', records: stores });
  const changes = [
    { field: 'stretchFactor', from: null, to: 1.25 },
    { field: 'dataThrough', from: null, to: '2026-12-31' },
    { field: 'preparedBy', from: null, to: 'Planning' },
  ].map((change) => ({ record: 'settings', ...change }));
  wrote(desk.addon, 'saveRecord', { request: 'settings', part: 'settings', changes });
  return savedFile(desk.workbook);
}

const file = made();
const later = (data = file): Desk => openedDesk(data, { code: next });

const upgrade = ({ addon }: Desk): unknown => addon.run('generatePlan', { section: '', upgrade: true });

function upgraded(): Desk {
  const desk = later();
  expect(upgrade(desk)).toMatchObject({ status: 'done', made: [] });
  return desk;
}

const ids = (tab: Tab): readonly string[] => [...tab.rows.keys()].filter((key) => key !== '' && !key.startsWith('#'));

function column(tab: Tab, key: string): readonly Value[] {
  return ids(tab).map((id) => valueIn(tab, id, key));
}

/** What the user was alerted to. */
const alerts = (addon: Addon): readonly string[] =>
  addon.seen.flatMap((shown) => (shown.kind === 'alert' ? [`${shown.title}: ${shown.prompt}`] : []));

const metadata = (workbook: Workbook): { readonly version?: number } =>
  JSON.parse(workbook.extras.kept.metadata.find(({ key }) => key === 'regionTargets')?.value ?? '{}');

/** Every tab's cells, formulas where they are, and which rows and columns are hidden. */
function whole(workbook: Workbook): unknown {
  const { getters } = workbook.model;
  return [...ourSheets(workbook)].map(([id, sheet]) => {
    const { values, formulas } = tabIn(workbook, id);
    const hidden = {
      rows: values.flatMap((_, row) => (getters.isRowHiddenByUser(sheet, row) ? [row] : [])),
      columns: (values[0] ?? []).flatMap((_, col) => (getters.isColHiddenByUser(sheet, col) ? [col] : [])),
    };
    return [id, hidden, values.map((line, row) => line.map((value, col) => formulas[row]?.[col] || value))];
  });
}

describe('a workbook of the version before', () => {
  test('says so when it is opened; its values are read, and nothing is written but the upgrade', () => {
    const desk = later();
    const before = savedFile(desk.workbook);
    expect(openPlan(desk.addon)).toMatchObject({ standing: 'earlier', present: expect.arrayContaining(['stores']) });
    expect(openPart(desk.addon, { part: 'stores' }).columns.settledTarget).toEqual([null, 250_000, null]);
    expect(openPart(desk.addon, { part: 'settings' }).columns.topFactor).toEqual([1.25]);
    const records = [{ storeId: 'S9', ownership: 'franchised' }];
    for (const endpoint of ['addRecords', 'importRecords']) {
      expect(asked(desk.addon, endpoint, { request: 'x', part: 'stores', records })).toMatchObject({
        status: 'invalid',
        message: expect.stringMatching(/earlier version .* Nothing was written/),
      });
    }
    expect(asked(desk.addon, 'generatePlan', { section: 'staff' })).toMatchObject({ status: 'invalid' });
    expect(savedFile(desk.workbook)).toBe(before);
  });

  test('is offered its upgrade by every command that would change it, and by the check; who says no changes nothing', () => {
    for (const command of ['checkWorkbook', 'repairWorkbook', 'switchLanguage', 'generate_staff']) {
      const desk = openedDesk(file, { code: next, answers: [{ button: 'NO' }] });
      const before = savedFile(desk.workbook);
      desk.addon.run(command);
      expect([command, alerts(desk.addon)]).toEqual([
        command,
        [expect.stringMatching(/^Upgrade the workbook: .*Upgrade it now\?/)],
      ]);
      expect(savedFile(desk.workbook)).toBe(before);
    }
  });

  test('typed values stand under the new keys, where they stood; formulas that cite them, ours and people’s, go on', () => {
    const before = openedDesk(file);
    const { addon, workbook } = before;
    const cited = tabIn(workbook, 'stores');
    addon.use(({ SpreadsheetApp }) => {
      const own = SpreadsheetApp.getActive().insertSheet('Mine');
      const [agreed] = own
        .getRange(1, (cited.columns.get('agreedTarget') ?? -1) + 1)
        .getA1Notation()
        .split('1');
      own.getRange('A1').setFormula(`=SUM('${cited.name}'!${agreed}4:${agreed})`);
      own.getRange('A2').setFormula('=settings_planYear');
    });
    const desk = later(savedFile(workbook));
    upgrade(desk);
    const tab = tabIn(desk.workbook, 'stores');
    expect(tab.columns.get('settledTarget')).toBe(cited.columns.get('agreedTarget'));
    expect(tab.columns.has('agreedTarget')).toBe(false);
    expect(column(tab, 'settledTarget')).toEqual(['', 250_000, '']);
    expect(column(tab, 'finalTarget')).toEqual([120_000, 250_000, 360_000]);
    expect(column(tab, 'stretchTarget')).toEqual([150_000, 312_500, 450_000]);
    const settings = tabIn(desk.workbook, 'settings');
    expect(valueIn(settings, 'topFactor', 'value.1')).toBe(1.25);
    expect(settings.rows.get('topFactor')).toBe(tabIn(workbook, 'settings').rows.get('stretchFactor'));
    const mine = (): readonly unknown[] =>
      desk.addon.use(({ SpreadsheetApp }) => {
        SpreadsheetApp.flush();
        return SpreadsheetApp.getActive().getSheetByName('Mine')?.getRange('A1:A2').getValues().flat() ?? [];
      });
    expect(mine()).toEqual([250_000, 2027]);
    const [, second = ''] = ids(tab);
    const change = { record: second, field: 'settledTarget', from: 250_000, to: 300_000 };
    wrote(desk.addon, 'saveRecord', { request: 'after', part: 'stores', changes: [change] });
    expect(mine()[0]).toBe(300_000);
    expect(column(tabIn(desk.workbook, 'stores'), 'finalTarget')).toEqual([120_000, 300_000, 360_000]);
  });

  test('what is retired is hidden and keeps its values; what is new is there', () => {
    const { workbook } = upgraded();
    const { getters } = workbook.model;
    const tab = tabIn(workbook, 'stores');
    const isHidden = (key: string): boolean => getters.isColHiddenByUser(tab.sheet, tab.columns.get(key) ?? -1);
    expect(column(tab, 'city')).toEqual(['City 1', 'City 2', 'City 3']);
    expect(['city', 'name', 'settledTarget', 'lease'].map(isHidden)).toEqual([true, false, false, false]);
    const settings = tabIn(workbook, 'settings');
    expect(valueIn(settings, 'dataThrough', 'value.1')).toBe(46_387);
    expect(getters.isRowHiddenByUser(settings.sheet, settings.rows.get('dataThrough') ?? -1)).toBe(true);
    expect(valueIn(settings, 'preparedBy', 'value.1')).toBe('Planning');
  });

  test('a label and a default that no one has touched follow the new version; what people made of them stays', () => {
    const { workbook } = upgraded();
    expect(valueIn(tabIn(workbook, 'stores'), '#labels', 'name')).toBe('Shop name');
    expect(valueIn(tabIn(workbook, 'settings'), 'floorFactor', 'value.1')).toBe(0.8);
    const worded = openedDesk(file);
    const tab = tabIn(worded.workbook, 'stores');
    const settings = tabIn(worded.workbook, 'settings');
    worded.addon.type(tab.name, 'C3', 'Outlet');
    worded.addon.use(({ SpreadsheetApp }) => {
      const [row = -1, column = -1] = [settings.rows.get('floorFactor'), settings.columns.get('value.1')];
      SpreadsheetApp.getActive()
        .getSheetByName(settings.name)
        ?.getRange(row + 1, column + 1)
        .setValue(0.95);
    });
    const desk = later(savedFile(worded.workbook));
    upgrade(desk);
    expect(valueIn(tabIn(desk.workbook, 'stores'), '#labels', 'name')).toBe('Outlet');
    expect(valueIn(tabIn(desk.workbook, 'settings'), 'floorFactor', 'value.1')).toBe(0.95);
  });

  test('a cell that has come to be cited by a name has it, and the registry says the version', () => {
    const { workbook, addon } = upgraded();
    const named = addon.use(({ SpreadsheetApp }) =>
      SpreadsheetApp.getActive().getRangeByName('settings_preparedBy')?.getValue(),
    );
    expect(named).toBe('Planning');
    expect(metadata(workbook).version).toBe(steps.length + 1);
  });

  test('once upgraded the check finds nothing, and nothing is done again', () => {
    const desk = openedDesk(savedFile(upgraded().workbook), { code: next, answers: [{ button: 'OK' }] });
    expect(checked(desk.addon)).toEqual([]);
    expect(openPlan(desk.addon).standing).toBe('current');
    expect(desk.addon.run('generatePlan', { section: '' })).toMatchObject({ made: [], changed: 0 });
  });

  test('what a save had left half written is ended by the upgrade, under the new keys', () => {
    const known = tabIn(openedDesk(file).workbook, 'stores');
    const [first = '', second = ''] = ids(known);
    const changes = [
      { record: first, field: 'agreedTarget', from: null, to: 111_000 },
      { record: second, field: 'agreedTarget', from: 250_000, to: 222_000 },
    ];
    /** A save that ends at a call, and whether the log says that it is under way. */
    const cutOff = (position: number): Desk | undefined => {
      const desk = openedDesk(file);
      desk.addon.hook((_, index) => {
        if (index >= position) throw new Error('cut off');
      });
      expect(() => desk.addon.run('saveRecord', { request: 'half', part: 'stores', changes })).toThrow('cut off');
      desk.addon.hook();
      return tabIn(desk.workbook, 'log').values.flat().includes('pending') ? desk : undefined;
    };
    let position = 3;
    let half = cutOff(position);
    for (; !half; position += 1) half = cutOff(position);
    const { addon, workbook } = half;
    const tab = tabIn(workbook, 'stores');
    // Half of it: one of the two cells is as it was.
    addon.use(({ SpreadsheetApp }) => {
      const [row = -1, column = -1] = [tab.rows.get(second), tab.columns.get('agreedTarget')];
      SpreadsheetApp.getActive()
        .getSheetByName(tab.name)
        ?.getRange(row + 1, column + 1)
        .setValue(250_000);
    });
    const desk = later(savedFile(workbook));
    upgrade(desk);
    expect(column(tabIn(desk.workbook, 'stores'), 'settledTarget')).toEqual([111_000, 222_000, '']);
    expect(tabIn(desk.workbook, 'log').values.flat()).not.toContain('pending');
  });

  test('an upgrade that is cut off anywhere is completed by the next, with the same end', () => {
    const complete = upgraded();
    const calls = complete.addon.calls.total;
    const end = whole(complete.workbook);
    for (let part = 1; part <= 12; part += 1) {
      const position = Math.floor((calls * part) / 13);
      const desk = later();
      desk.addon.hook((_, index) => {
        if (index >= position) throw new Error('cut off');
      });
      expect(() => upgrade(desk)).toThrow('cut off');
      desk.addon.hook();
      expect([position, openPlan(desk.addon).standing]).toEqual([position, 'earlier']);
      expect(openPart(desk.addon, { part: 'stores' }).columns.settledTarget).toEqual([null, 250_000, null]);
      upgrade(desk);
      expect([position, whole(desk.workbook)]).toEqual([position, end]);
    }
  });
});

describe('a workbook of a later version', () => {
  const ahead = savedFile(upgraded().workbook);
  const here = (locale: string): Desk =>
    openedDesk(ahead, { user: { email: 'planner@example.com', locale }, answers: [{ button: 'YES' }] });

  test.each([
    ['en', /later version .* Nothing was written\. Please update the add-on/],
    ['zh_CN', /更新版本生成.*没有写入。请更新插件/],
  ])('is read, and every request to write is refused in words (%s)', (language, words) => {
    const desk = here(language);
    const before = savedFile(desk.workbook);
    expect(openPlan(desk.addon)).toMatchObject({ standing: 'later', present: expect.arrayContaining(['stores']) });
    const read = openPart(desk.addon, { part: 'stores' });
    expect(read.columns.storeId).toEqual(['S1', 'S2', 'S3']);
    const [record = ''] = read.ids;
    const requests: readonly (readonly [string, object])[] = [
      ['saveRecord', { part: 'stores', changes: [{ record, field: 'name', from: null, to: 'New' }] }],
      ['addRecords', { part: 'stores', records: [{ storeId: 'S9', ownership: 'franchised' }] }],
      ['removeRecords', { part: 'stores', records: [record] }],
      ['restoreRecords', { part: 'stores', records: [{ id: 'back', values: { storeId: 'S8' } }] }],
      ['importRecords', { part: 'stores', records: [{ storeId: 'S1', lastYearSales: 1 }] }],
    ];
    for (const [endpoint, request] of requests) {
      expect([endpoint, asked(desk.addon, endpoint, { request: endpoint, ...request })]).toEqual([
        endpoint,
        { status: 'invalid', message: expect.stringMatching(words), faults: [] },
      ]);
    }
    expect(asked(desk.addon, 'generatePlan', { section: '', upgrade: true })).toMatchObject({
      status: 'invalid',
      message: expect.stringMatching(words),
    });
    expect(savedFile(desk.workbook)).toBe(before);
  });

  test.each(['generateWorkbook', 'generate_staff', 'checkWorkbook', 'repairWorkbook', 'switchLanguage'])(
    'the menu’s %s says so and changes nothing',
    (command) => {
      const desk = here('en');
      const before = savedFile(desk.workbook);
      desk.addon.run(command);
      expect(alerts(desk.addon)).toEqual([expect.stringMatching(/later version .* Please update the add-on/)]);
      expect(savedFile(desk.workbook)).toBe(before);
    },
  );

  test('a row typed in its grid stays as it was typed', () => {
    const desk = here('en');
    const tab = tabIn(desk.workbook, 'stores');
    desk.addon.type(tab.name, 'B9', 'S7');
    expect(tabIn(desk.workbook, 'stores').values[8]?.[0]).toBe('');
    expect(openPart(desk.addon, { part: 'stores' }).ids).toHaveLength(3);
  });
});
