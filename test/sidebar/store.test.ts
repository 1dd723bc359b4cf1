import type { Arrival } from '../../sidebar/intake/preview';
import { NoAnswer } from '../../sidebar/wire';
import type { PartCells } from '../../src/app/endpoints/open';
import type { Answer } from '../../src/model/answer';
import { cells } from './kit';
import { done, scripted, settle, two } from './scripted';

const busy: Answer = { status: 'busy', message: 'busy' };

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** A store's form with a new name typed into it. */
async function typing(answers: Parameters<typeof scripted>[0] = {}) {
  const desk = scripted(answers);
  await desk.store.reading.open();
  desk.store.moving.go({ kind: 'record', part: 'stores', record: 'r1' });
  await settle();
  desk.store.forms.type('name', 'Uno');
  return desk;
}

const draftOf = ({ store }: Awaited<ReturnType<typeof typing>>) => store.hub.state.draft;

test('a save sends what changed, and offers the way back', async () => {
  const desk = await typing();
  await desk.store.forms.save();
  await settle();
  expect(desk.writes()).toEqual([
    {
      name: 'saveRecord',
      request: {
        request: expect.any(String),
        part: 'stores',
        changes: [{ record: 'r1', field: 'name', from: 'One', to: 'Uno' }],
      },
    },
  ]);
  await desk.store.acts.undo();
  await settle();
  expect(desk.writes()[1]?.request).toMatchObject({
    changes: [{ record: 'r1', field: 'name', from: 'Uno', to: 'One' }],
  });
  expect(desk.store.hub.state.notice).toEqual({ text: 'Undone.', undo: undefined });
});

test('a busy lock is tried again by itself under the same request, and gives up after a while', async () => {
  const desk = await typing({ saveRecord: [busy, busy, done('r1')] });
  const saving = desk.store.forms.save();
  await settle();
  await settle();
  expect(await saving).toBe(true);
  const requests = desk.writes().map(({ request }) => request);
  expect(requests).toHaveLength(3);
  expect(new Set(requests.map((request) => JSON.stringify(request))).size).toBe(1);

  const stuck = await typing({ saveRecord: Array(9).fill(busy) });
  const failing = stuck.store.forms.save();
  await settle();
  await settle();
  expect(await failing).toBe(false);
  expect(stuck.writes().length).toBeLessThanOrEqual(5);
  expect(draftOf(stuck)).toMatchObject({ edits: { name: 'Uno' }, trouble: { kind: 'busy' } });
});

test('without a connection nothing typed is lost; back online it is sent again under the same request', async () => {
  const desk = await typing({ saveRecord: [new NoAnswer('offline')] });
  expect(await desk.store.forms.save()).toBe(false);
  expect(draftOf(desk)).toMatchObject({ edits: { name: 'Uno' }, trouble: { kind: 'offline' }, saving: false });
  desk.store.online();
  await settle();
  const [first, second] = desk.writes();
  expect(second).toEqual(first);
  expect(draftOf(desk)).toMatchObject({ edits: {}, trouble: undefined });
});

test('a form that is not saved is asked about before it is left', async () => {
  const desk = await typing();
  const { moving, hub } = desk.store;
  moving.go({ kind: 'overview' });
  expect([hub.state.view.kind, hub.state.leaving?.kind]).toEqual(['record', 'overview']);
  moving.stay();
  expect(draftOf(desk)?.edits).toEqual({ name: 'Uno' });
  moving.go({ kind: 'overview' });
  await moving.saveAndLeave();
  await settle();
  expect(hub.state.view.kind).toBe('overview');
  expect(desk.writes().map(({ name }) => name)).toEqual(['saveRecord']);
});

test('leaving with "save" stays where the save fails', async () => {
  const desk = await typing({ saveRecord: [{ status: 'invalid', message: 'no', faults: [] }] });
  desk.store.moving.go({ kind: 'overview' });
  await desk.store.moving.saveAndLeave();
  expect(desk.store.hub.state.view.kind).toBe('record');
  expect(draftOf(desk)?.edits).toEqual({ name: 'Uno' });
});

test('leaving with "discard" gives up what was typed', async () => {
  const desk = await typing();
  desk.store.moving.go({ kind: 'part', part: 'stores' });
  desk.store.moving.discardAndLeave();
  await settle();
  expect(desk.writes()).toEqual([]);
  expect(desk.store.moving.isDirty()).toBe(false);
});

test('a conflict is settled field by field and then saved from what stands there', async () => {
  const conflicts = [{ record: 'r1', field: 'name', from: 'One', to: 'Uno', now: 'Eins' }];
  const desk = await typing({ saveRecord: [{ status: 'conflict', message: 'c', conflicts }] });
  expect(await desk.store.forms.save()).toBe(false);
  expect(draftOf(desk)?.clashes).toHaveLength(1);
  desk.store.forms.choose('name', 'mine');
  await desk.store.forms.saveChoices();
  expect(desk.writes()[1]?.request).toMatchObject({ changes: [{ field: 'name', from: 'Eins', to: 'Uno' }] });
});

test('a save whose answer was lost and that is typed on is no conflict with itself', async () => {
  const conflicts = [{ record: 'r1', field: 'name', from: 'One', to: 'Due', now: 'Uno' }];
  const desk = await typing({ saveRecord: [new NoAnswer('failed'), { status: 'conflict', message: 'c', conflicts }] });
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  await desk.store.forms.save();
  desk.store.forms.type('name', 'Due');
  expect(await desk.store.forms.save()).toBe(true);
  expect(
    desk
      .writes()
      .map(({ request }) => JSON.stringify(request))
      .at(-1),
  ).toContain('"from":"Uno","to":"Due"');
});

test('a field typed while a save is on its way whose answer is lost goes out in a request of its own', async () => {
  const desk = await typing({ saveRecord: [new NoAnswer('offline')] });
  const saving = desk.store.forms.save();
  desk.store.forms.type('city', 'Lyon');
  await saving;
  expect(await desk.store.forms.save()).toBe(true);
  const [first, second] = desk.writes().map(({ request }) => request);
  expect(first).toMatchObject({ request: 'q1', changes: [{ field: 'name' }] });
  expect(second).toMatchObject({ request: 'q2', changes: [{ field: 'name' }, { field: 'city', to: 'Lyon' }] });
});

test('a new record whose answer was lost is sent as it was, and what was typed since goes after it: there is one', async () => {
  const desk = scripted({ addRecords: [new NoAnswer('offline'), done('r2')] });
  await desk.store.reading.open();
  desk.store.moving.go({ kind: 'new', part: 'stores' });
  await settle();
  for (const [key, text] of Object.entries({ storeId: 'S9', ownership: 'franchised', name: 'Nine' }))
    desk.store.forms.type(key, text);
  expect(await desk.store.forms.save()).toBe(false);
  desk.store.forms.type('name', 'Neuf');
  const again = desk.store.forms.save();
  await settle();
  expect(await again).toBe(true);
  expect(desk.writes().slice(0, 3)).toMatchObject([
    { name: 'addRecords', request: { request: 'q2', records: [{ name: 'Nine' }] } },
    { name: 'addRecords', request: { request: 'q2', records: [{ name: 'Nine' }] } },
    { name: 'saveRecord', request: { changes: [{ record: 'r2', field: 'name', to: 'Neuf' }] } },
  ]);
});

test('a record removed by someone else can be added again with all that the form holds', async () => {
  const gone: Answer = { status: 'gone', message: 'g', records: ['r1'] };
  const desk = await typing({ saveRecord: [gone], addRecords: [done('r9')] });
  await desk.store.forms.save();
  desk.store.forms.addAgain();
  await settle();
  expect(desk.writes()[1]).toMatchObject({
    name: 'addRecords',
    request: { records: [{ storeId: 'S1', name: 'Uno', ownership: 'franchised' }] },
  });
});

test('removing offers the same ids and values back', async () => {
  const { store, writes } = scripted({ removeRecords: [done('r2')] });
  await store.reading.open();
  store.moving.go({ kind: 'part', part: 'stores' });
  await settle();
  await store.acts.remove('stores', ['r2']);
  await store.acts.undo();
  expect(writes().map(({ name }) => name)).toEqual(['removeRecords', 'restoreRecords']);
  expect(writes()[1]?.request).toMatchObject({
    records: [{ id: 'r2', values: { storeId: 'S2', name: 'Two', ownership: 'franchised', openedOn: null } }],
  });
});

test('many changes go out in one request, and beyond 1,500 in blocks', async () => {
  const changes = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ record: `r${index}`, field: 'growth', from: null, to: 0.1 }));
  const { store, writes } = scripted();
  await store.reading.open();
  await store.acts.apply({ part: 'stores', changes: changes(1000), added: [], totals: [] }, 'changed');
  await settle();
  expect(writes()).toHaveLength(1);
  await store.acts.apply({ part: 'stores', changes: changes(4000), added: [], totals: [] }, 'changed');
  expect(writes()).toHaveLength(4);
});

const added = (...ids: readonly string[]): Answer => ({ status: 'done', records: ids, added: ids });

test('an import goes on after the connection is back, with the block that had no answer', async () => {
  const { store, writes } = scripted({
    importRecords: [added('n1'), new NoAnswer('offline'), added('n2'), added('n3')],
  });
  await store.reading.open();
  const rows = Array.from({ length: 1200 }, (_, index) => ({
    key: `K${index}`,
    isNew: true,
    record: { row: index, values: { storeId: `K${index}` } },
    changes: [],
  }));
  store.imports.importRows('stores', rows);
  await settle();
  expect(store.hub.state.run).toMatchObject({ state: 'offline', written: 1 });
  expect(store.hub.state.notice?.text).toBe('Imported: 500 rows added, 0 changed.');
  store.online();
  // It is about to be more than what was offered to be taken back.
  expect(store.hub.state.notice).toBeUndefined();
  await settle();
  expect(store.hub.state.run).toMatchObject({ state: 'done', written: 3 });
  const [, second, again] = writes();
  expect(again).toEqual(second);
  await store.acts.undo();
  await settle();
  expect(writes().at(-1)).toMatchObject({ name: 'removeRecords', request: { records: ['n1', 'n2', 'n3'] } });
});

const arrival = (key: string, isNew: boolean): Arrival => ({
  key,
  isNew,
  record: { row: 2, values: { storeId: key } },
  changes: [],
});

test('an import can be taken back: what it changed from what it set, what it added away again, and nothing else', async () => {
  // What the workbook answers counts, not what stood there when the file was looked at.
  const changes = [{ record: 'r1', field: 'name', from: 'Ein', to: 'Uno' }];
  const imported: Answer = { status: 'done', records: ['n1', 'r1', 'r2'], added: ['n1'], changes };
  const desk = scripted({ importRecords: [imported] });
  await desk.store.reading.open();
  await desk.store.reading.read('stores');
  // S2 was new when the file was looked at; someone else has added it since.
  desk.store.imports.importRows('stores', [arrival('S9', true), arrival('S2', true), arrival('S1', false)]);
  await settle();
  expect(desk.store.hub.state.notice?.text).toBe('Imported: 2 rows added, 1 changed.');
  await desk.store.acts.undo();
  await settle();
  expect(desk.writes().slice(1)).toEqual([
    {
      name: 'saveRecord',
      request: {
        request: expect.any(String),
        part: 'stores',
        changes: [{ record: 'r1', field: 'name', from: 'Uno', to: 'Ein' }],
      },
    },
    { name: 'removeRecords', request: { request: expect.any(String), part: 'stores', records: ['n1'] } },
  ]);
  expect(desk.store.hub.state.notice).toEqual({ text: 'Undone.', undo: undefined });
  expect(desk.store.hub.state.run).toBeUndefined();
});

test('whoever comes to import again begins anew; an import that is not over is still there', async () => {
  const rows = Array.from({ length: 600 }, (_, index) => arrival(`K${index}`, true));
  const { store } = scripted({ importRecords: [added('n1'), new NoAnswer('offline'), added('n2')] });
  await store.reading.open();
  store.moving.go({ kind: 'import', part: 'stores' });
  store.imports.importRows('stores', rows);
  await settle();
  const comesBack = (): void => {
    store.moving.go({ kind: 'part', part: 'stores' });
    store.moving.go({ kind: 'import', part: 'stores' });
  };
  comesBack();
  expect(store.hub.state.run).toMatchObject({ state: 'offline', written: 1 });
  store.online();
  await settle();
  // How it ended stands where it ran, until one leaves.
  expect(store.hub.state.run).toMatchObject({ state: 'done', written: 2 });
  comesBack();
  expect(store.hub.state.run).toBeUndefined();
  // What it did can still be taken back.
  expect(store.hub.state.notice?.undo).toBeDefined();
});

test('what only imports write is taken back with that as its reason', async () => {
  const from = [80_000, ...Array<null>(11).fill(null)];
  const to = [90_000, ...Array<null>(11).fill(null)];
  const changes = [{ record: 'r1', field: 'sales', from, to }];
  const desk = scripted({ importRecords: [{ status: 'done', records: ['r1'], added: [], changes }] });
  await desk.store.reading.open();
  desk.store.imports.importRows('actuals', [
    { ...arrival('S1', false), record: { row: 2, values: { storeId: 'S1', sales: to } } },
  ]);
  await settle();
  await desk.store.acts.undo();
  await settle();
  expect(desk.writes()[1]?.request).toMatchObject({
    reason: 'Import taken back',
    changes: [{ record: 'r1', field: 'sales', from: to, to: from }],
  });
});

test('data through moves once all is written, and goes back with the import; moved since it stays, the import goes back all the same', async () => {
  const change = { record: 'settings', field: 'dataThrough', from: null, to: '2027-04-15' };
  const after = { part: 'settings', changes: [change] };
  const back = { record: 'settings', field: 'dataThrough', from: '2027-04-15', to: null };
  const moved: Answer = { status: 'conflict', message: 'c', conflicts: [] };
  for (const answer of [done('settings'), moved]) {
    const desk = scripted({ importRecords: [added('n1')], saveRecord: [done('settings'), answer] });
    await desk.store.reading.open();
    desk.store.imports.importRows('actuals', [arrival('S1', true)], { after, reason: 'late slip' });
    await settle();
    await desk.store.acts.undo();
    await settle();
    const [imported, moving, ...others] = desk.writes();
    expect(imported?.request).toMatchObject({ part: 'actuals', reason: 'late slip' });
    expect(moving?.request).toMatchObject({ part: 'settings', changes: [change] });
    expect(others.map(({ name }) => name)).toEqual(['saveRecord', 'removeRecords']);
    expect(others[0]?.request).toMatchObject({ part: 'settings', changes: [back] });
    expect(desk.store.hub.state.notice).toEqual({ text: 'Undone.', undo: undefined });
  }
});

test('taking back goes on after a busy lock where it stopped, and writes nothing twice', async () => {
  const desk = scripted({ removeRecords: [busy, done()] });
  await desk.store.reading.open();
  const changes = [{ record: 'r1', field: 'name', from: 'One', to: 'Uno' }];
  desk.store.acts.offer('x', desk.store.acts.wayBack({ part: 'stores', changes, added: ['n1'] }));
  void desk.store.acts.undo();
  await settle();
  expect(desk.writes().map(({ name }) => name)).toEqual(['saveRecord', 'removeRecords', 'removeRecords']);
});

test('a total spread over months is typed into the form, and taken back leaves it as it was but for what was typed since', async () => {
  const desk = await typing();
  const { forms, acts, hub } = desk.store;
  forms.type('months.2', '5');
  const to = Array.from({ length: 12 }, () => 10);
  const from = to.map(() => null);
  forms.apply(
    { part: 'stores', changes: [{ record: 'r1', field: 'months', from, to }], added: [], totals: [] },
    'spread',
  );
  expect(draftOf(desk)?.edits).toMatchObject({ name: 'Uno', 'months.1': '10', 'months.12': '10' });
  forms.type('months.3', '7');
  await acts.undo();
  await settle();
  expect(draftOf(desk)?.edits).toEqual({ name: 'Uno', 'months.2': '5', 'months.3': '7' });
  expect(hub.state.notice?.text).toBe('Undone.');
  expect(desk.writes()).toEqual([]);
});

describe('what was done is said', () => {
  const said = (desk: Awaited<ReturnType<typeof typing>>) => desk.store.hub.state.notice?.text;

  /** A store’s form that is saved, in a workbook in which others may change the name since. */
  async function saved() {
    let held = two;
    const desk = scripted({}, () => held);
    await desk.store.reading.open();
    desk.store.moving.go({ kind: 'record', part: 'stores', record: 'r1' });
    await settle();
    desk.store.forms.type('name', 'Uno');
    await desk.store.forms.save();
    await settle();
    const rename = (name: string): void => {
      const named = (storeId: string, called: string) => ({ storeId, name: called, ownership: 'franchised' });
      held = cells('stores', { r1: named('S1', name), r2: named('S2', 'Two') });
    };
    return { ...desk, rename };
  }

  test('only of its own record', async () => {
    const desk = await saved();
    expect([said(desk), desk.store.hub.state.savedAt !== undefined]).toEqual(['Saved.', true]);
    desk.store.moving.go({ kind: 'record', part: 'stores', record: 'r2' });
    expect(said(desk)).toBeUndefined();
  });

  test('for as long as it is so: undone in the grid, it is said no more, and the form shows what stands there', async () => {
    const desk = await saved();
    const stop = desk.store.pulse.saved('stores', 'r1', () => true);
    await settle();
    expect(said(desk)).toBe('Saved.');
    desk.rename('One');
    await settle();
    const { savedAt, draft } = desk.store.hub.state;
    expect([said(desk), savedAt, draft?.base.values.name]).toEqual([undefined, undefined, 'One']);
    stop();
  });

  test('of many records also on the way to the overview, and in no other part', async () => {
    const desk = await typing();
    const applied = { part: 'stores', changes: [], added: ['r1', 'r2'] };
    const offer = (): void => desk.store.acts.offer('two', desk.store.acts.wayBack(applied), applied);
    desk.store.forms.revert();
    offer();
    for (const [view, expected] of [
      [{ kind: 'overview' }, 'two'],
      [{ kind: 'part', part: 'stores' }, 'two'],
      [{ kind: 'part', part: 'people' }, undefined],
    ] as const) {
      desk.store.moving.go(view);
      expect([view, said(desk)]).toEqual([view, expected]);
    }
    offer();
    desk.store.moving.go({ kind: 'record', part: 'stores', record: 'r2' });
    expect(said(desk)).toBeUndefined();
  });
});

describe('the overview follows the grid', () => {
  const figures = (total: number): PartCells => cells('summary', { total: { figure: total } });

  test.each([
    ['while someone is about', 0, 2500],
    ['once nobody has been for five minutes', 300_000, 15_500],
  ])('%s', async (_, away, within) => {
    let total = 1;
    let looks = 0;
    const desk = scripted({}, undefined, () => {
      looks += 1;
      return [figures(total)];
    });
    await desk.store.reading.open();
    const { hub, pulse } = desk.store;
    const stop = pulse.overview(() => true);
    await jest.advanceTimersByTimeAsync(away + 5000);
    const shown = () => hub.state.opened?.figures.find(({ part }) => part === 'summary')?.columns.figure;
    total = 7;
    await jest.advanceTimersByTimeAsync(within);
    expect(shown()).toEqual([7]);
    stop();
    looks = 0;
    await jest.advanceTimersByTimeAsync(60_000);
    expect(looks).toBe(0);
  });

  test('nothing is read where nobody sees it', async () => {
    const desk = scripted();
    await desk.store.reading.open();
    const stop = desk.store.pulse.overview(() => false);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(desk.named('openPart')).toEqual([]);
    stop();
  });
});

test('of a month that is closed it is said what of it could not be kept', async () => {
  const message = 'without its report';
  const { store } = scripted({ closeMonth: [{ status: 'done', records: ['m1'], message }] });
  store.moving.enter({ kind: 'part', part: 'stores' });
  await settle();
  await store.imports.closeMonth('stores', 'm1');
  expect(store.hub.state.notice?.text).toBe(message);
});
