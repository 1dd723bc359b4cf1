import { type Field, input } from '../../src/model/field';
import { keyOf } from '../../src/model/key';

const nameOf = (fields: readonly Field[], values: Readonly<Record<string, string | number | null>>) =>
  keyOf({ id: 'visits', shape: 'table', fields })?.nameOf((field) => values[field]);

const who = input('who', 'text', { key: true });
const month = input('month', 'count', { key: true });
const note = input('note', 'text');

test.each([
  [[who, note], { who: 'Li' }, 'Li'],
  [[who, note], { who: 'a · b' }, 'a · b'],
  [[who, note], { who: null }, ''],
  [[who, month], { who: 'Li', month: 3 }, 'Li · 3'],
  [[who, month], { who: 'Li', month: 0 }, 'Li · 0'],
  [[who, month], { who: 'Li', month: null }, ''],
  [[note], { note: 'x' }, undefined],
])('of %j with %j the name is %p', (fields, values, name) => {
  expect(nameOf(fields, values)).toBe(name);
});

test('other parts never have the same name', () => {
  const other = input('month', 'text', { key: true });
  expect(nameOf([who, other], { who: 'a · b', month: 'c' })).not.toBe(
    nameOf([who, other], { who: 'a', month: 'b · c' }),
  );
});
