import { hash } from '../places';
import { type Case, cases, courseFor, lost } from './whole';

/** Of all that `npm run prove` runs one case in twenty, each at one of its calls. */
const some = cases().filter(({ group, name }) => hash(`${group} ${name}`) % 20 === 0);

/** One of the places of a case, of a fault any; none if it has none. */
function onePlace(one: Case): readonly number[] {
  const course = courseFor(one);
  const places = one.group === 'faults' ? [...Array(course.calls).keys()] : one.places(course);
  return places.slice(hash(one.name) % Math.max(1, places.length)).slice(0, 1);
}

test.each(some.map((one) => [one.group, one.name, one] as const))('%s: %s: nothing is lost', (_group, _name, one) => {
  expect(lost(one, onePlace(one))).toEqual([]);
});
