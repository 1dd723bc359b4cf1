import { type Hub, noAnswerKind, patience, pause } from './state';

/** An answer that there is no file. */
type Unmade =
  | { readonly status: 'busy'; readonly message: string }
  | { readonly status: 'invalid'; readonly message: string; readonly faults: readonly { readonly message: string }[] };

export type Making = ReturnType<typeof makingOf>;

/**
 * Makes files. A wish keeps its request's id until it is answered, whoever asks again and when: what was made without an
 * answer is answered with that.
 */
export function makingOf(hub: Hub) {
  const unanswered = new Map<string, string>();

  /** Undefined, and said why, if there is no file. */
  async function make<A extends object, W extends object>(
    wish: W,
    send: (wish: W & { readonly request: string }) => Promise<A | Unmade>,
  ): Promise<A | undefined> {
    if (hub.state.busy) return undefined;
    hub.set({ busy: { done: 0, of: 0 }, trouble: undefined });
    const key = JSON.stringify(wish);
    const request = unanswered.get(key) ?? hub.newId();
    unanswered.set(key, request);
    const isUnmade = (answer: A | Unmade): answer is Unmade =>
      'status' in answer && (answer.status === 'busy' || answer.status === 'invalid');
    try {
      let answer = await asked(() => send({ ...wish, request }));
      for (let attempt = 1; isUnmade(answer) && answer.status === 'busy' && attempt <= patience.times; attempt += 1) {
        await pause(patience.pause);
        answer = await asked(() => send({ ...wish, request }));
      }
      hub.set({ busy: undefined });
      if (!isUnmade(answer) || answer.status !== 'busy') unanswered.delete(key);
      if (!isUnmade(answer)) return answer;
      const fault = answer.status === 'invalid' ? answer.faults[0]?.message : undefined;
      hub.set({ trouble: { kind: 'said', message: fault ?? answer.message } });
    } catch (error) {
      hub.set({ busy: undefined, trouble: { kind: noAnswerKind(error) } });
    }
    return undefined;
  }

  return { make };
}

/** Sends a request, and once more where no answer comes. */
export async function asked<A>(send: () => Promise<A>): Promise<A> {
  try {
    return await send();
  } catch (error) {
    if (noAnswerKind(error) === 'barred') throw error;
    return send();
  }
}
