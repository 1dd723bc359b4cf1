import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bookFor } from '../../host/book';
import { regionPlan } from '../../host/cli/regionPlan';
import { storesTable } from '../../host/cli/stores';
import { samplePeople, samplePrefill } from '../../host/sample/prefill';
import { bookOf } from '../../sidebar/book';
import { aroundOf } from '../../sidebar/form/around';
import { draftOf, withText } from '../../sidebar/form/draft';
import { draftFigures, draftRow } from '../../sidebar/form/live';
import { importText } from '../../sidebar/import/import';
import { listFields } from '../../sidebar/rows/listFields';
import { createStore } from '../../sidebar/store';
import type { PartCells } from '../../src/app/endpoints/open';
import { code, deskOn } from '../engine/addon';
import { part, terms } from '../sidebar/kit';
import { openPart } from './opened';
import { serverOf } from './server';

/** The sample's region with its stores again and again under other numbers, on a desk. */
function deskOf(count: number) {
  const given = importText(
    readFileSync(join(__dirname, '..', '..', 'host', 'sample', 'stores.zh.csv'), 'utf8'),
    storesTable(2027),
  );
  const stores = Array.from({ length: count }, (_, index) => {
    const values = given.records[index % given.records.length]?.values;
    return { row: index + 2, values: { ...values, storeId: `JM${index}`, name: `${values?.name}${index}` } };
  });
  const wish = { language: 'zh', region: '华东', year: 2027, people: samplePeople('zh') } as const;
  return deskOn(regionPlan(bookFor({ ...wish, stores, prefilled: samplePrefill('zh') }), code, count).workbook);
}

const count = 1000;
const { addon } = deskOf(count);
const { tab } = part('stores');
const some = { fields: listFields(part('stores')), wholeTo: 200 };

/** A part's answer with the bytes that come over the wire, and its service calls. */
function read(request: object): { readonly cells: PartCells; readonly bytes: number; readonly calls: number } {
  addon.calls.reset();
  const cells = openPart(addon, request);
  return { cells, bytes: Buffer.byteLength(JSON.stringify(cells)), calls: addon.calls.total };
}

const whole = read({ part: 'stores' });
const list = read({ part: 'stores', some });

describe('the list of 1,000 stores', () => {
  test('takes 250 KB at most, less than half of all that is known of them, in as many calls', () => {
    expect(whole.cells.ids).toHaveLength(count);
    expect(list.bytes).toBeLessThanOrEqual(250_000);
    expect(list.bytes).toBeLessThan(whole.bytes / 2);
    expect(list.calls).toBe(whole.calls);
    expect(list.calls).toBeLessThanOrEqual(6);
  });

  test('has the columns that it asks for as the whole answer has them, and what needs another look anywhere', () => {
    const { columns, typed: over, fields, ...rest } = list.cells;
    expect(fields).toEqual(some.fields);
    expect(Object.keys(columns).sort()).toEqual([...some.fields].sort());
    expect(whole.cells).toMatchObject({ columns, ...rest });
    expect(over).toEqual(
      Object.fromEntries(Object.entries(whole.cells.typed).filter(([key]) => some.fields.includes(key))),
    );
  });

  test('a table of no more records than are wanted whole comes whole', () => {
    const { cells } = read({ part: 'stores', some: { ...some, wholeTo: count } });
    expect(cells).toEqual(whole.cells);
  });
});

test('the region’s live figures, and those of a store while one types, are the same as from all columns', () => {
  const others = Object.fromEntries(
    ['settings', 'baseline', 'summary'].map((id) => [id, bookOf(read({ part: id }).cells)]),
  );
  const books = [list, whole].map(({ cells }) => ({ ...others, stores: bookOf(cells) }));
  const [fromList, fromAll] = books.map((known) => aroundOf(known));
  const planned = fromAll?.region?.planned;
  expect(planned).toBeGreaterThan(0);
  expect(fromList).toEqual(fromAll);
  const [id = ''] = whole.cells.ids;
  const [row] = bookOf(read({ part: 'stores', records: [id] }).cells).rows;
  if (!row) throw new Error('no store');
  const draft = withText(draftOf('stores', row), 'growth', '40');
  const [one, other] = books.map((known) => {
    const now = draftRow(tab, draft, terms);
    const around = aroundOf(known, { part: 'stores', row: now, before: row });
    return { planned: around.region?.planned, figures: draftFigures(tab, draft, now, around, terms) };
  });
  expect(one).toEqual(other);
  expect(one?.planned).not.toBe(planned);
});

test('a store that is removed from the list and brought back holds all that was typed into it', async () => {
  // Few more than come whole: each write here calculates all of them.
  const { addon: small } = deskOf(some.wholeTo + 1);
  const server = serverOf(small);
  let ids = 0;
  const store = createStore(server, 'zh', () => `list ${++ids}`);
  const [id = ''] = openPart(small, { part: 'stores' }).ids;
  const all = () => openPart(small, { part: 'stores', records: [id] });
  const before = all();
  await store.reading.open();
  await store.reading.read('stores');
  expect(store.hub.state.books.stores?.rows[0]).toMatchObject({ id, partly: true });
  await store.acts.remove('stores', [id]);
  expect(all().ids).toEqual([]);
  await store.acts.undo();
  expect(all()).toEqual(before);
  expect(before.columns.area?.[0]).toBeGreaterThan(0);
});
