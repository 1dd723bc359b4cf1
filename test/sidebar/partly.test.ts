import { hasRead, type Row, typedCell } from '../../sidebar/book';
import { draftOf } from '../../sidebar/form/draft';
import { parts, visible } from '../../sidebar/planParts';
import { rowsFound } from '../../sidebar/rows/find';
import { rowsListed } from '../../sidebar/rows/listed';
import { listFields } from '../../sidebar/rows/listFields';
import { changesTo } from '../../sidebar/rows/several';
import { titleOf } from '../../sidebar/rows/title';
import { plainListing } from '../../sidebar/store/state';
import { NoAnswer } from '../../sidebar/wire';
import type { PartCells } from '../../src/app/endpoints/open';
import type { Answer } from '../../src/model/answer';
import { blockSize } from '../../src/model/block';
import { cells, field, part, terms, type Written } from './kit';
import { done, scripted, settle } from './scripted';

const stores = part('stores');

/** So many stores, each with a value in every cell that people may see; growth is typed over in every second. */
function storesOf(count: number, change: Written = {}): PartCells {
  const records: Record<string, Written> = {};
  const typed: Record<string, readonly string[]> = {};
  for (let index = 0; index < count; index += 1) {
    const months = Array.from({ length: 12 }, (_, month) => [`months.${month + 1}`, 1000 + month] as const);
    records[`r${index}`] = {
      storeId: `S${index}`,
      name: `Store ${index}`,
      ownership: index % 5 === 0 ? 'selfOperated' : 'franchised',
      franchisee: null,
      city: index % 2 === 0 ? 'Shanghai' : 'Suzhou',
      area: 100 + index,
      openedOn: '2022-11-20',
      lastYearSales: 1_000_000 + index,
      lastYearMonths: 12,
      growth: 0.1,
      finalTarget: 1_100_000 - index,
      yearOnYear: 0.1,
      signedOn: '2026-12-01',
      ...Object.fromEntries(months),
      ...(index === 7 ? change : {}),
    };
    typed[`r${index}`] = index % 2 === 0 ? [] : ['growth'];
  }
  return cells('stores', records, typed);
}

const many = 201;

/** A sidebar on a workbook of so many stores, at its list of them. */
async function listing(answers: Parameters<typeof scripted>[0] = {}, count = many) {
  let held = storesOf(count);
  const desk = scripted(answers, () => held);
  await desk.store.reading.open();
  desk.store.moving.go({ kind: 'part', part: 'stores' });
  await settle();
  const rowOf = (id: string): Row | undefined => desk.store.hub.state.books.stores?.rows.find((row) => row.id === id);
  const hold = (cellsNow: PartCells): void => {
    held = cellsNow;
  };
  return { ...desk, hub: desk.store.hub, rowOf, hold, asked: () => desk.named('openPart') };
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('what a list needs', () => {
  test('of stores: names, what they are found by, the usual figure, and what the region is computed from', () => {
    expect([...listFields(stores)].sort()).toEqual(
      [
        ...['storeId', 'name', 'ownership', 'franchisee', 'city', 'grade', 'manager', 'supervisor', 'channel', 'flag'],
        ...['keyActions', 'finalTarget'],
        ...['openedOn', 'closedOn', 'lastYearSales', 'lastYearMonths', 'growth', 'monthsThisYear', 'agreedTarget'],
      ].sort(),
    );
  });

  test('of every part: fields that it has, and never all months', () => {
    for (const each of parts.filter(({ tab }) => tab.shape === 'table')) {
      const known = visible(each.tab).map(({ id }) => id);
      expect(known).toEqual(expect.arrayContaining([...listFields(each)]));
      expect(listFields(each)).not.toContain('months');
    }
  });
});

test('a table of 200 records is read whole, in one call, and its forms open at once', async () => {
  const desk = await listing({}, 200);
  expect(desk.asked()).toHaveLength(1);
  const book = desk.hub.state.books.stores;
  expect(book && hasRead(book, 'all')).toBe(true);
  desk.store.moving.go({ kind: 'record', part: 'stores', record: 'r7' });
  expect(desk.hub.state.draft?.base.values['months.3']).toBe(1002);
});

describe('a larger one', () => {
  test('is read without what the list does not need; it is found, filtered, sorted and named as a whole one', async () => {
    const desk = await listing();
    const book = desk.hub.state.books.stores;
    const whole = (await listing({}, 200)).hub.state.books.stores;
    if (!book || !whole) throw new Error('no book');
    expect(desk.rowOf('r7')?.values).not.toHaveProperty(['months.3']);
    expect(desk.rowOf('r7')?.values).not.toHaveProperty('area');
    expect([...(desk.rowOf('r7')?.typedOver ?? [])]).toEqual(['growth']);
    const filter = { text: 'suzhou 7', values: { ownership: 'franchised' }, faulty: false };
    const found = (given: typeof book) => rowsFound(stores, given, filter, 'en').map(({ id }) => id);
    expect(found(book)).toEqual(found(whole));
    expect(found(book)).toContain('r7');
    const sorted = rowsListed(stores, book, { ...plainListing, order: 'up' }, 'en');
    expect([sorted[0]?.id, sorted.at(-1)?.id]).toEqual(['r200', 'r0']);
    const row = desk.rowOf('r7');
    expect(row && titleOf(stores, row, terms)).toBe('Store 7');
  });

  test('a figure that is chosen for the list is read then, stays read, and sorts', async () => {
    const desk = await listing();
    desk.store.moving.list('stores', { figure: 'area', order: 'down' });
    await settle();
    expect(desk.rowOf('r7')?.values.area).toBe(107);
    const book = desk.hub.state.books.stores;
    const sorted = book && rowsListed(stores, book, { ...plainListing, figure: 'area', order: 'down' }, 'en');
    expect(sorted?.[0]?.id).toBe('r200');
    expect(desk.asked()).toHaveLength(2);
    // Known by now: no other call.
    desk.store.moving.list('stores', { figure: 'growth' });
    desk.store.moving.list('stores', { figure: 'area' });
    await settle();
    expect(desk.asked()).toHaveLength(2);
    await desk.store.reading.read('stores', true);
    expect(desk.rowOf('r7')?.values.area).toBe(107);
  });

  test('a form opens once all of its record is read, and not before', async () => {
    const desk = await listing();
    desk.store.moving.go({ kind: 'record', part: 'stores', record: 'r7' });
    expect(desk.hub.state.draft).toBeUndefined();
    expect(desk.rowOf('r7')?.values.name).toBe('Store 7');
    await settle();
    expect(desk.hub.state.draft?.base.values).toMatchObject({ area: 107, 'months.3': 1002, signedOn: '2026-12-01' });
    expect(desk.asked().slice(1)).toEqual([{ part: 'stores', records: ['r7'] }]);
  });

  test('a save changes from what was read, and is taken back to it in the form that is open', async () => {
    const desk = await listing();
    desk.store.moving.go({ kind: 'record', part: 'stores', record: 'r7' });
    await settle();
    desk.store.forms.type('area', '90');
    desk.hold(storesOf(many, { area: 90 }));
    await desk.store.forms.save();
    await settle();
    const changes = [{ record: 'r7', field: 'area', from: 107, to: 90 }];
    expect(desk.named('saveRecord')).toEqual([{ request: expect.any(String), part: 'stores', changes }]);
    expect(desk.hub.state.draft?.base.values.area).toBe(90);
    desk.hold(storesOf(many));
    await desk.store.acts.undo();
    await settle();
    const back = [{ record: 'r7', field: 'area', from: 90, to: 107 }];
    expect(desk.named('saveRecord')[1]).toMatchObject({ changes: back });
    expect(desk.hub.state.draft?.base.values).toMatchObject({ area: 107, 'months.3': 1002 });
  });

  test('a form stays whole when the list is read again, with what is typed in it', async () => {
    const desk = await listing();
    desk.store.moving.go({ kind: 'record', part: 'stores', record: 'r7' });
    await settle();
    desk.store.forms.type('months.2', '5');
    await desk.store.reading.read('stores', true);
    expect(desk.hub.state.draft).toMatchObject({ edits: { 'months.2': '5' }, base: { values: { area: 107 } } });
  });

  test('a record that was removed meanwhile has no form; one without an answer opens when the connection is back', async () => {
    const desk = await listing();
    const { ids, ...rest } = storesOf(many);
    desk.hold({ ...rest, ids: ids.map((id) => (id === 'r7' ? 'other' : id)) });
    desk.store.moving.go({ kind: 'record', part: 'stores', record: 'r7' });
    await settle();
    expect([desk.hub.state.draft, desk.rowOf('r7')]).toEqual([undefined, undefined]);

    const lost = await listing({ openPart: [done(), new NoAnswer('offline')] });
    lost.store.moving.go({ kind: 'record', part: 'stores', record: 'r7' });
    await settle();
    expect([lost.hub.state.draft, lost.hub.state.unread]).toEqual([undefined, 'offline']);
    lost.store.online();
    await settle();
    expect(lost.hub.state.draft?.base.values.area).toBe(107);
  });

  test('a new record’s form is of all that was saved', async () => {
    const desk = await listing({ addRecords: [done('r7')] });
    desk.store.moving.go({ kind: 'new', part: 'stores' });
    await settle();
    desk.store.forms.type('storeId', 'S999');
    desk.store.forms.type('ownership', 'franchised');
    await desk.store.forms.save();
    await settle();
    expect(desk.hub.state.view).toEqual({ kind: 'record', part: 'stores', record: 'r7' });
    expect(desk.hub.state.draft?.base.values).toMatchObject({ area: 107, 'months.3': 1002 });
  });

  test('several at once change from what was read, once their field is', async () => {
    const desk = await listing();
    desk.store.moving.go({ kind: 'several', part: 'stores' });
    await desk.store.reading.read('stores', false, ['area']);
    const rows = ['r7', 'r8'].flatMap((id) => desk.rowOf(id) ?? []);
    const changes = changesTo(stores.tab, rows, field('stores', 'area'), 50);
    expect(changes).toEqual([
      { record: 'r7', field: 'area', from: 107, to: 50 },
      { record: 'r8', field: 'area', from: 108, to: 50 },
    ]);
    expect(() => changesTo(stores.tab, rows, field('stores', 'signedOn'), null)).toThrow('signedOn was not read');
    expect(await desk.store.acts.apply({ part: 'stores', changes, added: [], totals: [] }, 'set')).toBe(true);
    await settle();
    // Read again after what was written, the list still has the field that is set here.
    expect(desk.asked()).toHaveLength(3);
    expect(desk.rowOf('r9')?.values.area).toBe(109);
    await desk.store.acts.undo();
    await settle();
    expect(desk.named('saveRecord')[1]).toMatchObject({
      changes: [
        { record: 'r7', from: 50, to: 107 },
        { record: 'r8', from: 50, to: 108 },
      ],
    });
  });

  test('removing reads first what would be lost, and undo brings all of it back', async () => {
    const desk = await listing({ removeRecords: [done('r7', 'r8')] });
    await desk.store.acts.remove('stores', ['r7', 'r8']);
    expect(desk.asked()[1]).toEqual({ part: 'stores', records: ['r7', 'r8'] });
    await desk.store.acts.undo();
    const months = Array.from({ length: 12 }, () => null);
    expect(desk.named('restoreRecords')).toEqual([
      expect.objectContaining({
        records: [
          { id: 'r7', values: expect.objectContaining({ area: 107, signedOn: '2026-12-01', growth: 0.1, months }) },
          { id: 'r8', values: expect.objectContaining({ area: 108, signedOn: '2026-12-01', growth: null, months }) },
        ],
      }),
    ]);
  });

  test('nothing is removed where what would be lost cannot be read', async () => {
    const desk = await listing({ openPart: [done(), new NoAnswer('offline')] });
    await desk.store.acts.remove('stores', ['r7']);
    expect(desk.named('removeRecords')).toEqual([]);
    expect(desk.hub.state.trouble).toEqual({ kind: 'offline' });
  });

  test('a removal that a busy lock breaks off after a block is taken back whole', async () => {
    const busy: Answer = { status: 'busy', message: 'busy' };
    const count = blockSize + 1;
    const desk = await listing({ removeRecords: [done(), busy] }, count);
    const ids = storesOf(count).ids;
    void desk.store.acts.remove('stores', ids);
    await jest.advanceTimersByTimeAsync(10);
    expect(desk.hub.state.trouble).toEqual({ kind: 'busy' });
    // The first block is out of the workbook by now.
    desk.hold(storesOf(0));
    await settle();
    await desk.store.acts.undo();
    const block = (from: number) => ({ records: ids.slice(from, from + blockSize).map((id) => ({ id })) });
    expect(desk.named('restoreRecords')).toMatchObject([block(0), block(blockSize)]);
  });

  test('what a file would change is looked for in all fields, also when the list is read again meanwhile', async () => {
    const desk = await listing();
    desk.store.moving.go({ kind: 'import', part: 'stores' });
    await settle();
    const isWhole = (): boolean => {
      const book = desk.hub.state.books.stores;
      return book !== undefined && hasRead(book, 'all');
    };
    expect(isWhole()).toBe(true);
    await desk.store.reading.read('stores', true);
    expect(isWhole()).toBe(true);
    desk.store.moving.go({ kind: 'part', part: 'stores' });
    await desk.store.reading.read('stores', true);
    expect(isWhole()).toBe(false);
  });

  test('what is wanted while the list is still being read is read after it', async () => {
    const { store, named } = scripted({}, () => storesOf(many));
    await store.reading.open();
    const list = store.reading.read('stores');
    const withArea = store.reading.read('stores', false, ['area']);
    expect((await list)?.rows[7]?.values.area).toBeUndefined();
    expect((await withArea)?.rows[7]?.values.area).toBe(107);
    expect(named('openPart')).toHaveLength(2);
  });
});

test('what was not read is neither shown in a form nor changed from', () => {
  const row: Row = { id: 'r1', values: { name: 'One', city: null }, typedOver: new Set(), partly: true };
  expect(() => draftOf('stores', row)).toThrow('r1 was not read whole');
  expect(typedCell(stores.tab, field('stores', 'city'), row, 'city')).toBeNull();
  expect(() => typedCell(stores.tab, field('stores', 'area'), row, 'area')).toThrow('area was not read');
});
