import { inTurns, turn } from '../../sidebar/intake/inTurns';

/** Steps that take so many milliseconds each, by a clock of their own. */
function slow(steps: number, each: number): Generator<number, string> {
  let now = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => now);
  return (function* () {
    for (let step = 1; step <= steps; step += 1) {
      now += each;
      yield step / steps;
    }
    return 'done';
  })();
}

afterEach(() => jest.restoreAllMocks());

test('what is soon done is done at once; what takes long tells how far it is, and others have their turn', async () => {
  const told: number[] = [];
  const tell = (share: number): boolean => told.push(share) > 0;
  expect(await inTurns(slow(10, 4), tell)).toEqual({ result: 'done' });
  expect(told).toEqual([]);
  let turns = 0;
  const others = (async () => {
    for (let count = 0; count < 4; count += 1) {
      await turn();
      turns = count + 1;
    }
  })();
  expect(await inTurns(slow(4, 80), tell)).toEqual({ result: 'done' });
  expect(told).toEqual([0.25, 0.5, 0.75, 1]);
  expect(turns).toBeGreaterThan(1);
  await others;
});

test('work that is not wanted any more stays where it is, and can be gone on with', async () => {
  const told: number[] = [];
  const steps = slow(4, 80);
  expect(await inTurns(steps, (share) => told.push(share) < 2)).toBeUndefined();
  expect(told).toEqual([0.25, 0.5]);
  expect(await inTurns(steps, (share) => told.push(share) > 0)).toEqual({ result: 'done' });
  expect(told).toEqual([0.25, 0.5, 0.75, 1]);
});
