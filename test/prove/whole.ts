import { createHash } from 'node:crypto';
import { kept } from '../kept';
import { acts } from './acts';
import { commands } from './commands';
import {
  type Course,
  courseOf,
  type Fault,
  faults,
  leftBy,
  type Outcome,
  withAct,
  withAllWaiting,
  withCommand,
  withFault,
} from './course';
import { withSequence } from './sequence';

/** What comes after a fault: one of each kind, whatever the command was. */
const following = ['save of several', 'addition', 'typed row', 'repair', 'generation', 'switch'];

/** One thing to be tried at calls of a command. */
export interface Case {
  readonly group: 'acts of people' | 'pairs of commands' | 'faults' | 'sequences';
  readonly name: string;
  readonly command: string;
  /** Another command that the workbook is to be ready for too. */
  readonly other?: string;
  /** Before which calls it makes a difference, given the command's course; of sequences their seeds. */
  readonly places: (course: Course) => readonly number[];
  readonly run: (position: number) => Outcome;
}

const all = ({ calls }: Course): readonly number[] => [...Array(calls).keys()];

/** Calls outside the lock, and one under it: there another's command is told to wait, whatever the call. */
const unlocked = (course: Course): readonly number[] => {
  const locked = new Set(course.locked.slice(1));
  return all(course).filter((call) => !locked.has(call));
};

/** Of each way to fail the calls at which it leaves something else than any before; found by the first process that asks. */
function telling(command: string, { calls }: Course): Readonly<Record<Fault, readonly number[]>> {
  const found = kept(`what ${command} leaves`, () => {
    const left = new Set<string>();
    const isNew = (fault: Fault, call: number): boolean => {
      const hash = createHash('sha1')
        .update(leftBy(command, fault, call))
        .digest('hex');
      return left.size < left.add(hash).size;
    };
    const all = [...Array(calls).keys()];
    return JSON.stringify(Object.fromEntries(faults.map((fault) => [fault, all.filter((call) => isNew(fault, call))])));
  });
  return JSON.parse(found);
}

/** Acts and saves one after the other, by a thousand seeds. */
const sequences: readonly Case[] = Array.from({ length: 20 }, (_, index): Case => {
  const seeds = Array.from({ length: 50 }, (_unused, seed) => 50 * index + seed);
  return {
    group: 'sequences',
    name: `sequences of acts and saves from ${50 * index} on`,
    command: 'save',
    places: () => seeds,
    run: (seed) => ({ problems: withSequence(seed), last: seed }),
  };
});

/** Out of a plan that is signed no record goes, and none is there to be restored; nor out of one of an earlier version. */
const keepsRecords = (name: string): boolean =>
  ['six stores, signed', 'six stores, signed, with what is followed', 'six stores of an earlier plan'].includes(
    commands[name]?.stand ?? '',
  );
/** In a plan of an earlier version no settings are made for commands that need them. */
const needsSettings: ReadonlySet<string> = new Set(['year kept', 'year put back', 'file of pages']);

function isBarred(first: string, second: string): boolean {
  const both = [first, second];
  if (both.includes('restoring') && both.some(keepsRecords)) return true;
  return both.includes('upgrade') && both.some((name) => needsSettings.has(name));
}

/** What people do in any table. */
const elsewhere: readonly string[] = Object.keys(acts).filter((name) => acts[name]?.anywhere);

/** All that is to be proved. */
export const cases = (): readonly Case[] => [...atCalls(), ...sequences];

function atCalls(): readonly Case[] {
  return Object.keys(commands).flatMap((command): readonly Case[] => {
    const seconds = Object.keys(commands).filter((second) => !isBarred(command, second));
    return [
      ...Object.keys(acts).map((act): Case => {
        const run = (position: number) => withAct(command, act, position);
        return {
          group: 'acts of people',
          name: `${command}: a person ${act}`,
          command,
          places: ({ seen }) => seen,
          run,
        };
      }),
      ...(commands[command]?.follows ? elsewhere : []).map((act): Case => {
        const run = (position: number) => withAct(command, act, position, 'followed');
        return {
          group: 'acts of people',
          name: `${command}: a person ${act} in the part that it writes into`,
          command,
          places: ({ seenFollowed }) => seenFollowed,
          run,
        };
      }),
      {
        group: 'pairs of commands',
        name: `${command}: every other command waits`,
        command,
        places: ({ locked }) => locked,
        run: (position) => withAllWaiting(command, position),
      },
      ...seconds.map((second): Case => {
        const run = (position: number) => withCommand(command, second, position);
        return {
          group: 'pairs of commands',
          name: `${command}: another user’s ${second}`,
          command,
          other: second,
          places: unlocked,
          run,
        };
      }),
      ...faults.flatMap((fault) =>
        following.map((next): Case => {
          const places = (course: Course): readonly number[] => telling(command, course)[fault];
          const run = (position: number) => withFault(command, fault, next, position);
          return { group: 'faults', name: `${command}: a call ${fault}, then ${next}`, command, places, run };
        }),
      ),
    ];
  });
}

const courses = new Map<string, Course>();

/** The course of a case's command, found once on each workbook that it comes upon. */
export function courseFor({ command, other = command }: Case): Course {
  const isFollowed = [command, other].some((name) => commands[name]?.follows !== undefined);
  const key = `${command} ${isFollowed}`;
  const course = courses.get(key) ?? courseOf(command, isFollowed);
  courses.set(key, course);
  return course;
}

/** What is wrong, or why nobody could tell. */
function attempt(run: Case['run'], place: number): Outcome {
  try {
    return run(place);
  } catch (error) {
    return { problems: [`nobody could tell: ${String(error)}`], last: place };
  }
}

/** What was found at all the places that a case was asked about. */
export interface Tried {
  /** At how many of them it was run; the others were shown to come to the same as the one before. */
  readonly runs: number;
  /** What is wrong, each with its place. */
  readonly lost: readonly string[];
}

/** Runs a case at places, which come in order. */
export function triedAt({ name, run }: Case, places: readonly number[]): Tried {
  const lost: string[] = [];
  let runs = 0;
  let shown = -1;
  for (const place of places) {
    if (place <= shown) continue;
    const { problems, last } = attempt(run, place);
    runs += 1;
    shown = last;
    const where = last === place ? `${place}` : `${place} to ${last}`;
    if (problems.length > 0) lost.push(`${name}, at ${where}: ${problems.join(' | ')}`);
  }
  return { runs, lost };
}

/** What is wrong with a case at places. */
export const lost = (one: Case, places: readonly number[]): readonly string[] => triedAt(one, places).lost;
