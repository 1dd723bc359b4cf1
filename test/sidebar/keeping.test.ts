import type { DraftKept } from '../../sidebar/form/kept';
import { chosenRows, rowsChosen, type SlipKind, slipOf, wholePlan } from '../../sidebar/form/slip';
import { cutOffIn } from '../../sidebar/intake/cutOff';
import { noFilter } from '../../sidebar/rows/find';
import { createStore } from '../../sidebar/store';
import type { Drawer } from '../../sidebar/store/keeping';
import { NoAnswer } from '../../sidebar/wire';
import type { LogLine } from '../../src/app/endpoints/log';
import type { PartCells } from '../../src/app/endpoints/open';
import type { Answer } from '../../src/model/answer';
import { done, scripted, settle, two } from './scripted';

beforeEach(() => {
  jest.useFakeTimers();
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => jest.useRealTimers());

/** What outlasts a closed sidebar: what Google keeps of this person, what the browser keeps, and the workbook. */
function world(stores: PartCells = two) {
  const google = new Map<string, DraftKept>();
  const browser = new Map<string, string>();
  const state = {
    stores,
    isExpired: false,
    isCutOff: false,
    answers: [] as (Answer | NoAnswer)[],
    sent: [] as unknown[],
    takes: 0,
    lines: [] as LogLine[],
  };
  const drawer: Drawer = {
    read: (name) => browser.get(name) ?? null,
    write: (name, text) => browser.set(name, text) === browser,
  };
  let ids = 0;
  /** The sidebar opened: a page of its own each time. */
  async function opened() {
    const { store: plain } = scripted({}, () => state.stores);
    const send = async (request: unknown): Promise<Answer> => {
      state.sent.push(request);
      const answer = state.isExpired ? new NoAnswer('failed') : (state.answers.shift() ?? done('r1'));
      if (answer instanceof NoAnswer) throw answer;
      return answer;
    };
    const store = createStore(
      {
        ...plain.hub.server,
        saveRecord: send,
        addRecords: send,
        importRecords: (request) => (state.isCutOff ? new Promise(() => undefined) : send(request)),
        readLog: async () => ({ status: 'done', lines: state.lines, more: false, people: [] }),
        recallDrafts: async () => ({ status: 'done', owner: 'me', drafts: [...google.values()] }),
        keepDraft: async ({ part, record, draft }) => {
          if (state.isExpired) throw new NoAnswer('failed');
          const name = `${part} ${record}`;
          if (draft) google.set(name, { part, record, ...draft });
          else google.delete(name);
          // On its way it gets there, whether or not anyone waits for the answer.
          if (state.takes > 0) await new Promise((resolve) => setTimeout(resolve, state.takes));
          return { status: 'done', kept: true };
        },
      },
      'en',
      () => `q${++ids}`,
      drawer,
    );
    void store.reading.open();
    void store.keeping.recall();
    await jest.advanceTimersByTimeAsync(0);
    return store;
  }
  return { opened, google, browser, state };
}

type Store = ReturnType<typeof createStore>;

async function form(store: Store, record = 'r1'): Promise<void> {
  store.moving.go({ kind: 'record', part: 'stores', record });
  await jest.advanceTimersByTimeAsync(0);
}

test.each([0, 800, 1800])(
  'whoever types without a pause loses less than two seconds of it, whenever the sidebar is closed, where keeping takes %i ms',
  async (takes) => {
    const { opened, google, browser, state } = world();
    state.takes = takes;
    const store = await opened();
    await form(store);
    // Without what the browser keeps: it may keep nothing.
    browser.clear();
    let typed = '';
    const lost: number[] = [];
    for (let stroke = 0; stroke < 100; stroke += 1) {
      typed += String.fromCharCode(97 + (stroke % 26));
      store.forms.type('name', typed);
      const kept = google.get('stores r1')?.edits.name ?? '';
      lost.push((typed.length - kept.length) * 150);
      await jest.advanceTimersByTimeAsync(150);
    }
    expect(Math.max(...lost)).toBeLessThan(2000);
    expect(google.size).toBe(1);
  },
);

test('what was typed is offered when the sidebar is opened again, goes on where it stood, and is forgotten once saved', async () => {
  const { opened, google, browser, state } = world();
  const before = await opened();
  await form(before);
  before.forms.type('name', 'Uno');
  before.forms.type('growth', '12');
  await jest.advanceTimersByTimeAsync(1000);

  const store = await opened();
  expect(store.hub.state.offered).toMatchObject([
    { part: 'stores', record: 'r1', title: 'One', edits: { name: 'Uno' } },
  ]);
  const [kept] = store.hub.state.offered;
  if (!kept) throw new Error('nothing is offered');
  await store.keeping.resume(kept);
  await settle();
  expect(store.hub.state.offered).toEqual([]);
  expect(store.hub.state.view).toMatchObject({ kind: 'record', record: 'r1' });
  expect(store.hub.state.draft).toMatchObject({ edits: { name: 'Uno', growth: '12' }, clashes: [] });
  expect(await store.forms.save()).toBe(true);
  await settle();
  expect(state.sent).toMatchObject([{ changes: [{ field: 'name', from: 'One', to: 'Uno' }, { field: 'growth' }] }]);
  expect(google.size).toBe(0);
  expect([...browser.values()]).toEqual(['[]']);
  expect((await opened()).hub.state.offered).toEqual([]);
});

test('what others have changed since stands beside what was typed, and what is as it was typed is typed no more', async () => {
  const { opened, state } = world();
  const before = await opened();
  await form(before);
  before.forms.type('name', 'Uno');
  before.forms.type('ownership', 'selfOperated');
  await jest.advanceTimersByTimeAsync(1000);

  const { columns } = state.stores;
  const at = '2027-03-16T08:00:00.000Z';
  state.lines = [
    {
      ...{ request: 'q', at, who: 'noor@example.com', mine: false, part: 'stores', record: 'r1', name: 'S1' },
      ...{ what: 'changed', state: 'done', reason: null, together: 1, formulas: [] },
      changes: [{ field: 'name', from: 'One', to: 'Eins' }],
    },
  ];
  state.stores = {
    ...state.stores,
    columns: { ...columns, name: ['Eins', 'Two'], ownership: ['selfOperated', 'franchised'] },
  };
  const store = await opened();
  const [kept] = store.hub.state.offered;
  if (!kept) throw new Error('nothing is offered');
  await store.keeping.resume(kept);
  await settle();
  expect(store.hub.state.draft).toMatchObject({
    edits: { name: 'Uno' },
    clashes: [{ cell: 'name', theirs: 'Eins', mine: 'Uno', choice: undefined, by: { who: 'noor@example.com', at } }],
  });
  store.forms.choose('name', 'mine');
  await store.forms.saveChoices();
  await settle();
  expect(state.sent).toMatchObject([{ changes: [{ field: 'name', from: 'Eins', to: 'Uno' }] }]);
});

test('a record that was removed meanwhile is said to be gone, and what was typed is there', async () => {
  const { opened, state } = world();
  const before = await opened();
  await form(before);
  before.forms.type('name', 'Uno');
  await jest.advanceTimersByTimeAsync(1000);
  const { columns } = state.stores;
  const second = Object.fromEntries(Object.entries(columns).map(([key, values]) => [key, values.slice(1)]));
  state.stores = { ...state.stores, ids: ['r2'], columns: second };
  const store = await opened();
  const [kept] = store.hub.state.offered;
  if (!kept) throw new Error('nothing is offered');
  await store.keeping.resume(kept);
  await settle();
  expect(store.hub.state.draft).toMatchObject({ edits: { name: 'Uno' }, trouble: { kind: 'gone' } });
});

test('with an expired session the browser keeps it; once there is an answer again Google has it too', async () => {
  const { opened, google, state } = world();
  const before = await opened();
  await form(before);
  before.forms.type('name', 'Un');
  await jest.advanceTimersByTimeAsync(1000);
  state.isExpired = true;
  before.forms.type('name', 'Uno');
  expect(await before.forms.save()).toBe(false);
  expect(before.hub.state.draft).toMatchObject({ edits: { name: 'Uno' }, trouble: { kind: 'failed' } });
  await jest.advanceTimersByTimeAsync(5000);
  expect(google.get('stores r1')?.edits).toEqual({ name: 'Un' });
  state.isExpired = false;
  const { hub } = await opened();
  expect(hub.state.offered).toMatchObject([{ edits: { name: 'Uno' } }]);
  await jest.advanceTimersByTimeAsync(10_000);
  expect(google.get('stores r1')?.edits).toEqual({ name: 'Uno' });
});

test('a busy lock keeps nothing from being kept', async () => {
  const { opened, google, state } = world();
  state.answers = Array<Answer>(9).fill({ status: 'busy', message: 'busy' });
  const store = await opened();
  await form(store);
  store.forms.type('name', 'Uno');
  const saving = store.forms.save();
  await jest.advanceTimersByTimeAsync(2000);
  expect(google.get('stores r1')?.edits).toEqual({ name: 'Uno' });
  await settle();
  await settle();
  expect(await saving).toBe(false);
});

test('a new record that was sent without an answer is sent again as it was, not a second time', async () => {
  const { opened, state } = world();
  const before = await opened();
  before.moving.go({ kind: 'new', part: 'stores' });
  await settle();
  for (const [cell, text] of Object.entries({ storeId: 'S3', name: 'Three', ownership: 'franchised' }))
    before.forms.type(cell, text);
  state.answers = [new NoAnswer('failed')];
  expect(await before.forms.save()).toBe(false);
  await jest.advanceTimersByTimeAsync(1000);

  const store = await opened();
  const [kept] = store.hub.state.offered;
  if (!kept) throw new Error('nothing is offered');
  expect(kept.isNew).toBe(true);
  await store.keeping.resume(kept);
  await settle();
  expect(store.hub.state.view).toEqual({ kind: 'new', part: 'stores' });
  await store.forms.save();
  await settle();
  expect(state.sent).toHaveLength(2);
  expect(state.sent[1]).toEqual(state.sent[0]);
});

test('what is given up, in the form or where it is offered, is forgotten', async () => {
  const { opened, google } = world();
  const before = await opened();
  await form(before);
  before.forms.type('name', 'Uno');
  await jest.advanceTimersByTimeAsync(1000);
  expect(google.size).toBe(1);
  const store = await opened();
  const [kept] = store.hub.state.offered;
  if (kept) store.keeping.discard(kept);
  await settle();
  expect([google.size, store.hub.state.offered.length]).toEqual([0, 0]);
  await form(store, 'r2');
  store.forms.type('name', 'Due');
  await jest.advanceTimersByTimeAsync(1000);
  expect(google.size).toBe(1);
  store.moving.go({ kind: 'overview' });
  store.moving.discardAndLeave();
  await settle();
  expect(google.size).toBe(0);
});

/** Where something is typed that is no record's form, and the name under which it is typed. */
const slips: readonly (readonly [kind: SlipKind, part: string, name: string, view: object])[] = [
  ['#several', 'stores', 'value', { kind: 'several', part: 'stores' }],
  ['#import', 'stores', 'text', { kind: 'import', part: 'stores' }],
  ['#sign', wholePlan(), 'reason', { kind: 'signing' }],
  ['#reopen', wholePlan(), 'reason', { kind: 'signing' }],
  ['#generate', wholePlan(), 'region', { kind: 'generate' }],
];

test.each(slips)(
  'what is typed into %s is lost for less than two seconds, offered again, and forgotten once it is written',
  async (kind, part, name, view) => {
    const { opened, google, browser } = world();
    const before = await opened();
    browser.clear();
    let typed = '';
    const lost: number[] = [];
    for (let stroke = 0; stroke < 40; stroke += 1) {
      typed += String.fromCharCode(97 + (stroke % 26));
      before.slips.type(part, kind, { [name]: typed }, { rows: 2 });
      const kept = google.get(`${part} ${kind}`)?.edits[name] ?? '';
      lost.push((typed.length - kept.length) * 150);
      await jest.advanceTimersByTimeAsync(150);
    }
    expect(Math.max(...lost)).toBeLessThan(2000);
    await jest.advanceTimersByTimeAsync(1000);

    const store = await opened();
    const [kept] = store.hub.state.offered;
    if (!kept) throw new Error('nothing is offered');
    await store.keeping.resume(kept);
    await settle();
    expect(store.hub.state.offered).toEqual([]);
    expect(store.hub.state.view).toEqual(view);
    expect(store.slips.of(part, kind)).toMatchObject({ texts: { [name]: typed }, was: { rows: 2 } });
    store.slips.clear(part, kind);
    await settle();
    expect(google.size).toBe(0);
    expect((await opened()).hub.state.offered).toEqual([]);
  },
);

test('a value for many rows comes back with the rows that it was for', async () => {
  const { opened } = world();
  const before = await opened();
  const filter = { text: 'O n e', values: { ownership: 'franchised', city: '' }, faulty: true };
  const chosen = rowsChosen(filter, ['r2']);
  before.slips.type('stores', '#several', { field: 'growth', value: '', ...chosen }, { rows: 1 });
  await jest.advanceTimersByTimeAsync(1000);
  const store = await opened();
  const [kept] = store.hub.state.offered;
  if (!kept) throw new Error('nothing is offered');
  await store.keeping.resume(kept);
  await settle();
  const slip = store.slips.of('stores', '#several');
  expect(store.hub.state.listings.stores?.filter).toEqual(filter);
  expect(slip && chosenRows(slip)).toEqual({ filter, left: new Set(['r2']) });
  expect(rowsChosen(noFilter, [])).toEqual({});
});

test('pasted rows are kept whole; what is too long for Google stays in the browser, and that is said', async () => {
  const { opened, google } = world();
  const before = await opened();
  const rows = 'S1\t一店\n'.repeat(7000);
  before.slips.type('stores', '#import', { text: rows });
  await jest.advanceTimersByTimeAsync(2000);
  expect(before.hub.state.unkept).toEqual({});
  for (const text of Object.values(google.get('stores #import')?.edits ?? {})) expect(text.length).toBeLessThan(20_001);
  const store = await opened();
  const [kept] = store.hub.state.offered;
  if (!kept) throw new Error('nothing is offered');
  await store.keeping.resume(kept);
  expect(store.slips.of('stores', '#import')?.texts.text).toBe(rows);

  const longer = rows.repeat(3);
  store.slips.type('stores', '#import', { text: longer });
  await jest.advanceTimersByTimeAsync(2000);
  expect(store.hub.state.unkept).toEqual({ '#import stores': 'browser' });
  expect((await opened()).hub.state.offered.map(({ at }) => at)).toHaveLength(1);
  store.slips.type('stores', '#import', { text: rows.repeat(30) });
  expect(store.hub.state.unkept).toEqual({ '#import stores': 'nowhere' });
  store.slips.clear('stores', '#import');
  await settle();
  expect(google.size).toBe(0);
});

test('a total that is typed to be spread is kept with its form, and changes no cell', async () => {
  const { opened, google, state } = world();
  const before = await opened();
  await form(before);
  before.forms.type('#total.months', '1200');
  await jest.advanceTimersByTimeAsync(1000);
  expect(google.get('stores r1')?.edits).toEqual({ '#total.months': '1200' });
  expect(before.moving.isDirty()).toBe(false);
  const store = await opened();
  const [kept] = store.hub.state.offered;
  if (!kept) throw new Error('nothing is offered');
  await store.keeping.resume(kept);
  await settle();
  expect(store.hub.state.draft?.edits).toEqual({ '#total.months': '1200' });
  store.forms.type('name', 'Uno');
  expect(await store.forms.save()).toBe(true);
  await settle();
  expect(state.sent).toMatchObject([{ changes: [{ field: 'name' }] }]);
  expect(store.hub.state.draft?.edits).toEqual({ '#total.months': '1200' });
  store.forms.untype('#total.months');
  await settle();
  expect(google.size).toBe(0);
});

test('an import that is cut off is told of when the sidebar is opened again, until it is done or given up', async () => {
  const { opened, google, state } = world();
  const arrivals = ['S8', 'S9'].map((storeId, row) => ({
    key: storeId,
    isNew: true,
    record: { row, values: { storeId, ownership: 'franchised' } },
    changes: [],
  }));
  const before = await opened();
  state.isCutOff = true;
  before.slips.type('stores', '#import', { text: 'S8\nS9' });
  before.imports.importRows('stores', arrivals);
  await jest.advanceTimersByTimeAsync(2000);
  expect(google.get('stores #run')?.edits).toMatchObject({ rows: '2' });

  const store = await opened();
  expect(store.hub.state.offered.map(({ record }) => record).sort()).toEqual(['#import', '#run']);
  const run = store.hub.state.offered.find(({ record }) => record === '#run');
  const slip = run && slipOf(run);
  const cutOff = slip && cutOffIn(slip);
  if (!run || !cutOff) throw new Error('no import is offered');
  expect(await store.imports.writtenOf(cutOff)).toBe(0);
  const written = { at: '2027-03-16T08:00:00.000Z', who: 'noor@example.com', mine: true, part: 'stores', record: 'r8' };
  const how = {
    name: null,
    what: 'added',
    state: 'done',
    reason: null,
    together: 2,
    changes: [],
    formulas: [],
  } as const;
  state.lines = [{ ...written, ...how, request: `${cutOff.id}-0-0` }];
  expect(await store.imports.writtenOf(cutOff)).toBe(2);

  // Going on: it stays known until another import of the part is done.
  await store.keeping.resume(run);
  await settle();
  expect(store.hub.state.view).toEqual({ kind: 'import', part: 'stores' });
  expect(google.has('stores #run')).toBe(true);
  state.isCutOff = false;
  store.imports.importRows('stores', arrivals);
  await jest.advanceTimersByTimeAsync(2000);
  expect(store.hub.state.run?.state).toBe('done');
  expect(google.has('stores #run')).toBe(false);
});
