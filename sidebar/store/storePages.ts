import type { Requests } from '../../src/app/requests';
import type { AnswerOf } from '../wire';
import type { Making } from './making';
import { type Hub, noAnswerKind } from './state';

export type PagesKnown = Extract<AnswerOf<'readStorePages'>, { readonly status: 'done' }>;
export type PagesMade = Extract<AnswerOf<'makeStorePages'>, { readonly status: 'done' }>;

/** Pages for stores: whose there are, and making them as a file of their own. */
export function storePagesOf(hub: Hub, { make: makeOnce }: Making) {
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

  /** Makes a file of pages; undefined, and said why, if there is none. */
  const make = (wish: Omit<Requests['makeStorePages'], 'request'>): Promise<PagesMade | undefined> =>
    makeOnce<PagesMade, typeof wish>(wish, (once) => hub.server.makeStorePages(once));

  return { read, make };
}
