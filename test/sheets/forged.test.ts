import { plannedDesk } from '../engine/addon';
import { asked } from '../engine/answer';
import { formulaIn } from '../engine/book';
import { logOf, type Shared, shared, tabIn, typedRecords } from './desk';

/** A row as someone types it into the log: what it asks for, in another's name. */
const forged = (desk: Shared, field: string, from: string, to: string): readonly string[] => [
  'forged',
  '2026-11-01T08:00:00.000Z',
  'planner@example.com',
  'stores',
  desk.ids[1] ?? '',
  field,
  from,
  to,
  'pending',
];

function typeIntoLog({ other, workbook }: Shared, lines: readonly (readonly string[])[]): void {
  const { name } = tabIn(workbook, 'log');
  other.use(({ SpreadsheetApp }) => {
    const sheet = SpreadsheetApp.getActive().getSheetByName(name);
    sheet?.getRange((sheet.getLastRow() ?? 2) + 1, 2, lines.length, 9).setValues(lines.map((line) => [...line]));
  });
}

/** The next user's save, elsewhere. */
const next = ({ addon, ids }: Shared): unknown =>
  asked(addon, 'saveRecord', {
    request: 'next',
    part: 'stores',
    changes: [{ record: ids[0], field: 'manager', from: 'Manager 1', to: 'Next' }],
  }).status;

test.each<[string, string, (desk: Shared) => string, string]>([
  ['removes a store', '*', () => '{"storeId":"S2"}', 'null'],
  ['changes a value', 'name', () => '"Store 2"', '"Forged"'],
  ['writes over a formula', 'storeBaseline', () => 'null', '12345'],
  ['adds a store', '*', () => 'null', '{"storeId":"S9","ownership":"franchised"}'],
])('a row marked pending that someone typed into the log and that %s does nothing', (_, field, from, to) => {
  const desk = shared();
  const before = typedRecords(desk.workbook);
  const formula = formulaIn(tabIn(desk.workbook, 'stores'), desk.ids[1] ?? '', 'storeBaseline');
  typeIntoLog(desk, [forged(desk, field, from(desk), to)]);
  expect(next(desk)).toBe('done');
  desk.addon.run('generatePlan', { section: '' });
  const [first = ''] = desk.ids;
  expect(typedRecords(desk.workbook)).toEqual({ ...before, [first]: { ...before[first], manager: 'Next' } });
  expect(formulaIn(tabIn(desk.workbook, 'stores'), desk.ids[1] ?? '', 'storeBaseline')).toBe(formula);
  expect(logOf(desk.workbook, 'forged').map(({ state }) => state)).toEqual(['pending']);
});

const mine = ({ ids }: Shared) => ({
  request: 'mine',
  part: 'stores',
  changes: [
    { record: ids[1], field: 'city', from: 'City 2', to: 'Harbour' },
    { record: ids[4], field: 'name', from: 'Store 5', to: 'Renamed' },
  ],
});

/** A save that is cut off once its rows are in the log. */
function cutOff(desk: Shared): void {
  const position = desk.addon.calls.total;
  let logged = false;
  desk.addon.hook((name) => {
    if (logged) throw new Error('cut off');
    logged = desk.addon.calls.total > position + 3 && name === 'Range.setValues';
  });
  expect(() => asked(desk.addon, 'saveRecord', mine(desk))).toThrow('cut off');
  desk.addon.hook();
}

const notes = ({ workbook }: Shared): readonly string[] =>
  Object.keys(workbook.extras.kept.properties).filter((key) => key.startsWith('pending.'));

test('what the add-on noted itself is ended by the next writer, and forgotten', () => {
  const desk = shared();
  cutOff(desk);
  expect(logOf(desk.workbook, 'mine').map(({ state }) => state)).toEqual(['pending', 'pending']);
  expect(notes(desk)).toHaveLength(1);
  expect(next({ ...desk, addon: desk.other })).toBe('done');
  expect(typedRecords(desk.workbook)[desk.ids[4] ?? '']?.name).toBe('Renamed');
  expect(logOf(desk.workbook, 'mine').map(({ state }) => state)).toEqual(['done', 'done']);
  expect(notes(desk)).toEqual([]);
});

test('a row of it that someone has changed meanwhile makes all of it nobody’s', () => {
  const desk = shared();
  cutOff(desk);
  const log = tabIn(desk.workbook, 'log');
  const to = log.columns.get('to') ?? 0;
  const row = log.values.findIndex((line) => line[to] === '{"name":"Renamed"}');
  desk.other.use(({ SpreadsheetApp }) => {
    const sheet = SpreadsheetApp.getActive().getSheetByName(log.name);
    sheet?.getRange(row + 1, to + 1).setValue('{"name":"Forged"}');
  });
  expect(next({ ...desk, addon: desk.other })).toBe('done');
  expect(Object.values(typedRecords(desk.workbook)).map(({ name }) => name)).not.toContain('Forged');
  expect(logOf(desk.workbook, 'mine').map(({ state }) => state)).toEqual(['pending', 'pending']);
});

test('what was done and is marked pending again does nothing', () => {
  const desk = shared();
  expect(asked(desk.addon, 'saveRecord', mine(desk)).status).toBe('done');
  const back = { record: desk.ids[4], field: 'name', from: 'Renamed', to: 'Back' };
  expect(asked(desk.addon, 'saveRecord', { ...mine(desk), request: 'back', changes: [back] }).status).toBe('done');
  const log = tabIn(desk.workbook, 'log');
  desk.other.use(({ SpreadsheetApp }) => {
    const sheet = SpreadsheetApp.getActive().getSheetByName(log.name);
    for (const [row, line] of log.values.entries())
      if (line.includes('{"name":"Renamed"}'))
        sheet?.getRange(row + 1, (log.columns.get('state') ?? 0) + 1).setValue('pending');
  });
  expect(next({ ...desk, addon: desk.other })).toBe('done');
  expect(typedRecords(desk.workbook)[desk.ids[4] ?? '']?.name).toBe('Back');
});

test('the same request with other content is another request: it is written, and not answered with what the first did', () => {
  const desk = shared();
  expect(asked(desk.addon, 'saveRecord', mine(desk)).status).toBe('done');
  const other = { ...mine(desk), changes: [{ record: desk.ids[2], field: 'city', from: 'City 3', to: 'Lakeside' }] };
  expect(asked(desk.addon, 'saveRecord', other)).toEqual({ status: 'done', records: [desk.ids[2]] });
  expect(typedRecords(desk.workbook)[desk.ids[2] ?? '']?.city).toBe('Lakeside');
  // As it was sent first it still gets its first answer.
  expect(asked(desk.addon, 'saveRecord', mine(desk))).toMatchObject({ status: 'done' });
  expect(typedRecords(desk.workbook)[desk.ids[1] ?? '']?.city).toBe('Harbour');
});

test('a save that changes nothing is done', () => {
  const { addon, ids } = shared();
  const change = { record: ids[0], field: 'name', from: 'Store 1', to: 'Store 1' };
  expect(asked(addon, 'saveRecord', { request: 'same', part: 'stores', changes: [change] })).toEqual({
    status: 'done',
    records: [],
  });
});

test('a record that a part can never have is gone', () => {
  const { addon } = plannedDesk({ sections: ['settings'] });
  const change = { record: 'nobody', field: 'region', from: '华东', to: 'x' };
  expect(asked(addon, 'saveRecord', { request: 'a', part: 'settings', changes: [change] })).toMatchObject({
    status: 'gone',
    records: ['nobody'],
  });
});

describe('what was noted by an execution that ended before it logged anything', () => {
  const minutes = (count: number): string => new Date(Date.now() - count * 60_000).toISOString();

  /** A save that is killed while it waits for the lock; `when` it is made out to have been noted. */
  function waited(desk: Shared, when: string): void {
    desk.addon.hook((name) => {
      if (name === 'Lock.tryLock' || name.startsWith('Properties.delete')) throw new Error('cut off');
    });
    expect(() => asked(desk.addon, 'saveRecord', mine(desk))).toThrow('cut off');
    desk.addon.hook();
    const [note = ''] = notes(desk);
    const { properties } = desk.workbook.extras.kept;
    const text = when === '' ? 'mine' : (properties[note] ?? '').replace(/"when":"[^"]*"/, `"when":"${when}"`);
    desk.workbook.keep({ properties: { ...properties, [note]: text } });
  }
  const repaired = ({ other }: Shared): void => void other.run('generatePlan', { section: '' });

  test('is forgotten by a repair once no execution can still be at it', () => {
    const desk = shared();
    waited(desk, minutes(61));
    expect(notes(desk)).toHaveLength(1);
    repaired(desk);
    expect(notes(desk)).toEqual([]);
  });

  test('stays as long as one may be', () => {
    const desk = shared();
    waited(desk, minutes(59));
    repaired(desk);
    expect(notes(desk)).toHaveLength(1);
  });

  test('is given a time if it has none, as earlier versions noted it', () => {
    const desk = shared();
    waited(desk, '');
    repaired(desk);
    expect(desk.workbook.extras.kept.properties[notes(desk)[0] ?? '']).toMatch(/^\{"when":"20/);
  });

  test('stays if its rows wait in the log', () => {
    const desk = shared();
    cutOff(desk);
    const [note = ''] = notes(desk);
    const { properties } = desk.workbook.extras.kept;
    const text = (properties[note] ?? '').replace(/"when":"[^"]*"/, `"when":"${minutes(600)}"`);
    desk.workbook.keep({ properties: { ...properties, [note]: text } });
    repaired(desk);
    expect(logOf(desk.workbook, 'mine').map(({ state }) => state)).toEqual(['done', 'done']);
    expect(notes(desk)).toEqual([]);
  });
});
