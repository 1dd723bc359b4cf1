import { cost } from '../../host/bench/region';
import { lateReads, locked, mostChanged, newTabs } from '../../host/bench/tabs';
import { type Desk, emptyDesk, openedDesk, plannedDesk, savedFile, userOf } from '../engine/addon';
import { wrote } from '../engine/answer';
import { registeredIn, tabIn } from '../engine/book';
import { kept } from '../kept';

const sections = ['settings', 'baseline', 'stores'];

const stores = (count: number): readonly object[] =>
  Array.from({ length: count }, (_, index) => ({
    storeId: `S${index + 1}`,
    name: `Store ${index + 1}`,
    ownership: index % 5 === 0 ? 'selfOperated' : 'franchised',
    city: `City ${index + 1}`,
    lastYearSales: 100_000 + index,
  }));

/** A workbook with so many stores, as a file. */
function fileWith(count: number): string {
  const desk = plannedDesk({ sections });
  for (let first = 0; first < count; first += 500) {
    const records = stores(count).slice(first, first + 500);
    wrote(desk.addon, 'importRecords', { request: `from ${first}`, part: 'stores', records });
  }
  return savedFile(desk.workbook);
}

/** More stores than there are rows ready for them, to be told from a few. */
const many = 150;
const counts = [10, 60, many];
const deskWith = (count: number): Desk => openedDesk(kept(`${count} stores`, () => fileWith(count)));

const desks = new Map<number, Desk>();

/** The same desk for all cases that leave its stores standing: to open hundreds takes longer than what is counted. */
function sharedDesk(count: number): Desk {
  const desk = desks.get(count) ?? deskWith(count);
  desks.set(count, desk);
  return desk;
}

let requests = 0;

/** A request's id, each time another. */
function request(): string {
  requests += 1;
  return `request ${requests}`;
}

/** The service calls of some work. */
function callsOf(desk: Desk, work: () => void): number {
  return cost(desk, work).calls.length;
}

describe('generating', () => {
  const desk = emptyDesk('en');
  const spent = cost(desk, () => {
    expect(desk.addon.run('generatePlan', { language: 'en', region: 'East', planYear: 2027 })).toMatchObject({
      status: 'done',
    });
  });

  test.each(newTabs(desk, spent).map((tab) => [tab.name, tab.calls] as const))(
    '%s takes at most 40 calls',
    (_, calls) => {
      expect(calls).toBeLessThanOrEqual(40);
    },
  );

  test('no cell is read once one has been written; the one size that is asked is a new tab’s', () => {
    const first = spent.calls.findIndex(({ kind }) => kind === 'write' || kind === 'structure');
    const later = spent.calls.slice(first).filter(({ kind }) => kind === 'read');
    expect(later.map(({ name }) => name).filter((name) => !name.startsWith('DeveloperMetadata'))).toEqual([
      'Sheet.getMaxRows',
      'Sheet.getMaxColumns',
    ]);
  });

  test('a part that comes to 10, 60 or 150 stores takes the same calls', () => {
    const calls = counts.map((count) => {
      const with_ = deskWith(count);
      return callsOf(with_, () =>
        expect(with_.addon.run('generatePlan', { section: 'staff' })).toMatchObject({ made: ['Staff'] }),
      );
    });
    expect(new Set(calls).size).toBe(1);
  });

  test('bringing up to date takes the same calls, reads first, and writes nothing where nothing is to be done', () => {
    const calls = counts.map((count) => {
      const with_ = sharedDesk(count);
      const again = cost(with_, () =>
        expect(with_.addon.run('generatePlan', { section: 'stores' })).toMatchObject({ changed: 0 }),
      );
      expect(lateReads(again)).toBe(0);
      expect(with_.addon.calls.writes).toBe(0);
      return again.calls.length;
    });
    expect(new Set(calls).size).toBe(1);
    // Three of reading and the name for each of the eight tabs, two of them hidden; the rest finds them, takes the lock,
    // looks for what a save left half written, and asks how the locale separates arguments.
    expect(calls[0]).toBeLessThanOrEqual(4 * 8 + 8 + 3);
  });

  test('checking takes the same calls, changes nothing, and looks at what was typed without another one', () => {
    const calls = counts.map((count) => {
      const with_ = sharedDesk(count);
      const spent = cost(with_, () => with_.addon.run('listFindings'));
      expect(with_.addon.calls.writes).toBe(0);
      return spent.calls.length;
    });
    expect(new Set(calls).size).toBe(1);
    expect(calls[0]).toBeLessThanOrEqual(2 * 8 + 9);
  });

  test('a switch of language takes at most 40 calls a tab', () => {
    const desk = plannedDesk();
    const spent = cost(desk, () => desk.addon.command('switchLanguage'));
    expect(tabIn(desk.workbook, 'settings').name).toBe('设置');
    expect(mostChanged(spent)).toBeGreaterThan(20);
    expect(mostChanged(spent)).toBeLessThanOrEqual(40);
  });

  test('checking a whole workbook takes at most 40 calls, also where tabs have been renamed', () => {
    const desk = plannedDesk();
    const checked = () =>
      cost(desk, () => expect(desk.addon.run('listFindings')).toEqual({ status: 'done', found: [] })).calls.length;
    wrote(desk.addon, 'addRecords', { request: request(), part: 'people', records: [{ person: 'Li' }] });
    expect(checked()).toBeLessThanOrEqual(40);
    const { name } = tabIn(desk.workbook, 'settings');
    desk.addon.use(({ SpreadsheetApp }) => SpreadsheetApp.getActive().getSheetByName(name)?.setName('Läden ’27'));
    expect(checked()).toBeLessThanOrEqual(40);
  });
});

describe('a save', () => {
  /** One changed field of each kind of cell. */
  const saves: readonly (readonly [
    string,
    string,
    (desk: Desk) => { record: string; field: string; from: unknown; to: unknown },
  ])[] = [
    ['an input', 'stores', (desk) => ({ record: idOf(desk, 7), field: 'city', from: 'City 7', to: 'Harbour' })],
    ['text like a formula', 'stores', (desk) => ({ record: idOf(desk, 7), field: 'city', from: 'City 7', to: '=1+1' })],
    ['a day', 'stores', (desk) => ({ record: idOf(desk, 7), field: 'openedOn', from: null, to: '2026-05-01' })],
    ['a default', 'stores', (desk) => ({ record: idOf(desk, 7), field: 'growth', from: null, to: 0.1 })],
    ['a setting', 'settings', () => ({ record: 'settings', field: 'companyTarget', from: null, to: 5_000_000 })],
    ['a setting with a default', 'settings', () => ({ record: 'settings', field: 'roundingUnit', from: null, to: 10 })],
    ['an ownership’s growth', 'baseline', () => ({ record: 'franchised', field: 'growth', from: null, to: 0.1 })],
  ];

  function idOf({ workbook }: Desk, number: number): string {
    const tab = tabIn(workbook, 'stores');
    const column = tab.columns.get('storeId') ?? -1;
    const found = [...tab.rows].find(([, row]) => tab.values[row]?.[column] === `S${number}`);
    return found?.[0] ?? '';
  }

  test.each(saves)(
    'of %s takes 18 calls, 19 of a day, nine of them with the lock, the same with 10 and with 150 stores',
    (what, part, change) => {
      const spent = [10, many].map((count) => {
        const desk = sharedDesk(count);
        const changes = [change(desk)];
        const registered = registeredIn(desk.workbook);
        const { calls } = cost(desk, () =>
          wrote(desk.addon, 'saveRecord', { request: request(), registered, part, changes }),
        );
        const back = changes.map(({ from, to, ...cell }) => ({ ...cell, from: to, to: from }));
        wrote(desk.addon, 'saveRecord', { request: request(), part, changes: back });
        return calls;
      });
      const [few = [], more = []] = spent;
      expect(few.map(({ name }) => name)).toEqual(more.map(({ name }) => name));
      expect(few.length).toBeLessThanOrEqual(what === 'a day' ? 19 : 18);
      expect(locked({ calls: few })).toBeLessThanOrEqual(9);
    },
  );

  test('an addition and a removal take 18 calls, an addition with a day 19, nine of them with the lock, however many stores', () => {
    const record = { storeId: 'N1', name: 'New', ownership: 'franchised', city: 'Harbour' };
    const dated = { ...record, storeId: 'N2', openedOn: '2026-05-01' };
    const spent = [10, many].map((count) => {
      const desk = deskWith(count);
      const registered = registeredIn(desk.workbook);
      const add = (one: object) =>
        wrote(desk.addon, 'addRecords', { request: request(), registered, part: 'stores', records: [one] });
      // The first of all makes room for copies beside the log.
      add({ ...record, storeId: 'N0' });
      let records: readonly string[] = [];
      const added = cost(desk, () => {
        records = add(record);
      });
      const day = cost(desk, () => add(dated));
      const removed = cost(desk, () =>
        wrote(desk.addon, 'removeRecords', { request: request(), registered, part: 'stores', records }),
      );
      return [added.calls, day.calls, removed.calls];
    });
    const [few = [], more = []] = spent;
    expect(few.map((calls) => calls.map(({ name }) => name))).toEqual(
      more.map((calls) => calls.map(({ name }) => name)),
    );
    for (const [index, calls] of few.entries()) {
      expect(calls.length).toBeLessThanOrEqual(index === 1 ? 19 : 18);
      expect(locked({ calls })).toBeLessThanOrEqual(9);
    }
  });

  test('of five fields takes a call more for each block of cells', () => {
    const desk = deskWith(10);
    const changes = ['name', 'city', 'franchisee', 'manager', 'keyActions'].map((field) => ({
      record: idOf(desk, 7),
      field,
      from: field === 'name' ? 'Store 7' : field === 'city' ? 'City 7' : null,
      to: 'Anything',
    }));
    expect(
      callsOf(desk, () => wrote(desk.addon, 'saveRecord', { request: 'mine', part: 'stores', changes })),
    ).toBeLessThanOrEqual(23);
  });
});

describe('an import’s calls do not grow with its rows', () => {
  const imported = (desk: Desk, records: readonly object[]): number =>
    callsOf(desk, () => wrote(desk.addon, 'importRecords', { request: request(), part: 'stores', records }));

  test('new stores', () => {
    const fresh = (count: number): readonly object[] =>
      Array.from({ length: count }, (_, index) => ({
        storeId: `N${index}`,
        ownership: 'franchised',
        name: `New ${index}`,
      }));
    const few = imported(deskWith(10), fresh(5));
    // More rows than are ready ask for room: the height, the rows, and what a row looks like.
    expect(imported(deskWith(10), fresh(200))).toBeLessThanOrEqual(few + 20);
    expect(imported(deskWith(many), fresh(200))).toBeLessThanOrEqual(few + 20);
  });

  test('the first block takes at most 20 more than the next; what lists the stores grows once, with the last one', () => {
    const desk = plannedDesk();
    const block = (first: number, count: number, toFollow: number): number => {
      const records = stores(first + count - 1).slice(first - 1);
      return callsOf(desk, () =>
        wrote(desk.addon, 'importRecords', { request: request(), part: 'stores', records, toFollow }),
      );
    };
    const [first, next, last] = [block(1, 150, 40), block(151, 20, 20), block(171, 20, 0)];
    expect(first - next).toBeLessThanOrEqual(20);
    // Rows for some more stores, and what they hold: of 190 stores for 225, and two rows of the list’s own.
    expect(last - next).toBeLessThanOrEqual(55);
    expect(tabIn(desk.workbook, 'storeList').rows.has('n227')).toBe(true);
    expect(desk.addon.run('listFindings')).toEqual({ status: 'done', found: [] });
    // As many more as there is room for that are franchised: their rows are there, and are filled.
    const records = Array.from({ length: 25 }, (_, index) => ({
      storeId: `F${index}`,
      name: `F ${index}`,
      ownership: 'franchised',
    }));
    const filled = callsOf(desk, () =>
      wrote(desk.addon, 'addRecords', { request: request(), part: 'stores', records }),
    );
    expect(filled).toBeLessThanOrEqual(40);
    expect(desk.addon.run('listFindings')).toEqual({ status: 'done', found: [] });
  });

  test('changes of stores that stand below each other', () => {
    const below = (count: number, city: string) => stores(count).map((store) => ({ ...store, city }));
    const desk = sharedDesk(many);
    const more = imported(desk, below(100, 'Harbour')) - imported(desk, below(10, 'Hill'));
    // The log's sheet may have to grow for the copies: at most three calls, however many rows.
    expect([0, 1, 2, 3]).toContain(more);
  });

  test('changes of scattered stores', () => {
    const every = (step: number, name: string) =>
      stores(many)
        .filter((_, index) => index % step === 0)
        .map((store) => ({ ...store, city: 'Valley', name }));
    const few = imported(sharedDesk(many), every(60, 'New'));
    // On a desk of its own: where others have written before, the log may need room.
    expect(imported(deskWith(many), every(2, 'Newer'))).toBeLessThanOrEqual(few);
    expect(few).toBeLessThanOrEqual(40);
  });
});

describe('the menu before the add-on is authorised', () => {
  test('touches nothing but the user’s language and the menu', () => {
    const { addon } = deskWith(10);
    addon.calls.reset();
    expect(addon.menu()?.kind).toBe('menu');
    const names = new Set(addon.calls.sequence.map(({ name }) => name));
    names.delete('Session.getActiveUserLocale');
    expect([...names].filter((name) => !/^(SpreadsheetApp\.getUi|Ui\.create\w*Menu|Menu\.)/.test(name))).toEqual([]);
  });

  test('is there also where the language is not told', () => {
    const addon = userOf(deskWith(10).workbook, 'new@example.com', { hideLocale: true });
    expect(addon.menu()?.kind).toBe('menu');
  });
});
