import { asked } from '../engine/answer';
import { places } from '../places';
import { computedCells, logOf, rowOf, type Shared, shared, sheetOf, start, tabIn, typedRecords } from './desk';

/** A save of one record: two fields that do not stand beside each other. */
const save = (id: string) => ({
  request: 'mine',
  part: 'stores',
  changes: [
    { record: id, field: 'name', from: 'Store 3', to: 'Renamed' },
    { record: id, field: 'keyActions', from: 'Action 3', to: 'Done' },
  ],
});

/** How many service calls it takes: something may happen before each of them. */
function callsOf(endpoint: string, request: (desk: Shared) => object, opened = shared): number {
  const desk = opened();
  desk.addon.calls.reset();
  expect(asked(desk.addon, endpoint, request(desk)).status).toBe('done');
  return desk.addon.calls.total;
}

/** Runs `work` once, before the call of that number. */
function ahead(desk: Shared, position: number, work: () => void): void {
  desk.addon.hook((_, index) => {
    if (index !== position) return;
    desk.addon.hook();
    work();
  });
}

const mine = (desk: Shared) => save(desk.ids[2] ?? '');
const count = callsOf('saveRecord', mine);
const unchanged = typedRecords(shared().workbook);

describe('another user’s save run whole between any two calls of a save', () => {
  test.each(places(count, 'another field'))('of another field of the record, before call %i: both land', (position) => {
    const desk = shared();
    const id = desk.ids[2] ?? '';
    const change = { record: id, field: 'city', from: 'City 3', to: 'Elsewhere' };
    const theirs = { request: 'theirs', part: 'stores', changes: [change] };
    let first = '';
    ahead(desk, position, () => {
      first = asked(desk.other, 'saveRecord', theirs).status;
    });
    expect(asked(desk.addon, 'saveRecord', mine(desk)).status).toBe('done');
    expect(['done', 'busy']).toContain(first);
    if (first === 'busy') expect(asked(desk.other, 'saveRecord', theirs).status).toBe('done');
    expect(typedRecords(desk.workbook)).toEqual({
      ...unchanged,
      [id]: { ...unchanged[id], name: 'Renamed', keyActions: 'Done', city: 'Elsewhere' },
    });
  });

  test.each(places(count, 'the same field'))(
    'of the same field, before call %i: one of the two is a conflict',
    (position) => {
      const desk = shared();
      const id = desk.ids[2] ?? '';
      const change = { record: id, field: 'name', from: 'Store 3', to: 'Theirs' };
      const theirs = { request: 'theirs', part: 'stores', changes: [change] };
      let first = '';
      ahead(desk, position, () => {
        first = asked(desk.other, 'saveRecord', theirs).status;
      });
      const own = asked(desk.addon, 'saveRecord', mine(desk));
      if (first === 'busy') first = asked(desk.other, 'saveRecord', theirs).status;
      expect([own.status, first].sort()).toEqual(['conflict', 'done']);
      const won = own.status === 'done' ? { name: 'Renamed', keyActions: 'Done' } : { name: 'Theirs' };
      expect(typedRecords(desk.workbook)).toEqual({ ...unchanged, [id]: { ...unchanged[id], ...won } });
      if (own.status === 'conflict') {
        expect(own).toMatchObject({
          conflicts: [
            {
              ...{ record: id, field: 'name', from: 'Store 3', to: 'Renamed', now: 'Theirs' },
              by: { who: 'other@example.com', at: expect.stringMatching(/^20\d\d-/) },
            },
          ],
        });
      }
    },
  );
});

/** What a person may do to the table while a form saves. */
const acts: Readonly<Record<string, (desk: Shared) => void>> = {
  'sorts the rows': ({ other, workbook }) =>
    sheetOf(other, workbook, (sheet) => {
      const first = 4;
      sheet.getRange(first, 1, 6, sheet.getMaxColumns()).sort({ column: 2, ascending: false });
    }),
  'inserts a row above': ({ other, workbook }) => sheetOf(other, workbook, (sheet) => sheet.insertRowBefore(4)),
  'moves a column': ({ other, workbook }) =>
    sheetOf(other, workbook, (sheet) => sheet.moveColumns(sheet.getRange(1, 3, 1, 1), 7)),
};

/** Another record's row goes while the form saves. */
const removeOther = ({ other, workbook, ids }: Shared): void =>
  sheetOf(other, workbook, (sheet) => sheet.deleteRow(rowOf(workbook, ids[1] ?? '')));

describe.each(Object.entries(acts))('a person %s between any two calls', (name, act) => {
  test.each(places(count, name))(
    'of a save, before call %i: it lands on its record and nothing else changes',
    (position) => {
      const desk = shared();
      const id = desk.ids[2] ?? '';
      ahead(desk, position, () => act(desk));
      expect(asked(desk.addon, 'saveRecord', mine(desk)).status).toBe('done');
      expect(typedRecords(desk.workbook)).toEqual({
        ...unchanged,
        [id]: { ...unchanged[id], name: 'Renamed', keyActions: 'Done' },
      });
      expect(logOf(desk.workbook, 'mine').map(({ state }) => state)).toEqual(['done', 'done']);
    },
  );
});

test.each(places(count, 'another row'))('another record’s row is deleted before call %i of a save', (position) => {
  const desk = shared();
  const [, gone = '', id = ''] = desk.ids;
  ahead(desk, position, () => removeOther(desk));
  expect(asked(desk.addon, 'saveRecord', mine(desk)).status).toBe('done');
  const { [gone]: _, ...others } = unchanged;
  expect(typedRecords(desk.workbook)).toEqual({
    ...others,
    [id]: { ...unchanged[id], name: 'Renamed', keyActions: 'Done' },
  });
});

test.each(places(count, 'its own row'))(
  'the record’s own row is deleted before call %i of its save: nothing is written elsewhere',
  (position) => {
    const desk = shared();
    const id = desk.ids[2] ?? '';
    ahead(desk, position, () =>
      sheetOf(desk.other, desk.workbook, (sheet) => sheet.deleteRow(rowOf(desk.workbook, id))),
    );
    const { status } = asked(desk.addon, 'saveRecord', mine(desk));
    expect(['done', 'gone']).toContain(status);
    const { [id]: _, ...others } = unchanged;
    expect(typedRecords(desk.workbook)).toEqual(others);
    const states = new Set(logOf(desk.workbook, 'mine').map(({ state }) => state));
    expect([...states]).toEqual(status === 'done' ? ['done'] : states.size === 0 ? [] : ['undone']);
  },
);

test.each(places(count, 'other cells'))('a person types in other cells before call %i: it stays', (position) => {
  const desk = shared();
  const [first = '', , id = ''] = desk.ids;
  ahead(desk, position, () => {
    const { name } = tabIn(desk.workbook, 'stores');
    desk.addon.type(name, `F${rowOf(desk.workbook, id)}`, 'Typed here');
    desk.addon.type(name, `C${rowOf(desk.workbook, first)}`, 'And there');
  });
  expect(asked(desk.addon, 'saveRecord', mine(desk)).status).toBe('done');
  expect(typedRecords(desk.workbook)).toEqual({
    ...unchanged,
    [first]: { ...unchanged[first], name: 'And there' },
    [id]: { ...unchanged[id], name: 'Renamed', keyActions: 'Done', city: 'Typed here' },
  });
});

const removal = (desk: Shared) => ({ request: 'mine', part: 'stores', records: [desk.ids[1], desk.ids[3]] });
const addition = () => ({
  request: 'mine',
  part: 'stores',
  records: ['N1', 'N2'].map((storeId) => ({ storeId, ownership: 'franchised', name: `New ${storeId}` })),
});

/** With room for so many records that not all of the table is read back. */
function roomy(): Shared {
  const desk = shared();
  sheetOf(desk.addon, desk.workbook, (sheet) => sheet.insertRowsAfter(sheet.getMaxRows(), 240));
  return desk;
}

/** What a person does meanwhile, in tables of both sizes. */
function meanwhile(endpoint: string, request: (desk: Shared) => object, names: readonly string[]) {
  const cases = names.map((name) => ({ size: 'a small table', name, opened: shared }));
  return [...cases, { size: 'a large table', name: 'sorts the rows', opened: roomy }].map((one) => ({
    ...one,
    act: acts[one.name] ?? (() => {}),
    calls: callsOf(endpoint, request, one.opened),
  }));
}

const removals = meanwhile(
  'removeRecords',
  removal,
  Object.keys(acts).filter((name) => name !== 'moves a column'),
);
const additions = meanwhile('addRecords', addition, Object.keys(acts));

describe.each(removals)('in $size, a person $name between any two calls', ({ size, name, act, opened, calls }) => {
  test.each(places(calls, `removal ${size} ${name}`))(
    'of a removal, before call %i: those two are gone, the others whole',
    (position) => {
      const desk = opened();
      const [, second = '', , fourth = ''] = desk.ids;
      const formulas = desk.ids.map((id) => [id, computedCells(desk.workbook, id)] as const);
      ahead(desk, position, () => act(desk));
      expect(asked(desk.addon, 'removeRecords', removal(desk)).status).toBe('done');
      const { [second]: _two, [fourth]: _four, ...others } = unchanged;
      expect(typedRecords(desk.workbook)).toEqual(others);
      for (const [id, cells] of formulas) {
        if (id !== second && id !== fourth) expect([id, computedCells(desk.workbook, id)]).toEqual([id, cells]);
      }
    },
  );
});

describe.each(additions)('in $size, a person $name between any two calls', ({ size, name, act, opened, calls }) => {
  test.each(places(calls, `addition ${size} ${name}`))(
    'of an addition, before call %i: the two are there once, the others whole',
    (position) => {
      const desk = opened();
      ahead(desk, position, () => act(desk));
      const answer = asked(desk.addon, 'addRecords', addition());
      expect(answer.status).toBe('done');
      const records = typedRecords(desk.workbook);
      const added = Object.entries(records).filter(([id]) => !(id in unchanged));
      expect(Object.fromEntries(Object.entries(records).filter(([id]) => id in unchanged))).toEqual(unchanged);
      expect(added.map(([, cells]) => cells.storeId).sort()).toEqual(['N1', 'N2']);
      expect(added.map(([, cells]) => cells.name).sort()).toEqual(['New N1', 'New N2']);
      for (const [id] of added) expect(computedCells(desk.workbook, id).monthsThisYear).toBeDefined();
    },
  );
});

test('the six stores are what the cases start from', () => {
  expect(Object.values(unchanged).map(({ storeId }) => storeId)).toEqual(start.map(({ storeId }) => storeId));
});
