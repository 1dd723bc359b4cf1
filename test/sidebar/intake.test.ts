import { bookOf } from '../../sidebar/book';
import type { Target } from '../../sidebar/import/columns';
import { headerIn, importable, inFileWords, matchingOf, remembering, withMatching } from '../../sidebar/intake/header';
import { arrivals, previewOf, proposalOf } from '../../sidebar/intake/preview';
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
import { lists } from '../../sidebar/planParts';
import { blockSize } from '../../src/model/block';
import { nameOf } from '../import/target';
import { cells, part } from './kit';

const { tab, section } = part('stores');
const target: Target = { tab, text: section.text, lists, firstMonth: 1 };

function matched(text: string, remembered = {}) {
  const header = headerIn(text, target, remembered);
  if (!header) throw new Error('no header');
  return { header, matching: matchingOf(header, target, remembered) };
}

describe('matching columns', () => {
  test.each([
    ['编号,店名,性质,去年业绩\nA,B,加盟,1', ['storeId', 'name', 'ownership', 'lastYearSales']],
    ['Store ID;Store name;Ownership\nA;B;Franchised', ['storeId', 'name', 'ownership']],
    ['编号\t店名\t1月\t2月\nA\tB\t1\t2', ['storeId', 'name', 'months.1', 'months.2']],
    ['编号,门店,标记,编号\nA,B,弱店,C', ['storeId', '', '', '']],
    ['\n\n编号,店名\nA,B', ['storeId', 'name']],
  ])('%j fills %j', (text, keys) => {
    expect(matched(text).matching).toEqual(keys);
  });

  test('a header that was matched before is matched so again, before its own name', () => {
    const text = 'No,门店,城市\nA,B,C';
    const remembered = remembering(matched(text).header, ['storeId', 'name', '']);
    expect(remembered).toEqual({ no: 'storeId', 门店: 'name', 城市: '' });
    expect(matched('门店,NO.,城市\nB,A,C', remembered).matching).toEqual(['name', 'storeId', '']);
  });

  test('a column of the file is known by its first filled cell', () => {
    expect(matched('编号,城市\nA,\nB,上海').header.samples).toEqual(['A', '上海']);
  });

  test('no text has no header', () => {
    expect(headerIn('  \n ', target, {})).toBeUndefined();
  });

  test('computed figures cannot be filled from a file', () => {
    expect(importable(target)).toEqual(expect.arrayContaining(['storeId', 'growth', 'months.12', 'agreedTarget']));
    expect(importable(target)).not.toContain('finalTarget');
  });

  test('faults name the file’s own headers and rows, and columns left out have none', () => {
    const text = 'No,"last\nyear",备注\nA,abc,x\nB,5,y';
    const { header } = matched(text);
    const matching = ['storeId', 'lastYearSales', ''];
    const preview = previewOf(
      withMatching(text, header, matching),
      target,
      bookOf(cells('stores', { b: { storeId: 'B' } })),
      1,
    );
    expect(inFileWords(preview.faults, header, matching)).toEqual([
      expect.objectContaining({ rule: 'number', row: 2, column: 'last\nyear', got: 'abc' }),
    ]);
    expect(preview.changed.map(({ key }) => key)).toEqual(['B']);
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
  const preview = (text: string, unit = 1) => previewOf(text, target, there, unit);

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
      'storeId,agreedTarget\nA,5\nB,5',
      { changed: ['B'], same: 1, kept: 1 },
    ],
    ['a row of another width', 'storeId,name\nA,x\nB', { changed: ['A'], faults: ['cellCount'] }],
    ['a key twice', 'storeId,ownership\nC,加盟\nC,自营', { added: ['C'], faults: ['unique'] }],
    ['a date that could be two', 'storeId,openedOn\nA,3/4/2026', { faults: ['ambiguousDate'] }],
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
    const found = preview('storeId,lastYearSales,area\nA,100.5,80', 10_000);
    expect(found.jumps).toEqual([]);
    expect(found.changed[0]?.changes).toEqual([
      { record: 'a', field: 'area', from: null, to: 80 },
      { record: 'a', field: 'lastYearSales', from: 1_000_000, to: 1_005_000 },
    ]);
  });
});

describe('what an import proposes', () => {
  const proposed = (text: string, accepted = false) => {
    const found = previewOf(text, target, there, 1);
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
