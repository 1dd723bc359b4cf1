import { isLike } from './case';
import { inParts } from './probe/report';
import { rooms } from './rooms';

const all = rooms.flatMap((room) => room.cases.map((one) => ({ room: room.name, ...one })));

test('there are as many cases as were wanted, each with a name of its own, a source, and a reason where the host cannot', () => {
  expect(all.length).toBeGreaterThanOrEqual(150);
  expect(all.filter(({ host }) => host).length).toBeLessThan(25);
  const names = all.map(({ room, name }) => `${room} ${name}`);
  expect(new Set(names).size).toBe(names.length);
  for (const { source, host } of all) {
    expect(source.length).toBeGreaterThan(4);
    if (host) expect(host.cannot.length).toBeGreaterThan(10);
  }
});

test('no case allows what it expects a second time', () => {
  for (const { name, expected, or = [] } of all)
    expect({ name, again: or.filter((one) => isLike(one, expected)) }).toEqual({ name, again: [] });
});

describe('an answer is as expected', () => {
  test.each([
    [[1, { b: 2, a: 'x' }], [1, { a: 'x', b: 2 }], true],
    [1, '1', false],
    ['', null, false],
    ['refused: The row is too small.', 'refused', true],
    ['refused: The row is too small.', 'refused: too small', true],
    ['refused: The row is too small.', 'refused: too large', false],
    ['refused', 'refused', true],
    ['accepted', 'refused', false],
    ['refusedly', 'refused', false],
  ])('%j as %j: %s', (got, expected, same) => {
    expect(isLike(got, expected)).toBe(same);
  });
});

test('differences that are too long for a cell go on in the next', () => {
  expect(inParts(['aaaa', 'bbbb', 'cc'], 10)).toEqual(['aaaa\n\nbbbb', 'cc']);
  expect(inParts(['aaaa', 'bbbb', 'cc'], 8)).toEqual(['aaaa', 'bbbb\n\ncc']);
  expect(inParts(['a', 'b'], 10)).toEqual(['a\n\nb']);
  expect(inParts([])).toEqual([]);
});
