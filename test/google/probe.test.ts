import { type Addon, createWorkbook } from '../../host/index';
import { answers, opened, probe, shown } from './load';
import { rooms } from './rooms';

const cases = rooms.flatMap(({ name, cases: all }) => all.map((one) => ({ room: name, ...one })));

/** A clock that goes on by so many milliseconds each time the script looks at it, as on a slow day at Google. */
const ticking = (step: number): string =>
  `{ const start = Date.now(); let looked = 0; Date.now = () => start + ${step} * looked++; }`;

const withClock = (files: ReadonlyMap<string, string>, step: number): ReadonlyMap<string, string> =>
  new Map([...files, ['Code.js', `${ticking(step)}\n${files.get('Code.js')}`]]);

/** The texts of the report's tab, row by row, without its head. */
const report = (addon: Addon, tab: string): readonly (readonly string[])[] =>
  addon.use(({ SpreadsheetApp }) => {
    const sheet = SpreadsheetApp.getActive().getSheetByName(tab);
    const rows = sheet?.getDataRange().getValues() ?? [];
    return rows.slice(1).map((row) => row.map(String));
  });

const tabsOf = (addon: Addon): readonly string[] =>
  addon.use(({ SpreadsheetApp }) =>
    SpreadsheetApp.getActive()
      .getSheets()
      .map((sheet) => sheet.getName()),
  );

const alerts = (addon: Addon): readonly string[] =>
  addon.seen.flatMap((seen) => (seen.kind === 'alert' ? [seen.prompt] : []));

/** Four minutes a block, one look at the clock a case and one before. */
const step = 1500;
const perBlock = (4 * 60_000) / step - 1;

/** The case within which the first run is ended: one that is beyond the host anyhow, in the first block. */
const cut = cases.findIndex(({ host }) => host);

/** Ends the script within a case: from some call on Google does nothing more of it. */
function endWithin(addon: Addon, index: number): void {
  let begun = -1;
  let isOver = false;
  addon.hook((name) => {
    // Before each case is noted down that it begins.
    if (name === 'Properties.setProperty') begun += 1;
    else if (begun === index) isOver = true;
    if (isOver) throw new Error('Exceeded maximum execution time');
  });
}

/** One run by a Chinese user in a small German workbook, ended within a case, then taken up block by block. */
const done: number[] = [];
let files: ReadonlyMap<string, string>;
let addon: Addon;
let firstEnd: unknown;

beforeAll(async () => {
  files = await probe();
  addon = opened(withClock(files, step), {
    answers,
    user: { email: 'planner@example.com', locale: 'zh_CN' },
    workbook: createWorkbook({ locale: 'de_DE', timeZone: 'Europe/Berlin', rows: 9, columns: 9 }),
  });
  endWithin(addon, cut);
  try {
    addon.choose('运行检验');
  } catch (error) {
    firstEnd = error;
  }
  addon.hook();
  // The page that the first run has opened in the sidebar.
  const [page] = addon.seen.filter(({ kind }) => kind === 'sidebar');
  await shown(addon, page && 'html' in page ? page.html : '');
  for (let block = 0; block < 20 && !alerts(addon).some((text) => text.startsWith('全部完成')); block += 1) {
    addon.choose('运行检验');
    done.push(report(addon, '检验').filter(([, name, , , verdict]) => name !== '' && verdict !== '').length);
  }
});

/** The line of a case in the report. */
const lineOf = (room: string, name: string) => {
  const [, , , got, verdict] = report(addon, '检验').find((line) => line[0] === room && line[1] === name) ?? [];
  return { got, verdict };
};

describe.each(rooms)('$name: the host does as Google is said to do', ({ name: room, cases: all }) => {
  let lines: ReadonlyMap<string, readonly string[]>;
  beforeAll(() => {
    lines = new Map(report(addon, '检验').flatMap((line) => (line[0] === room ? [[line[1] ?? '', line]] : [])));
  });

  const within = all.filter((one) => !one.host);
  if (within.length > 0)
    test.each(within)('$name', ({ name, expected }) => {
      const [, , , got, verdict] = lines.get(name) ?? [];
      expect({ verdict, got }).toEqual({ verdict: '一致', got: verdict === '一致' ? got : JSON.stringify(expected) });
    });

  const beyond = all.filter((one) => one.host);
  if (beyond.length > 0)
    test.each(beyond)('$name (beyond the host: $host.cannot)', ({ name }) => {
      // The day the host can do it, the mark goes.
      expect(lines.get(name)?.[4]).toMatch(/^(?:不一致|无法判断)$/);
    });
});

test('the report lists all cases, in their order', () => {
  const listed = report(addon, '检验').slice(0, cases.length);
  expect(listed.map(([room, name]) => `${room} ${name}`)).toEqual(cases.map(({ room, name }) => `${room} ${name}`));
});

test('it stops before Google’s six minutes, and goes on where it stopped each time it is chosen', () => {
  const expected: number[] = [];
  for (let count = cut + 1 + perBlock; count < cases.length; count += perBlock) expected.push(count);
  // With the last cell's text one more line is filled, in columns that a verdict has none of.
  expect(done).toEqual([...expected, cases.length]);
  expect(cut).toBeLessThan(perBlock);
  expect(done.length).toBeGreaterThan(1);
  const first = expected[0] ?? 0;
  expect(alerts(addon)).toContain(`共 ${cases.length} 项，已完成 ${first} 项。请再选一次“运行检验”，从这里继续。`);
});

test('a case within which the script was ended cannot be told', () => {
  expect(firstEnd).toMatchObject({ message: 'Exceeded maximum execution time' });
  const { room = '', name = '' } = cases[cut] ?? {};
  expect(lineOf(room, name)).toEqual({ got: '"运行在这一项中断"', verdict: '无法判断' });
});

test('below the cases stands what is not the same, to be copied; it fits into a cell', () => {
  const beyond = cases.filter(({ host }) => host);
  const [text = ''] = report(addon, '检验').slice(-1)[0] ?? [];
  expect(text).toContain('Region Targets probe');
  for (const { name } of beyond) expect(text).toContain(name);
  expect(text.split('\n\n')).toHaveLength(beyond.length + 1);
  expect(text.length).toBeLessThan(50_000);
  expect(alerts(addon).slice(-1)[0]).toContain(`一致 ${cases.length - beyond.length} 项`);
});

test('nothing is left behind but the report, and the spreadsheet has its locale and its time zone again', () => {
  expect(tabsOf(addon)).toEqual(['Sheet1', '检验']);
  expect(addon.workbook.settings).toMatchObject({ locale: 'de_DE', timeZone: 'Europe/Berlin' });
});

test('in English, it says how far it has come', () => {
  const english = opened(withClock(files, 100_000), { answers });
  english.choose('Run the probe');
  expect(alerts(english).slice(-1)).toEqual([
    `2 of ${cases.length} cases are done. Choose “Run the probe” again to go on.`,
  ]);
  expect(report(english, 'Probe').map((line) => line[4])).toEqual(['same', 'same']);
});

test('a spreadsheet that is not empty is left as it is', () => {
  const taken = opened(files, { workbook: createWorkbook({ locale: 'fr_FR' }) });
  taken.type('Sheet1', 'B7', 'ours');
  taken.choose('Run the probe');
  expect(alerts(taken)).toEqual([expect.stringContaining('This spreadsheet is not empty')]);
  expect(tabsOf(taken)).toEqual(['Sheet1']);
  expect(taken.workbook.settings.locale).toBe('fr_FR');
});

test('whoever has not tried the trigger is asked to', () => {
  const untried = opened(files, { answers: [{ button: 'CANCEL' }] });
  untried.use(({ PropertiesService }) => PropertiesService.getDocumentProperties().deleteAllProperties());
  untried.choose('Run the probe');
  expect(alerts(untried)).toEqual([expect.stringContaining('type the letter x into cell A1')]);
  expect(tabsOf(untried)).toEqual(['Sheet1']);
});
