import type { FieldValue, Scalar } from '../../src/model/answer';
import type { Field } from '../../src/model/field';
import { reference } from '../../src/model/reference';
import { keyFaults, orderFaults, type RecordValues, tableFaults, valueFaults } from '../../src/model/rules';
import { faultWords } from '../../src/model/ruleText';
import type { Tab } from '../../src/model/tab';
import { frozen } from '../frozen';

const lists = [{ id: 'grade', choices: [{ id: 'A', label: { zh: '甲', en: 'First' } }] }];
const field = (more: Partial<Field>): Field => ({ id: 'field', kind: 'text', role: 'input', ...more });
const rulesBroken = (of: Field, value: FieldValue): readonly string[] =>
  valueFaults(of, undefined, frozen(value), lists).map(({ rule }) => rule);

describe('a value alone', () => {
  test.each<readonly [string, Field, readonly FieldValue[], readonly (readonly [FieldValue, string])[]]>([
    [
      'text',
      field({}),
      ['a', '', null, 'x'.repeat(20_000)],
      [
        [1, 'words'],
        [true, 'words'],
        ['x'.repeat(20_001), 'text'],
        ['a\u0000', 'characters'],
        ['a\r\nb', 'characters'],
        ['\ud800', 'characters'],
        [['a'], 'cells'],
      ],
    ],
    [
      'a needed text',
      field({ required: true }),
      ['a'],
      [
        [null, 'needed'],
        ['', 'needed'],
      ],
    ],
    [
      'a count',
      field({ kind: 'count', min: 0 }),
      [0, 3, null],
      [
        [-1, 'atLeast'],
        [1.5, 'whole'],
        ['3', 'number'],
        [1e308, 'size'],
      ],
    ],
    [
      'money',
      field({ kind: 'money' }),
      [1e15, -1e15, 0.1],
      [
        [1.1e15, 'size'],
        [-1e308, 'size'],
        [5e-324, 'size'],
        [Number.POSITIVE_INFINITY, 'number'],
      ],
    ],
    [
      'a rate above 0',
      field({ kind: 'rate', min: 0, above: true, max: 1 }),
      [0.01, 1],
      [
        [0, 'above'],
        [1.01, 'atMost'],
        [Number.NaN, 'number'],
      ],
    ],
    ['a growth', field({ kind: 'growth', min: -1 }), [-1, 9], [[-1.01, 'atLeast']]],
    [
      'a year',
      field({ kind: 'year', min: 2000, max: 2100 }),
      [2000, 2100],
      [
        [1999, 'atLeast'],
        [2101, 'atMost'],
        [2000.5, 'whole'],
      ],
    ],
    [
      'a tick',
      field({ kind: 'tick' }),
      [true, false, null],
      [
        [0, 'tick'],
        ['TRUE', 'tick'],
      ],
    ],
    [
      'a date',
      field({ kind: 'date' }),
      ['2028-02-29', null],
      [
        ['2027-02-29', 'date'],
        ['2027-2-1', 'date'],
        [46_000, 'date'],
        // 100 in a cell of days.
        ['1900-04-09', 'date'],
        ['2151-01-01', 'date'],
        [true, 'date'],
      ],
    ],
    [
      'a choice',
      field({ kind: 'choice', list: 'grade' }),
      ['A', null],
      [
        ['B', 'choice'],
        ['First', 'choice'],
      ],
    ],
    ['an open choice', field({ kind: 'choice', list: 'grade', open: true }), ['A', 'B'], [[1, 'words']]],
    [
      'several cells',
      field({ kind: 'count', min: 0, cells: 3 }),
      [[1, null, 3]],
      [
        [1, 'cells'],
        [[1, 2], 'cells'],
        [[1, 2, 3, 4], 'cells'],
        [[1, 2, -3], 'atLeast'],
        [null, 'cells'],
      ],
    ],
    ['a computed figure', field({ role: 'computed', formula: '1' }), [], [[1, 'locked']]],
  ])('%s', (_, described, fitting, others) => {
    expect(fitting.map((value) => rulesBroken(described, value))).toEqual(fitting.map(() => []));
    expect(others.map(([value]) => rulesBroken(described, value))).toEqual(others.map(([, rule]) => [rule]));
  });

  test('of several cells the fault is at its cell, a bound as people write it', () => {
    const months = field({ id: 'share', kind: 'growth', min: -1, cells: 3 });
    expect(valueFaults(months, undefined, [0, -2, null], lists)).toEqual([
      { rule: 'atLeast', field: 'share.2', params: { bound: '−100%' } },
    ]);
  });

  test('a fixed row may be computed where the column is typed', () => {
    const sales = field({ kind: 'money', rows: { all: { role: 'computed', formula: '1' } } });
    expect([
      valueFaults(sales, 'all', 1, lists).map(({ rule }) => rule),
      valueFaults(sales, 'other', 1, lists),
    ]).toEqual([['locked'], []]);
  });
});

const tab: Tab = {
  id: 'visits',
  shape: 'table',
  fields: [
    { id: 'no', kind: 'text', role: 'input', key: true, required: true },
    { id: 'from', kind: 'date', role: 'input' },
    { id: 'to', kind: 'date', role: 'input', notBefore: 'from' },
    { id: 'days', kind: 'number', role: 'computed', formula: '{to}-{from}' },
  ],
};

const record = (id: string, values: Readonly<Record<string, Scalar>>, entered?: readonly string[]): RecordValues => ({
  id,
  value: (cell) => values[cell] ?? null,
  ...(entered ? { entered: new Set(entered) } : {}),
});

describe('dates in their order', () => {
  test.each<readonly [Scalar, Scalar, boolean]>([
    ['2027-03-16', '2027-03-15', true],
    ['2027-03-16', '2027-03-16', false],
    ['2027-09-30', '2027-10-01', false],
    ['2027-10-01', '2027-09-30', true],
    [null, '2027-03-15', false],
    ['2027-03-16', null, false],
    ['soon', '2027-03-15', false],
    ['2027-03-16', '#REF!', false],
  ])('from %p to %p: early is %p', (from, to, isEarly) => {
    expect(orderFaults(tab, record('a', { from, to }))).toEqual(
      isEarly ? [{ rule: 'notBefore', field: 'to', params: { other: 'from', least: from } }] : [],
    );
  });

  test.each([
    [['to'], true],
    [['from'], true],
    [['no'], false],
    [[], false],
  ])('with %j entered it is told: %p', (entered, told) => {
    const values = { from: '2027-03-16', to: '2027-03-15' };
    expect(orderFaults(tab, record('a', values, entered))).toHaveLength(told ? 1 : 0);
  });
});

describe('keys', () => {
  const faults = (...records: RecordValues[]) => keyFaults(tab, records).map(({ record: id, holder }) => [id, holder]);

  test('as they stand, all but the first that has one', () => {
    expect(faults(record('a', { no: '1' }), record('b', { no: '2' }), record('c', { no: '1' }))).toEqual([['c', 'a']]);
    expect(faults(record('a', { no: null }), record('b', { no: null }))).toEqual([]);
  });

  test('entered, each that meets another, wherever that one stands', () => {
    const held = record('b', { no: '1' }, []);
    expect(faults(record('a', { no: '1' }, ['no']), held)).toEqual([['a', 'b']]);
    expect(faults(record('a', { no: '1' }, ['to']), held)).toEqual([]);
    expect(faults(record('a', { no: '9' }, ['no']), record('b', { no: '9' }, ['no']))).toEqual([['b', 'a']]);
    // Two that change places are no fault.
    expect(faults(record('a', { no: '2' }, ['no']), record('b', { no: '1' }, ['no']))).toEqual([]);
  });
});

test('a table as it stands: every fault once at its cell, failed formulas too, nothing of what is computed else', () => {
  const records = [
    record('a', { no: '1', from: '2027-03-16', to: '2027-03-15', days: -1 }),
    record('b', { no: null, from: 'soon', to: '#REF!', days: '#VALUE!' }),
    record('c', { no: '1', days: 'typed over' }),
  ];
  expect(tableFaults(tab, records, lists).map(({ record: id, field: cell, rule }) => [id, cell, rule])).toEqual([
    ['b', 'no', 'needed'],
    ['c', 'no', 'unique'],
    ['b', 'from', 'date'],
    ['a', 'to', 'notBefore'],
    ['b', 'to', 'error'],
    ['b', 'days', 'error'],
  ]);
});

test('a figure that is divided by 0 is found at what it is divided by', () => {
  const sold: Tab = {
    id: 'sold',
    shape: 'table',
    fields: [
      { id: 'sales', kind: 'money', role: 'input' },
      { id: 'months', kind: 'months', role: 'input', dividing: 'sales' },
    ],
  };
  const records = [
    record('no months', { sales: 5, months: 0 }),
    record('blank', { sales: 5, months: null }),
    record('no sales', { sales: 0, months: 0 }),
    record('unknown', { sales: null, months: 0 }),
    record('right', { sales: 5, months: 1 }),
  ];
  expect(tableFaults(sold, records, lists)).toEqual([
    { rule: 'divided', record: 'no months', field: 'months', params: { other: 'sales' } },
  ]);
});

test('a name is unknown where nothing stands beside it; where it was not looked up nothing is said', () => {
  const [visited, visitedAt] = reference('store', 'stores.storeId');
  const names: Tab = { id: 'visits', shape: 'table', fields: [visited, visitedAt] };
  const records: readonly RecordValues[] = [
    record('there', { store: 'S1', storeAt: 1 }),
    record('unknown', { store: 'S9', storeAt: null }),
    record('blank', { store: null, storeAt: null }),
    record('no stores', { store: 'S9', storeAt: 0 }),
    { id: 'no column', value: (cell) => (cell === 'store' ? 'S9' : undefined) },
  ];
  expect(tableFaults(names, records, lists)).toEqual([
    { rule: 'known', record: 'unknown', field: 'store', params: { got: 'S9' } },
  ]);
});

test.each([
  ['en', 'Not before “From” (2027-03-16).'],
  ['zh', '不应早于“From”（2027-03-16）。'],
] as const)('in words, in %s', (language, expected) => {
  const fault = { rule: 'notBefore', params: { other: 'from', least: '2027-03-16' } } as const;
  expect(faultWords(fault, language, (id) => (id === 'from' ? 'From' : ''))).toBe(expected);
});
