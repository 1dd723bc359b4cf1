import { cases, courseFor, lost } from './whole';

/*
 * One of several processes that run cases: it tells which there are, of those whose names hold the words it is started
 * with, and runs the one whose number it is told.
 */
const words = process.argv.slice(2);
const chosen = cases().filter(({ name, group }) => words.every((word) => `${group} ${name}`.includes(word)));

process.on('message', (number) => {
  const one = chosen[Number(number)];
  if (!one) return process.disconnect();
  const before = process.cpuUsage();
  const places = one.places(courseFor(one));
  const found = lost(one, places);
  const { user, system } = process.cpuUsage(before);
  process.send?.({ group: one.group, runs: places.length, lost: found, cpu: (user + system) / 1e6 });
});
process.send?.({ cases: chosen.map(({ command }) => command) });
