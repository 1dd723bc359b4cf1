import { hash, places } from '../places';
import { brokenTwice, courseOf, withActAndFault, withActs } from './course';
import { withSequence, withSteps } from './sequence';
import { type Case, cases, courseFor, lost } from './whole';

/** Of all that `npm run prove` runs one case in eighty, each at one of its calls. */
const some = cases().filter(({ group, name }) => hash(`${group} ${name}`) % 80 === 0);

/** One of the places of a case, of a fault any; none if it has none. */
function onePlace(one: Case): readonly number[] {
  const course = courseFor(one);
  const places = one.group === 'faults' ? [...Array(course.calls).keys()] : one.places(course);
  return places.slice(hash(one.name) % Math.max(1, places.length)).slice(0, 1);
}

test.each(some.map((one) => [one.group, one.name, one] as const))('%s: %s: nothing is lost', (_group, _name, one) => {
  expect(lost(one, onePlace(one))).toEqual([]);
});

/** Every place of a case by itself, and how many of them a run of all of them tries. */
test.each(['addition: another user’s save of several', 'action added: another user’s repair'])(
  '%s: where it is shown to come to the same as before another call, it does',
  (name) => {
    const one = cases().find((candidate) => candidate.name === name);
    if (!one) throw new Error(`there is no case ${name}`);
    const at = one.places(courseFor(one));
    const alone = new Map(at.map((place) => [place, one.run(place)]));
    let compared = 0;
    for (const [place, { left, last }] of alone) {
      for (const other of at) {
        if (other <= place || other > last) continue;
        expect([other, alone.get(other)?.left]).toEqual([other, left]);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(0);
  },
);

type Place = (calls: readonly string[]) => number;
const first =
  (call: string): Place =>
  (calls) =>
    calls.indexOf(call);
const last =
  (call: string): Place =>
  (calls) =>
    calls.lastIndexOf(call);
/** Once the table's values or its formulas were read, before the other was. */
const between: Place = (calls) => Math.max(calls.indexOf('Range.getValues'), calls.indexOf('Range.getFormulas'));

/** Where something was lost once, in words and by the calls of the case's command. */
const once: readonly (readonly [name: string, where: string, place: Place])[] = [
  ['addition: a person moves a column', 'as the table is read', between],
  ['addition: a person moves a column', 'right before it is written', last('Range.copyTo')],
  ['save of a default: a person inserts a column', 'as the table is read', between],
  ['save of a default: a person inserts a column', 'right before it is written', last('Range.copyTo')],
  ['import: a person inserts a column', 'right before it is written', last('Range.copyTo')],
  ['restoring: a person inserts a column', 'right before the table is read', first('Range.getValues')],
  ['removal: a person inserts a row among them', 'as the table is read', between],
  ['removal: a person deletes the row of keys', 'right before rows are deleted', last('Range.copyTo')],
  [
    'signing: a person deletes another row',
    'right before the inputs are closed',
    last('Protection.setUnprotectedRanges'),
  ],
  ['signing: another user’s signing', 'right before the workbook says so', last('Lock.tryLock')],
  ['reopening: another user’s reopening', 'right before the workbook says so', last('Lock.tryLock')],
  // A new tab takes choices from a table whose head is still to be put back.
  ['listing what is followed: a person deletes the row of keys', 'as the stores are read', first('Range.getFormulas')],
  // It is written by then: whoever sends it again ends what the log says, too.
  ['reopening: a call fails, then save of several', 'right before the log tells its end', last('Range.setValues')],
  ['keeping values: a call fails, then save of several', 'right before the log tells its end', last('Range.setValues')],
  // What another has typed a moment before is seen, and not pasted over.
  ['typed row: a person pastes rows', 'right after it is typed', first('Range.getValues')],
  ['switch: a person deletes another row', 'right before rows are given new rules', last('Range.getNotes')],
  // Someone has said that the year is meant: it is not put back.
  ['year put back: another user’s year kept', 'right before the lock', first('Lock.tryLock')],
  // A formula of the totals comes over a label then, which alone told the column.
  ['switch: a person deletes the row of keys', 'as the labels are written', last('Range.setValues')],
];

/** What a person does right before a command writes, so that it comes over what is others': as a call fails after it. */
const inTheWay: readonly (readonly [command: string, act: string, before: string])[] = [
  ['save', 'inserts a row above', 'Range.copyTo'],
  ['save of a default', 'deletes another row', 'Range.copyTo'],
  ['addition', 'types in the first empty row', 'Range.copyTo'],
  ['addition', 'types elsewhere in the first empty row', 'Range.copyTo'],
  ['removal', 'inserts a row above', 'Sheet.deleteRows'],
  ['import', 'sorts by the filter', 'Range.copyTo'],
];

test.each(inTheWay)('%s: a person %s right before %s, and a later call fails: nothing is lost', (name, act, call) => {
  const position = courseOf(name).names.indexOf(call);
  const { calls } = withActAndFault(name, act, position, Number.POSITIVE_INFINITY);
  const after = places(calls - position, `${name} ${act}`, 4).filter((place) => place > 0);
  const lost = after.flatMap((place) =>
    withActAndFault(name, act, position, place).problems.map((one) => [place, one]),
  );
  expect(lost).toEqual([]);
});

/** The call of a command right before which what a person does is not seen before it is written over. */
const unseen: readonly (readonly [command: string, call: string])[] = [
  ['save', 'Range.copyTo'],
  ['save of a default', 'Range.copyTo'],
  ['addition', 'Range.copyTo'],
  ['removal', 'Sheet.deleteRows'],
  ['import', 'Range.copyTo'],
];

/** What moves rows and columns, or changes a cell. */
const moves = [
  'sorts the rows',
  'sorts by the filter',
  'inserts a row above',
  'deletes another row',
  'moves a column',
  'inserts a column',
  'types in the first empty row',
  'pastes rows',
] as const;

describe.each(unseen)(
  '%s: a person moves rows right before it writes, and its execution ends for good',
  (name, call) => {
    const tried = places(moves.length, `${name} while rows move`, 3).flatMap((at) => moves.slice(at, at + 1));
    test.each(tried)('%s: nothing is lost', (act) => {
      const position = courseOf(name).names.indexOf(call);
      const { calls } = withActAndFault(name, act, position, Number.POSITIVE_INFINITY);
      const lost = places(calls - position, `${name} ${act} for good`, 16).flatMap((place) =>
        withActAndFault(name, act, position, place, 'is the last').problems.map((one) => [place, one]),
      );
      expect(lost).toEqual([]);
    });
  },
);

test.each(unseen)(
  '%s: who puts back what it came over is disturbed and ends for good as well: nothing is lost',
  (name, call) => {
    const position = courseOf(name).names.indexOf(call);
    const lost = places(60, `${name} broken twice`, 20).flatMap((sorted) =>
      brokenTwice(name, 'inserts a row above', position, { sorted, over: sorted + 2 }).map((one) => [sorted, one]),
    );
    expect(lost).toEqual([]);
  },
);

/** What a person does right before a removal takes rows away, so that it takes others'; and what as they come back. */
const moving = [
  ['sorts the rows', 'sorts by the filter', 'moves a column'],
  ['sorts the rows', 'moves a column', 'inserts a row above'],
  // It pushes the last column out of what is copied.
  ['sorts the rows', 'inserts a column', 'inserts a row above'],
  ['inserts a row above', 'inserts a column', 'sorts the rows'],
] as const;

test.each(moving)(
  'removal: a person %s and %s right before rows are deleted, and then %s: they come back once',
  (one, other, then) => {
    const at = courseOf('removal').names.indexOf('Sheet.deleteRows');
    const first = [one, other].map((act) => ({ act, at }));
    const after = places(16, `${one} ${other} ${then}`, 4).map((place) => at + 1 + place);
    const lost = after.flatMap((place) =>
      withActs('removal', [...first, { act: then, at: place }]).map((problem) => [place, problem]),
    );
    expect(lost).toEqual([]);
  },
);

test('a row without an id that a removal took in another’s place comes back once, whichever call fails', () => {
  const at = courseOf('removal').names.indexOf('Sheet.deleteRows');
  const acts = ['inserts a row above', 'types in the first empty row'].map((act) => ({ act, at: 0 }));
  const inTheWay = ['inserts a row above', 'inserts a row above'].map((act) => ({ act, at }));
  const lost = places(24, 'a row without an id', 8).flatMap((place) =>
    // What the removal itself has left half done is for the next writer.
    withActs('removal', [...acts, ...inTheWay], at + 1 + place).flatMap((problem) =>
      problem.startsWith('E1') ? [[place, problem]] : [],
    ),
  );
  expect(lost).toEqual([]);
});

test('rows that were pasted without ids keep their choices and others theirs, where a row is inserted while the language is switched', () => {
  const { names } = courseOf('switch');
  const [first, last] = [names.indexOf('Range.copyTo'), names.lastIndexOf('Range.setDataValidations')];
  const lost = places(last - first + 12, 'pasted rows, switch', 8).flatMap((place) => {
    const acts = [
      { act: 'pastes rows', at: 0 },
      { act: 'inserts a row above', at: first + place },
    ];
    return withActs('switch', acts).map((problem) => [place, problem]);
  });
  expect(lost).toEqual([]);
});

test.each([1, 2, 3])(
  'acts and saves one after the other, seed %i: nothing is lost, and all damage is found and mended',
  (seed) => {
    expect(withSequence(seed)).toEqual([]);
  },
);

test('a column that neither key nor label tells, beside others that have as little above their records, is found', () => {
  const rows = ['inserts a row among them', 'generation', 'sorts the rows', 'inserts a row above'];
  const heads = ['deletes the row of labels', 'clears a key'];
  expect(withSteps([...rows, ...heads, 'restoring', 'removal'])).toEqual([]);
});

test.each(once)('%s %s: nothing is lost any more', (name, _where, place) => {
  const one = cases().find((candidate) => candidate.name === name);
  if (!one) throw new Error(`there is no case ${name}`);
  const position = place(courseFor(one).names);
  expect(position).toBeGreaterThan(0);
  expect(lost(one, [position])).toEqual([]);
});
