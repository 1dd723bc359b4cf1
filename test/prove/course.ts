import type { Addon } from '../../host/addon';
import type { Call } from '../../host/execution';
import { tabIn } from '../engine/book';
import { checkedBy } from '../engine/checked';
import { act, acts } from './acts';
import { type Command, commands } from './commands';
import { type Followed, type FollowedPart, followedIn, wrongFollowed } from './followed';
import { leftIn } from './left';
import { opened, type Readied, type Shelf, type Stand, wordsFor } from './shelf';
import { following, type Step, stepsIn } from './told';
import { type Effect, rowsOf, storesOf, wrongFormulas, wrongIds, wrongLog, wrongStores } from './verdict';

/** A workbook in which the plan is signed, one in which it is listed what is followed then, and one of an earlier version. */
const signedStand = 'six stores, signed';
const listedStand = 'six stores, signed, with what is followed';
const earlierStand = 'six stores of an earlier plan';

/** Runs `work` once, before the call of that number, by who sees all that is committed by then. */
function ahead({ addon, workbook }: Shelf, position: number, work: () => void): void {
  addon.hook((_, index) => {
    if (index !== position) return;
    addon.hook();
    workbook.settle();
    work();
  });
}

export function commandOf(name: string): Command {
  const command = commands[name];
  if (!command) throw new Error(`there is no command ${name}`);
  return command;
}

/** What comes before commands, each once, and in one order whatever theirs is. */
export const readiedFor = (names: readonly string[]): readonly Readied[] =>
  [...new Set(names)].sort().flatMap((name) => {
    const work = commandOf(name).before;
    return work ? [{ name: `ready for ${name}`, work }] : [];
  });

interface Region {
  readonly stand: Stand;
  readonly isFollowed: boolean;
  readonly readied: readonly Readied[];
}

/**
 * The workbook that a command comes upon: ready for it, and for others that come after it; it stands as one of them asks,
 * `standing`, where the command itself asks for nothing.
 */
function regionFor(name: string, { others = [], standing, isFollowed = false }: ReadyFor): Region {
  const follows = [name, ...(standing === undefined ? [] : [standing])].some((one) => commandOf(one).follows);
  const stand = commandOf(name).stand ?? (standing === undefined ? undefined : commandOf(standing).stand);
  return { stand: stand ?? 'six stores', isFollowed: isFollowed || follows, readied: readiedFor([name, ...others]) };
}

/** A command by its name, on the workbook that is ready for it. */
function ready(name: string, readyFor: ReadyFor = {}): { readonly shelf: Shelf; readonly command: Command } {
  const { stand, isFollowed, readied } = regionFor(name, readyFor);
  return { shelf: opened(stand, isFollowed, ...readied), command: commandOf(name) };
}

const undisturbed = new Map<string, readonly Step[]>();

/** What a command is told step by step if nobody comes between; found once for each workbook that it comes upon. */
function stepsOf(name: string, readyFor: ReadyFor): readonly Step[] {
  const { stand, isFollowed, readied } = regionFor(name, readyFor);
  const key = `${name}: ${wordsFor(stand, isFollowed, readied)}`;
  const before = undisturbed.get(key);
  if (before) return before;
  const { shelf, command } = ready(name, readyFor);
  const steps = stepsIn(shelf.addon, () => void tried(() => command.run(shelf, shelf.addon)));
  undisturbed.set(key, steps);
  return steps;
}

/** What has come of something that was tried before a call. */
export interface Outcome {
  readonly problems: readonly string[];
  /** The last call before which it comes to the same; the call itself if it is the only one. */
  readonly last: number;
  /** How it went and what was left then, as a text that is the same for the same; none where nobody compares it. */
  readonly left?: string;
}

interface ReadyFor {
  readonly others?: readonly string[];
  readonly standing?: string;
  readonly isFollowed?: boolean;
}

/** Where something that is done in the table of stores can come between the calls of a command. */
export interface Course {
  /** How many service calls it takes. */
  readonly calls: number;
  /** Their names. */
  readonly names: readonly string[];
  /** Before which of them the table may be another than before the next: those that touch it, or commit what it is to hold. */
  readonly seen: readonly number[];
  /** The same of the part in which the plan is followed that it writes into; none if it writes into none. */
  readonly seenFollowed: readonly number[];
  /** Those made while the lock is held. */
  readonly locked: readonly number[];
}

/** The course of a command that nothing comes between, with the parts in which a plan is followed or without them. */
export function courseOf(name: string, isFollowed = false): Course {
  const { shelf, command } = ready(name, { isFollowed });
  const { sheet } = tabIn(shelf.workbook, 'stores');
  const followed = command.follows && tabIn(shelf.workbook, command.follows.part).sheet;
  shelf.addon.calls.reset();
  const status = command.run(shelf, shelf.addon);
  if (status !== 'done') throw new Error(`${name}: ${status}`);
  const { sequence } = shelf.addon.calls;
  const locked: number[] = [];
  let isHeld = false;
  for (const [index, call] of sequence.entries()) {
    if (call.name === 'Lock.releaseLock') isHeld = false;
    if (isHeld) locked.push(index);
    if (call.name === 'Lock.tryLock') isHeld = true;
  }
  const names = sequence.map((call) => call.name);
  const seenFollowed = followed === undefined ? [] : seenIn(sequence, followed);
  return { calls: names.length, names, seen: seenIn(sequence, sheet), seenFollowed, locked };
}

/** The calls before which a sheet may be another than before the next. */
function seenIn(calls: Shelf['addon']['calls']['sequence'], sheet: string): readonly number[] {
  const seen: number[] = [];
  let isPending = false;
  for (const [index, call] of calls.entries()) {
    const isOwn = call.sheet === sheet || call.name.startsWith('RangeList.');
    const commits = call.kind === 'read' || call.kind === 'structure' || call.name === 'SpreadsheetApp.flush';
    if (isOwn || (isPending && commits)) seen.push(index);
    isPending = isOwn && call.kind === 'write' ? true : isPending && !commits;
  }
  return seen;
}

const nothing: Effect = (stores) => stores;

/** What the check finds that a repair would mend. */
export const damageFound = ({ other }: Shelf): string => checkedBy(other, 'repair').join('; ');

/** What stood there before anybody did anything. */
export interface Before {
  readonly rows: ReturnType<typeof rowsOf>;
  readonly followed: Followed;
}

export const standing = (shelf: Shelf): Before => ({ rows: rowsOf(shelf), followed: followedIn(shelf) });

export type Ended = readonly (readonly [command: Command, statuses: readonly string[]])[];

/** What is wrong in the parts in which the plan is followed, given how commands ended that write there. */
export function wrongByThen(shelf: Shelf, { followed }: Before, ended: Ended): readonly string[] {
  const effects: Partial<Record<FollowedPart, readonly Effect[]>> = {};
  for (const [{ follows }, statuses] of ended) {
    if (!follows || follows.part === 'closings' || !statuses.includes('done')) continue;
    effects[follows.part] = [...(effects[follows.part] ?? []), follows.effect];
  }
  return wrongFollowed(followed, followedIn(shelf), effects);
}

/** What is left to be looked at once everybody has done what they had to do. */
interface Ending {
  readonly before: Before;
  readonly ours: Effect;
  readonly theirs: Effect;
  /** A person has damaged what is ours: the check is to say so, and the repair to put it right. */
  readonly damages: boolean;
  /** Whether the tabs were brought up to date, and a repair is to find nothing left to do. */
  readonly isRepaired: boolean;
  /** What else commands ask for, given how they ended. */
  readonly ended: Ended;
}

const judged = new Map<string, readonly string[]>();

/**
 * What `judge` finds in what is left: looked for once where the same is left of the same, of which `names` says what was
 * done and how it went.
 */
function foundIn(
  shelf: Shelf,
  names: readonly string[],
  judge: () => readonly string[],
): { readonly left: string; readonly found: readonly string[] } {
  const left = [...names, leftIn(shelf)].join(': ');
  const found = judged.get(left) ?? judge();
  judged.set(left, found);
  return { left, found };
}

/** What is wrong once everybody has done what they had to do, and after a repair where there is one. */
function finalProblems(shelf: Shelf, { before, ours, theirs, damages, isRepaired, ended }: Ending): readonly string[] {
  const problems = ended.flatMap(([{ wrong }, statuses]) => wrong?.(shelf, statuses.includes('done')) ?? []);
  const base = storesOf(before.rows);
  if (!damages) problems.push(...wrongStores(shelf, base, ours, theirs, storesOf(rowsOf(shelf))));
  else if (isDamaged(shelf) && damageFound(shelf) === '') problems.push('the check does not find what was damaged');
  shelf.other.run('openPart', { part: 'stores' });
  if (damages || isRepaired) {
    // Of a plan that was made by an earlier version nothing else is brought up to date.
    shelf.other.run('generatePlan', { section: '', upgrade: true });
    problems.push(...wrongStores(shelf, base, ours, theirs, storesOf(rowsOf(shelf))).map((one) => `repaired: ${one}`));
  }
  const left = damages ? damageFound(shelf) : '';
  if (left !== '') problems.push(`the check still finds: ${left}`);
  const rows = rowsOf(shelf);
  problems.push(...wrongIds(before.rows, rows), ...wrongFormulas(rows), ...wrongByThen(shelf, before, ended));
  const tab = tabIn(shelf.workbook, 'log');
  if (tab.values.some((line) => line[tab.columns.get('state') ?? -1] === 'pending'))
    problems.push('the log has pending rows');
  return problems;
}

/** Whether anything that a repair mends is still damaged: a command of the add-on may have mended it on its way. */
export function isDamaged({ workbook }: Shelf): boolean {
  const tab = tabIn(workbook, 'stores');
  const heads = ['#fields', '#labels', '#total'].some((key) => !tab.rows.has(key));
  const row = tab.values.findIndex((line) => line.includes('S6'));
  const typed = tab.formulas[row]?.[tab.columns.get('computedTarget') ?? -1] === '';
  return heads || typed || !tab.columns.has('city');
}

/** Commands that bring whole tabs up to date. */
const bringing: ReadonlySet<string> = new Set([
  'typed row',
  'opening',
  'repair',
  'generation',
  'switch',
  'mending',
  'upgrade',
]);

/** A person's act before a call of a command, among the stores or in the part that it writes into: what is wrong after it. */
export function withAct(
  commandName: string,
  actName: string,
  position: number,
  place: 'stores' | 'followed' = 'stores',
): Outcome {
  const { shelf, command } = ready(commandName);
  const last = following(shelf.addon, position, stepsOf(commandName, {}));
  const person = acts[actName];
  if (!person) throw new Error(`there is no act ${actName}`);
  const before = standing(shelf);
  const part = place === 'followed' ? command.follows?.part : undefined;
  ahead(shelf, position, () => act(shelf, person, part));
  const { status, error } = tried(() => command.run(shelf, shelf.addon));
  shelf.addon.hook();
  const lastPlace = last();
  const problems: string[] = error === undefined ? [] : [`an error: ${error}`];
  const ours = status === 'done' ? command.effect : nothing;
  const [damages, isRepaired] = [person.damages === true, bringing.has(commandName)];
  const ended = [[command, [status]]] as const;
  const { left, found } = foundIn(shelf, [commandName, actName, place, status], () => [
    ...(command.request === undefined ? [] : wrongLog(shelf, command.request, status)),
    ...finalProblems(shelf, { before, ours, theirs: person.effect, damages, isRepaired, ended }),
  ]);
  problems.push(...found);
  return { problems, last: lastPlace, left };
}

/** A call that writes into the workbook, or that takes anything else down than that a request is on its way. */
const isWritten = ({ kind, name }: Call): boolean => kind === 'write' && !name.startsWith('Properties.');

/** Requests that are noted. */
const notesIn = ({ workbook }: Shelf): readonly string[] =>
  Object.keys(workbook.extras.kept.properties).filter((key) => key.startsWith('pending.'));

/**
 * Every command of another user before a call of a command that holds the lock: what was not told to wait, or wrote. What
 * is refused before it asks for the lock is refused in the same way once the command has ended, unless that opens the plan
 * or brings it to this version; the same request has its answer as soon as that stands in the log.
 */
export function withAllWaiting(firstName: string, position: number): Outcome {
  const readyFor: ReadyFor = { standing: 'signing' };
  const { shelf, command } = ready(firstName, readyFor);
  const last = following(shelf.addon, position, stepsOf(firstName, readyFor));
  const isFollowed = command.follows !== undefined;
  const isListed = command.stand === listedStand;
  const isSigned = command.stand === signedStand || isListed;
  const isEarlier = command.stand === earlierStand;
  const problems: string[] = [];
  const refused: (readonly [name: string, command: Command, status: string])[] = [];
  ahead(shelf, position, () => {
    shelf.other.calls.reset();
    const noted = notesIn(shelf);
    for (const [name, second] of Object.entries(commands)) {
      // A plan that is open is not opened, nor a record restored that is there.
      if ((second.stand === signedStand && !isSigned) || name === 'restoring') continue;
      // What is not there is not followed, and a change that nobody has made is not taken back.
      if ((second.follows !== undefined && !isFollowed) || name.startsWith('taking')) continue;
      if (second.stand === listedStand && !isListed) continue;
      if (second.isPrivate) continue;
      // A row that is typed is the person's own: it is the trigger that waits.
      if (name === 'typed row' || name === 'opening') continue;
      const { status, error } = tried(() => second.run(shelf, shelf.other));
      if (status === 'busy' || (isSigned && (status === 'signed' || name === 'signing'))) continue;
      if (status === 'done' && name === firstName && command.request !== undefined) continue;
      if (error !== undefined || status === 'done') problems.push(`${name} is ${error ?? status}`);
      else if (!isEarlier) refused.push([name, second, status]);
    }
    if (shelf.other.calls.sequence.some(isWritten)) problems.push('they have written');
    const left = notesIn(shelf).filter((note) => !noted.includes(note));
    if (left.length > 0) problems.push(`notes are left: ${left.join(', ')}`);
  });
  const { error } = tried(() => command.run(shelf, shelf.addon));
  shelf.addon.hook();
  const lastPlace = last();
  if (error !== undefined) problems.push(`an error: ${error}`);
  for (const [name, second, status] of refused) {
    const later = tried(() => second.run(shelf, shelf.other));
    if (later.status !== status) problems.push(`${name} is ${status}, and ${later.error ?? later.status} afterwards`);
  }
  return { problems, last: lastPlace };
}

/** Another user's command before a call of a command, sent again if it was told to wait: what is wrong after both. */
export function withCommand(firstName: string, secondName: string, position: number): Outcome {
  const second = commandOf(secondName);
  const readyFor: ReadyFor = { others: [secondName], standing: secondName };
  const { shelf, command } = ready(firstName, readyFor);
  const last = following(shelf.addon, position, stepsOf(firstName, readyFor));
  const before = standing(shelf);
  let later = '';
  const problems: string[] = [];
  ahead(shelf, position, () => {
    const { status, error } = tried(() => second.run(shelf, shelf.other));
    later = status;
    if (error !== undefined) problems.push(`an error of the second: ${error}`);
  });
  const { status, error } = tried(() => command.run(shelf, shelf.addon));
  shelf.addon.hook();
  const lastPlace = last();
  if (error !== undefined) problems.push(`an error: ${error}`);
  if (later === 'busy') later = second.run(shelf, shelf.other);
  if (command.once && firstName === secondName && status === 'done' && later === 'done')
    problems.push('both are told that it is done');
  const ours = status === 'done' ? command.effect : nothing;
  const theirs = later === 'done' ? second.effect : nothing;
  const isRepaired = bringing.has(firstName) || bringing.has(secondName);
  const ended =
    firstName === secondName
      ? ([[command, [status, later]]] as const)
      : ([
          [command, [status]],
          [second, [later]],
        ] as const);
  const { request } = command;
  const { left, found } = foundIn(shelf, [firstName, 'and', secondName, status, later], () => [
    ...(request === undefined || firstName === secondName ? [] : wrongLog(shelf, request, status)),
    ...finalProblems(shelf, { before, ours, theirs, damages: false, isRepaired, ended }),
  ]);
  problems.push(...found);
  return { problems, last: lastPlace, left };
}

export function tried(run: () => string): { readonly status: string; readonly error?: string } {
  try {
    return { status: run() };
  } catch (error) {
    return { status: 'thrown', error: String(error) };
  }
}

/**
 * How a call fails: alone, or as the last of the execution. One that fails after its effect leaves what the next one leaves
 * that fails before it.
 */
export const faults = ['fails', 'is the last'] as const;
export type Fault = (typeof faults)[number];

/**
 * What is left of a command that is broken off at a call, as text: the workbook with all that is kept in it, and how the
 * command went, by which it is sent again. Two calls that leave the same need but one look, in whatever way they fail.
 */
export function leftBy(commandName: string, fault: Fault, position: number): string {
  const { shelf, command } = ready(commandName);
  broken(shelf.addon, fault, position);
  const { status } = tried(() => command.run(shelf, shelf.addon));
  return `${status} ${leftIn(shelf)}`;
}

/** A command that is broken off at a call; then another, then the first is sent again: what is wrong after all three. */
export function withFault(commandName: string, fault: Fault, nextName: string, position: number): Outcome {
  const { shelf, command } = ready(commandName, { others: [nextName] });
  const next = commandOf(nextName);
  const before = standing(shelf);
  broken(shelf.addon, fault, position);
  const { status: first } = tried(() => command.run(shelf, shelf.addon));
  shelf.addon.hook();
  const { status: then, error } = tried(() => next.run(shelf, shelf.other));
  const problems: string[] = [];
  if (error !== undefined) problems.push(`an error of the next: ${error}`);
  if (then === 'busy') problems.push('the lock is not released');
  const isRepaired = bringing.has(commandName) || bringing.has(nextName);
  const { left, found } = foundIn(shelf, [commandName, 'then', nextName, first, then], () =>
    wrongAgain(shelf, before, { command, status: first }, { command: next, status: then }, isRepaired),
  );
  problems.push(...found);
  return { problems, last: position, left };
}

/**
 * What a person does between the calls of a command, each thing before one of them, and the call that fails, if any: what is
 * wrong after all of it.
 */
export function withActs(
  commandName: string,
  planned: readonly { readonly act: string; readonly at: number }[],
  failing?: number,
): readonly string[] {
  const { shelf, command } = ready(commandName);
  const before = standing(shelf);
  let theirs = nothing;
  shelf.addon.hook((_, index) => {
    for (const { act: name, at } of planned) {
      const person = acts[name];
      if (index !== at || !person) continue;
      shelf.workbook.settle();
      act(shelf, person);
      const earlier = theirs;
      theirs = (stores) => person.effect(earlier(stores));
    }
    if (index === failing) throw new Error('a call failed');
  });
  const { status, error } = tried(() => command.run(shelf, shelf.addon));
  shelf.addon.hook();
  const ours = status === 'done' ? command.effect : nothing;
  const ending = { before, ours, theirs, damages: false, isRepaired: bringing.has(commandName) };
  const ended = [[command, [status]]] as const;
  return [...(error === undefined ? [] : [`an error: ${error}`]), ...finalProblems(shelf, { ...ending, ended })];
}

/**
 * A person's act before a call of a command, and one of the next calls fails, or is the last of the execution; then another
 * command, then the first is sent again: what is wrong after all of it. How many calls there were to fail, too.
 */
export function withActAndFault(
  commandName: string,
  actName: string,
  position: number,
  after: number,
  fault: Fault = 'fails',
): { readonly problems: readonly string[]; readonly calls: number } {
  const nextName = 'save of several';
  const { shelf, command } = ready(commandName, { others: [nextName] });
  const person = acts[actName];
  if (!person) throw new Error(`there is no act ${actName}`);
  const before = standing(shelf);
  let calls = 0;
  shelf.addon.hook((name, index) => {
    calls = index + 1;
    if (index === position) {
      shelf.workbook.settle();
      act(shelf, person);
    }
    const isOver = fault === 'is the last' && index > position + after;
    if (isOver || index === position + after) throw new Error(`${name} failed`);
  });
  const { status } = tried(() => command.run(shelf, shelf.addon));
  shelf.addon.hook();
  const next = commandOf(nextName);
  const then = tried(() => next.run(shelf, shelf.other));
  const problems = then.error === undefined ? [] : [`an error of the next: ${then.error}`];
  // Whatever the next is told, what the person did stands.
  const effect: Effect = (stores) => (then.status === 'done' ? next.effect : nothing)(person.effect(stores));
  problems.push(
    ...wrongAgain(shelf, before, { command, status }, { command: { ...next, effect }, status: 'done' }, false),
  );
  return { problems, calls };
}

/**
 * A person's act before a call of a command, whose execution ends as soon as that shows; then the sort of another in the
 * middle of the next command, which ends by a call too; then that once more: what is wrong after all of it.
 */
export function brokenTwice(
  commandName: string,
  actName: string,
  position: number,
  { sorted, over }: { readonly sorted: number; readonly over: number },
): readonly string[] {
  const nextName = 'save of several';
  const { shelf, command } = ready(commandName, { others: [nextName] });
  const [next, before] = [commandOf(nextName), standing(shelf)];
  const acting = (who: Addon, name: string): void => {
    const person = acts[name];
    shelf.workbook.settle();
    if (person) act({ ...shelf, other: who }, person);
  };
  let isSeen = false;
  shelf.addon.hook((name, index) => {
    if (index === position) acting(shelf.other, actName);
    if (isSeen) throw new Error(`${name} failed`);
    // The copies are read.
    isSeen = index > position && name === 'Range.getValues';
  });
  const { status } = tried(() => command.run(shelf, shelf.addon));
  shelf.addon.hook();
  shelf.other.hook((name, index) => {
    if (index === sorted) acting(shelf.addon, 'sorts the rows');
    if (index >= over) throw new Error(`${name} failed`);
  });
  tried(() => next.run(shelf, shelf.other));
  shelf.other.hook();
  const then = tried(() => next.run(shelf, shelf.other));
  return wrongAgain(shelf, before, { command, status }, { command: next, status: then.status }, false);
}

/** It was answered: there is nothing to send again. */
const sentOnce: ReturnType<typeof tried> = { status: 'done' };

interface Sent {
  readonly command: Command;
  readonly status: string;
}

/** What is wrong after a command that was broken off and the next, and once the first is sent again. */
function wrongAgain(shelf: Shelf, before: Before, first: Sent, next: Sent, isRepaired: boolean): readonly string[] {
  const { command } = first;
  const problems: string[] = [];
  const theirs = next.status === 'done' ? next.command.effect : nothing;
  const now = storesOf(rowsOf(shelf));
  const base = storesOf(before.rows);
  const [whole, none] = [command.effect, nothing].map((effect) => wrongStores(shelf, base, effect, theirs, now));
  const isWhole = whole?.length === 0;
  if (!isWhole && none?.length !== 0) problems.push(`half done: ${(whole ?? []).join('; ')}`);
  const [unfollowed] = ['undone', 'done']
    .map((status) =>
      wrongByThen(shelf, before, [
        [command, [status]],
        [next.command, [next.status]],
      ]),
    )
    .sort((one, other) => one.length - other.length);
  // Who is refused before asking for the lock, as saves to a signed plan are, ends nothing: sending it again does.
  const isEnded = next.status === 'done' || command.stand !== listedStand;
  if (isEnded && unfollowed && unfollowed.length > 0) problems.push(`half done: ${unfollowed.join('; ')}`);
  const again = first.status === 'done' ? sentOnce : tried(() => command.run(shelf, shelf.addon));
  if (again.error !== undefined) problems.push(`an error when sent again: ${again.error}`);
  const ours = again.status === 'done' || isWhole ? command.effect : nothing;
  const ended = [
    [command, [first.status, again.status]],
    [next.command, [next.status]],
  ] as const;
  return [...problems, ...finalProblems(shelf, { before, ours, theirs, damages: false, isRepaired, ended })];
}

function broken(who: Addon, fault: Fault, position: number): void {
  who.hook((name, index) => {
    if (fault === 'is the last' ? index >= position : index === position) throw new Error(`${name} failed`);
  });
}
