import { callCell, cellFunctions } from '../../src/functions';
import { written } from '../../src/model/help';
import { cellHelp } from '../../src/sections/help';
import { frozen } from '../frozen';
import { described, expectClose } from './call';

test.each(described)('the example of $name, whose arguments nothing writes into', ({ name, help: { example } }) => {
  expectClose(callCell(name, frozen(example.args)), example.result, 9);
});

test('the help is in the order of the functions, and none is left over', () => {
  expect(Object.keys(cellHelp)).toEqual(cellFunctions.map(({ name }) => name));
});

test.each(described)('$name describes each argument, in their order', ({ args, help }) => {
  expect(Object.keys(help.args)).toEqual(args.map(written));
});

test.each(described)('$name describes itself in both languages, on one line', ({ help: { text, args, result } }) => {
  for (const words of [text, result, ...Object.values(args)]) {
    expect(words.zh).toMatch(/^[^\n]*[\u4e00-\u9fff][^\n]*$/);
    expect(words.en).toMatch(/^[^\n\u4e00-\u9fff]+$/);
  }
});

test.each(cellFunctions)('$name keeps to names a formula can have', ({ name, args }) => {
  expect(name).toMatch(/^[A-Z][A-Z_]*[A-Z]$/);
  // A name such as AB12 would be read as a cell’s address.
  expect(name).not.toMatch(/^[A-Z]{1,3}\d+$/);
  for (const argument of args) expect(argument.name).toMatch(/^[a-z][a-z_]*[a-z]$/);
  expect(new Set(args.map((argument) => argument.name)).size).toBe(args.length);
});

test.each(described)(
  '$name takes the arguments it documents: no more, and the required ones',
  ({ name, args, help: { example } }) => {
    const needed = args.filter((argument) => argument.need !== 'optional').length;
    const full = [...example.args, ...Array(args.length - example.args.length).fill('')];
    expectClose(callCell(name, full), example.result, 9);
    expect(() => callCell(name, [...full, ''])).toThrow(
      `takes at most ${args.length} arguments, got ${args.length + 1}`,
    );
    for (const [index, argument] of args.entries()) {
      if (argument.need !== 'required') continue;
      expect(() => callCell(name, full.slice(0, index))).toThrow(`${argument.name}: expected `);
      // The only argument about a row is no row when it is blank, which an empty cell and an omitted one may both be.
      const others = args.filter(({ need, scope }, at) => at !== index && need !== 'optional' && scope === 'row');
      const without = full.map((value, at) => (at === index ? undefined : value));
      const isAllBlank = args.every(({ scope }) => scope === 'whole') && !without.some((value) => value);
      if (others.length === 0 && (argument.scope === 'row' || isAllBlank)) expect(callCell(name, without)).toBe('');
      else expect(() => callCell(name, without)).toThrow(`${argument.name}: expected `);
    }
    expect(args.slice(needed).every((argument) => argument.need === 'optional')).toBe(true);
  },
);

test('names are unique', () => {
  expect(new Set(cellFunctions.map(({ name }) => name)).size).toBe(cellFunctions.length);
});

test('a name that is none says so', () => {
  expect(() => callCell('NOPE', [])).toThrow('no cell function NOPE');
});
