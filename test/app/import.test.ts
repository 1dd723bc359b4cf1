import { type Desk, plannedDesk } from '../engine/addon';
import { asked, wrote } from '../engine/answer';
import { recordIds, tabIn, valueIn } from '../engine/book';
import { logOf, type Shared, shared, typedRecords } from '../sheets/desk';

const send = (desk: Pick<Desk, 'addon'>, request: string, records: readonly object[], confirmed = false) =>
  asked(desk.addon, 'importRecords', { request, part: 'stores', records, ...(confirmed && { confirmed }) });

/** Values of a field by store. */
function field({ workbook }: Pick<Desk, 'workbook'>, name: string): Readonly<Record<string, unknown>> {
  const tab = tabIn(workbook, 'stores');
  return Object.fromEntries(recordIds(tab).map((id) => [valueIn(tab, id, 'storeId'), valueIn(tab, id, name)]));
}

const stores = (first: number, count: number): readonly object[] =>
  Array.from({ length: count }, (_, index) => ({
    storeId: `N${first + index}`,
    name: `New ${first + index}`,
    ownership: (first + index) % 5 === 0 ? 'selfOperated' : 'franchised',
    lastYearSales: 1200 * (first + index),
  }));

describe('three hundred stores in blocks', () => {
  const desk = plannedDesk({ sections: ['settings', 'baseline', 'stores'] });
  const blocks = [0, 120, 240].map((first) => stores(first + 1, Math.min(120, 300 - first)));
  const ids = blocks.flatMap((records, index) =>
    wrote(desk.addon, 'importRecords', { request: `block ${index}`, part: 'stores', records }),
  );
  const tab = tabIn(desk.workbook, 'stores');

  test('each is there once, with an id of its own, its figures and its formulas', () => {
    expect(new Set(ids).size).toBe(300);
    expect(recordIds(tab)).toEqual(ids);
    for (const [index, id] of ids.entries()) {
      expect([
        valueIn(tab, id, 'storeId'),
        valueIn(tab, id, 'lastYearSales'),
        valueIn(tab, id, 'storeBaseline'),
      ]).toEqual([`N${index + 1}`, 1200 * (index + 1), 100 * (index + 1)]);
    }
  });

  test('totals are those of all of them', () => {
    // 1200 × (1 + … + 300); every fifth is self-operated: 1200 × 5 × (1 + … + 60).
    expect(valueIn(tab, '#total', 'lastYearSales')).toBe(1200 * 45_150);
    const baseline = tabIn(desk.workbook, 'baseline');
    expect(valueIn(baseline, 'selfOperated', 'lastYearSales')).toBe(1200 * 5 * 1_830);
    expect([valueIn(baseline, 'all', 'storeCount'), valueIn(baseline, 'franchised', 'storeCount')]).toEqual([300, 240]);
  });

  test('the log has a row for each', () => {
    expect(logOf(desk.workbook, 'block 0')).toHaveLength(120);
    expect(logOf(desk.workbook, 'block 2')).toHaveLength(60);
    expect(new Set(logOf(desk.workbook, 'block 1').map(({ record }) => record)).size).toBe(120);
  });

  test('every second one imported anew: the others stay as they are', () => {
    const before = field(desk, 'name');
    const changed = Array.from({ length: 150 }, (_, index) => ({
      storeId: `N${2 * index + 1}`,
      name: `=Again ${index}`,
    }));
    wrote(desk.addon, 'importRecords', { request: 'again', part: 'stores', records: changed });
    const after = field(desk, 'name');
    for (const [index, name] of Object.values(after).entries()) {
      expect(name).toBe(index % 2 === 0 ? `=Again ${index / 2}` : before[`N${index + 1}`]);
    }
  });
});

describe('an import that says how many new records are to follow', () => {
  const grows = ['Sheet.insertRowsBefore', 'Sheet.insertRowsAfter'];

  /** How often rows are added by each of two blocks of a hundred and twenty. */
  function growth(toFollow: (block: number) => number | undefined): readonly number[] {
    const desk = plannedDesk({ sections: ['stores', 'targetSheet'] });
    return [0, 1].map((block) => {
      const records = stores(120 * block + 1, 120);
      desk.addon.calls.reset();
      wrote(desk.addon, 'importRecords', {
        request: `block ${block}`,
        part: 'stores',
        records,
        ...(toFollow(block) !== undefined && { toFollow: toFollow(block) }),
      });
      return desk.addon.calls.sequence.filter(({ name }) => grows.includes(name)).length;
    });
  }

  test('adds their rows with the first block, and those of its list once, with the last', () => {
    const [first, ...others] = growth((block) => 120 - 120 * block);
    expect(first).toBeGreaterThan(0);
    expect(others).toEqual([1]);
  });

  test('without it each block adds its own', () => {
    const [, ...others] = growth(() => undefined);
    expect(others.every((count) => count > 0)).toBe(true);
  });

  test('adds a thousand at most to a smaller table: who stops is not left with more', () => {
    const desk = plannedDesk({ sections: ['stores'] });
    const height = () => tabIn(desk.workbook, 'stores').values.length;
    const before = height();
    wrote(desk.addon, 'importRecords', { request: 'one', part: 'stores', records: stores(1, 200), toFollow: 40_000 });
    expect(height() - before).toBeGreaterThan(1000);
    expect(height() - before).toBeLessThan(1400);
  });

  test.each([[-1], [0.5], [60_000], ['many']])('%p is not taken', (toFollow) => {
    const desk = shared();
    const request = { request: 'mine', part: 'stores', records: stores(1, 1), toFollow };
    expect(asked(desk.addon, 'importRecords', request)).toMatchObject({
      status: 'invalid',
      faults: [{ message: expect.stringContaining('toFollow') }],
    });
  });
});

describe('a store cannot close before it opens', () => {
  const opened = { storeId: 'S1', openedOn: '2025-03-16' };
  const fault = { field: 'closedOn', message: expect.stringContaining('2025-03-16') };

  test('of an import, under the key in the file; neither row is written', () => {
    const desk = shared();
    const before = typedRecords(desk.workbook);
    expect(send(desk, 'opens', [opened]).status).toBe('done');
    const after = typedRecords(desk.workbook);
    const answer = send(desk, 'closes', [
      { storeId: 'S2', city: 'Harbour' },
      { storeId: 'S1', closedOn: '2025-03-15' },
    ]);
    expect(answer).toMatchObject({ status: 'invalid', faults: [{ record: 'S1', ...fault }] });
    expect(typedRecords(desk.workbook)).toEqual(after);
    expect(after).not.toEqual(before);
  });

  test.each([
    ['closedOn', '2025-03-15', 'invalid'],
    ['closedOn', '2025-03-16', 'done'],
    ['openedOn', '2028-01-01', 'invalid'],
    ['openedOn', null, 'done'],
  ])('a form that sets only %s, to %p, where the other date stands: %s', (name, to, status) => {
    const desk = shared();
    const [record = ''] = desk.ids;
    expect(send(desk, 'both', [{ ...opened, closedOn: '2027-06-30' }]).status).toBe('done');
    const from = name === 'closedOn' ? '2027-06-30' : '2025-03-16';
    const changes = [{ record, field: name, from, to }];
    expect(asked(desk.addon, 'saveRecord', { request: 'mine', part: 'stores', changes }).status).toBe(status);
  });

  test('a new record with both', () => {
    const desk = shared();
    const records = [{ storeId: 'N1', ownership: 'franchised', openedOn: '2025-03-16', closedOn: '2025-03-15' }];
    const answer = asked(desk.addon, 'addRecords', { request: 'mine', part: 'stores', records });
    expect(answer).toMatchObject({ status: 'invalid', faults: [fault] });
  });
});

describe('what an import says that it did', () => {
  const records = [
    { storeId: 'N1', name: 'New', ownership: 'franchised' },
    { storeId: 'S1', city: 'Harbour', openedOn: '2025-03-16', lastYearSales: 1000 },
    { storeId: 'S2', months: [null, 5, null, null, null, null, null, null, null, null, null, 7] },
  ];
  const blank = Array.from({ length: 12 }, () => null);

  test('is which records it added and what it changed from what stood there, and again so when its answer was lost', () => {
    const desk = shared();
    const [first = '', second = ''] = desk.ids;
    // Typed by someone else after the file was looked at: that is what the import replaces.
    const meanwhile = [{ record: first, field: 'city', from: 'City 1', to: 'Hill' }];
    wrote(desk.addon, 'saveRecord', { request: 'theirs', part: 'stores', changes: meanwhile });
    const before = typedRecords(desk.workbook);
    const answer = send(desk, 'mine', records);
    const added = recordIds(tabIn(desk.workbook, 'stores')).filter((id) => !desk.ids.includes(id));
    const changes = [
      { record: first, field: 'city', from: 'Hill', to: 'Harbour' },
      { record: first, field: 'openedOn', from: null, to: '2025-03-16' },
      { record: second, field: 'months', from: blank, to: records[2]?.months },
    ];
    expect(answer).toEqual({ status: 'done', records: [...added, first, second], added, changes: expect.anything() });
    expect(answer).toMatchObject({ changes: expect.arrayContaining(changes) });
    expect(send(desk, 'mine', records)).toEqual(answer);

    const back = changes.map(({ from, to, ...at }) => ({ ...at, from: to, to: from }));
    wrote(desk.addon, 'saveRecord', { request: 'back', part: 'stores', changes: back });
    wrote(desk.addon, 'removeRecords', { request: 'away', part: 'stores', records: added });
    expect(typedRecords(desk.workbook)).toEqual(before);
  });

  test('is nothing where all stands there already, and one changed cell where it is one', () => {
    const desk = shared();
    const one = [{ storeId: 'S1', lastYearSales: 1000 }];
    expect(send(desk, 'same', one)).toEqual({ status: 'done', records: [], added: [], changes: [] });
    const other = [{ storeId: 'S1', lastYearSales: 1100, city: 'Harbour' }];
    const answer = send(desk, 'other', other);
    expect(answer).toMatchObject({ added: [], changes: [{ field: 'city' }, { from: 1000, to: 1100 }] });
    expect(send(desk, 'other', other)).toEqual(answer);
  });
});

describe('what an import leaves alone', () => {
  test('fields that are not given, and blanks', () => {
    const desk = shared();
    const before = typedRecords(desk.workbook);
    const [first = ''] = desk.ids;
    expect(send(desk, 'mine', [{ storeId: 'S1', name: null, city: 'Harbour' }]).status).toBe('done');
    expect(typedRecords(desk.workbook)).toEqual({ ...before, [first]: { ...before[first], city: 'Harbour' } });
  });

  test('an agreed target; where none is agreed it is taken', () => {
    const desk = shared();
    const [first] = desk.ids;
    const change = { record: first, field: 'agreedTarget', from: null, to: 5000 };
    wrote(desk.addon, 'saveRecord', { request: 'agreed', part: 'stores', changes: [change] });
    const records = ['S1', 'S2'].map((storeId) => ({ storeId, agreedTarget: 7000, city: 'Harbour' }));
    expect(send(desk, 'mine', records).status).toBe('done');
    expect(field(desk, 'agreedTarget')).toMatchObject({ S1: 5000, S2: 7000 });
    expect(field(desk, 'city')).toMatchObject({ S1: 'Harbour', S2: 'Harbour' });
  });
});

describe('sales that jump', () => {
  // S1 has 1,000 and S2 has 2,000.
  test.each([
    [10_000, true],
    [10_000_000, true],
    [9999, false],
    [100, true],
    [0.1, true],
    [101, false],
    [0, true],
    [1000, false],
  ])('from 1,000 to %d: asked about: %p', (lastYearSales, isAsked) => {
    const desk = shared();
    const before = typedRecords(desk.workbook);
    const records = [
      { storeId: 'S1', lastYearSales },
      { storeId: 'S2', lastYearSales: 2100 },
    ];
    const answer = send(desk, 'mine', records);
    expect(answer.status).toBe(isAsked ? 'confirm' : 'done');
    if (!isAsked) return;
    expect(answer).toMatchObject({ jumps: [{ record: 'S1', field: 'lastYearSales', from: 1000, to: lastYearSales }] });
    expect(typedRecords(desk.workbook)).toEqual(before);
    expect(logOf(desk.workbook, 'mine')).toEqual([]);
    expect(send(desk, 'mine', records, true).status).toBe('done');
    expect(field(desk, 'lastYearSales')).toMatchObject({ S1: lastYearSales, S2: 2100 });
  });

  test('a new store’s sales jump from nothing: none is asked about', () => {
    const desk = shared();
    expect(send(desk, 'mine', [{ storeId: 'N1', ownership: 'franchised', lastYearSales: 1e9 }]).status).toBe('done');
  });
});

describe('what is refused, with nothing written', () => {
  const cases: readonly (readonly [string, readonly object[], readonly object[]])[] = [
    [
      'a new store that comes twice',
      [
        { storeId: 'N1', ownership: 'franchised' },
        { storeId: 'N2', ownership: 'franchised' },
        { storeId: 'N1', ownership: 'franchised' },
      ],
      [{ field: 'storeId' }],
    ],
    [
      'faults of every row, all at once',
      [
        { storeId: 'S1', lastYearSales: -5 },
        { storeId: 'S2', ownership: 'leased', city: 'Harbour' },
        { storeId: 'N1', ownership: 'franchised', openedOn: '2026-02-30' },
        { storeId: 'N2' },
        { storeId: 'N3', ownership: 'franchised', area: 0, colour: 'red' },
        { name: 'nameless', ownership: 'franchised' },
        { storeId: 'S3', finalTarget: 5 },
      ],
      [
        { record: 'S1', field: 'lastYearSales' },
        { record: 'S2', field: 'ownership' },
        { record: 'N1', field: 'openedOn' },
        { record: 'N2', field: 'ownership' },
        { record: 'N3', field: 'area' },
        { record: 'N3', field: 'colour' },
        { record: '', field: 'storeId' },
        { record: 'S3', field: 'finalTarget' },
      ],
    ],
    ['a request without records', [], [{}]],
  ];

  test.each(cases)('%s', (_, records, faults) => {
    const desk = shared();
    const before = typedRecords(desk.workbook);
    const answer = send(desk, 'mine', records);
    expect(answer).toMatchObject({ status: 'invalid', faults: faults.map((fault) => expect.objectContaining(fault)) });
    expect(typedRecords(desk.workbook)).toEqual(before);
    expect(logOf(desk.workbook, 'mine')).toEqual([]);
  });
});

test('a store number is matched as text: 007 is not 7', () => {
  const desk = shared();
  const records = ['007', '7', '1-2'].map((storeId) => ({
    storeId,
    ownership: 'franchised',
    name: `Number ${storeId}`,
  }));
  expect(send(desk, 'first', records).status).toBe('done');
  expect(
    send(desk, 'second', [
      { storeId: '007', city: 'Harbour' },
      { storeId: '1-2', city: 'Hill' },
    ]).status,
  ).toBe('done');
  expect(field(desk, 'city')).toMatchObject({ '007': 'Harbour', '1-2': 'Hill', 7: '' });
  expect(Object.keys(field(desk, 'name'))).toHaveLength(9);
});

test('two users importing the same new store: one of them is told that it is there', () => {
  const desk: Shared = shared();
  const theirs = { request: 'theirs', part: 'stores', records: [{ storeId: 'N1', ownership: 'franchised' }] };
  desk.addon.hook((name) => {
    if (name !== 'Lock.tryLock') return;
    desk.addon.hook();
    expect(asked(desk.other, 'importRecords', theirs).status).toBe('done');
  });
  expect(send(desk, 'mine', [{ storeId: 'N1', ownership: 'franchised' }])).toMatchObject({
    status: 'invalid',
    faults: [{ field: 'storeId' }],
  });
  expect(Object.keys(field(desk, 'name')).filter((id) => id === 'N1')).toHaveLength(1);
});

describe('people who come with a list of stores', () => {
  const desk = plannedDesk({ sections: ['settings', 'baseline', 'stores'] });
  const named = (): readonly unknown[] => {
    const people = tabIn(desk.workbook, 'people');
    return recordIds(people).map((id) => [valueIn(people, id, 'person'), valueIn(people, id, 'role')]);
  };
  const bring = (request: string, names: readonly string[]) =>
    asked(desk.addon, 'importRecords', {
      request,
      part: 'people',
      records: names.map((person) => ({ person, role: 'supervisor' })),
      confirmed: true,
    });

  test('are in the list of people once, however often they are sent and whoever is in it', () => {
    const first = bring('people 1', ['Ana', 'Bo']);
    expect(first).toMatchObject({ status: 'done', added: [expect.any(String), expect.any(String)] });
    expect(bring('people 1', ['Ana', 'Bo'])).toEqual(first);
    expect(bring('people 2', ['bo', 'Cy'])).toMatchObject({ status: 'done', added: [expect.any(String)] });
    expect(named()).toEqual([
      ['Ana', 'Supervisor'],
      ['Bo', 'Supervisor'],
      ['Cy', 'Supervisor'],
    ]);
  });

  test('go with it where it is taken back', () => {
    const records = recordIds(tabIn(desk.workbook, 'people')).slice(0, 2);
    expect(asked(desk.addon, 'removeRecords', { request: 'people back', part: 'people', records })).toMatchObject({
      status: 'done',
    });
    expect(named()).toEqual([['Cy', 'Supervisor']]);
  });
});
