import type { ProposedRespread } from '../../src/app/respread';
import { words } from '../text';
import type { actsOf } from './acts';
import { type Hub, noAnswerKind } from './state';

/** What is to be spread anew: which rows, all if none are named, and what their years are to come to. */
export interface RespreadWish {
  readonly records?: readonly string[];
  readonly total?: number;
}

/** Spreading working targets anew: shown as it would be, then written as it was shown. */
export function respreadOf(hub: Hub, { apply }: ReturnType<typeof actsOf>) {
  /** How it would be; undefined, and said why, where it cannot be. */
  async function propose({ records, total }: RespreadWish): Promise<ProposedRespread | undefined> {
    if (hub.state.busy) return undefined;
    hub.set({ busy: { done: 0, of: 0 }, trouble: undefined });
    try {
      const answer = await hub.server.proposeRespread({
        ...(records && { records: [...records] }),
        ...(total !== undefined && { total }),
      });
      const isDone = answer.status === 'done';
      hub.set({ busy: undefined, trouble: isDone ? undefined : { kind: 'said', message: answer.message } });
      return isDone ? answer : undefined;
    } catch (error) {
      hub.set({ busy: undefined, trouble: { kind: noAnswerKind(error) } });
      return undefined;
    }
  }

  /**
   * Writes what was shown, with why. It is worked out once more first: sales, holds or bounds may have become others
   * since. Answers what is to be looked at anew then; null once it is written.
   */
  async function write(
    wish: RespreadWish,
    shown: ProposedRespread,
    reason: string,
  ): Promise<ProposedRespread | null | undefined> {
    const now = await propose(wish);
    if (!now) return undefined;
    const text = words[hub.state.language].respread;
    if (JSON.stringify(now) !== JSON.stringify(shown)) {
      hub.set({ trouble: { kind: 'said', message: text.moved } });
      return now;
    }
    const { part, changes, years } = now;
    const why = { reason: reason.trim(), takingBack: text.takingBack };
    const isDone = await apply({ part, changes, added: [], totals: [] }, text.done(years.length), why);
    return isDone ? null : undefined;
  }

  return { propose, write };
}
