import { type Case, cases, courseFor, type Tried, triedAt } from './whole';

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
  const { places, runs, lost } = all(one);
  const { user, system } = process.cpuUsage(before);
  process.send?.({ group: one.group, places, runs, lost, cpu: (user + system) / 1e6 });
});

/** A case at all its places; one whose command does not even come to its end undisturbed is lost itself. */
function all(one: Case): Tried & { readonly places: number } {
  try {
    const places = one.places(courseFor(one));
    return { places: places.length, ...triedAt(one, places) };
  } catch (error) {
    return { places: 0, runs: 0, lost: [`${one.name}: ${String(error)}`] };
  }
}

process.send?.({ cases: chosen.map(({ command }) => command) });
