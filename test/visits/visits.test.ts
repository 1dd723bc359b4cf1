import type { Language } from '../../src/model/language';
import { sections as ours } from '../../src/sections';
import { listsOf, tabPlan } from '../../src/workbook/layout';
import { openPart } from '../app/opened';
import { asked, wrote } from '../engine/answer';
import { tabIn, valueIn } from '../engine/book';
import { checked } from '../engine/checked';
import { visitsDesk } from './desk';
import { visitsFigures } from './figures';
import { visitsSection } from './section';
import { sections } from './sections';

const [tab] = visitsSection.tabs;
if (!tab) throw new Error('the section has no tab');

/** The sidebar as it is with the part in the lists of sections and of live figures. */
function sidebar() {
  jest.resetModules();
  jest.doMock('../../src/sections', () => ({ sections }));
  const known = jest.requireActual<typeof import('../../src/sections/figures')>('../../src/sections/figures');
  jest.doMock('../../src/sections/figures', () => ({ liveParts: [...known.liveParts, ...visitsFigures] }));
  const load = jest.requireActual;
  return {
    ...load<typeof import('../../sidebar/planParts')>('../../sidebar/planParts'),
    ...load<typeof import('../../sidebar/book')>('../../sidebar/book'),
    ...load<typeof import('../../sidebar/form/around')>('../../sidebar/form/around'),
    ...load<typeof import('../../sidebar/form/live')>('../../sidebar/form/live'),
    ...load<typeof import('../../sidebar/form/draft')>('../../sidebar/form/draft'),
    ...load<typeof import('../../sidebar/rows/title')>('../../sidebar/rows/title'),
    ...load<typeof import('../../sidebar/view/inputs')>('../../sidebar/view/inputs'),
    ...load<typeof import('../../sidebar/value/terms')>('../../sidebar/value/terms'),
  };
}

const stores = [
  { storeId: 'S1', name: 'North', ownership: 'franchised', lastYearSales: 1200, agreedTarget: 900 },
  { storeId: 'S2', name: 'South', ownership: 'selfOperated', lastYearSales: 2400 },
];
const visits = [
  { visitor: 'Li Na', store: 'S1', month: '2027-03', planned: 4, done: 1 },
  { visitor: 'Li Na', store: 'S2', month: '2027-03', planned: 2, done: 5 },
];

/** The workbook with two stores and two visits; the ids of the visits. */
function filled() {
  const desk = visitsDesk();
  wrote(desk.addon, 'addRecords', { request: 'stores', part: 'stores', records: stores });
  return { ...desk, ids: wrote(desk.addon, 'importRecords', { request: 'visits', part: 'visits', records: visits }) };
}

test('the part is none of ours', () => {
  expect(ours.some(({ id }) => id === visitsSection.id)).toBe(false);
  expect(sections).toHaveLength(ours.length + 1);
});

test('its plan of tabs follows from its description', () => {
  const plan = tabPlan(visitsSection, tab, 'en', listsOf(sections));
  expect(plan.columns.map(({ key }) => key)).toEqual(['#id', ...tab.fields.map(({ id }) => id)]);
  expect(plan.body?.open).toMatchObject({ owner: 'ours', look: 'computed' });
});

test.each<Language>(['zh', 'en'])(
  'it is generated with the others in %s, and nothing is to be repaired',
  (language) => {
    const { addon, workbook } = visitsDesk(language);
    expect(tabIn(workbook, 'visits').name).toBe(visitsSection.text[language].title);
    expect(addon.run('generatePlan', { section: 'visits' })).toMatchObject({ made: [], changed: 0 });
  },
);

test('its records are saved, computed, refused and logged by the endpoints that all parts share', () => {
  const { addon, workbook, ids } = filled();
  const [first = ''] = ids;
  const shown = (cell: string) => ids.map((id) => valueIn(tabIn(workbook, 'visits'), id, cell));
  expect(shown('open')).toEqual([3, 0]);
  expect(shown('target')).toEqual([900, '']);
  const change = { record: first, field: 'planned', from: 4, to: 6 };
  wrote(addon, 'saveRecord', { request: 'more', part: 'visits', changes: [change] });
  expect(shown('open')).toEqual([5, 0]);
  const stale = asked(addon, 'saveRecord', { request: 'stale', part: 'visits', changes: [change] });
  expect(stale.status).toBe('conflict');
  const negative = { record: first, field: 'planned', from: 6, to: -1 };
  expect(asked(addon, 'saveRecord', { request: 'bad', part: 'visits', changes: [negative] }).status).toBe('invalid');
  expect(tabIn(workbook, 'log').values.flat()).toContain('visits');
});

test('a field that names a store is suggested, resolved once a row, and marked where there is no such store', () => {
  const plan = tabPlan(visitsSection, tab, 'en', listsOf(sections));
  expect(plan.body?.store?.rule).toEqual({ type: 'record', key: 'stores.storeId' });
  expect(plan.highlights).toContainEqual({ columns: ['store'], formula: 'AND({store}<>"",{storeAt}="")', look: 'bad' });
  expect(plan.columns.find(({ key }) => key === 'storeAt')).toMatchObject({ hidden: true });
  const { addon, workbook, ids } = filled();
  const shown = (cell: string) => ids.map((id) => valueIn(tabIn(workbook, 'visits'), id, cell));
  expect(shown('storeAt')).toEqual([1, 2]);
  const [first = '', second = ''] = ids;
  const move = (record: string, from: string, to: string): void => {
    const changes = [{ record, field: 'store', from, to }];
    wrote(addon, 'saveRecord', { request: `${from} to ${to}`, part: 'visits', changes });
  };
  move(first, 'S1', 'S9');
  move(second, 'S2', 'S1');
  expect([shown('storeAt'), shown('target')]).toEqual([
    ['', 1],
    ['', 900],
  ]);
  // The check finds it as well: what is not there may come, so that it is taken.
  const { columns: across, rows: down } = tabIn(workbook, 'visits');
  const letter = String.fromCharCode(65 + (across.get('store') ?? 0));
  expect(checked(addon)).toContain(
    `Store visits ${letter}${(down.get(first) ?? 0) + 1}: There is no “S9” yet; please check it, or add it first.`,
  );
  expect(openPart(addon, { part: 'visits' })).toMatchObject({
    faults: [{ record: first, field: 'store', rule: 'known', params: { got: 'S9' } }],
  });
  const formulas = tabIn(workbook, 'visits').formulas.flat();
  expect(formulas.filter((formula) => formula.includes('MATCH(')).length).toBe(ids.length);
  addon.use(({ SpreadsheetApp }) => {
    const sheet = SpreadsheetApp.getActive().getSheetByName('Store visits');
    const { columns, rows } = tabIn(workbook, 'visits');
    const cell = sheet?.getRange((rows.get(first) ?? -1) + 1, (columns.get('store') ?? -1) + 1);
    const rule = cell?.getDataValidation();
    expect(rule?.getAllowInvalid()).toBe(true);
    expect(rule?.getHelpText()).toBe('Choose one of “Store targets”, or type one that is yet to come there.');
  });
});

test('a month is one of the plan year: kept as its first day, and what figures by month are found by', () => {
  const { addon, workbook, ids } = filled();
  const shown = (cell: string) => ids.map((id) => valueIn(tabIn(workbook, 'visits'), id, cell));
  // 1 March 2027.
  expect(shown('month')).toEqual([46_447, 46_447]);
  expect(shown('monthAt')).toEqual([3, 3]);
  // 900 agreed with the store, in twelve equal months.
  expect(shown('monthTarget')).toEqual([75, '']);
  expect(openPart(addon, { part: 'visits' }).columns.month).toEqual(['2027-03', '2027-03']);
  const [first = ''] = ids;
  const move = (from: string, to: string) =>
    asked(addon, 'saveRecord', { request: to, part: 'visits', changes: [{ record: first, field: 'month', from, to }] });
  expect(move('2027-03', '2027-13')).toMatchObject({
    status: 'invalid',
    faults: [{ field: 'month', message: 'Please enter a month, for example 2027-03.' }],
  });
  expect(move('2027-03', '2028-01').status).toBe('done');
  expect([shown('monthAt'), shown('monthTarget')]).toEqual([
    ['', 3],
    ['', ''],
  ]);
});

test('who, where and when together are what a visit is known by', () => {
  const { addon, workbook, ids } = filled();
  const add = (request: string, records: readonly object[]) =>
    asked(addon, 'addRecords', { request, part: 'visits', records });
  // Another month is another visit; the same three are not.
  expect(add('april', [{ visitor: 'Li Na', store: 'S1', month: '2027-04' }]).status).toBe('done');
  expect(add('again', [{ visitor: 'Li Na', store: 'S1', month: '2027-03' }])).toMatchObject({
    status: 'invalid',
    faults: [{ field: 'month', message: '“Li Na · S1 · 2027-03” is there already; it must be unique.' }],
  });
  expect(
    tabIn(workbook, 'visits')
      .values.flat()
      .filter((value) => value === 'Li Na'),
  ).toHaveLength(3);
  const records = [
    { visitor: 'Li Na', store: 'S1', month: '2027-03', done: 2 },
    { visitor: 'Wang', store: 'S1', month: '2027-03', planned: 1 },
  ];
  const written = wrote(addon, 'importRecords', { request: 'file', part: 'visits', records });
  expect(written[0]).toBe(ids[0]);
  expect(valueIn(tabIn(workbook, 'visits'), ids[0] ?? '', 'done')).toBe(2);
  expect(written[1]).not.toBe(ids[1]);
});

test('a form knows a visit by the three, and says which other one has them', () => {
  const side = sidebar();
  const part = side.partOf('visits');
  const { addon } = filled();
  const { rows } = side.bookOf(openPart(addon, { part: 'visits' }));
  const [first] = rows;
  if (!part || !first) throw new Error('no visit');
  const terms = side.plainTerms('en');
  expect(side.titleOf(part, first, terms)).toBe('Li Na · S1 · 2027-03');
  const faults = side.draftFaults(part.tab, side.withText(side.draftOf('visits', first), 'store', 'S2'), terms, rows);
  expect([...faults]).toEqual([['month', expect.objectContaining({ rule: 'unique' })]]);
});

test('the form suggests the stores by number and name, and leads to the one that is named', () => {
  const side = sidebar();
  const store = side.partOf('visits')?.tab.fields.find(({ id }) => id === 'store');
  if (!store) throw new Error('no field');
  const { addon } = filled();
  const books = { stores: side.bookOf(openPart(addon, { part: 'stores' })) };
  expect(side.suggestionsFor(store, { books, opened: undefined }, side.plainTerms('en'))).toEqual([
    { value: 'S1', label: 'North' },
    { value: 'S2', label: 'South' },
  ]);
  expect(side.recordNamed(store, ' S2 ', books)).toBe(books.stores.rows[1]);
  expect(side.recordNamed(store, 'S9', books)).toBe('missing');
  expect([side.recordNamed(store, '', books), side.recordNamed(store, 'S9', {})]).toEqual([undefined, undefined]);
});

test('its form is drawn from the description, and its live figures are those of the workbook', () => {
  const side = sidebar();
  const part = side.partOf('visits');
  if (!part) throw new Error('the sidebar does not know the part');
  expect(side.textOf(part, 'zh').title).toBe('巡店计划');
  expect(side.isTyped(part.tab)).toBe(true);
  const { addon } = filled();
  const book = side.bookOf(openPart(addon, { part: 'visits' }));
  const terms = side.plainTerms('en');
  for (const row of book.rows) {
    const live = side.liveCells(part.tab, row, side.aroundOf({}));
    expect(live.open).toBe(row.values.open);
  }
  const [row] = book.rows;
  if (!row) throw new Error('no visit');
  const draft = side.withText(side.withText(side.draftOf('visits', row), 'planned', '9'), 'store', 'S2');
  const typedRow = side.draftRow(part.tab, draft, terms);
  const figures = side.draftFigures(part.tab, draft, typedRow, side.aroundOf({}), terms);
  expect(figures).toMatchObject({ open: 8, done: 1, target: undefined });
  expect(side.changesOf(part.tab, draft, terms)).toEqual([
    { record: row.id, field: 'store', from: 'S1', to: 'S2' },
    { record: row.id, field: 'planned', from: 4, to: 9 },
  ]);
});
