import type { Contents, Revision } from './shelf';

/** A workbook made of what could be read of one that cannot be opened. */
export interface Rescued {
  /** As it is kept. */
  readonly data: string;
  /** Changes that are not in it. */
  readonly lost: number;
  /** Whether it stands on the last whole that was kept, or on the one before. */
  readonly from: 'last' | 'former';
}

/** Opens a workbook and gives it as it is kept; throws where it cannot be opened. */
export type Opens = (data: string, revisions: readonly Revision[]) => string;

/**
 * The most that can be opened of a workbook: its last whole with as many of the changes since as can be replayed, else the
 * whole before it; undefined if not even that. Reads only.
 */
export function rescued(contents: Contents, former: Contents | undefined, opens: Opens): Rescued | undefined {
  const last = mostOf(contents, opens);
  if (last) return { data: last.data, lost: contents.revisions.length - last.kept, from: 'last' };
  const before = former && mostOf(former, opens);
  if (!former || !before) return undefined;
  // The whole that took its place had all of its changes.
  const since = contents.count - former.count;
  return { data: before.data, lost: since + former.revisions.length - before.kept, from: 'former' };
}

/** With as many of the changes as can be replayed in their order; undefined if the whole itself cannot be opened. */
function mostOf(
  { data, revisions }: Contents,
  opens: Opens,
): { readonly data: string; readonly kept: number } | undefined {
  const opened = (count: number): string | undefined => {
    try {
      return opens(data, revisions.slice(0, count));
    } catch {
      return undefined;
    }
  };
  const all = opened(revisions.length);
  if (all !== undefined) return { data: all, kept: revisions.length };
  let best = opened(0);
  if (best === undefined) return undefined;
  // What can be replayed up to a change can be replayed up to any before it.
  let [good, bad] = [0, revisions.length];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    const made = opened(middle);
    if (made === undefined) bad = middle;
    else [best, good] = [made, middle];
  }
  return { data: best, kept: good };
}
