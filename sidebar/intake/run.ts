import type { Answer, Fault } from '../../src/model/answer';
import { blockSize } from '../../src/model/block';
import type { Applied } from '../../src/model/proposal';
import type { NewPeople } from './people';
import type { Arrival } from './preview';

/** An import under way, block by block. A block is sent again under its own request id until it is answered. */
export interface Run {
  readonly part: string;
  readonly id: string;
  readonly blocks: readonly (readonly Arrival[])[];
  /** Blocks written. */
  readonly written: number;
  /** How often the next block was changed: its request is another one then. */
  readonly revision: number;
  readonly state: 'running' | 'stopping' | 'stopped' | 'offline' | 'barred' | 'failed' | 'busy' | 'refused' | 'done';
  readonly refused: readonly Fault[];
  /** What the blocks written have done. */
  readonly applied: Applied;
  /** Why what is closed is corrected by it. */
  readonly reason?: string;
  /** People whom its rows name, written before the first block. */
  readonly newPeople?: NewPeople;
  /** What that has done, once it is. */
  readonly first?: Applied;
  /** What is changed in another part once all blocks are written. */
  readonly after?: Pick<Applied, 'part' | 'changes'>;
}

/** What comes with an import besides its rows. */
export type Besides = Pick<Run, 'reason' | 'after' | 'newPeople'>;

export function runOf(part: string, id: string, arrivals: readonly Arrival[], besides: Besides = {}): Run {
  const blocks: Arrival[][] = [];
  for (let start = 0; start < arrivals.length; start += blockSize)
    blocks.push(arrivals.slice(start, start + blockSize));
  return {
    part,
    id,
    blocks,
    written: 0,
    revision: 0,
    state: blocks.length === 0 ? 'done' : 'running',
    refused: [],
    applied: { part, changes: [], added: [] },
    ...besides,
  };
}

/** The request id of the next block: the same as long as it is the same block. */
export const requestOf = ({ id, written, revision }: Run): string => `${id}-${written}-${revision}`;

/** New rows in the blocks after the next one. */
export const toFollow = ({ blocks, written }: Run): number =>
  blocks.slice(written + 1).reduce((sum, block) => sum + block.filter(({ isNew }) => isNew).length, 0);

/** Rows written, how many of them are new, and rows in all. */
export function progressOf({ blocks, written }: Run): {
  readonly done: number;
  readonly added: number;
  readonly of: number;
} {
  let [done, added, of] = [0, 0, 0];
  for (const [index, block] of blocks.entries()) {
    of += block.length;
    if (index >= written) continue;
    done += block.length;
    added += block.filter(({ isNew }) => isNew).length;
  }
  return { done, added, of };
}

/** What the answer to a block leaves to do. */
export function ranOn(run: Run, answer: Answer): Run {
  switch (answer.status) {
    case 'done': {
      const written = run.written + 1;
      const state = written === run.blocks.length ? 'done' : run.state === 'stopping' ? 'stopped' : 'running';
      return { ...run, written, revision: 0, state, refused: [], applied: appliedBy(run.applied, answer) };
    }
    case 'invalid':
      return { ...run, state: 'refused', refused: answer.faults };
    case 'signed':
      return { ...run, state: 'refused', refused: [{ message: answer.message }] };
    case 'busy':
      return { ...run, state: 'busy' };
    default:
      // Someone changed or removed one of the block's rows between reading and writing: read again, it goes through.
      return { ...run, state: 'busy', revision: run.revision + 1 };
  }
}

/** What the answer to the people that come first leaves to do. */
export function broughtPeople(run: Run, answer: Answer): Run {
  const { newPeople } = run;
  if (answer.status !== 'done' || !newPeople) return { ...ranOn(run, answer), written: run.written };
  const { changes = [], added = [] } = answer;
  return { ...run, first: { part: newPeople.part, changes, added } };
}

/** What has been done once a block is written: what it says that it did, which may be more or less than was looked at. */
function appliedBy(before: Applied, { changes = [], added = [] }: Extract<Answer, { status: 'done' }>): Applied {
  return { ...before, changes: [...before.changes, ...changes], added: [...before.added, ...added] };
}

export const ranAground = (run: Run, kind: 'offline' | 'barred' | 'failed'): Run => ({ ...run, state: kind });

/** Stops after the block that is on its way. */
export const stopping = (run: Run): Run => (run.state === 'running' ? { ...run, state: 'stopping' } : run);

export const resumed = (run: Run): Run => ({ ...run, state: 'running', refused: [] });

/** The next block without the rows that were refused, as another request. */
export function withoutRefused(run: Run): Run {
  if (run.newPeople && !run.first) {
    // What was refused are people: the rows go on without them.
    const { newPeople: _, ...rows } = run;
    return { ...rows, refused: [], state: 'running' };
  }
  const out = new Set(run.refused.map(({ record }) => record));
  const blocks = run.blocks.map((block, index) =>
    index === run.written ? block.filter(({ key }) => !out.has(key)) : block,
  );
  // An empty block has nothing to send; it counts as written.
  const empty = blocks[run.written]?.length === 0;
  const written = run.written + (empty ? 1 : 0);
  return {
    ...run,
    blocks,
    written,
    revision: empty ? 0 : run.revision + 1,
    refused: [],
    state: written === run.blocks.length ? 'done' : 'running',
  };
}
