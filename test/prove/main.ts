import { cases, courseFor, lost } from './whole';

// One of several processes, each with its share of the cases: which, of how many, and words that their names are to hold.
const [, , share = '0', shares = '1', ...words] = process.argv;
const chosen = cases().filter(({ name, group }) => words.every((word) => `${group} ${name}`.includes(word)));
for (const [index, one] of chosen.entries()) {
  if (index % Number(shares) !== Number(share)) continue;
  const places = one.places(courseFor(one));
  const found = lost(one, places);
  process.stdout.write(`${JSON.stringify({ group: one.group, name: one.name, runs: places.length, lost: found })}\n`);
}
