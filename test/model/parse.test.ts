import type { ChoiceList, Field, Kind } from '../../src/model/field';
import { folded, parsed } from '../../src/model/parse';

const lists: readonly ChoiceList[] = [
  {
    id: 'ownership',
    choices: [
      { id: 'franchised', label: { zh: '加盟', en: 'Franchised' } },
      { id: 'selfOperated', label: { zh: '自营', en: 'Self-operated' } },
    ],
  },
];

const field = (kind: Kind, more: Partial<Field> = {}): Field => ({ id: 'field', kind, role: 'input', ...more });
const value = (kind: Kind, text: string, more: Partial<Field> = {}): unknown => {
  const result = parsed(field(kind, more), text, lists);
  return 'value' in result ? result.value : result.fault.rule;
};

describe('a text becomes the value of its field', () => {
  test.each<[Kind, string, unknown]>([
    ['text', '  Store 1 ', 'Store 1'],
    ['text', '01234', '01234'],
    ['text', '=1+1', '=1+1'],
    ['longText', 'a\nb', 'a\nb'],
    ['person', '督导一组', '督导一组'],
    ['money', '1200', 1200],
    ['money', '1,200', 1200],
    ['money', '86,400,000.50', 86400000.5],
    ['money', '１２', 12],
    ['money', '１，２００．５', 1200.5],
    ['money', '¥1,200', 1200],
    ['money', '￥ 1,200', 1200],
    ['money', '-¥1,200', -1200],
    ['money', '1.200,50', 1200.5],
    ['money', '1,20', 1.2],
    ['money', '1 250 000', 1_250_000],
    ['money', '120万', 1_200_000],
    ['money', '一百二十万元', 1_200_000],
    ['money', '(1,234.50)', -1234.5],
    ['money', '($1,234.50)', -1234.5],
    ['money', '$ (1,200)', -1200],
    ['money', '¥(1,200)', -1200],
    ['money', '(1,200) €', -1200],
    ['price', '$99.50', 99.5],
    ['number', '120㎡', 120],
    ['number', '1000 sq ft', 92.9],
    ['number', '.5', 0.5],
    ['number', '-3', -3],
    ['number', '1e3', 1000],
    ['rate', '12%', 0.12],
    ['growth', '１２％', 0.12],
    ['growth', '-5 %', -0.05],
    ['growth', '0.12', 0.12],
    ['growth', '12', 12],
    ['index', '120%', 1.2],
    ['count', '12', 12],
    ['count', '12.0', 12],
    ['year', '2027', 2027],
    ['months', '9.5', 9.5],
    ['date', '2026-03-16', '2026-03-16'],
    ['date', '2026-3-6', '2026-03-06'],
    ['date', '2026/3/16', '2026-03-16'],
    ['date', '2026.3.16', '2026-03-16'],
    ['date', '2026年3月16日', '2026-03-16'],
    ['date', '２０２６／３／１６', '2026-03-16'],
    ['date', '16-Mar-2026', '2026-03-16'],
    ['date', '16-MAR-2026', '2026-03-16'],
    ['date', '1 september 2026', '2026-09-01'],
    ['date', '1-Sept-2026', '2026-09-01'],
    ['date', '29-Feb-2028', '2028-02-29'],
    ['date', '13/4/2026', '2026-04-13'],
    ['date', '3/13/2026', '2026-03-13'],
    ['date', '3/3/2026', '2026-03-03'],
    ['date', '16.03.2026', '2026-03-16'],
    ['date', '16. März 2026', '2026-03-16'],
    ['date', '20260316', '2026-03-16'],
    ['date', '2026-03-16 20:15', '2026-03-16'],
    ['date', '46388', '2027-01-01'],
    ['tick', 'TRUE', true],
    ['tick', 'Yes', true],
    ['tick', '是', true],
    ['tick', '✓', true],
    ['tick', '１', true],
    ['tick', 'false', false],
    ['tick', 'NO', false],
    ['tick', '否', false],
    ['tick', '0', false],
  ])('%s %j → %j', (kind, text, expected) => {
    expect(value(kind, text)).toBe(expected);
  });
});

describe('a choice is found by its id or its label in either language', () => {
  test.each([
    ['franchised', 'franchised'],
    ['FRANCHISED', 'franchised'],
    ['加盟', 'franchised'],
    [' 自 营 ', 'selfOperated'],
    ['selfOperated', 'selfOperated'],
    ['self_operated', 'selfOperated'],
    ['Self-operated', 'selfOperated'],
    ['self operated', 'selfOperated'],
    ['ＳＥＬＦ－ＯＰＥＲＡＴＥＤ', 'selfOperated'],
    ['直营', 'choice'],
    ['franchise', 'choice'],
  ])('%j → %j', (text, expected) => {
    expect(value('choice', text, { list: 'ownership' })).toBe(expected);
  });

  test('where the list only suggests, any other text stands', () => {
    const open = { list: 'ownership', open: true };
    expect([value('choice', '自营', open), value('choice', '联营', open)]).toEqual(['selfOperated', '联营']);
  });

  test('a text that is none of them is told which list they are of', () => {
    expect(parsed(field('choice', { list: 'ownership' }), 'x', lists)).toEqual({
      fault: { rule: 'choice', params: { list: 'ownership' } },
    });
  });
});

describe('what is no value of its field', () => {
  test.each<[Kind, string, string]>([
    ['money', 'many', 'number'],
    ['money', '12%', 'number'],
    ['money', '10²', 'number'],
    ['money', '½', 'number'],
    ['money', 'TRUE', 'number'],
    ['money', '0x10', 'number'],
    ['money', 'Infinity', 'number'],
    ['money', '¥', 'number'],
    ['number', '¥12', 'number'],
    ['months', '50%', 'number'],
    ['count', '1.5', 'whole'],
    ['count', 'two', 'whole'],
    ['count', '12%', 'whole'],
    ['year', '2027.5', 'whole'],
    ['date', '3/4/2026', 'ambiguousDate'],
    ['date', '03-04-2026', 'ambiguousDate'],
    ['date', '4.3.2026', 'ambiguousDate'],
    ['date', '26-3-4', 'date'],
    ['date', '16-Mar-26', 'date'],
    ['date', '16-Mra-2026', 'date'],
    ['date', '1949-12-31', 'date'],
    ['date', '0026-03-16', 'date'],
    ['date', 'soon', 'date'],
    ['date', '2026-02-30', 'noSuchDay'],
    ['date', '2026-13-01', 'noSuchDay'],
    ['date', '31-Apr-2026', 'noSuchDay'],
    ['date', '2027年2月29日', 'noSuchDay'],
    ['tick', 'maybe', 'tick'],
    ['tick', '2', 'tick'],
  ])('%s %j is %s', (kind, text, code) => {
    expect(value(kind, text)).toBe(code);
  });
});

describe('bounds', () => {
  test.each<[Partial<Field>, Kind, string, unknown]>([
    [{ min: 0 }, 'money', '0', 0],
    [{ min: 0 }, 'money', '-1', { rule: 'atLeast', params: { bound: '0' } }],
    [{ min: 0, above: true }, 'number', '0', { rule: 'above', params: { bound: '0' } }],
    [{ min: 0, above: true }, 'number', '0.01', 0.01],
    [{ min: 0, max: 12 }, 'months', '12', 12],
    [{ min: 0, max: 12 }, 'months', '12.5', { rule: 'atMost', params: { bound: '12' } }],
    [{ min: -1 }, 'growth', '-100%', -1],
    [{ min: -1 }, 'growth', '-150%', { rule: 'atLeast', params: { bound: '−100%' } }],
    [{ min: 2000, max: 2100 }, 'year', '1999', { rule: 'atLeast', params: { bound: '2000' } }],
  ])('%j %s %j → %j', (more, kind, text, expected) => {
    const result = parsed(field(kind, more), text, lists);
    expect('value' in result ? result.value : result.fault).toEqual(expected);
  });

  test('text may be 20,000 characters long and no longer', () => {
    expect(value('text', 'x'.repeat(20_000))).toBe('x'.repeat(20_000));
    expect(value('text', 'x'.repeat(20_001))).toBe('text');
  });
});

test.each<Kind>(['text', 'money', 'count', 'date', 'choice', 'tick', 'person'])('a blank %s is null', (kind) => {
  expect([value(kind, ''), value(kind, ' \t\n'), value(kind, '　')]).toEqual([null, null, null]);
});

test.each([
  ['Store_ID', 'store id'],
  ['ＳｔｏｒｅＩＤ', 'storeId'],
  ['面积（㎡）', '面积(㎡)'],
  ['last-year sales', 'lastYearSales'],
])('%j and %j are the same name', (one, other) => {
  expect(folded(one)).toBe(folded(other));
});
