import { tabIn } from '../engine/book';
import { act, acts } from './acts';
import { commands } from './commands';
import { commandOf, damageFound, type Ended, isDamaged, readiedFor, standing, tried, wrongByThen } from './course';
import { opened } from './shelf';
import { type Effect, rowsOf, storesOf, wrongFormulas, wrongIds, wrongStores } from './verdict';

/** Numbers from 0 on and below a bound, the same for a seed each time. */
function pickerOf(seed: number): (below: number) => number {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), state | 1);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** So many of some things, each once. */
function some<T>(things: readonly T[], count: number, pick: (below: number) => number): readonly T[] {
  const left = [...things];
  return Array.from({ length: count }, () => left.splice(pick(left.length), 1)).flat();
}

const actNames = (damages: boolean): readonly string[] =>
  Object.entries(acts).flatMap(([name, one]) => ((one.damages === true) === damages ? [name] : []));
/** Commands that people send on a plan that is theirs to change: all but those about a plan that is signed, or of an earlier version. */
const commandNames = Object.entries(commands).flatMap(([name, { stand }]) => (stand === undefined ? [name] : []));
const saves = commandNames.filter((name) => commands[name]?.request !== undefined);

/** What is done, one after the other: acts and commands, then what damages, then what is saved upon that. */
export function stepsOf(seed: number): readonly string[] {
  const pick = pickerOf(seed);
  const first = some([...actNames(false), ...commandNames], 3 + pick(4), pick);
  // Of keys and labels one is left, by which the other is known; without the row of keys nobody finds a column.
  const either = pick(2) === 0 ? 'deletes the row of keys' : 'deletes the row of labels';
  const damage = some(
    actNames(true).filter((name) => name !== either),
    pick(3),
    pick,
  );
  const inOrder = [...damage].sort((one, other) => Number(one.endsWith('of keys')) - Number(other.endsWith('of keys')));
  const last = some(
    saves.filter((name) => !first.includes(name)),
    pick(3),
    pick,
  );
  return [...first, ...inOrder, ...last];
}

/** People's acts and saves by a seed: what is wrong, or what the check has not found and the repair not put right. */
export const withSequence = (seed: number): readonly string[] => withSteps(stepsOf(seed));

/** Acts and commands one after the other, by their names: what is wrong after them. */
export function withSteps(steps: readonly string[]): readonly string[] {
  const sent = steps.filter((step) => step in commands);
  const isFollowed = sent.some((step) => commandOf(step).follows !== undefined);
  const shelf = opened('six stores', isFollowed, ...readiedFor(sent));
  const before = standing(shelf);
  const effects: Effect[] = [];
  const ended: Ended[number][] = [];
  const problems: string[] = [];
  for (const [index, step] of steps.entries()) {
    const person = acts[step];
    if (person) {
      act(shelf, person);
      effects.push(person.effect);
      continue;
    }
    const command = commandOf(step);
    const { status, error } = tried(() => command.run(shelf, index % 2 === 0 ? shelf.addon : shelf.other));
    if (error !== undefined) problems.push(`an error of ${step}: ${error}`);
    if (status === 'done') effects.push(command.effect);
    ended.push([command, [status]]);
  }
  const all: Effect = (stores) => effects.reduce((now, effect) => effect(now), stores);
  if (isDamaged(shelf) && damageFound(shelf) === '') problems.push('the check does not find what was damaged');
  shelf.other.run('generatePlan', { section: '' });
  const rows = rowsOf(shelf);
  problems.push(...wrongStores(shelf, storesOf(before.rows), all, (stores) => stores, storesOf(rows)));
  problems.push(...ended.flatMap(([{ wrong }, statuses]) => wrong?.(shelf, statuses.includes('done')) ?? []));
  problems.push(...wrongByThen(shelf, before, ended));
  const left = damageFound(shelf);
  if (left !== '') problems.push(`the check still finds: ${left}`);
  problems.push(...wrongIds(before.rows, rows), ...wrongFormulas(rows));
  const log = tabIn(shelf.workbook, 'log');
  if (log.values.some((line) => line[log.columns.get('state') ?? -1] === 'pending'))
    problems.push('the log has pending rows');
  return problems.length === 0 ? [] : [`${steps.join(', ')}: ${problems.join(' | ')}`];
}
