import { bookOf } from '../../sidebar/book';
import { mostLines, mostRecords, shownProposal } from '../../sidebar/rows/proposed';
import { totalsOf } from '../../sidebar/rows/totals';
import { changeTexts } from '../../sidebar/value/change';
import type { FieldValue, Scalar } from '../../src/model/answer';
import type { Change, Proposal } from '../../src/model/proposal';
import { cells, field, part, terms } from './kit';

const { tab } = part('stores');
const months = (...values: readonly Scalar[]): readonly Scalar[] =>
  Array.from({ length: 12 }, (_, index) => values[index] ?? null);

/** Two stores: of the first the sales of two months are known by formula, of the second the agreed target is typed. */
const { rows } = bookOf(
  cells(
    'stores',
    {
      a: { storeId: 'S1', name: 'One', lastYearSales: 1_000_000, growth: 0.1, 'months.1': 50_000, 'months.2': 60_000 },
      b: { storeId: 'S2', name: 'Two', lastYearSales: 2_000_000.1, agreedTarget: 900_000, 'months.1': 70_000 },
    },
    { b: ['months.1'] },
  ),
);

const change = (record: string, name: string, from: FieldValue, to: FieldValue): Change => ({
  record,
  field: name,
  from,
  to,
});

describe('column totals that changes move', () => {
  test.each<[string, readonly Change[], readonly string[], readonly [string, number, number | null][]]>([
    ['money', [change('a', 'lastYearSales', 1_000_000, 1_200_000)], [], [['lastYearSales', 3_000_000.1, 3_200_000.1]]],
    [
      'a blank is none',
      [change('a', 'lastYearSales', 1_000_000, null)],
      [],
      [['lastYearSales', 3_000_000.1, 2_000_000.1]],
    ],
    ['new records', [change('N1', 'lastYearSales', null, 5)], ['N1'], [['lastYearSales', 3_000_000.1, 3_000_005.1]]],
    ['what is no money has none', [change('a', 'name', 'One', 'Uno'), change('a', 'growth', 0.1, 0.2)], [], []],
    [
      'what is typed over a formula counts from what the formula comes to',
      [change('a', 'months', months(), months(80_000))],
      [],
      [['months', 180_000, 210_000]],
    ],
    [
      'what a formula will come to is not known',
      [change('b', 'months', months(70_000), months())],
      [],
      [['months', 180_000, null]],
    ],
    [
      'nor what the formula of a new record will',
      [change('N1', 'months', months(), months(1))],
      ['N1'],
      [['months', 180_000, null]],
    ],
  ])('%s', (_, changes, added, expected) => {
    const totals = totalsOf(tab, rows, changes, added);
    expect(totals.map(({ field: name, before, after }) => [name, before, after])).toEqual(expected);
  });
});

describe('what a value goes from and to', () => {
  test.each<[string, string, Scalar, Scalar, readonly [string, string]]>([
    ['stores', 'lastYearSales', 1_000_000, 1_234_500, ['100.00', '123.45']],
    ['stores', 'lastYearSales', 1_000_000, 1_000_010, ['100', '100.001']],
    ['stores', 'lastYearSales', null, 30, ['–', '30 CNY']],
    ['stores', 'growth', 0.1, 0.123456, ['10.00%', '12.3456%']],
    ['stores', 'ownership', 'franchised', 'selfOperated', ['Franchised', 'Self-operated']],
    ['stores', 'openedOn', null, '2027-03-16', ['–', '16 Mar 2027']],
    ['summary', 'gap', -4_058_600, 0, ['−405.86', '0']],
    ['summary', 'gap', -4_058_600, 25_000, ['−405.86', '+2.50']],
  ])('%s.%s from %p to %p: %p', (id, name, from, to, expected) => {
    expect(changeTexts(field(id, name), [from, to], terms)).toEqual(expected);
  });
});

const proposal = (changes: readonly Change[], more: Partial<Proposal> = {}): Proposal => ({
  part: 'stores',
  changes,
  added: [],
  totals: [],
  ...more,
});

describe('a proposal as it is shown', () => {
  test('one field of several records is a list of records', () => {
    const changes = [change('a', 'lastYearSales', 1_000_000, 2_000_000), change('b', 'lastYearSales', 2_000_000, null)];
    const shown = shownProposal(proposal(changes), rows, terms);
    expect(shown.same).toBe('Last year’s sales');
    expect(shown.changed.map(({ record, lines }) => [record, lines.map(({ from, to }) => [from, to])])).toEqual([
      ['a', [['100.00', '200.00']]],
      ['b', [['200.00', '–']]],
    ]);
  });

  test('of a field of months only those that change, from what their formulas come to', () => {
    const shown = shownProposal(
      proposal([change('a', 'months', months(null, 60_000), months(80_000, 60_000))]),
      rows,
      terms,
    );
    expect(shown.changed).toEqual([{ record: 'a', lines: [{ label: 'Jan', from: '5.00', to: '8.00' }], more: 0 }]);
  });

  test('a formula that is put back is said to be one', () => {
    const shown = shownProposal(proposal([change('b', 'months', months(70_000), months())]), rows, terms);
    expect(shown.changed[0]?.lines).toEqual([{ label: 'Jan', from: '7.00', to: 'the formula' }]);
  });

  test('new records stand apart under their keys, and come from nothing', () => {
    const changes = [
      change('N1', 'storeId', null, 'N1'),
      change('N1', 'name', null, 'New'),
      change('a', 'name', 'One', 'Uno'),
    ];
    const shown = shownProposal(proposal(changes, { added: ['N1'] }), rows, terms);
    expect(shown.changed.map(({ record }) => record)).toEqual(['a']);
    expect(shown.added).toEqual([{ record: 'N1', lines: [{ label: 'Store name', from: '', to: 'New' }], more: 0 }]);
  });

  test('thousands are cut, and counted', () => {
    const many = Array.from({ length: 3000 }, (_, index) => change(`r${index}`, 'name', null, 'x'));
    const added = Array.from({ length: 500 }, (_, index) => `r${index}`);
    const shown = shownProposal(proposal(many, { added }), rows, terms);
    expect([shown.changed.length, shown.changedInAll]).toEqual([mostRecords, 2500]);
    expect([shown.added.length, shown.addedInAll]).toEqual([mostRecords, 500]);
    const wide = ['name', 'city', 'lastYearSales'].map((name) =>
      change('a', name, null, name === 'lastYearSales' ? 1 : 'x'),
    );
    const whole = shownProposal(
      proposal([
        ...wide,
        change(
          'a',
          'months',
          months(),
          Array.from({ length: 12 }, () => 1),
        ),
      ]),
      rows,
      terms,
    );
    expect(whole.changed.map(({ lines, more }) => [lines.length, more])).toEqual([[mostLines, 3]]);
  });

  test.each<[string, Proposal['totals'], readonly [string, string, string]]>([
    ['a column’s', [{ field: 'lastYearSales', before: 0, after: 10_000 }], ['Total: Last year’s sales', '0', '1.00']],
    [
      'the months’',
      [{ field: 'months', before: 10_000, after: null }],
      ['Total of the months', '1.00', 'After saving'],
    ],
    ['another part’s', [{ part: 'summary', field: 'gap', before: -10_000, after: 0 }], ['Gap', '−1.00', '0']],
  ])('totals: %s', (_, totals, [label, from, to]) => {
    expect(shownProposal(proposal([], { totals }), rows, terms).totals).toEqual([{ label, from, to }]);
  });
});
