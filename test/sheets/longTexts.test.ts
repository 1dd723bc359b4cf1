import { asked, wrote } from '../engine/answer';
import { logOf, recordIds, rowOf, type Shared, shared, sheetOf, tabIn, typedRecords, valueIn } from './desk';

/** As long as a text may be, of what makes it longer where it is noted, and of what must not be cut or read into anything. */
const longest = 20_000;
const filledWith = (part: string): string => part.repeat(Math.ceil(longest / part.length)).slice(0, longest);
const texts: Readonly<Record<string, string>> = {
  city: filledWith('"'),
  manager: filledWith("'=1+1 \n"),
  supervisor: `x${filledWith('😀').slice(0, longest - 2)}`,
  keyActions: filledWith('…\\'),
};

const store = { storeId: 'L1', ownership: 'franchised', name: 'Long', ...texts };
const add = { request: 'mine', part: 'stores', records: [store] };

/** What a cell of the log holds at most. */
const mostInLog = ({ workbook }: Shared): number =>
  tabIn(workbook, 'log')
    .values.flat()
    .reduce<number>((most, value) => Math.max(most, String(value).length), 0);

/** The records of that store id, with what stands in their long texts. */
function found({ workbook }: Shared): readonly object[] {
  const tab = tabIn(workbook, 'stores');
  return recordIds(tab)
    .filter((id) => valueIn(tab, id, 'storeId') === 'L1')
    .map((id) => Object.fromEntries(Object.keys(texts).map((field) => [field, valueIn(tab, id, field)])));
}

/** Of the calls that are alike one in six unless all are asked for. */
const each = process.env.ALL_POSITIONS === undefined ? 6 : 1;

/** Workbooks that a request left which was cut off at one of its calls: each state once, by the call. */
function leftBy(ready: () => Shared, send: (desk: Shared) => void): readonly number[] {
  const first = ready();
  first.addon.calls.reset();
  send(first);
  const left = new Map<string, number>();
  // Before its first write it leaves nothing.
  const begun = first.addon.calls.sequence.findIndex(({ kind }) => kind === 'write');
  for (let position = begun; position < first.addon.calls.total; position += each) {
    const desk = ready();
    expect(() => cutOff(desk, position, send)).toThrow('cut off');
    const key = JSON.stringify([typedRecords(desk.workbook), logOf(desk.workbook, 'mine')]);
    if (!left.has(key)) left.set(key, position);
  }
  return [...left.values()];
}

function cutOff(desk: Shared, position: number, send: (desk: Shared) => void): void {
  desk.addon.hook((_, index) => {
    if (index >= position) throw new Error('cut off');
  });
  try {
    send(desk);
  } finally {
    desk.addon.hook();
  }
}

const added = (): Shared => {
  const desk = shared();
  wrote(desk.addon, 'addRecords', { ...add, request: 'before' });
  return desk;
};
const removal = ({ workbook }: Shared) => {
  const tab = tabIn(workbook, 'stores');
  const records = recordIds(tab).filter((id) => valueIn(tab, id, 'storeId') === 'L1');
  return { request: 'mine', part: 'stores', records };
};

test('a record whose texts do not go into one cell of the log is added, removed and put back, each in pieces', () => {
  const desk = added();
  expect(found(desk)).toEqual([texts]);
  expect(logOf(desk.workbook, 'before').map(({ field }) => field)).toEqual(['*', '#more', '#more']);
  expect(mostInLog(desk)).toBeLessThan(50_000);
  const [id = ''] = removal(desk).records;
  wrote(desk.addon, 'removeRecords', removal(desk));
  expect(found(desk)).toEqual([]);
  expect(mostInLog(desk)).toBeLessThan(50_000);
  const back = { request: 'back', part: 'stores', records: [{ id, values: store }] };
  wrote(desk.addon, 'restoreRecords', back);
  expect(found(desk)).toEqual([texts]);
  expect(new Set(logOf(desk.workbook, 'mine').map(({ state }) => state))).toEqual(new Set(['done']));
});

test('a text typed in the grid, longer than forms take and longer still in the log, is changed and noted in pieces', () => {
  const desk = shared();
  const [id = ''] = desk.ids;
  const typed = '"'.repeat(49_000);
  const tab = tabIn(desk.workbook, 'stores');
  sheetOf(desk.other, desk.workbook, (sheet) => {
    sheet.getRange(rowOf(desk.workbook, id), (tab.columns.get('keyActions') ?? 0) + 1).setValue(typed);
  });
  const change = { record: id, field: 'keyActions', from: typed, to: 'Short' };
  wrote(desk.addon, 'saveRecord', { request: 'mine', part: 'stores', changes: [change] });
  expect(valueIn(tabIn(desk.workbook, 'stores'), id, 'keyActions')).toBe('Short');
  expect(logOf(desk.workbook, 'mine').map(({ field }) => field)).toEqual(['keyActions', '#more', '#more']);
  expect(mostInLog(desk)).toBeLessThan(50_000);
});

describe('an addition that was cut off', () => {
  const send = (desk: Shared): void => void wrote(desk.addon, 'addRecords', add);
  test.each(leftBy(shared, send))('after call %i: it is ended from the log, whole or not at all', (position) => {
    const desk = shared();
    expect(() => cutOff(desk, position, send)).toThrow('cut off');
    desk.other.run('generatePlan', { section: '' });
    expect([[], [texts]]).toContainEqual(found(desk));
    expect(logOf(desk.workbook, 'mine').map(({ state }) => state)).not.toContain('pending');
    expect(asked(desk.addon, 'addRecords', add).status).toBe('done');
    expect(found(desk)).toEqual([texts]);
  });
});

describe('a removal that was cut off', () => {
  const send = (desk: Shared): void => void wrote(desk.addon, 'removeRecords', removal(desk));
  test.each(leftBy(added, send))('after call %i: it is ended from the log, whole or not at all', (position) => {
    const desk = added();
    const request = removal(desk);
    expect(() => cutOff(desk, position, send)).toThrow('cut off');
    desk.other.run('generatePlan', { section: '' });
    expect([[], [texts]]).toContainEqual(found(desk));
    expect(logOf(desk.workbook, 'mine').map(({ state }) => state)).not.toContain('pending');
    expect(['done', 'gone']).toContain(asked(desk.addon, 'removeRecords', request).status);
    expect(found(desk)).toEqual([]);
  });
});
