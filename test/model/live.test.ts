import { day, type Figures, from, number, numbers, type Row, surplus, typedNumber, whole } from '../../src/model/live';
import { statusFigure } from '../../src/model/status';

type Id = 'leads' | 'months' | 'openedOn';

const row: Row<Id> = {
  id: 'r',
  values: { leads: 12, 'months.1': 3, 'months.2': null, openedOn: '2027-01-01' },
  typedOver: new Set(['months.1']),
};

test('figures and cells of a part are those of its fields: a misspelt one does not compile', () => {
  // @ts-expect-error leeds is no field
  const misspelt: Figures<Id> = { leeds: 1 };
  // @ts-expect-error leeds is no field
  expect([misspelt, number(row, 'leeds')]).toEqual([{ leeds: 1 }, null]);
});

test('what a cell holds is a number, a day, or nothing to compute with', () => {
  expect([number(row, 'leads'), number(row, 'months.2'), number(row, 'openedOn')]).toEqual([12, null, null]);
  expect([typedNumber(row, 'leads'), typedNumber(row, 'months.1')]).toEqual([null, 3]);
  expect(numbers(row, 'months', 3)).toEqual([3, null, null]);
  expect([day(row, 'openedOn'), day(row, 'leads')]).toEqual([46_388, null]);
});

test('a figure of others needs all of them; a surplus counts a blank as 0 beside what is there', () => {
  expect([whole([1, 0]), whole([1, null])]).toEqual([[1, 0], undefined]);
  expect([from([6, 2], (part, of) => part / of), from([6, null], (part, of) => part / of)]).toEqual([3, null]);
  expect([surplus([1, null, 4], 3), surplus([null], 3), surplus([null], null)]).toEqual([2, -3, null]);
});

test.each([
  [{}, null],
  [{ progress: 1, dueOn: '2020-01-01' }, 'done'],
  [{ progress: 0.4, dueOn: '2027-03-15' }, 'overdue'],
  [{ progress: 0.4, dueOn: '2027-03-16' }, 'inProgress'],
  [{ keyActions: 'call' }, 'notStarted'],
] as const)('on 16 March 2027 %j is %p', (values, status) => {
  expect(statusFigure({ id: 'r', values, typedOver: new Set() }, { asOf: '2027-03-16' })).toBe(status);
});

test('without an as-of date nothing is said of how a record stands', () => {
  expect(statusFigure({ id: 'r', values: { progress: 1 }, typedOver: new Set() }, {})).toBeUndefined();
});
