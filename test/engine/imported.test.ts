import { answers } from '../../sidebar/answers';
import type { Language } from '../../src/model/language';
import { movedFormula } from '../../src/workbook/formula';
import { listsOf, tabPlan } from '../../src/workbook/layout';
import { requestIn } from '../sheets/desk';
import { visitsDesk } from '../visits/desk';
import { visitsSection } from '../visits/section';
import { sections } from '../visits/sections';
import { type Desk, savedFile } from './addon';
import { asked, listing, wrote } from './answer';
import { tabIn, type Value, valueIn } from './book';
import { checked } from './checked';

const where = { visitor: 'Li Na', store: 'S1' };
const visits = [
  { ...where, month: '2027-03', planned: 4, done: 1 },
  { ...where, month: '2027-04', planned: 2 },
];

interface Made extends Desk {
  readonly ids: readonly string[];
}

/** Two visits from a file: one made, of the other nothing is known. */
function made(language: Language = 'en'): Made {
  const desk = visitsDesk(language);
  const store = { storeId: 'S1', name: 'North', ownership: 'franchised' };
  wrote(desk.addon, 'addRecords', { request: 'store', part: 'stores', records: [store] });
  return { ...desk, ids: wrote(desk.addon, 'importRecords', { request: 'file', part: 'visits', records: visits }) };
}

/** What stands in the visits' cells, and in their copies. */
const held = ({ workbook, ids }: Made): readonly (readonly unknown[])[] => {
  const tab = tabIn(workbook, 'visits');
  return ids.map((id) => [valueIn(tab, id, 'done'), valueIn(tab, id, 'doneAs')]);
};

const cellOf = ({ workbook, ids }: Made, visit: number, column = 'done'): string => {
  const { rows, columns } = tabIn(workbook, 'visits');
  return `${String.fromCharCode(65 + (columns.get(column) ?? -1))}${(rows.get(ids[visit] ?? '') ?? -1) + 1}`;
};

/** Types into a cell of the grid, as people do in spite of the warning. */
function typed(desk: Made, visit: number, text: string): void {
  desk.addon.type(tabIn(desk.workbook, 'visits').name, cellOf(desk, visit), text);
}

const save = ({ addon, ids }: Made, from: Value | null, to: Value | null, reason?: string) =>
  asked(addon, 'saveRecord', {
    request: `${from} to ${to}`,
    part: 'visits',
    changes: [{ record: ids[0], field: 'done', from, to }],
    ...(reason === undefined ? {} : { reason }),
  });

/** The log's rows of a request: field, from, to and how it ended. */
function logged({ workbook }: Desk, request: string): readonly (readonly Value[])[] {
  const { values, columns } = tabIn(workbook, 'log');
  const at = (line: readonly Value[], column: string): Value => line[columns.get(column) ?? -1] ?? '';
  return values
    .filter((line) => requestIn(String(at(line, 'request'))) === request)
    .map((line) => ['field', 'from', 'to', 'state'].map((column) => at(line, column)));
}

test('an import writes each figure twice: where it is seen, and hidden beside it', () => {
  const desk = made();
  expect(held(desk)).toEqual([
    [1, 1],
    ['', ''],
  ]);
  expect(checked(desk.addon)).toEqual([]);
  const shown = desk.addon.use(({ SpreadsheetApp }) => {
    const sheet = SpreadsheetApp.getActive().getSheetByName('Store visits');
    const open = sheet?.getProtections(SpreadsheetApp.ProtectionType.SHEET)[0]?.getUnprotectedRanges() ?? [];
    const isOpen = (column: string): boolean => {
      const at = (tabIn(desk.workbook, 'visits').columns.get(column) ?? -1) + 1;
      return open.some((range) => range.getColumn() <= at && range.getLastColumn() >= at);
    };
    const copy = (tabIn(desk.workbook, 'visits').columns.get('doneAs') ?? -1) + 1;
    return { planned: isOpen('planned'), done: isOpen('done'), hidden: sheet?.isColumnHiddenByUser(copy) };
  });
  expect(shown).toEqual({ planned: true, done: false, hidden: true });
});

const words = {
  en: {
    reasonless: 'This figure comes from imports; say why it is changed by hand.',
    over: (cell: string) => `Store visits ${cell}: Typed over by hand; “1” was imported.`,
    alone: (cell: string) => `Store visits ${cell}: Typed by hand; nothing was imported here.`,
    mark: 'Done ↓',
  },
  zh: {
    reasonless: '此数由导入写入，手工修改请注明原因。',
    over: (cell: string) => `巡店计划 ${cell}: 已被手工改写，导入值为“1”。`,
    alone: (cell: string) => `巡店计划 ${cell}: 手工填写，并非导入。`,
    mark: '完成次数 ↓',
  },
};

describe.each<Language>(['en', 'zh'])('in %s', (language) => {
  const desk = made(language);
  const said = words[language];

  test('its header is marked', () => {
    expect(tabIn(desk.workbook, 'visits').values.flat()).toContain(said.mark);
  });

  test.each([undefined, '', '  '])('a save that gives as its reason %j is refused', (reason) => {
    expect(save(desk, 1, 3, reason)).toMatchObject({
      status: 'invalid',
      faults: [{ record: desk.ids[0], field: 'done', message: said.reasonless }],
    });
    expect(held(desk)[0]).toEqual([1, 1]);
  });

  test('so is a new record that brings such a figure, and not one without', () => {
    const add = (request: string, more: object, reason = {}) =>
      asked(desk.addon, 'addRecords', { request, part: 'visits', records: [{ ...where, ...more }], ...reason });
    expect(add('with', { month: '2027-05', done: 2 })).toMatchObject({ faults: [{ message: said.reasonless }] });
    expect(add('without', { month: '2027-05' }).status).toBe('done');
    expect(add('why', { month: '2027-06', done: 2 }, { reason: 'late slip' }).status).toBe('done');
  });

  test('what is typed in the grid is found by cell, and left alone by a repair', () => {
    typed(desk, 0, '9');
    // Nothing known and nothing sold are two things.
    typed(desk, 1, '0');
    const lines = [said.over(cellOf(desk, 0)), said.alone(cellOf(desk, 1))];
    expect(checked(desk.addon).slice(0, 2)).toEqual(lines);
    desk.addon.command('repairWorkbook');
    expect(held(desk)).toEqual([
      [9, 1],
      [0, ''],
    ]);
    expect(checked(desk.addon).slice(0, 2)).toEqual(lines);
  });
});

test('it looks different wherever it is not what was imported', () => {
  const [tab] = visitsSection.tabs;
  if (!tab) throw new Error('the section has no tab');
  const { highlights } = tabPlan(visitsSection, tab, 'en', listsOf(sections));
  expect(highlights.filter(({ look }) => look === 'typedOver')).toEqual([
    { columns: ['done'], formula: 'OR({done}<>{doneAs},ISBLANK({done})<>ISBLANK({doneAs}))', look: 'typedOver' },
  ]);
  const desk = made();
  const rule = desk.addon.use(({ SpreadsheetApp }) => {
    const rules = SpreadsheetApp.getActive().getSheetByName('Store visits')?.getConditionalFormatRules() ?? [];
    const formulas = rules.map((one) => String(one.getBooleanCondition()?.getCriteriaValues()[0]));
    return formulas.find((formula) => formula.includes('ISBLANK')) ?? '';
  });
  // The rule is written for the row of heads, below which the first visit stands.
  const heads = (tabIn(desk.workbook, 'visits').rows.get('#labels') ?? 0) + 1;
  const shows = (text: string): string => {
    typed(desk, 0, text);
    return desk.addon.use(({ SpreadsheetApp }) => {
      const sheet = SpreadsheetApp.getActive().getSheetByName('Store visits');
      const cell = sheet?.getRange(1, sheet.getMaxColumns());
      cell?.setFormula(movedFormula(rule, heads, heads + 1));
      const value = String(cell?.getValue()).toLowerCase();
      cell?.clearContent();
      return value;
    });
  };
  expect(['1', '2', '', '1'].map(shows)).toEqual(['false', 'true', 'true', 'false']);
});

test('with a reason it is written, both times; the log has the reason in a row of its own', () => {
  const desk = made();
  expect(save(desk, 1, 3, ' counted twice ').status).toBe('done');
  expect(held(desk)[0]).toEqual([3, 3]);
  expect(logged(desk, '1 to 3')).toEqual([
    ['#reason', 'null', '"counted twice"', 'done'],
    ['done', '1', '3', 'done'],
  ]);
  // Asked again it gets its first answer.
  expect(save(desk, 1, 3, 'counted twice')).toEqual({ status: 'done', records: [desk.ids[0]] });
});

test.each<[string, (desk: Made) => { readonly status: string }]>([
  ['a save with a reason', (desk) => save(desk, 9, 7, 'checked on site')],
  [
    'an import of another figure',
    ({ addon }) =>
      asked(addon, 'importRecords', {
        request: 'b',
        part: 'visits',
        records: [{ ...where, month: '2027-03', done: 7 }],
      }),
  ],
  [
    'an import of the same figure',
    ({ addon }) =>
      asked(addon, 'importRecords', {
        request: 'b',
        part: 'visits',
        records: [{ ...where, month: '2027-03', done: 9 }],
      }),
  ],
])('what was typed over is settled by %s', (_, settle) => {
  const desk = made();
  typed(desk, 0, '9');
  expect(settle(desk).status).toBe('done');
  const [[figure, copy] = []] = held(desk);
  expect(copy).toBe(figure);
  expect(checked(desk.addon)).toEqual([]);
});

test('an import is taken back whole though a figure in it only confirms what was typed, which stays; alone nothing is', () => {
  const desk = made();
  const { addon } = desk;
  const bring = (request: string, done: readonly number[]): void => {
    const records = done.map((figure, visit) => ({ ...visits[visit], done: figure }));
    wrote(addon, 'importRecords', { request, part: 'visits', records });
  };
  const back = (request: string) => {
    const log = answers.readLog().parse(addon.run('readLog', { skip: 0 }));
    const line = log.status === 'done' ? log.lines.find((one) => requestIn(one.request) === request) : undefined;
    return asked(addon, 'undoRequest', { request: `${request} back`, logged: line?.request ?? '' }).status;
  };
  typed(desk, 0, '3');
  bring('both', [3, 2]);
  expect(logged(desk, 'both').length).toBe(2);
  expect(back('both')).toBe('done');
  expect(held(desk).map(([seen]) => seen)).toEqual([3, '']);
  typed(desk, 0, '4');
  bring('confirmed', [4]);
  expect(back('confirmed')).toBe('invalid');
});

test('what was removed comes back with its figure', () => {
  const desk = made();
  const [first = ''] = desk.ids;
  wrote(desk.addon, 'removeRecords', { request: 'out', part: 'visits', records: [first] });
  const back = { id: first, values: { ...where, month: '2027-03', planned: 4, done: 1 } };
  wrote(desk.addon, 'restoreRecords', { request: 'back', part: 'visits', records: [back] });
  expect(held(desk)[0]).toEqual([1, 1]);
  expect(checked(desk.addon)).toEqual([]);
});

test('a form shows it and sends nothing of it', () => {
  const desk = made();
  expect(listing(desk.addon, 'visits').map(({ values }) => [values.done, 'doneAs' in values])).toEqual([
    [1, false],
    [null, false],
  ]);
});

test('wherever a save with a reason breaks off, the next writer ends it: figure, copy and log agree', () => {
  const file = savedFile(made().workbook);
  const desk = (): Made => {
    const opened = visitsDesk('en', file);
    const ids = [...tabIn(opened.workbook, 'visits').rows.keys()].filter((id) => !id.startsWith('#'));
    return { ...opened, ids };
  };
  const whole = desk();
  // Figure and copy do not go in one call where another figure stands beside.
  const send = ({ addon, ids }: Made): void => {
    const change = (field: string, from: number, to: number) => ({ record: ids[0], field, from, to });
    const changes = [change('planned', 4, 6), change('done', 1, 3)];
    asked(addon, 'saveRecord', { request: 'broken', part: 'visits', changes, reason: 'counted twice' });
  };
  whole.addon.calls.reset();
  send(whole);
  const calls = whole.addon.calls.total;
  const ends = new Set<string>();
  for (let position = 1; position <= calls; position += 1) {
    const broken = desk();
    broken.addon.calls.reset();
    broken.addon.hook((name, index) => {
      if (index >= position) throw new Error(`${name} came too late`);
    });
    try {
      send(broken);
    } catch {
      // Its time was up.
    }
    broken.addon.hook(() => undefined);
    const change = { record: broken.ids[1], field: 'planned', from: 2, to: 5 };
    wrote(broken.addon, 'saveRecord', { request: 'next', part: 'visits', changes: [change] });
    const [[figure, copy] = []] = held(broken);
    const states = logged(broken, 'broken').map(([, , , state]) => state);
    expect([position, copy]).toEqual([position, figure]);
    expect([1, 3]).toContain(figure);
    expect(new Set(states).size).toBeLessThanOrEqual(1);
    expect(states).not.toContain('pending');
    if (states[0] === 'done') expect(figure).toBe(3);
    ends.add(`${figure} ${states[0]}`);
  }
  expect([...ends].sort()).toEqual(['1 undefined', '3 done']);
});
