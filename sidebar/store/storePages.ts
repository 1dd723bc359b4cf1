import type { Requests } from '../../src/app/requests';
import type { AnswerOf } from '../wire';
import { type Hub, noAnswerKind } from './state';

export type PagesKnown = Extract<AnswerOf<'readStorePages'>, { readonly status: 'done' }>;
export type PagesMade = Extract<AnswerOf<'makeStorePages'>, { readonly status: 'done' }>;

/** Pages for stores: whose there are, and making them as a file of their own. */
export function storePagesOf(hub: Hub) {
  /** Undefined, and said why, if there are none or it cannot be read. */
  async function read(): Promise<PagesKnown | undefined> {
    hub.set({ trouble: undefined });
    try {
      const answer = await hub.server.readStorePages(null);
      if (answer.status === 'done') return answer;
      hub.set({ trouble: { kind: 'said', message: answer.message } });
    } catch (error) {
      hub.set({ trouble: { kind: noAnswerKind(error) } });
    }
    return undefined;
  }

  async function make(wish: Requests['makeStorePages']): Promise<PagesMade | undefined> {
    if (hub.state.busy) return undefined;
    hub.set({ busy: { done: 0, of: 0 }, trouble: undefined });
    try {
      const answer = await hub.server.makeStorePages(wish);
      hub.set({ busy: undefined });
      if (answer.status === 'done') return answer;
      hub.set({ trouble: { kind: 'said', message: answer.faults[0]?.message ?? answer.message } });
    } catch (error) {
      hub.set({ busy: undefined, trouble: { kind: noAnswerKind(error) } });
    }
    return undefined;
  }

  return { read, make };
}
