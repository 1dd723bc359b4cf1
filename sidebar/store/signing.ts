import type { SigningAnswer } from '../../src/app/endpoints/signing';
import type { Difference } from '../../src/app/signing';
import { words } from '../text';
import type { Reading } from './reading';
import { type Hub, noAnswerKind } from './state';

/** Signing the plan, opening it again, and what its versions are. */
export function signingOf(hub: Hub, { open }: Reading) {
  /** What there is to know before signing and after it; undefined, and said why, if it cannot be read. */
  async function read(): Promise<SigningAnswer | undefined> {
    try {
      return await hub.server.readSigning(null);
    } catch (error) {
      hub.set({ trouble: { kind: noAnswerKind(error) } });
      return undefined;
    }
  }

  /** Runs what changes how the plan stands, and says how it went; true if it is done. */
  async function act(
    work: () => Promise<
      { readonly status: 'done'; readonly version: number } | { readonly status: string; readonly message: string }
    >,
    done: (version: number) => string,
  ): Promise<boolean> {
    if (hub.state.busy) return false;
    hub.set({ busy: { done: 0, of: 0 }, trouble: undefined });
    try {
      const answer = await work();
      if (!('version' in answer)) {
        hub.set({ busy: undefined, trouble: { kind: 'said', message: answer.message } });
        return false;
      }
      hub.set({ busy: undefined, books: {}, notice: { text: done(answer.version), undo: undefined } });
      await open();
      return true;
    } catch (error) {
      hub.set({ busy: undefined, trouble: { kind: noAnswerKind(error) } });
      return false;
    }
  }

  const text = () => words[hub.state.language].signing;

  /** A request is sent again under the same id until it is answered. */
  let pending: { readonly what: string; readonly request: string } | undefined;
  function requestFor(what: string): string {
    if (pending?.what !== what) pending = { what, request: hub.newId() };
    return pending.request;
  }

  async function sign(planned: number | null, reason: string): Promise<boolean> {
    const request = requestFor(JSON.stringify(['sign', planned, reason]));
    const why = reason.trim();
    const isDone = await act(
      () => hub.server.signPlan({ request, planned, ...(why === '' ? {} : { reason: why }) }),
      (version) => text().done(version),
    );
    if (isDone) {
      pending = undefined;
      await keepValues();
    }
    return isDone;
  }

  /** Writes the values of signed versions where headquarters reads them, as many at once as the server takes. */
  async function keepValues(): Promise<void> {
    if (hub.state.busy) return;
    hub.set({ busy: { done: 0, of: 0 } });
    try {
      for (let written = 0, left = 1; left > 0; ) {
        const answer = await hub.server.keepSigned({ request: hub.newId() });
        if (answer.status !== 'done') {
          hub.set({ trouble: { kind: 'said', message: answer.message } });
          break;
        }
        written += answer.kept;
        left = answer.left;
        hub.set({ busy: { done: written, of: written + left } });
      }
    } catch (error) {
      hub.set({ trouble: { kind: noAnswerKind(error) } });
    }
    hub.set({ busy: undefined });
  }

  async function reopen(reason: string): Promise<boolean> {
    const request = requestFor(JSON.stringify(['reopen', reason]));
    const isDone = await act(
      () => hub.server.reopenPlan({ request, reason: reason.trim() }),
      (version) => text().reopened(version),
    );
    if (isDone) pending = undefined;
    return isDone;
  }

  async function compare(from: number, to: number | null): Promise<readonly Difference[] | undefined> {
    try {
      const answer = await hub.server.compareSigned({ from, to });
      if (answer.status === 'done') return answer.differences;
      hub.set({ trouble: { kind: 'said', message: answer.message } });
    } catch (error) {
      hub.set({ trouble: { kind: noAnswerKind(error) } });
    }
    return undefined;
  }

  return { read, sign, keepValues, reopen, compare };
}
