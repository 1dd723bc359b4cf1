import { bookOf } from '../../sidebar/book';
import { peopleListOf, unlisted } from '../../sidebar/intake/people';
import type { Arrival } from '../../sidebar/intake/preview';
import { meant, partOf } from '../../sidebar/planParts';
import { NoAnswer } from '../../sidebar/wire';
import type { Answer } from '../../src/model/answer';
import { cells } from './kit';
import { done, scripted, settle } from './scripted';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const person = meant('person');
const outlets = partOf('stores');
if (!person || !outlets) throw new Error('no list of people');
const list = peopleListOf(person.tab, person.field);

const arrival = (storeId: string, supervisor?: string): Arrival => ({
  key: storeId,
  isNew: true,
  record: { row: 2, values: { storeId, ...(supervisor !== undefined && { supervisor }) } },
  changes: [],
});

test('supervisors whom the list of people lacks are told once each, as supervisors', () => {
  const listed = bookOf(cells('people', { p1: { person: '张三' } }));
  const rows = [
    arrival('S1', '张三'),
    arrival('S2', '李四'),
    arrival('S3', ' 李四 '),
    arrival('S4', 'Ｗang'),
    arrival('S5', 'wang'),
    arrival('S6'),
  ];
  expect(
    unlisted(
      rows.map(({ record }) => record),
      outlets.tab,
      list,
      listed,
    ),
  ).toEqual({
    part: 'people',
    records: [
      { person: '李四', role: 'supervisor' },
      { person: 'Wang', role: 'supervisor' },
    ],
  });
});

const people = { part: 'people', records: [{ person: '李四', role: 'supervisor' }] };
const added = (...ids: string[]): Answer => ({ status: 'done', records: ids, added: ids, changes: [] });

test('people come before the rows that name them, and all goes back at once', async () => {
  const desk = scripted({ importRecords: [added('p1'), added('n1')] });
  await desk.store.reading.open();
  desk.store.imports.importRows('stores', [arrival('S1', '李四')], { newPeople: people });
  await settle();
  expect(desk.writes().map(({ request }) => request)).toMatchObject([
    { part: 'people', records: people.records },
    { part: 'stores', records: [{ storeId: 'S1', supervisor: '李四' }] },
  ]);
  expect(desk.store.hub.state.notice?.text).toBe('Imported: 1 row added, 0 changed.');
  await desk.store.acts.undo();
  await settle();
  expect(desk.writes().slice(2)).toMatchObject([
    { name: 'removeRecords', request: { part: 'people', records: ['p1'] } },
    { name: 'removeRecords', request: { part: 'stores', records: ['n1'] } },
  ]);
  expect(desk.store.hub.state.notice).toEqual({ text: 'Undone.', undo: undefined });
});

test('where no answer comes to the people, no row is written; going on sends the same request again', async () => {
  const desk = scripted({ importRecords: [new NoAnswer('offline'), added('p1'), added('n1')] });
  await desk.store.reading.open();
  desk.store.imports.importRows('stores', [arrival('S1', '李四')], { newPeople: people });
  await settle();
  expect(desk.store.hub.state.run).toMatchObject({ state: 'offline', written: 0 });
  desk.store.imports.resumeImport();
  await settle();
  const [first, again, rows] = desk.writes();
  expect(again).toEqual(first);
  expect(rows?.request).toMatchObject({ part: 'stores' });
  expect(desk.store.hub.state.run?.state).toBe('done');
});

test('people who are refused are left out, and the rows are not', async () => {
  const no: Answer = { status: 'invalid', message: 'no', faults: [{ record: '李四', message: 'no' }] };
  const desk = scripted({ importRecords: [no, added('n1')] });
  await desk.store.reading.open();
  desk.store.imports.importRows('stores', [arrival('S1', '李四')], { newPeople: people });
  await settle();
  expect(desk.store.hub.state.run).toMatchObject({ state: 'refused', written: 0 });
  desk.store.imports.leaveRefused();
  await settle();
  expect(desk.writes().map(({ request }) => request)).toMatchObject([{ part: 'people' }, { part: 'stores' }]);
  expect(desk.store.hub.state.run).toMatchObject({ state: 'done', written: 1 });
});

test('a busy lock is waited for', async () => {
  const busy: Answer = { status: 'busy', message: 'busy' };
  const desk = scripted({ importRecords: [busy, added('p1'), done('r1')] });
  await desk.store.reading.open();
  desk.store.imports.importRows('stores', [arrival('S1', '李四')], { newPeople: people });
  await settle();
  await settle();
  expect(desk.writes().map(({ request }) => request)).toMatchObject([
    { part: 'people' },
    { part: 'people' },
    { part: 'stores' },
  ]);
});
