import type { Requests } from '../../src/app/requests';
import type { ProposedRespread } from '../../src/app/respread';
import { workingTab } from '../../src/app/working';
import type { Answer } from '../../src/model/answer';
import { cells } from './kit';
import { scripted } from './scripted';

const part = workingTab?.tab.id ?? '';
const blanks = Array<null>(12).fill(null);
const flat = Array<number>(12).fill(100);
const raised = [...flat.slice(0, 6), ...Array<number>(6).fill(120)];
const to = raised.map((target) => (target === 100 ? null : target));

const proposed: ProposedRespread = {
  status: 'done',
  part,
  amount: 720,
  years: [
    {
      record: 'w1',
      key: 'S1',
      name: 'One',
      signed: 1200,
      before: { year: 1200, months: flat },
      after: { year: 1320, months: raised },
    },
  ],
  region: { signed: 1200, before: 1200, after: 1320 },
  changes: [
    { record: 'w1', field: 'written', from: blanks, to },
    { record: 'w1', field: 'version', from: null, to: 1 },
  ],
  cells: 6,
  notClosed: [],
  unknown: 0,
  dropped: 0,
};

/** A sidebar whose server answers the proposals one after the other, and what it was asked. */
async function looking(...answers: readonly ProposedRespread[]) {
  const { store } = scripted({}, () => cells(part, { w1: { storeId: 'S1', name: 'One' } }));
  const wishes: Requests['proposeRespread'][] = [];
  const saves: Requests['saveRecord'][] = [];
  Object.assign(store.hub.server, {
    proposeRespread: async (wish: Requests['proposeRespread']) => {
      wishes.push(wish);
      return answers[wishes.length - 1];
    },
    saveRecord: async (request: Requests['saveRecord']): Promise<Answer> => {
      saves.push(request);
      return { status: 'done', records: ['w1'] };
    },
  });
  await store.reading.read(part);
  return { store, wishes, saves };
}

test('what was shown is written in one request with why, and taken back as a whole', async () => {
  const { store, wishes, saves } = await looking(proposed, proposed);
  const wish = { records: ['w1'], total: 1320 };
  expect(await store.respread.propose(wish)).toEqual(proposed);
  expect(saves).toEqual([]);
  expect(await store.respread.write(wish, proposed, ' a new line ')).toBeNull();
  expect(wishes).toEqual([wish, wish]);
  expect(saves).toMatchObject([{ part, changes: proposed.changes, reason: 'a new line' }]);
  await store.acts.undo();
  expect(saves[1]).toMatchObject({
    part,
    changes: [
      { record: 'w1', field: 'written', from: to, to: blanks },
      { record: 'w1', field: 'version', from: 1, to: null },
    ],
    reason: 'Working targets taken back',
  });
});

test('what has become another since it was shown is not written but shown anew', async () => {
  const now = { ...proposed, amount: 700 };
  const { store, saves } = await looking(now);
  expect(await store.respread.write({}, proposed, 'why')).toEqual(now);
  expect(saves).toEqual([]);
  expect(store.hub.state.trouble).toMatchObject({ kind: 'said' });
});
