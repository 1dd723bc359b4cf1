import { NoAnswer } from '../../sidebar/wire';
import { scripted, settle } from './scripted';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const file = { status: 'done', title: 'East 2028', url: 'https://file', lacking: null } as const;
const told = { stores: 0, closed: [], nameless: 0, forecast: [], unknown: [], later: 0, through: null };
const year = {
  status: 'done',
  region: 'East',
  planYear: 2028,
  language: 'en',
  isFollowed: false,
  told: { ...told, pastMonths: null, records: {} },
} as const;

/** The next year's file, asked for as often as there are answers; the ids of all requests. */
async function askedFor(...answers: readonly ('lost' | 'busy' | typeof file)[]) {
  const { store } = scripted();
  const requests: string[] = [];
  const waiting = [...answers];
  Object.assign(store.hub.server, {
    makeNextYear: async ({ request }: { readonly request: string }) => {
      requests.push(request);
      const answer = waiting.shift();
      if (answer === 'lost') throw new NoAnswer('failed');
      return answer === 'busy' ? { status: 'busy', message: 'Still being made' } : answer;
    },
  });
  const ask = async () => {
    const made = store.nextYear.make(year, false);
    await settle();
    return made;
  };
  return { ask, requests, store };
}

test('a file without an answer is asked for once more under its id, and again when someone does', async () => {
  const { ask, requests, store } = await askedFor('lost', 'lost', file, file);
  expect(await ask()).toBeUndefined();
  expect(store.hub.state.trouble).toEqual({ kind: 'failed' });
  expect(await ask()).toEqual(file);
  expect(new Set(requests).size).toBe(1);
  await ask();
  expect(new Set(requests).size).toBe(2);
});

test('one that is still being made is waited for', async () => {
  const { ask, requests } = await askedFor('lost', 'busy', 'busy', file);
  expect(await ask()).toEqual(file);
  expect([requests.length, new Set(requests).size]).toEqual([4, 1]);
});
