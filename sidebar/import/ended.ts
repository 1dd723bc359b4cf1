import { dayNumber } from '../../src/maths/day';
import { endedWays } from '../../src/model/headers';
import { foldedName } from '../../src/model/key';
import { folded } from '../../src/model/parse';
import { isoDate } from '../../src/model/value';
import { type Aside, asideOf } from './aside';
import { bareText, isBlank } from './cell';
import type { Row } from './grid';
import type { Answers, Match } from './matching';
import type { Question } from './read/reading';
import type { Column } from './records';
import type { Table } from './table';
import type { Target } from './target';

/** What becomes of records that have ended on a day that the file does not say. */
export type EndedWay = (typeof endedWays)[number];

/** Records whose file says in a column that fills nothing that they have ended, and not when. */
export interface Ended {
  readonly index: number;
  readonly text: string;
  /** Places of their rows. */
  readonly places: readonly number[];
  readonly way: EndedWay | undefined;
}

/** What an answer makes of them: records that are left out, and the day of those that are not. */
export interface EndedRows {
  readonly left: ReadonlySet<number>;
  readonly columns: readonly Column[];
  readonly ended: readonly Ended[];
}

/** A column of states says few things. */
const mostWords = 30;

/** The last day before the plan's year, where it is known. */
export const dayBefore = ({ planYear, firstMonth }: Target): string | undefined =>
  planYear === undefined ? undefined : isoDate(dayNumber(planYear, firstMonth, 1) - 1);

/** Finds records that have ended on no day that is known; `left` are places that are no records. */
export function endedRows(
  rows: readonly Row[],
  { headings }: Table,
  columns: readonly Column[],
  left: ReadonlySet<number>,
  matching: readonly Match[],
  { choices }: Answers,
  target: Target,
): EndedRows {
  const nothing: EndedRows = { left: new Set(), columns, ended: [] };
  const field = target.tab.fields.find(({ id }) => target.names[id]?.ended !== undefined);
  const words = field && target.names[field.id]?.ended;
  if (!field || !words) return nothing;
  const days = columns.find((column) => column.field === field);
  const keys = columns.find((column) => column.field.key)?.read.values;
  const isOpen = (at: number): boolean =>
    !left.has(at) &&
    // What the plan knows of it already is not asked once more, nor written over.
    target.ended?.has(foldedName(String(keys?.[at] ?? ''))) !== true &&
    (days?.read.values[at] ?? null) === null &&
    !days?.read.faults.has(at) &&
    !days?.read.pending.has(at);
  const ended: Ended[] = [];
  const found = new Set<number>();
  for (const [index, { key, by, out }] of matching.entries()) {
    if (key !== '' || by !== 'none' || out !== undefined) continue;
    const header = headings[index]?.text ?? '';
    for (const [text, places] of saidIn(rows, index, (said) => words.isEnded(header, said)) ?? []) {
      const own = places.filter((at) => isOpen(at) && !found.has(at));
      if (own.length === 0) continue;
      for (const at of own) found.add(at);
      const said = choices[index]?.[folded(text)];
      ended.push({ index, text, places: own, way: endedWays.find((way) => way === said) });
    }
  }
  if (ended.length === 0) return nothing;
  const placesOf = (way: EndedWay): readonly number[] => ended.flatMap((one) => (one.way === way ? one.places : []));
  const [before, day] = [new Set(placesOf('before')), dayBefore(target)];
  const out = new Set(placesOf(''));
  if (before.size === 0 || day === undefined) return { left: out, columns, ended };
  const values = rows.map((_, at) => (before.has(at) ? day : (days?.read.values[at] ?? null)));
  const index = days?.index ?? ended[0]?.index ?? 0;
  const read = { ...(days?.read ?? blank), values };
  const asked: Column = { index, header: headings[index]?.text ?? '', field, cell: 0, read };
  return { left: out, columns: [...columns.filter((column) => column !== days), asked], ended };
}

const blank: Column['read'] = {
  values: [],
  faults: new Map(),
  pending: new Set(),
  left: new Set(),
  facts: [],
  questions: [],
  nothings: new Map(),
  strange: [],
  read: 0,
  filled: 0,
};

/** The texts of a column that say so, each with the places of its rows; undefined of a column of many texts. */
function saidIn(
  rows: readonly Row[],
  index: number,
  isSo: (text: string) => boolean,
): ReadonlyMap<string, readonly number[]> | undefined {
  const known = new Map<string, boolean>();
  const found = new Map<string, number[]>();
  for (const [at, { cells }] of rows.entries()) {
    const cell = cells[index];
    if (cell === undefined || isBlank(cell)) continue;
    const text = bareText(cell);
    let is = known.get(text);
    if (is === undefined) {
      if (known.size >= mostWords) return undefined;
      is = isSo(text);
      known.set(text, is);
    }
    if (!is) continue;
    const places = found.get(text);
    if (places) places.push(at);
    else found.set(text, [at]);
  }
  return found;
}

/** What is asked of those of which nothing is said. */
export function endedQuestions(ended: readonly Ended[], rows: readonly Row[], target: Target): readonly Question[] {
  const before = dayBefore(target);
  return ended.flatMap(({ index, text, places, way }): readonly Question[] => {
    if (way !== undefined) return [];
    const named = places.flatMap((at) => (rows[at] ? [asideOf(rows[at], 'sum')] : []));
    return [{ ask: 'ended', index, text, rows: named, ...(before !== undefined && { before }) }];
  });
}

/** What becomes of those of which something is said. */
export interface EndedNotice {
  readonly code: 'ended';
  readonly text: string;
  readonly way: EndedWay;
  readonly day: string;
  readonly rows: readonly Aside[];
}

export const endedNotices = (ended: readonly Ended[], rows: readonly Row[], target: Target): readonly EndedNotice[] =>
  ended.flatMap(({ text, places, way }): readonly EndedNotice[] => {
    if (way === undefined) return [];
    const named = places.flatMap((at) => (rows[at] ? [asideOf(rows[at], 'sum')] : []));
    return [{ code: 'ended', text, way, day: dayBefore(target) ?? '', rows: named }];
  });
