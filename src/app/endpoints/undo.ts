import type { Answer } from '../../model/answer';
import { cellsOfField } from '../../model/value';
import { type Cells, type CellValue, history, logWhole } from '../../sheets/log';
import type { Spreadsheet } from '../../sheets/read';
import { logTab } from '../../workbook/own';
import { choices, fieldOf } from '../described';
import { gated, gatedParts, type Wanted } from '../gate';
import { type Act, actsOf, changedNothing, changesOfAct, type LoggedChange } from '../history';
import { said } from '../language';
import { ourWorkbook } from '../ours';
import { requests } from '../requests';
import { userEmail } from '../who';
import { keptByClosing } from './closing';
import { allCells, recordIds } from './records';
import { type Part, refused } from './request';
import { cellsFor, fieldIdOf, isOfClosing, newRecord, ownLostOf, withOwn } from './values';

/** The acts that a workbook's log tells, as far back as to one of them. */
function actsIn(file: Spreadsheet, logged: string): readonly Act[] {
  const { sheets, logs = [] } = ourWorkbook(file);
  const log = sheets.get(logTab);
  if (!log) return [];
  return actsOf(history(logWhole(log.sheet), logs, (entries) => entries.some(({ request }) => request === logged)));
}

/** The newest act after another that set one of some cells of its record; undefined if the log knows none. */
function since(acts: readonly Act[], act: Act, keys: ReadonlySet<string>): Act | undefined {
  const later = acts.slice(acts.indexOf(act) + 1).filter(({ part, record, state }) => {
    return part === act.part && record === act.record && state === 'done';
  });
  return later
    .reverse()
    .find(({ what, operations }) => what !== 'changed' || operations.some(({ to }) => touches(to, keys)));
}

const touches = (cells: Cells, keys: ReadonlySet<string>): boolean =>
  Object.keys(cells ?? {}).some((key) => keys.has(key));

/** That something was changed since, and by whom: the log tells, or it was done in the grid. */
function changedSince(acts: readonly Act[], act: Act, keys: ReadonlySet<string>): Answer {
  const by = since(acts, act, keys);
  const message = said().changedSince(by?.who ?? '', (by?.at ?? '').slice(0, 16).replace('T', ' '));
  return { status: 'conflict', message, conflicts: [] };
}

/**
 * Takes back what the user did by an earlier request to one record, `{request, part, logged, record, fields}`: all of it, or
 * the fields given. What someone has changed since stays, and it is said who.
 */
export function undoLogged(file: Spreadsheet, request: unknown): Answer {
  let told: ((keys: ReadonlySet<string>) => Answer) | undefined;
  const undo = gated(requests.undo, ({ logged, record, fields, reason }, part): Wanted | Answer => {
    const acts = actsIn(file, logged);
    const act = acts.find((one) => one.request === logged && one.record === record && one.part === part.tab.id);
    if (act?.state !== 'done') return refused(said().notInLog);
    const other = notMine([act]);
    if (other) return other;
    if (changedNothing(act)) return refused(said().nothingBack);
    told = (keys) => changedSince(acts, act, keys);
    const back = actBack(part, act, acts, fields);
    return 'entries' in back ? { ...back, reason } : back;
  });
  const answer = undo(file, request);
  if (answer.status !== 'conflict' || !told || answer.conflicts.length === 0) return answer;
  return { ...told(new Set(answer.conflicts.map(({ field }) => field))), ...{ conflicts: answer.conflicts } };
}

/**
 * Takes back all that the user did by an earlier request, to whichever records of whichever parts, `{request, logged}`: all
 * of it, or, where someone has changed some of it since, nothing, and it is said who.
 */
export function undoRequest(file: Spreadsheet, request: unknown): Answer {
  let acts: readonly Act[] = [];
  let own: readonly Act[] = [];
  const undo = gatedParts(
    requests.undoRequest,
    ({ logged }): readonly string[] | Answer => {
      acts = actsIn(file, logged);
      own = acts.filter((act) => act.request === logged && act.state === 'done');
      if (own.length === 0) return refused(said().notInLog);
      // Beside what an import has changed may stand what it has only confirmed.
      own = own.filter((act) => !changedNothing(act));
      if (own.length === 0) return refused(said().nothingBack);
      // The last that was done is taken back first.
      return notMine(own) ?? [...new Set(own.map(({ part }) => part))].reverse();
    },
    ({ reason }, part): Wanted | Answer => {
      const wanted: Wanted[] = [];
      for (const act of own.filter((one) => one.part === part.tab.id)) {
        const back = actBack(part, act, acts, undefined);
        if ('entries' in back) wanted.push(back);
        else if (back.status !== 'done') return back;
      }
      return {
        entries: wanted.flatMap(({ entries }) => entries),
        operations: wanted.flatMap(({ operations }) => operations),
        lost: wanted.flatMap(({ lost }) => lost ?? []),
        message: wanted.find(({ message }) => message !== undefined)?.message,
        mayImport: true,
        reason,
      };
    },
  );
  const answer = undo(file, request);
  if (answer.status !== 'conflict' || answer.conflicts.length === 0) return answer;
  const keys = new Set(answer.conflicts.map(({ field }) => field));
  const act = own.find(({ record, operations }) => {
    return answer.conflicts.some((one) => one.record === record) && operations.some(({ to }) => touches(to, keys));
  });
  return act ? { ...changedSince(acts, act, keys), ...{ conflicts: answer.conflicts } } : answer;
}

/** That acts are someone else's to take back. */
function notMine(acts: readonly Act[]): Answer | undefined {
  const me = userEmail();
  const other = acts.find(({ who }) => me === '' || who !== me);
  return other && refused(said().notYours(other.who));
}

/** What it takes to take an act back: all of it, or some fields of what it changed. */
function actBack(part: Part, act: Act, acts: readonly Act[], fields: readonly string[] | undefined): Wanted | Answer {
  if (act.what === 'added') return addedAway(part, act, acts);
  if (act.what !== 'changed') return removedBack(part, act, acts);
  const changes = changesOfAct(act).filter(({ field }) => fields?.includes(field) ?? true);
  return { ...changedBack(part, act.record, changes, act), ...formulaStays(act, fields) };
}

/** That of formulas which it came over only what they came to is put back. */
function formulaStays({ formulas }: Act, fields?: readonly string[]): Pick<Wanted, 'message'> {
  const isOne = formulas.some(({ key }) => fields?.includes(fieldIdOf(key)) ?? true);
  return isOne ? { message: said().formulaStays } : {};
}

function changedBack({ tab, language }: Part, record: string, changes: readonly LoggedChange[], act: Act): Wanted {
  const [from, to]: [Record<string, CellValue>, Record<string, CellValue>] = [{}, {}];
  const set = new Set(act.operations.flatMap((operation) => Object.keys(operation.to ?? {})));
  for (const change of changes) {
    const field = fieldOf(tab, change.field);
    if (!field) continue;
    const [now, before] = [change.to, change.from].map((value) => cellsOfField(field, value, language, choices));
    for (const key of Object.keys(now ?? {})) {
      // Of several cells only those that were set.
      if (!set.has(key)) continue;
      from[key] = now?.[key] ?? null;
      to[key] = before?.[key] ?? null;
    }
  }
  for (const { from: held } of act.operations) Object.assign(to, timesIn(held, to));
  const entries = changes.map(({ field, from: value }) => ({
    record,
    values: { [field]: value },
    is: 'back' as const,
  }));
  return { entries, operations: [{ record, from, to }], mayImport: true };
}

/** Days of some cells as the log has them, with their times: forms have the days alone. */
function timesIn(logged: Cells, days: Cells): NonNullable<Cells> {
  const isTimed = ([key, held]: readonly [string, CellValue]): boolean =>
    typeof held === 'number' && !Number.isInteger(held) && Math.floor(held) === days?.[key];
  return Object.fromEntries(Object.entries(logged ?? {}).filter(isTimed));
}

function addedAway(part: Part, act: Act, acts: readonly Act[]): Wanted | Answer {
  const state = part.asRead(true);
  if (!recordIds(part, state).includes(act.record)) return { status: 'done', records: [] };
  const held = allCells(part, state, act.record);
  const values = Object.fromEntries(changesOfAct(act).map(({ field, to }) => [field, to]));
  const set = cellsFor(part.tab, values, part.language);
  const other = Object.keys(held)
    .filter((key) => !isOfClosing(part.tab, key))
    .filter((key) => held[key] !== (set[key] ?? null) && held[key] !== false);
  if (other.length > 0) return changedSince(acts, act, new Set(other));
  return { entries: [], operations: [{ record: act.record, from: held, to: null }], mayImport: true };
}

/** Cells in which records keep what they had in a month that was closed after an act. */
function closedAfter({ tab }: Part, act: Act, acts: readonly Act[]): ReadonlySet<string> {
  const later = acts.slice(acts.indexOf(act) + 1).filter(({ state }) => state === 'done');
  return new Set(
    later.flatMap(({ part, operations }) => operations.flatMap((one) => keptByClosing(tab, part, one) ?? [])),
  );
}

function removedBack(part: Part, act: Act, acts: readonly Act[]): Wanted | Answer {
  if (recordIds(part, part.asRead(true)).includes(act.record)) return { status: 'done', records: [] };
  const values = Object.fromEntries(changesOfAct(act).map(({ field, from }) => [field, from]));
  const { entry, operation } = newRecord(part, values, act.record);
  const then = closedAfter(part, act, acts);
  const cells = Object.entries(act.operations[0]?.from ?? {}).filter(([key]) => !then.has(key));
  const held = act.operations[0]?.from ? Object.fromEntries(cells) : undefined;
  const whole = withOwn(part.tab, operation, held);
  const operations = [{ ...whole, to: whole.to && { ...whole.to, ...timesIn(held ?? null, whole.to) } }];
  return {
    entries: [{ ...entry, is: 'back' }],
    operations,
    lost: ownLostOf(part, held),
    mayImport: true,
    ...formulaStays(act),
  };
}
