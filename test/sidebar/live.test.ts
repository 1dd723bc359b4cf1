import { type Book, bookOf } from '../../sidebar/book';
import { aroundOf } from '../../sidebar/form/around';
import { draftOf, withText } from '../../sidebar/form/draft';
import { draftFigures, draftRow, liveCells } from '../../sidebar/form/live';
import { cells, part, terms, type Written } from './kit';

const season = Object.fromEntries(Array.from({ length: 12 }, (_, month) => [`seasonIndex.${month + 1}`, 1]));

/** A year from 1 January 2027 without rounding; the franchised store closes on 30 June. */
const books = {
  settings: bookOf(
    cells('settings', {
      settings: {
        planYear: 2027,
        firstMonth: 1,
        companyTarget: 4_000_000,
        roundingUnit: 0.01,
        floorFactor: 0.9,
        stretchFactor: 1.1,
        weakLine: 0.7,
        ...season,
      },
    }),
  ),
  baseline: bookOf(
    cells('baseline', { franchised: { growth: 0.1, avgStore: 1 }, selfOperated: { growth: 0.05 }, all: { growth: 9 } }),
  ),
  summary: bookOf(cells('summary', { summary: { newSales: 100_000 } })),
  stores: bookOf(
    cells(
      'stores',
      {
        a: {
          storeId: 'A',
          ownership: 'franchised',
          lastYearSales: 1_440_000,
          lastYearMonths: 11.2,
          closedOn: '2027-06-30',
          area: 100,
        },
        b: { storeId: 'B', ownership: 'selfOperated', lastYearSales: 2_880_000, 'months.1': 0, 'months.2': 250_000 },
        c: { storeId: 'C', ownership: null, lastYearSales: 5 },
      },
      { a: ['lastYearMonths'], b: ['months.1', 'months.2'] },
    ),
  ),
};

const around = aroundOf(books);
const figures = (id: 'stores' | 'baseline' | 'summary' | 'settings', record: string) => {
  const row = books[id].rows.find((candidate) => candidate.id === record);
  if (!row) throw new Error(`no record ${record}`);
  return liveCells(part(id).tab, row, around);
};

test('a store closing on 30 June: 1,440,000 ÷ 11.2 × 1.1 × 6 months, nothing from July on', () => {
  expect(figures('stores', 'a')).toMatchObject({
    storeBaseline: expect.closeTo(128_571.43, 2),
    flag: null,
    growth: 0.1,
    monthsThisYear: 6,
    finalTarget: 848_571.43,
    floorTarget: expect.closeTo(763_714.29, 2),
    yearOnYear: expect.closeTo(848_571.43 / 1_440_000 - 1, 9),
    salesPerArea: expect.closeTo(8_485.71, 2),
    'months.7': 0,
    'months.12': 0,
    monthDifference: 0,
  });
});

test('typed-over months stay as typed, and their difference from the target shows', () => {
  // 2,880,000 × 1.05 = 3,024,000; 252,000 a month, of which January is typed away and February is 2,000 less.
  expect(figures('stores', 'b')).toMatchObject({
    'months.1': 0,
    'months.2': 250_000,
    'months.3': 252_000,
    monthDifference: 254_000,
  });
});

test('a row without an ownership is in no total, and what the workbook shows of it is for the workbook to say', () => {
  expect(Object.values(figures('stores', 'c')).filter((figure) => figure !== undefined)).toEqual([]);
  expect(figures('baseline', 'all')).toMatchObject({ storeCount: 2, lastYearSales: 4_320_000 });
});

test('the region: 848,571.43 + 3,024,000 + 100,000 against 4,000,000', () => {
  expect(figures('summary', 'summary')).toMatchObject({
    total: expect.closeTo(3_972_571.43, 2),
    gap: expect.closeTo(-27_428.57, 2),
    companyTarget: 4_000_000,
    // (4,000,000 − 100,000) ÷ (4,320,000 ÷ 23.2 × 18) − 1
    requiredGrowth: expect.closeTo(3_900_000 / ((4_320_000 / 23.2) * 18) - 1, 9),
  });
});

test('a year that starts in April ends in March', () => {
  const [terms] = books.settings.rows;
  if (!terms) throw new Error('no settings');
  const april = {
    ...books,
    settings: { ...books.settings, rows: [{ ...terms, values: { ...terms.values, firstMonth: 4 } }] },
  };
  const row = april.settings.rows[0];
  const { tab } = part('settings');
  expect(row && liveCells(tab, row, aroundOf(april))).toMatchObject({ yearStart: '2027-04-01', yearEnd: '2028-03-31' });
});

test('without a plan year nothing is computed', () => {
  const yearless = { ...books, settings: bookOf(cells('settings', { settings: { planYear: null } })) };
  expect(aroundOf(yearless).region).toBeUndefined();
});

describe('while one types', () => {
  const { tab } = part('stores');
  const [base] = books.stores.rows;
  if (!base) throw new Error('no store');
  const shown = (texts: Readonly<Record<string, string>>) => {
    const draft = Object.entries(texts).reduce(
      (form, [key, text]) => withText(form, key, text),
      draftOf('stores', base),
    );
    const row = draftRow(tab, draft, terms);
    const own = aroundOf(books, { part: 'stores', row, before: base });
    return { figures: draftFigures(tab, draft, row, own, terms), gap: own.region?.gap };
  };

  test.each([
    ['growth', '20', 925_714.29],
    ['growth', '20%', 925_714.29],
    ['agreedTarget', '90', 900_000],
    ['lastYearSales', '288', 1_697_142.86],
    ['closedOn', '', 1_697_142.86],
    ['growth', 'much', 848_571.43],
  ])('%s typed as %j: the final target is %p, the gap follows', (cell, text, target) => {
    const { figures, gap } = shown({ [cell]: text });
    expect(figures.finalTarget).toBeCloseTo(target, 2);
    expect(gap).toBeCloseTo(-27_428.57 + target - 848_571.43, 2);
  });

  test('a default that is to be a formula again has the formula’s figure', () => {
    expect(shown({}).figures.lastYearMonths).toBe(11.2);
    expect(shown({ lastYearMonths: '' }).figures.lastYearMonths).toBe(12);
  });

  /** What a record of a part shows while these texts are typed into it, with these books. */
  function typing(
    id: string,
    record: Written,
    texts: Readonly<Record<string, string>>,
    {
      known = {},
      over = [],
      isNew = false,
    }: { known?: Readonly<Record<string, Book>>; over?: readonly string[]; isNew?: boolean } = {},
  ) {
    const { tab: own } = part(id);
    const [before] = bookOf(cells(id, { record }, { record: over })).rows;
    if (!before) throw new Error('no record');
    const form = Object.entries(texts).reduce(
      (draft, [key, text]) => withText(draft, key, text),
      draftOf(id, before, isNew),
    );
    const row = draftRow(own, form, terms);
    return draftFigures(own, form, row, aroundOf(known, { part: id, row, before }), terms);
  }

  test('a figure that the sidebar does not compute is known only after saving once what it comes from is typed', () => {
    const mall = { channel: 'mall', actualOpenings: 3, leads: 5 };
    expect(typing('expansion', mall, { budget: '7' })).toMatchObject({ actualOpenings: 3 });
    expect(typing('expansion', mall, { channel: 'fair' })).toMatchObject({ actualOpenings: undefined });
    expect(typing('expansion', mall, { channel: 'mall' })).toMatchObject({ actualOpenings: 3 });
  });

  test('so is what comes from a formula that will have another figure then', () => {
    const role = { role: 'supervisor', workload: 36, span: 12, needed: 3, current: 2, toHire: 1 };
    const figures = typing('headcount', role, { role: 'expansion' });
    expect(figures).toMatchObject({ workload: undefined, span: undefined, needed: undefined, toHire: undefined });
    // Typed over, neither follows the role.
    const over = { over: ['workload', 'span'] };
    expect(typing('headcount', role, { role: 'expansion' }, over)).toMatchObject({
      workload: 36,
      needed: 3,
      toHire: 1,
    });
  });

  test('a new record shows no figure that the sidebar does not know', () => {
    const figures = typing('rates', { scope: null }, { scope: 'S001', trafficNow: '10' }, { isNew: true });
    expect(figures).toMatchObject({ deviation: undefined, salesNow: null, trafficTarget: 10 });
  });

  test('targets are as now until typed over, also while now is typed', () => {
    const now = { trafficNow: 100, entryNow: 0.5, conversionNow: 0.5, attachNow: 2, priceNow: 10 };
    const target = { trafficTarget: 100, entryTarget: 0.6, conversionTarget: 0.5, attachTarget: 2, priceTarget: 10 };
    const figures = typing('rates', { ...now, ...target }, { trafficNow: '200' }, { over: ['entryTarget'] });
    // 200 × 0.5 × 0.5 × 2 × 10 and 200 × 0.6 × 0.5 × 2 × 10
    expect(figures).toMatchObject({ salesNow: 1000, salesTarget: 1200, uplift: 200, trafficEffect: 0 });
  });

  test('a year of history adds up while it is typed', () => {
    const year = { year: 2025, 'months.1': 5, total: 5 };
    expect(typing('history', year, { 'months.2': '7' })).toMatchObject({ 'months.2': 70_000, total: 70_005 });
  });

  test('openings typed into a channel move the region by what they sell', () => {
    const { tab: expansion } = part('expansion');
    const [row] = bookOf(cells('expansion', { mall: { channel: 'mall', enabled: true, matureBaseline: 60_000 } })).rows;
    const [settings] = books.settings.rows;
    if (!row || !settings) throw new Error('no channel');
    const ramp = Object.fromEntries(
      Array.from({ length: 12 }, (_, month) => [`ramp.${month + 1}`, [0.5, 0.7, 0.85][month] ?? 1]),
    );
    const withRamp = {
      ...books,
      settings: { ...books.settings, rows: [{ ...settings, values: { ...settings.values, ...ramp } }] },
    };
    const openings = { 'openings.3': '1', 'openings.6': '2', 'openings.10': '1' };
    const form = Object.entries(openings).reduce(
      (draft, [key, text]) => withText(draft, key, text),
      draftOf('expansion', row),
    );
    const next = draftRow(expansion, form, terms);
    // The worked case of new stores' sales: 0, 0, 30,000 … 231,000, in all 1,392,000.
    const moved = aroundOf(withRamp, { part: 'expansion', row: next, before: row });
    expect(moved.region?.gap).toBeCloseTo(-27_428.57 + 1_392_000, 2);
  });
});
