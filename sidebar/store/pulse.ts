import type { Reading } from './reading';
import type { Hub } from './state';

/** Milliseconds between two looks at the workbook: while someone is about, and once nobody has been for a while. */
const quick = 2000;
const slow = 15_000;

/** How long someone is taken to be about after the last sign of it, in milliseconds. */
const about = 300_000;

/** Looks that find no figure moved before the parts are asked how far they are. */
const looksAState = 3;

/** How long the milliseconds to the next look are, by those since the last sign of someone. */
export const untilNext = (sinceSign: number): number => (sinceSign < about ? quick : slow);

export type Pulse = ReturnType<typeof pulseOf>;

/**
 * Google tells a sidebar of nothing that is typed in the grid: the workbook is looked at again and again, one look after
 * the other, for as long as a view wants it.
 */
export function pulseOf(hub: Hub, { live, states, readRow }: Reading) {
  let lastSign = 0;

  /** Someone is about: the sidebar was looked at or left, or what stands in the workbook has changed. */
  const sign = (): void => {
    lastSign = Date.now();
  };

  /** Looks until it is stopped; `isSeen` says whether anybody can see what comes of it. */
  function looking(look: () => Promise<void>, isSeen: () => boolean): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isStopped = false;
    sign();
    const next = (): void => {
      if (!isStopped) timer = setTimeout(() => void beat(), untilNext(Date.now() - lastSign));
    };
    const beat = async (): Promise<void> => {
      if (isSeen() && hub.state.busy === undefined && hub.state.unread === undefined) await look();
      next();
    };
    next();
    return () => {
      isStopped = true;
      clearTimeout(timer);
    };
  }

  /** Keeps the region's figures, and how far each part is, as the workbook has them. */
  function overview(isSeen: () => boolean): () => void {
    let unmoved = 0;
    return looking(async () => {
      if (await live()) {
        unmoved = 0;
        sign();
        return;
      }
      unmoved += 1;
      if (unmoved % looksAState === 0 && (await states())) sign();
    }, isSeen);
  }

  /** For as long as it is said of a form that it is saved: what was saved may be undone in the grid. */
  function saved(part: string, record: string, isSeen: () => boolean): () => void {
    return looking(async () => {
      const { draft, savedAt } = hub.state;
      if (savedAt && draft && !draft.saving && !draft.isNew) await readRow(part, record);
    }, isSeen);
  }

  return { sign, overview, saved };
}
