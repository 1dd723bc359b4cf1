import { answers } from '../../sidebar/answers';
import { openedDesk, plannedDesk, savedFile, userOf } from '../engine/addon';
import { asked } from '../engine/answer';
import { tabIn, valueIn } from '../engine/book';
import { places } from '../places';
import { logOf } from './desk';

/** One request that changes three parts: a record, a fixed row and the row of a channel. */
const changed = {
  settings: { record: 'settings', field: 'companyTarget', from: null, to: 4_000_000 },
  baseline: { record: 'franchised', field: 'growth', from: null, to: 0.1 },
  expansion: { record: 'mall', field: 'targetOpenings', from: null, to: 12 },
};
const parts = Object.entries(changed).map(([part, change]) => ({ part, changes: [change] }));

const file = savedFile(plannedDesk({ sections: ['settings', 'baseline', 'stores', 'expansion'] }).workbook);
const { addon, workbook } = openedDesk(file);
const other = userOf(workbook, 'other@example.com');

const cells = { settings: 'value.1', baseline: 'growth', expansion: 'targetOpenings' } as const;
const held = () => [
  valueIn(tabIn(workbook, 'settings'), 'companyTarget', cells.settings),
  valueIn(tabIn(workbook, 'baseline'), 'franchised', cells.baseline),
  valueIn(tabIn(workbook, 'expansion'), 'mall', cells.expansion),
];
const [before, after] = [held(), [4_000_000, 0.1, 12]];
const send = (request: string) => asked(addon, 'saveParts', { request, parts });
const states = (request: string) => [...new Set(logOf(workbook, request).map(({ state }) => state))];

/** Takes a request back as a whole, by what the log knows it by. */
function takeBack(request: string): string {
  const answer = answers.readLog().parse(addon.run('readLog', { skip: 0 }));
  const lines = answer.status === 'done' ? answer.lines : [];
  const line = lines.find((one) => one.request.startsWith(`${request}:`) && one.state === 'done');
  expect(line?.together).toBe(3);
  return asked(addon, 'undoRequest', { request: `${request} back`, logged: line?.request ?? '' }).status;
}

/** The next writer: another user's save elsewhere. */
let turn = 0;
function nextWriter(): void {
  const change = {
    record: 'settings',
    field: 'region',
    from: turn === 0 ? '华东' : `East ${turn}`,
    to: `East ${++turn}`,
  };
  expect(asked(other, 'saveRecord', { request: `next ${turn}`, part: 'settings', changes: [change] }).status).toBe(
    'done',
  );
}

function countOf(): number {
  addon.calls.reset();
  expect(send('whole').status).toBe('done');
  const { total } = addon.calls;
  expect(held()).toEqual(after);
  expect(logOf(workbook, 'whole').map(({ record }) => record)).toEqual(['settings', 'franchised', 'mall']);
  expect(takeBack('whole')).toBe('done');
  expect(held()).toEqual(before);
  return total;
}
const count = countOf();

test('what it costs: reading, copying and writing of each part, and one log', () => {
  expect(count).toBeLessThanOrEqual(36);
});

test('what no longer stands in one part keeps all of them as they are', () => {
  const stale = { ...changed.expansion, from: 7 };
  const wrong = { request: 'stale', parts: [...parts.slice(0, 2), { part: 'expansion', changes: [stale] }] };
  expect(asked(addon, 'saveParts', wrong).status).toBe('conflict');
  const bad = { ...changed.baseline, to: 'much' };
  expect(
    asked(addon, 'saveParts', { request: 'bad', parts: [...parts.slice(0, 1), { part: 'baseline', changes: [bad] }] })
      .status,
  ).toBe('invalid');
  expect([held(), states('stale'), states('bad')]).toEqual([before, [], []]);
});

test.each(places(count, 'several parts'))(
  'cut off at call %i: the next writer ends all of it or none; sent again it is there, and is taken back as a whole',
  (position) => {
    const request = `cut ${position}`;
    addon.hook((name, index) => {
      if (index >= position) throw new Error(`${name} came too late`);
    });
    expect(() => send(request)).toThrow();
    addon.hook();
    nextWriter();
    const isThere = JSON.stringify(held()) === JSON.stringify(after);
    expect(held()).toEqual(isThere ? after : before);
    expect(isThere ? [['done']] : [[], ['undone']]).toContainEqual(states(request));
    expect(send(request).status).toBe('done');
    expect(held()).toEqual(after);
    expect(states(request)).not.toContain('pending');
    expect(takeBack(request)).toBe('done');
    expect(held()).toEqual(before);
  },
);

test('what the sheet refuses in one part, as a protected range does, is in none of them afterwards, and others go on', () => {
  addon.calls.reset();
  expect(send('counted').status).toBe('done');
  const writes = addon.calls.sequence.flatMap(({ name }, at) => (name === 'Range.setValues' ? [at] : []));
  expect(takeBack('counted')).toBe('done');
  // The log's own rows, then one write in each part.
  const [, first = 0, second = 0] = writes;
  for (const at of [first, second]) {
    const request = `refused ${at}`;
    addon.hook((_, index) => {
      if (index === at) throw new Error('You are trying to edit a protected cell or object.');
    });
    expect(send(request)).toMatchObject({ status: 'invalid', message: expect.stringContaining('is protected') });
    addon.hook();
    expect([held(), states(request)]).toEqual([before, ['undone']]);
  }
  nextWriter();
});

test('what someone has changed in one of its parts since keeps all of it, and it is said who', () => {
  expect(send('kept').status).toBe('done');
  const change = { ...changed.baseline, from: 0.1, to: 0.2 };
  expect(asked(other, 'saveRecord', { request: 'over', part: 'baseline', changes: [change] }).status).toBe('done');
  const answer = answers.readLog().parse(addon.run('readLog', { skip: 0 }));
  const lines = answer.status === 'done' ? answer.lines : [];
  const logged = lines.find((line) => line.request.startsWith('kept:'))?.request ?? '';
  expect(asked(addon, 'undoRequest', { request: 'kept back', logged })).toMatchObject({
    status: 'conflict',
    message: expect.stringContaining('other@example.com'),
  });
  expect(held()).toEqual([4_000_000, 0.2, 12]);
  expect(asked(other, 'undoRequest', { request: 'theirs', logged }).status).toBe('invalid');
});

describe.each(['settings', 'expansion'])('someone deletes the tab of one of the parts, %s', (deleted) => {
  const course = openedDesk(file);
  course.addon.calls.reset();
  asked(course.addon, 'saveParts', { request: 'course', parts });
  const count = course.addon.calls.sequence.length;

  test.each(places(count, `${deleted} of several deleted`, 6))(
    'at call %i: all of it is written, or nothing, and that is what is said',
    (position) => {
      const desk = openedDesk(file);
      const { name } = tabIn(desk.workbook, deleted);
      const hand = userOf(desk.workbook, 'other@example.com');
      desk.addon.hook((_name, index) => {
        if (index !== position) return;
        hand.use(({ SpreadsheetApp }) => {
          const active = SpreadsheetApp.getActive();
          const sheet = active.getSheetByName(name);
          if (sheet) active.deleteSheet(sheet);
        });
      });
      const { status } = asked(desk.addon, 'saveParts', { request: 'mine', parts });
      desk.addon.hook();
      // What is in the parts that are there; a tab that was made anew begins blank.
      const stands = [
        ...(deleted === 'settings' ? [] : [valueIn(tabIn(desk.workbook, 'settings'), 'companyTarget', cells.settings)]),
        valueIn(tabIn(desk.workbook, 'baseline'), 'franchised', cells.baseline),
      ];
      expect(stands).toEqual((status === 'done' ? after : before).slice(deleted === 'settings' ? 1 : 0, 2));
      expect(['done', 'invalid', 'gone']).toContain(status);
      expect(logOf(desk.workbook, 'mine').map(({ state }) => state)).not.toContain('pending');
    },
  );
});
