import type { Slip } from '../form/slip';
import type { Server } from '../wire';
import { progressOf, type Run } from './run';

/** An import that was being written when the sidebar was closed. */
export interface CutOff {
  readonly part: string;
  /** What the ids of its requests begin with. */
  readonly id: string;
  /** The day on which it began, as `2027-03-16`. */
  readonly since: string;
  /** Rows that it was to write. */
  readonly rows: number;
  /** What it was to change in another part once they are in. */
  readonly after: Run['after'];
}

/** What is kept of an import while it is being written; the day that is known already stays. */
export function textsOf(run: Run, known: Slip['texts'] = {}): Slip['texts'] {
  const { id, after } = run;
  const since = (known.id === id ? known.since : undefined) ?? new Date().toISOString().slice(0, 10);
  return { id, since, rows: String(progressOf(run).of), ...(after && afterTexts(after)) };
}

/** A day that moves, as texts. */
function afterTexts({ part, changes }: NonNullable<Run['after']>): Slip['texts'] {
  const [{ record, field, from, to } = { record: '', field: '', from: null, to: null }] = changes;
  return { part, record, field, from: String(from ?? ''), to: String(to ?? '') };
}

/** The reverse of {@link textsOf}; undefined for what is kept of something else. */
export function cutOffIn({ part, kind, texts }: Slip): CutOff | undefined {
  const { id, since, rows } = texts;
  if (kind !== '#run' || id === undefined || since === undefined) return undefined;
  return { part, id, since, rows: Number(rows), after: afterIn(texts) };
}

function afterIn({ part, record, field, from = '', to = '' }: Slip['texts']): Run['after'] {
  if (part === undefined || record === undefined || field === undefined || to === '') return undefined;
  return { part, changes: [{ record, field, from: from === '' ? null : from, to }] };
}

/** Pages of the log that are looked through at most: a block of rows takes one, however many rows it has. */
const mostPages = 120;

/** How many rows of an import the change log says are written; undefined where it cannot be read. */
export async function rowsIn(
  server: Pick<Server, 'readLog'>,
  { part, id, since }: CutOff,
): Promise<number | undefined> {
  const seen = new Set<string>();
  let [rows, skip] = [0, 0];
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await server.readLog({ part, since, skip });
    if (answer.status !== 'done') return undefined;
    let next = skip;
    for (const { request, at, state, together } of answer.lines) {
      const name = JSON.stringify([request, at]);
      next += 1;
      if (seen.has(name)) continue;
      seen.add(name);
      if (request.startsWith(`${id}-`) && state === 'done') rows += together;
    }
    // The lines of one block stand together: those that are still to come tell nothing more.
    const last = answer.lines[answer.lines.length - 1];
    if (last?.request.startsWith(`${id}-`))
      next += Math.max(0, last.together - answer.lines.filter((line) => isOne(line, last)).length);
    // Its first block is the oldest.
    const isWhole = answer.lines.some(({ request, state }) => request.startsWith(`${id}-0-`) && state === 'done');
    if (!answer.more || isWhole) return rows;
    skip = next;
  }
  return rows;
}

type Named = Pick<
  Extract<Awaited<ReturnType<Server['readLog']>>, { status: 'done' }>['lines'][number],
  'request' | 'at'
>;

const isOne = (one: Named, other: Named): boolean => one.request === other.request && one.at === other.at;
