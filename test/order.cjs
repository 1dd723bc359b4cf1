// Which test file comes first: those that take longest, so that no processor waits for another in the end. A run that
// jest remembers tells how long each took; in a fresh clone these are known to be long.
const Sequencer = require('@jest/test-sequencer').default;

const long = [
  'browser/sidebar',
  'workbook/interrupted',
  'browser/page',
  'browser/import',
  'sheets/',
  'engine/missing',
  'app/calls',
  'xlsx/',
  'cli/command',
];

const rank = ({ path }) => {
  const found = long.findIndex((name) => path.includes(`/test/${name}`));
  return found < 0 ? long.length : found;
};

module.exports = class extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    return sorted.some(({ duration }) => duration !== undefined)
      ? sorted
      : sorted.sort((one, other) => rank(one) - rank(other));
  }
};
