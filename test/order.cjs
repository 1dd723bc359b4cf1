// Which test file comes first: those that take longest, so that no processor waits for another in the end. A run that
// jest remembers tells how long each took; in a fresh clone these are known to be long.
const Sequencer = require('@jest/test-sequencer').default;

const long = [
  'browser/page',
  'browser/sidebar',
  'app/signing',
  'browser/import',
  'xlsx/recalculated',
  'app/calls',
  'workbook/versions',
  'workbook/upgrade',
  'engine/create',
  'engine/review',
  'engine/missing',
  'sheets/text',
  'engine/check',
  'engine/followUp',
  'workbook/interrupted',
  // The longest of the fast lane.
  'import/properties',
  'visits/visits',
  'sidebar/equal',
  'cli/command',
  'xlsx/',
  'browser/',
  'app/',
  'sheets/',
  'engine/',
  'workbook/',
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
