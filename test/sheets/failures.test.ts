import { asked } from '../engine/answer';
import type { Value } from '../engine/book';
import { places } from '../places';
import { logOf, rowOf, type Shared, shared, sheetOf, typedRecords } from './desk';

type Records = Readonly<Record<string, Readonly<Record<string, Value>>>>;

/** A request in four kinds, each of several records or cells that do not stand beside each other. */
const requests: Readonly<Record<string, { readonly endpoint: string; readonly body: (desk: Shared) => object }>> = {
  save: {
    endpoint: 'saveRecord',
    body: ({ ids }) => ({
      changes: [
        { record: ids[1], field: 'city', from: 'City 2', to: 'Harbour' },
        { record: ids[4], field: 'name', from: 'Store 5', to: 'Renamed' },
        { record: ids[4], field: 'keyActions', from: 'Action 5', to: null },
        { record: ids[4], field: 'growth', from: null, to: 0.2 },
      ],
    }),
  },
  addition: {
    endpoint: 'addRecords',
    body: () => ({
      records: ['N1', 'N2'].map((storeId) => ({ storeId, ownership: 'franchised', name: `New ${storeId}` })),
    }),
  },
  removal: { endpoint: 'removeRecords', body: ({ ids }) => ({ records: [ids[1], ids[4]] }) },
  import: {
    endpoint: 'importRecords',
    body: () => ({
      records: [
        { storeId: 'S2', name: 'Imported 2', lastYearSales: 2500 },
        { storeId: 'N1', ownership: 'franchised', name: 'New N1' },
        { storeId: 'S6', city: 'Imported 6' },
      ],
    }),
  },
};

/** Records by what people know them by: new ones get another id each time. */
function byStore(records: Records): Records {
  return Object.fromEntries(Object.values(records).map((cells) => [String(cells.storeId), cells]));
}

const send = (desk: Shared, kind: keyof typeof requests): { readonly status: string } => {
  const { endpoint, body } = requests[kind] ?? requests.save ?? { endpoint: '', body: () => ({}) };
  return asked(desk.addon, endpoint, { request: 'mine', part: 'stores', ...body(desk) });
};

/** The next writer: another user's save elsewhere. */
function nextWriter({ other, ids }: Shared): void {
  const change = { record: ids[0], field: 'manager', from: 'Manager 1', to: 'Next' };
  expect(asked(other, 'saveRecord', { request: 'next', part: 'stores', changes: [change] }).status).toBe('done');
}

const withNext = (records: Records): Records => ({ ...records, S1: { ...records.S1, manager: 'Next' } });

const untouched = byStore(typedRecords(shared().workbook));

/** Which calls a request takes, and what the table is like after it. */
function course(kind: string): { readonly count: number; readonly calls: readonly string[]; readonly after: Records } {
  const desk = shared();
  desk.addon.calls.reset();
  expect(send(desk, kind).status).toBe('done');
  const calls = desk.addon.calls.sequence.map(({ name }) => name);
  return { count: calls.length, calls, after: byStore(typedRecords(desk.workbook)) };
}

/** A failing call fails alone, or the whole execution ends with it, as when its time is up. */
const failures: Readonly<Record<string, (desk: Shared, position: number) => void>> = {
  fails: (desk, position) =>
    desk.addon.hook((name, index) => {
      if (index === position) throw new Error(`${name} failed`);
    }),
  'is the last': (desk, position) =>
    desk.addon.hook((name, index) => {
      if (index >= position) throw new Error(`${name} came too late`);
    }),
};

const states = (desk: Shared): readonly string[] => [
  ...new Set(logOf(desk.workbook, 'mine').map(({ state }) => state)),
];

describe.each(Object.keys(requests))('%s', (kind) => {
  const { count, calls, after } = course(kind);

  test('does change something', () => {
    expect(after).not.toEqual(untouched);
  });

  describe.each(Object.entries(failures))('any call %s', (way, fail) => {
    // Whoever cannot be asked for has no name in the log: that alone keeps nothing from being written. And what rows held
    // that have just been taken away is asked for once more: they may be others'.
    const isForgiven = (position: number): boolean =>
      way === 'fails' && (calls[position] === 'User.getEmail' || calls[position - 1] === 'Sheet.deleteRows');

    test.each(places(count, `${kind} ${way}`))(
      'call %i: after the next writer it is wholly there or not at all, the log tells, and sent again it is there once',
      (position) => {
        const desk = shared();
        fail(desk, position);
        if (isForgiven(position)) expect(send(desk, kind).status).toBe('done');
        else expect(() => send(desk, kind)).toThrow();
        desk.addon.hook();
        nextWriter(desk);
        const records = byStore(typedRecords(desk.workbook));
        const isThere = JSON.stringify(sorted(records)) !== JSON.stringify(sorted(withNext(untouched)));
        expect(sorted(records)).toEqual(sorted(withNext(isThere ? after : untouched)));
        expect(isThere ? [['done']] : [[], ['undone']]).toContainEqual(states(desk));
        expect(send(desk, kind).status).toBe('done');
        expect(sorted(byStore(typedRecords(desk.workbook)))).toEqual(sorted(withNext(after)));
        expect(states(desk)).toContain('done');
        expect(states(desk)).not.toContain('pending');
      },
    );
  });
});

/** Rows may have changed their order. */
function sorted(records: Records): readonly (readonly [string, object])[] {
  return Object.entries(records).sort(([one], [other]) => one.localeCompare(other));
}

describe('a person types over one of its cells before the next writer comes', () => {
  const { count } = course('save');

  test.each(places(count, 'typed over'))('killed at call %i: what they typed stays, the rest is whole', (position) => {
    const desk = shared();
    failures['is the last']?.(desk, position);
    expect(() => send(desk, 'save')).toThrow();
    desk.addon.hook();
    const row = rowOf(desk.workbook, desk.ids[4] ?? '');
    sheetOf(desk.other, desk.workbook, (sheet) => sheet.getRange(row, 3).setValue('Typed'));
    nextWriter(desk);
    const { S2, S5 } = byStore(typedRecords(desk.workbook));
    expect(S5?.name).toBe('Typed');
    const rest = [S2?.city, S5?.keyActions, S5?.growth];
    expect([
      ['City 2', 'Action 5', undefined],
      ['Harbour', undefined, 0.2],
    ]).toContainEqual(rest);
    expect(states(desk)).not.toContain('pending');
    if (states(desk).includes('undone')) expect(rest[0]).toBe('City 2');
  });
});

describe('what a person’s own rule refuses', () => {
  const refused = { request: 'mine', part: 'stores' };

  function guarded(): Shared {
    const desk = shared();
    sheetOf(desk.other, desk.workbook, (sheet) => {
      const row = rowOf(desk.workbook, desk.ids[2] ?? '');
      desk.other.use(({ SpreadsheetApp }) => {
        const rule = SpreadsheetApp.newDataValidation()
          .requireValueInList(['City 3', 'Harbour'])
          .setAllowInvalid(false);
        sheet.getRange(row, 6).setDataValidation(rule.build());
      });
    });
    return desk;
  }

  const changes = ({ ids }: Shared, to: string) => [
    { record: ids[2], field: 'city', from: 'City 3', to },
    { record: ids[3], field: 'name', from: 'Store 4', to: 'Renamed' },
  ];

  test('is an error, nothing of the request is left, and others go on saving', () => {
    const desk = guarded();
    expect(() => asked(desk.addon, 'saveRecord', { ...refused, changes: changes(desk, 'Elsewhere') })).toThrow(
      'violates',
    );
    expect(byStore(typedRecords(desk.workbook))).toEqual(untouched);
    expect(states(desk)).toEqual(['undone']);
    nextWriter(desk);
    expect(byStore(typedRecords(desk.workbook))).toEqual(withNext(untouched));
  });

  test('does not stop the next writer where the first one was ended before it could put it back', () => {
    const desk = guarded();
    const calls = desk.addon.calls;
    calls.reset();
    desk.addon.hook((name) => {
      const written = calls.sequence.filter((call) => call.name === 'Range.setValues').length;
      if (written >= 1 && name === 'Range.getValues') throw new Error('time is up');
    });
    expect(() => asked(desk.addon, 'saveRecord', { ...refused, changes: changes(desk, 'Elsewhere') })).toThrow();
    desk.addon.hook();
    nextWriter(desk);
    expect(byStore(typedRecords(desk.workbook))).toEqual(withNext(untouched));
    expect(states(desk)).toEqual(['undone']);
  });

  test('what the rule allows is saved', () => {
    const desk = guarded();
    expect(asked(desk.addon, 'saveRecord', { ...refused, changes: changes(desk, 'Harbour') }).status).toBe('done');
  });
});
