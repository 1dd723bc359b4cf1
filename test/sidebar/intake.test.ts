import { bookOf } from '../../sidebar/book';
import { answered, matchedAs, optionsOf, wishOf } from '../../sidebar/import/ask';
import { gridOfText, importText, type Opened, opened } from '../../sidebar/import/import';
import type { Answers } from '../../sidebar/import/matching';
import { work } from '../../sidebar/import/read/column';
import { importable, type Target, targetOf } from '../../sidebar/import/target';
import { faultText } from '../../sidebar/import/words';
import { endedKeys } from '../../sidebar/intake/ended';
import { readGiven } from '../../sidebar/intake/given';
import { arrivals, previewOf, proposalOf } from '../../sidebar/intake/preview';
import { isRemembered, remembering } from '../../sidebar/intake/remembering';
import {
  progressOf,
  ranAground,
  ranOn,
  requestOf,
  resumed,
  runOf,
  stopping,
  withoutRefused,
} from '../../sidebar/intake/run';
import { NoAnswer } from '../../sidebar/wire';
import { blockSize } from '../../src/model/block';
import { nameOf } from '../import/target';
import { cells, part } from './kit';

const { tab, section } = part('stores');
const target: Target = targetOf(tab, section, 1, 2027);

const file = (text: string, remembered = {}): Opened =>
  opened(gridOfText(text, target, remembered), target, remembered);
const keysOf = ({ first }: Opened): readonly string[] => first.matching.map(({ key }) => key);

test('which records have ended is told by their day, of tables that have one', () => {
  const book = bookOf(
    cells('stores', {
      a: { storeId: 'S1', closedOn: '2027-05-31' },
      b: { storeId: 'S2', closedOn: null },
      c: { storeId: 'S3' },
    }),
  );
  expect(endedKeys(target, book)).toEqual(['S1']);
  const actuals = part('actuals');
  const sold = bookOf(cells('actuals', { a: { storeId: 'S1' } }));
  expect(endedKeys(targetOf(actuals.tab, actuals.section, 1, 2027), sold)).toEqual([]);
});

describe('matching columns', () => {
  test.each([
    ['编号,店名,性质,去年业绩\nA,B,加盟,1', ['storeId', 'name', 'ownership', 'lastYearSales']],
    ['Store ID;Store name;Ownership\nA;B;Franchised', ['storeId', 'name', 'ownership']],
    ['编号\t店名\t1月\t2月\nA\tB\t1\t2', ['storeId', 'name', 'months.1', 'months.2']],
    ['编号,地址,标记,编号\nA,B,弱店,C', ['storeId', '', '', '']],
    ['\n\n编号,店名\nA,B', ['storeId', 'name']],
  ])('%j fills %j', (text, keys) => {
    expect(keysOf(file(text))).toEqual(keys);
  });

  test('what a person says of a file is remembered for the next: columns, readings, choices, what all rows are', () => {
    const first = file('No,Tienda,Alta,Modelo,Ciudad\nA,B,3/4/2020,Egen,C');
    let answers = matchedAs(first.first, 0, 'storeId');
    answers = matchedAs(answers, 1, 'name');
    answers = matchedAs(answers, 2, 'openedOn');
    answers = matchedAs(answers, 3, 'ownership');
    const asked = first.read(answers).questions.map(({ ask }) => ask);
    expect(asked).toEqual(['order', 'values']);
    answers = answered(answers, { set: 'reading', index: 2, reading: { order: 'dmy' } });
    answers = answered(answers, { set: 'choice', index: 3, text: 'Egen', choice: 'selfOperated' });
    const kept = remembering(first, { ...answers, all: { grade: 'A' } });
    expect(kept).toEqual({
      no: 'storeId',
      tienda: 'name',
      alta: 'openedOn:dmy',
      modelo: 'ownership',
      'modelo=egen': 'selfOperated',
      '*grade': 'A',
    });

    const second = file('Alta,TIENDA,No.,Modelo\n5/6/2021,B,X,egen', kept);
    expect([keysOf(second), isRemembered(second.first)]).toEqual([['openedOn', 'name', 'storeId', 'ownership'], true]);
    const { records, questions } = second.read(second.first);
    expect(questions).toEqual([]);
    expect(records.map(({ values }) => values)).toEqual([
      { storeId: 'X', name: 'B', openedOn: '2021-06-05', ownership: 'selfOperated' },
    ]);
  });

  test('names that every object has are names like others', () => {
    const found = file('Store ID,constructor,toString,__proto__,Ownership\nA,1,2,3,constructor\nB,1,2,3,加盟');
    expect(keysOf(found)).toEqual(['storeId', '', '', '', 'ownership']);
    const { questions } = found.read(found.first);
    expect(questions).toEqual([{ ask: 'values', index: 4, texts: ['constructor'] }]);
    const answers = answered(found.first, { set: 'choice', index: 4, text: 'constructor', choice: 'franchised' });
    expect(found.read(answered(answers, { set: 'out', index: 1 })).records).toHaveLength(2);
    const kept = remembering(found, matchedAs(answers, 3, 'name'));
    expect(keysOf(file('__proto__,constructor,Store ID,Ownership\na,b,c,constructor', kept))).toEqual([
      'name',
      '',
      'storeId',
      'ownership',
    ]);
  });

  test('what is the same in all rows is remembered where the file lacks it', () => {
    const lacking = file('Store ID,Store name\nA,B', { '*ownership': 'franchised' });
    expect(lacking.first.all).toEqual({ ownership: 'franchised' });
    expect(lacking.read(lacking.first).records.map(({ values }) => values)).toEqual([
      { storeId: 'A', name: 'B', ownership: 'franchised' },
    ]);
    expect(file('Store ID,Ownership\nA,加盟', { '*ownership': 'franchised' }).first.all).toEqual({});
  });

  test('a column of the file is known by its first filled cell', () => {
    const found = file('编号,城市\nA,\nB,上海');
    expect(found.read(found.first).taken.map(({ sample }) => sample)).toEqual(['A', '上海']);
  });

  test('computed figures cannot be filled from a file', () => {
    expect(importable(target)).toEqual(expect.arrayContaining(['storeId', 'growth', 'months.12', 'agreedTarget']));
    expect(importable(target)).not.toContain('finalTarget');
  });

  test('faults name the file’s own headers and rows, and columns left out have none', () => {
    const found = file('Store ID,"last\nyear",备注\nA,abc,x\nB,5,y');
    const read = found.read(matchedAs(found.first, 1, 'lastYearSales'));
    const preview = previewOf(read, target, bookOf(cells('stores', { b: { storeId: 'B' } })));
    expect(preview.faults).toEqual([
      expect.objectContaining({ rule: 'number', row: 2, column: 'last year', got: 'abc' }),
    ]);
    expect(preview.changed.map(({ key }) => key)).toEqual(['B']);
  });

  test('a change of one column reads that column again, and no other', () => {
    const rows = Array.from({ length: 300 }, (_, index) => `S${index},店${index},加盟,${1000 * index},2020-01-01`);
    const found = file(`编号,店名,性质,去年业绩,日期\n${rows.join('\n')}`);
    const cellsRead = (run: () => unknown): number => {
      const before = work.cells;
      run();
      return work.cells - before;
    };
    expect(cellsRead(() => [...found.columns(found.first)])).toBe(5 * 300);
    expect(cellsRead(() => found.read(found.first))).toBe(0);
    expect(cellsRead(() => found.read(matchedAs(found.first, 4, 'closedOn')))).toBe(300);
    expect(cellsRead(() => found.read(matchedAs(found.first, 4, '')))).toBe(0);
    const inUnit = answered(found.first, { set: 'reading', index: 3, reading: { factor: 10_000 } });
    expect(cellsRead(() => found.read(inUnit))).toBe(300);
  });
});

describe('what is given is read', () => {
  const xlsx = Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0, 0]);

  test('a workbook by what is fetched for it, and only then; without it that is said', async () => {
    let fetched = 0;
    const none = async () => {
      fetched += 1;
      throw new NoAnswer('offline');
    };
    const csv = { name: 'a.csv', bytes: new TextEncoder().encode('Store ID,Ownership\nA,加盟') };
    expect(await readGiven([csv], {}, target, {}, none)).toMatchObject({ encoding: 'utf-8' });
    expect(fetched).toBe(0);
    expect(await readGiven([{ name: 'a.xlsx', bytes: xlsx }], {}, target, {}, none)).toEqual({
      fault: { code: 'noReader' },
    });
    expect(await readGiven([csv, { name: 'a.xlsx', bytes: xlsx }], {}, target, {}, none)).toEqual({
      fault: { code: 'noReader', file: 'a.xlsx' },
    });
  });

  test('a text in another encoding than its bytes tell', async () => {
    const latin = {
      name: 'a.csv',
      bytes: Uint8Array.from(Buffer.from('Store ID,Ownership\nS\xe3o,Franchised', 'latin1')),
    };
    const none = async () => Promise.reject(new Error('not asked for'));
    const read = await readGiven([latin], { encoding: 'gb18030' }, target, {}, none);
    expect(read).toMatchObject({ encoding: 'gb18030' });
    const own = await readGiven([latin], {}, target, {}, none);
    expect('file' in own && own.file.read(own.file.first).records[0]?.values.storeId).toBe('São');
  });
});

describe('questions and their answers', () => {
  test.each([
    ['Store ID,Ownership,Opened\nA,加盟,3/4/2020', 0, { openedOn: '2020-04-03' }, 'openedOn:dmy'],
    ['Store ID,Ownership,Opened\nA,加盟,3/4/2020', 1, { openedOn: '2020-03-04' }, 'openedOn:mdy'],
    ['Store ID,Ownership,Opened\nA,加盟,940704', 0, { openedOn: '2005-07-04' }, 'openedOn:roc'],
    ['Store ID,Ownership,Opened\nA,加盟,2019-05', 0, { openedOn: '2019-05-01' }, 'openedOn:first'],
    ['Store ID,Ownership,Opened\nA,加盟,2019-05', 1, {}, ''],
    ['Store ID,Ownership,Sales\nA,加盟,950.000', 0, { lastYearSales: 950 }, 'lastYearSales:point'],
    ['Store ID,Ownership,Sales\nA,加盟,950.000', 1, { lastYearSales: 950_000 }, 'lastYearSales:comma'],
    ['Store ID,Ownership,Sales\nA,加盟,90\nB,加盟,80\nC,加盟,95', 2, { lastYearSales: 900_000 }, 'lastYearSales:万元'],
    ['Store ID,Ownership,Growth\nA,加盟,0.12', 0, { growth: 0.0012 }, 'growth:percent'],
    ['Store ID,Ownership,Growth\nA,加盟,0.12', 1, { growth: 0.12 }, 'growth:fraction'],
    ['Store ID,Ownership,Growth\nA,加盟,150', 0, { growth: 1.5 }, 'growth:percent'],
    ['Store ID,Ownership,Umsatz\nA,加盟,100000', 0, { lastYearSales: 100_000 }, 'lastYearSales'],
    ['Store ID,Ownership,Umsatz\nA,加盟,100000', 1, {}, ''],
    ['Store ID,Ownership,Apertura\nA,加盟,2020-05-06', 0, { openedOn: '2020-05-06' }, 'openedOn'],
    ['Store ID,Ownership,Sales\nA,加盟,1\na,加盟,2\nB,加盟,3\nB,加盟,4', 0, { lastYearSales: 3 }, 'lastYearSales:sum'],
    ['Store ID,Ownership,Sales,Revenue\nA,加盟,100000,200000', 1, { lastYearSales: 200_000 }, ''],
  ])('%j, answered with %d', (text, chosen, values, wish) => {
    const found = file(text);
    const { questions, records } = found.read(found.first);
    expect([questions.length, records]).toEqual([1, []]);
    const [question] = questions;
    const option = question && optionsOf(question)[chosen];
    if (!option) throw new Error('no such answer');
    const answers = answered(found.first, option);
    const after = found.read(answers);
    expect([after.questions, after.faults]).toEqual([[], []]);
    expect(after.records[0]?.values).toEqual({ storeId: 'A', ownership: 'franchised', ...values });
    expect(wishOf(answers, 2)).toBe(wish);
  });

  test('which column is the id: the one that is guessed, or another', () => {
    const found = file('id,tienda,tipo\n1,Uno,加盟\n2,Dos,自营');
    const [question] = found.read(found.first).questions;
    expect(question).toEqual({ ask: 'column', field: 'storeId', guess: 0, also: [{ index: 1, key: 'name' }] });
    const [option] = question ? optionsOf(question) : [];
    if (!option) throw new Error('nothing is guessed');
    expect(found.read(answered(found.first, option)).records.map(({ values }) => values)).toEqual([
      { storeId: '1', name: 'Uno', ownership: 'franchised' },
      { storeId: '2', name: 'Dos', ownership: 'selfOperated' },
    ]);
    expect(found.read(matchedAs(found.first, 1, 'storeId')).records.map(({ values }) => values.storeId)).toEqual([
      'Uno',
      'Dos',
    ]);
  });

  test('rows of a month each are added up by store; those that say different things of one store are not', () => {
    const months = ['S1,加盟,2026-01,10000', 'S1,加盟,2026-02,12000.5', 'S2,直营,2026-01,9000', 'S2,加盟,2026-02,8000'];
    const found = file(`Store ID,Ownership,Month,Sales\n${months.join('\n')}`);
    const [question] = found.read(found.first).questions;
    expect(question).toEqual({ ask: 'sum', index: 3, rows: 4, stores: 2 });
    const [option] = question ? optionsOf(question) : [];
    if (!option) throw new Error('no answer');
    const read = found.read(answered(found.first, option));
    expect(read.records.map(({ values }) => [values.storeId, values.lastYearSales])).toEqual([
      ['S1', 22_000.5],
      ['S2', 9000],
    ]);
    expect(read.faults).toEqual([
      expect.objectContaining({ rule: 'unique', row: 5, params: expect.objectContaining({ first: 4 }) }),
    ]);
  });

  test('months of last year are added up, read alike, and what is wrong in one is told of that one', () => {
    const months = Array.from({ length: 12 }, (_, index) => `2026年${index + 1}月`);
    const rows = [`A,加盟${',1.5'.repeat(12)}`, `B,加盟${',2'.repeat(11)},`, `C,加盟${',1'.repeat(10)},x,1`];
    const found = file(`编号,性质,${months.join(',')}\n${rows.join('\n')}`);
    const ask = (answers: Answers) => found.read(answers).questions;
    const chosen = (answers: Answers, at: number): Answers => {
      const [option] = ask(answers).flatMap(optionsOf).slice(at);
      if (!option) throw new Error('no answer');
      return answered(answers, option);
    };
    expect(ask(found.first)).toEqual([{ ask: 'addUp', key: 'lastYearSales', indices: months.map((_, at) => at + 2) }]);
    const added = chosen(found.first, 0);
    // Too little for a month of a store: asked once for all of them.
    expect(ask(added)).toEqual([expect.objectContaining({ ask: 'factor', index: 2 })]);
    const inUnit = chosen(added, 2);
    const { records, faults, questions } = found.read(inUnit);
    expect(questions).toEqual([]);
    expect(records.map(({ values }) => [values.storeId, values.lastYearSales])).toEqual([
      ['A', 180_000],
      ['B', 220_000],
    ]);
    expect(faults).toEqual([expect.objectContaining({ rule: 'number', row: 4, column: '2026年11月', got: 'x' })]);
    expect(wishOf(inUnit, 5)).toBe('+lastYearSales:万元');
    expect(found.read(chosen(found.first, 1)).questions).toEqual([]);
    // Given to another column alone, the others are left out.
    const alone = matchedAs(inUnit, 4, 'lastYearSales');
    expect(alone.matching.filter(({ key }) => key !== '').map(({ key }) => key)).toEqual([
      'storeId',
      'ownership',
      'lastYearSales',
    ]);
  });

  test('rows of several years: one of them is added up, and the year is not remembered', () => {
    const rows = ['S1,加盟,2025-11,1000', 'S1,加盟,2026-01,20000', 'S1,加盟,2026-02,30000', 'S2,直营,2026-02,7000'];
    const found = file(
      `Store ID,Ownership,Month,Sales\n${[...rows, 'S2,直营,2025-12,1', 'S3,直营,2025-12,1'].join('\n')}`,
    );
    const { questions } = found.read(found.first);
    expect(questions).toEqual([
      {
        ask: 'sum',
        index: 3,
        rows: 6,
        stores: 3,
        years: [
          { year: 2026, months: 2 },
          { year: 2025, months: 2 },
        ],
      },
    ]);
    const [option] = questions.flatMap(optionsOf);
    if (!option) throw new Error('no answer');
    const answers = answered(found.first, option);
    const read = found.read(answers);
    expect(read.records.map(({ values }) => [values.storeId, values.lastYearSales])).toEqual([
      ['S1', 50_000],
      ['S2', 7000],
    ]);
    expect(read.notices).toContainEqual({ code: 'otherYears', year: 2026, rows: 3 });
    expect(wishOf(answers, 3)).toBe('lastYearSales:sum2026');
    expect(remembering(found, answers).sales).toBe('lastYearSales');
    // A year that the file has no rows of is no answer.
    const other = { ...answers, readings: { 3: { sum: 2024 } } };
    expect(found.read(other).questions).toEqual(questions);
  });

  test('what a required column says is left out with its row', () => {
    const found = file('Store ID,Ownership\nA,Leased\nB,加盟');
    const answers = answered(found.first, { set: 'choice', index: 1, text: 'Leased', choice: '' });
    const { records, faults, notices } = found.read(answers);
    expect([records.map(({ values }) => values.storeId), faults, notices]).toEqual([
      ['B'],
      [],
      [{ code: 'rowsLeft', rows: 1 }],
    ]);
  });

  test('a text of a column is a choice, or nothing', () => {
    const found = file('Store ID,Ownership,Channel\nA,Leased,Web\nB,加盟,商场招募');
    const asked = found.read(found.first);
    expect(asked.questions).toEqual([{ ask: 'values', index: 1, texts: ['Leased'] }]);
    const answers = answered(found.first, { set: 'choice', index: 1, text: 'Leased', choice: 'franchised' });
    const withoutWeb = answered(answers, { set: 'choice', index: 2, text: 'Web', choice: '' });
    expect(found.read(withoutWeb).records.map(({ values }) => values)).toEqual([
      { storeId: 'A', ownership: 'franchised' },
      { storeId: 'B', ownership: 'franchised', channel: 'mall' },
    ]);
  });
});

const there = bookOf(
  cells(
    'stores',
    {
      a: {
        storeId: 'A',
        name: 'Alpha',
        ownership: 'franchised',
        lastYearSales: 1_000_000,
        agreedTarget: 900_000,
        growth: 0.1,
      },
      b: { storeId: 'B', name: 'Beta', ownership: 'franchised', lastYearSales: 2_000_000, growth: 0.1 },
    },
    { b: ['growth'] },
  ),
);

describe('what an import would do', () => {
  test('an id that only looks like one in the workbook is named, and neither added nor taken for it', () => {
    // А is Cyrillic.
    const { added, changed, faults } = preview('storeId,ownership\nА,加盟\nC,加盟');
    expect([added.map(({ key }) => key), changed]).toEqual([['C'], []]);
    expect(faults.map((fault) => faultText(fault, 'en'))).toEqual([
      'row 2: “А” looks like “A”, which is in the workbook, but some letters are of another alphabet; it is left out',
    ]);
  });

  const preview = (text: string) => previewOf(importText(text, target), target, there);

  test.each([
    ['a new row', 'storeId,ownership\nC,加盟', { added: ['C'] }],
    ['a changed name', 'storeId,name\nA,Alfa', { changed: ['A'] }],
    ['changed records in another order than the table’s', 'storeId,name\nB,Second\nA,First', { changed: ['A', 'B'] }],
    ['the same again', 'storeId,name,lastYearSales\nA,Alpha,1000000', { same: 1 }],
    ['a blank leaves what stands there', 'storeId,name,city\nA,,', { same: 1 }],
    ['a default typed over to what its formula gives', 'storeId,growth\nA,10%', { changed: ['A'] }],
    ['a default that was typed over already', 'storeId,growth\nB,10%', { same: 1 }],
    [
      'an agreed target is kept where there is one',
      'storeId,agreedTarget\nA,950000\nB,950000',
      { changed: ['B'], same: 1, kept: 1 },
    ],
    ['a row that is too wide', 'storeId,name\nA,x\nB,y,z', { changed: ['A'], faults: ['cellCount'] }],
    ['a key twice', 'storeId,ownership\nC,加盟\nC,自营', { added: ['C'], faults: ['unique'] }],
    ['a date that is none', 'storeId,openedOn\nA,2026-02-30', { faults: ['noSuchDay'] }],
  ])('%s', (_, text, expected) => {
    const { added, changed, same, kept, faults } = preview(text);
    expect({
      added: added.map(({ key }) => key),
      changed: changed.map(({ key }) => key),
      same,
      kept,
      faults: faults.map(nameOf),
    }).toEqual({ added: [], changed: [], same: 0, kept: 0, faults: [], ...expected });
  });

  test('a file that lacks a column which every record needs adds none, and still changes those there', () => {
    const { added, changed, lacking, faults } = preview('storeId,name\nA,Alfa\nC,Gamma\nD,Delta');
    expect(added).toEqual([]);
    expect(changed.map(({ key }) => key)).toEqual(['A']);
    expect({ rows: lacking.rows, fields: lacking.fields.map(({ id }) => id), faults }).toEqual({
      rows: 2,
      fields: ['ownership'],
      faults: [],
    });
  });

  test.each([
    ['10000000', ['A']],
    ['9999999', []],
    ['100000', ['A']],
    ['100001', []],
    ['0', ['A']],
  ])('sales of 1,000,000 that become %s jump: %j', (sales, jumps) => {
    const found = preview(`storeId,lastYearSales\nA,${sales}\nB,2000001`);
    expect(found.jumps.map(({ record }) => record)).toEqual(jumps);
    expect(arrivals(found, true).map(({ key }) => key)).toEqual(['A', 'B']);
    expect(arrivals(found, false).map(({ key }) => key)).toEqual(jumps.length > 0 ? ['B'] : ['A', 'B']);
  });

  test('money in 万元 is brought to 元, and then jumps no more', () => {
    const found = preview('storeId,lastYearSales(万元),area\nA,100.5,80');
    expect(found.jumps).toEqual([]);
    expect(found.changed[0]?.changes).toEqual([
      { record: 'a', field: 'area', from: null, to: 80 },
      { record: 'a', field: 'lastYearSales', from: 1_000_000, to: 1_005_000 },
    ]);
  });
});

describe('what an import proposes', () => {
  const proposed = (text: string, accepted = false) => {
    const found = previewOf(importText(text, target), target, there);
    return proposalOf(tab, arrivals(found, accepted), there);
  };

  test('is each value that changes, all of a new record’s from nothing, and the totals that they move', () => {
    expect(proposed('storeId,name,ownership,lastYearSales\nC,Gamma,加盟,500000\nA,Alpha,加盟,1100000')).toEqual({
      part: 'stores',
      changes: [
        { record: 'C', field: 'storeId', from: null, to: 'C' },
        { record: 'C', field: 'name', from: null, to: 'Gamma' },
        { record: 'C', field: 'ownership', from: null, to: 'franchised' },
        { record: 'C', field: 'lastYearSales', from: null, to: 500_000 },
        { record: 'a', field: 'lastYearSales', from: 1_000_000, to: 1_100_000 },
      ],
      added: ['C'],
      totals: [{ field: 'lastYearSales', before: 3_000_000, after: 3_600_000 }],
    });
  });

  test.each([
    [false, [['b', 2_100_000]], 3_100_000],
    [
      true,
      [
        ['a', 90_000_000],
        ['b', 2_100_000],
      ],
      92_100_000,
    ],
  ])('is without what jumps until that is accepted: %p', (accepted, expected, after) => {
    const { changes, totals } = proposed('storeId,lastYearSales\nA,90000000\nB,2100000', accepted);
    expect(changes.map(({ record, to }) => [record, to])).toEqual(expected);
    expect(totals).toEqual([{ field: 'lastYearSales', before: 3_000_000, after }]);
  });
});

describe('writing block by block', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      key: `K${index}`,
      isNew: index % 2 === 0,
      record: { row: index + 2, values: {} },
      changes: [],
    }));
  const done = { status: 'done', records: [] } as const;

  test(`5,000 rows are ten blocks of ${blockSize}`, () => {
    let run = runOf('stores', 'r', rows(5000));
    const requests: string[] = [];
    while (run.state === 'running') {
      requests.push(requestOf(run));
      run = ranOn(run, done);
    }
    expect(requests).toHaveLength(10);
    expect(new Set(requests).size).toBe(10);
    expect(run.state).toBe('done');
    expect(progressOf(run)).toEqual({ done: 5000, added: 2500, of: 5000 });
  });

  test('stopping waits for the block on its way; resumed, the next one follows', () => {
    const stopped = ranOn(stopping(runOf('stores', 'r', rows(1200))), done);
    expect(stopped).toMatchObject({ state: 'stopped', written: 1 });
    expect(progressOf(stopped)).toEqual({ done: 500, added: 250, of: 1200 });
    expect(requestOf(resumed(stopped))).toBe('r-1-0');
    expect(ranOn(stopping(runOf('stores', 'r', rows(3))), done).state).toBe('done');
  });

  test.each(['offline', 'failed'] as const)('%s: the block is sent again under the same request', (kind) => {
    const run = runOf('stores', 'r', rows(3));
    const aground = ranAground(run, kind);
    expect(aground.state).toBe(kind);
    expect(requestOf(resumed(aground))).toBe(requestOf(run));
  });

  test('a conflict is another request, a busy lock the same', () => {
    const run = runOf('stores', 'r', rows(3));
    expect(requestOf(ranOn(run, { status: 'busy', message: '' }))).toBe('r-0-0');
    expect(requestOf(ranOn(run, { status: 'conflict', message: '', conflicts: [] }))).toBe('r-0-1');
  });

  test('rows that are refused can be left out, and the rest goes on', () => {
    const refused = ranOn(runOf('stores', 'r', rows(3)), {
      status: 'invalid',
      message: '',
      faults: [{ record: 'K1', message: 'no' }],
    });
    expect(refused.state).toBe('refused');
    const on = withoutRefused(refused);
    expect(on).toMatchObject({ state: 'running', refused: [] });
    expect(requestOf(on)).toBe('r-0-1');
    expect(on.blocks[0]?.map(({ key }) => key)).toEqual(['K0', 'K2']);
    const none = withoutRefused({ ...refused, refused: rows(3).map(({ key }) => ({ record: key, message: '' })) });
    expect(none.state).toBe('done');
  });
});
