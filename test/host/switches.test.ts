import { SWITCHES, VARIABLE } from '../../host/engine/switches';

const before = process.env[VARIABLE];
const turnedTo = (value: string | undefined): void => {
  if (value === undefined) delete process.env[VARIABLE];
  else process.env[VARIABLE] = value;
};

/** What is turned off, and the tests that must pass nevertheless. */
const runs: readonly (readonly [without: string, files: readonly string[]])[] = [
  // What the screen asks for is compared in its own test.
  ...SWITCHES.filter((name) => name !== 'screen').map((name) => [name, ['history', 'values']] as const),
  [SWITCHES.join(), ['calculation', 'history', 'structure', 'values']],
];

describe.each(runs)('without %s', (without, files) => {
  beforeAll(() => turnedTo(without));
  afterAll(() => turnedTo(before));

  // In modules of their own, so that each file's tests are there once more.
  jest.isolateModules(() => {
    for (const file of files) {
      describe(file, () => {
        require(`./${file}.test`);
      });
    }
  });
});

test('a switch that there is not is refused', () => {
  turnedTo('lazy,laziness');
  jest.isolateModules(() => {
    const { turnedOff } = require('../../host/engine/switches');
    expect(turnedOff).toThrow('laziness');
  });
  turnedTo(before);
});
