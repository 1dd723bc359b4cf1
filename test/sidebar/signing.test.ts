import { NoAnswer } from '../../sidebar/wire';
import type { ValuesAnswer } from '../../src/app/signedValues';
import { scripted } from './scripted';

/** A sidebar whose server answers the blocks of a signed version's values one after the other; what it was asked. */
function writing(...answers: readonly (ValuesAnswer | NoAnswer)[]) {
  const { store } = scripted();
  const requests: string[] = [];
  const shown: string[] = [];
  store.hub.subscribe(() => {
    const { busy } = store.hub.state;
    if (busy) shown.push(`${busy.done}/${busy.of}`);
  });
  Object.assign(store.hub.server, {
    keepSigned: async ({ request }: { readonly request: string }): Promise<ValuesAnswer> => {
      requests.push(request);
      const answer = answers[requests.length - 1];
      if (answer === undefined || answer instanceof NoAnswer) throw answer ?? new NoAnswer('failed');
      return answer;
    },
  });
  return { store, requests, shown };
}

const block = (kept: number, left: number): ValuesAnswer => ({ status: 'done', kept, left });

test('signing goes on with the version’s values, block by block, until none is left', async () => {
  const { store, requests, shown } = writing(block(2000, 2500), block(2000, 500), block(500, 0));
  expect(await store.signing.sign(100, 'agreed')).toBe(true);
  expect(new Set(requests).size).toBe(3);
  expect(shown.slice(-3)).toEqual(['2000/4500', '4000/4500', '4500/4500']);
  expect(store.hub.state).toMatchObject({ busy: undefined, trouble: undefined });
});

test.each<[string, ValuesAnswer | NoAnswer, object]>([
  ['a busy lock', { status: 'busy', message: 'busy' }, { kind: 'said', message: 'busy' }],
  ['no answer', new NoAnswer('offline'), { kind: 'offline' }],
])(
  '%s ends it and is said; the plan is signed all the same, and the rest goes on later',
  async (_, answer, trouble) => {
    const { store, requests } = writing(block(2000, 500), answer, block(500, 0));
    expect(await store.signing.sign(100, 'agreed')).toBe(true);
    expect(store.hub.state).toMatchObject({ busy: undefined, trouble });
    await store.signing.keepValues();
    expect(requests).toHaveLength(3);
    expect(store.hub.state.busy).toBeUndefined();
  },
);
