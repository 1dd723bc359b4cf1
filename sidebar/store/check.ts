import type { Answer } from '../../src/model/answer';
import { type Mending, stepsFor } from '../check/steps';
import type { Acts } from './acts';
import type { Reading } from './reading';
import { type Hub, noAnswerKind } from './state';

/** Looking through the workbook, and mending what was found. */
export function checkOf(hub: Hub, { open }: Reading, { act }: Acts) {
  async function look(): Promise<void> {
    hub.set({ check: { ...hub.state.check, isLooking: true } });
    try {
      const answer = await hub.server.listFindings(null);
      const { check } = hub.state;
      if (answer.status === 'done')
        hub.set({ check: { ...check, found: answer.found, isLooking: false, at: new Date() }, unread: undefined });
      else hub.set({ check: { ...check, isLooking: false }, trouble: { kind: 'said', message: answer.message } });
    } catch (error) {
      hub.set({ check: { ...hub.state.check, found: undefined, isLooking: false }, unread: noAnswerKind(error) });
    }
  }

  /** Mends one thing after the other, and looks again: what is left is seen, not taken to be gone. */
  async function mend(steps: readonly Mending[]): Promise<void> {
    if (hub.state.busy || hub.state.check.isLooking) return;
    hub.set({ check: { ...hub.state.check, mended: 'no' } });
    let done = 0;
    const answer = await act(async (): Promise<Answer> => {
      for (const step of steps.slice(done)) {
        hub.set({ busy: { done, of: steps.length } });
        const mended = await hub.server.mendFindings(step);
        if (mended.status !== 'done') return mended;
        done += 1;
      }
      return { status: 'done', records: [] };
    });
    // Whatever was mended, what was read of the workbook before is old.
    if (done > 0) hub.set({ books: {} });
    await look();
    if (answer?.status === 'done') hub.set({ check: { ...hub.state.check, mended: 'yes' } });
    if (done > 0) void open();
  }

  const mendAll = (): Promise<void> => mend(stepsFor(hub.state.check.found ?? []));

  return { look, mend, mendAll };
}
