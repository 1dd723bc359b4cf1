import { createStore } from '../../sidebar/store';
import { NoAnswer } from '../../sidebar/wire';
import { openedDesk } from '../engine/addon';
import { wrote } from '../engine/answer';
import { tabIn, valueIn } from '../engine/book';
import { wholeFile } from '../engine/whole';
import { serverOf } from './server';

/** The worked plan: 133,302,857.14 of stores there are, 12,638,571.43 of new ones. */
const { addon, workbook } = openedDesk(wholeFile('en'));
let ids = 0;
const server = serverOf(addon);
const store = createStore(server, 'en', () => `scenario ${++ids}`);
const shown = (tab: string, record: string, cell: string) => valueIn(tabIn(workbook, tab), record, cell);
const total = () => shown('summary', 'total', 'value.1');

test('a scenario brings the plan back to what it was, keeps what it was before, and is taken back as a whole', async () => {
  await store.reading.open();
  expect(await store.grid.generate({ section: 'scenarios' })).toBe(true);
  const base = total();
  expect(base).toBeCloseTo(145_941_428.57, 2);
  expect(await store.scenarios.save(0, 'Base')).toBe(true);
  expect(store.scenarios.of(0)).toMatchObject({
    name: 'Base',
    franchised: 0.1,
    mall: '20 = 0 0 2 2 3 2 1 2 3 3 2 0',
    entry: 0.48,
    plannedTotal: base,
  });

  const changes = (part: string, record: string, field: string, from: unknown, to: unknown) =>
    wrote(addon, 'saveRecord', { request: `${part} ${field}`, part, changes: [{ record, field, from, to }] });
  const months = [0, 0, 2, 2, 3, 2, 1, 2, 3, 3, 2, 0];
  changes('baseline', 'franchised', 'growth', 0.1, 0.12);
  changes('expansion', 'mall', 'openings', months, Array(12).fill(2));
  changes('settings', 'settings', 'ramp', Array(12).fill(null), [0.6, ...Array(11).fill(null)]);
  changes('rates', 'region', 'priceTarget', 195, 200);
  const high = total();
  expect(high).toBeGreaterThan(Number(base));

  await store.scenarios.read();
  const proposed = store.scenarios.changesOf(0);
  expect([...proposed.keys()].sort()).toEqual(['baseline', 'expansion', 'rates', 'settings']);
  expect(await store.scenarios.apply(0, proposed)).toBe(true);
  // The ramp's first month was a formula of 50 %: it holds that figure now.
  expect([total(), shown('baseline', 'franchised', 'growth'), shown('rates', 'region', 'priceTarget')]).toEqual([
    base,
    0.1,
    195,
  ]);
  expect(store.scenarios.of(4)).toMatchObject({
    name: 'Before “Base”',
    franchised: 0.12,
    ramp1: 0.6,
    price: 200,
    plannedTotal: high,
  });
  expect(store.hub.state.notice?.text).toBe('“Base” applied');
  const log = await server.readLog({ skip: 0 });
  const lines = log.status === 'done' ? log.lines : [];
  const [newest] = lines;
  // What scenarios keep, two records of other tabs and two of their rows.
  expect([newest?.together, lines.filter(({ request }) => request === newest?.request).length]).toEqual([5, 5]);

  await store.acts.undo();
  expect([total(), shown('rates', 'region', 'priceTarget')]).toEqual([high, 200]);
  await store.scenarios.read();
  expect(store.scenarios.of(4).name).toBeNull();
  expect(store.scenarios.of(0).name).toBe('Base');

  // Someone changes the plan after it was looked at: nothing is written.
  const looked = store.scenarios.changesOf(0);
  changes('baseline', 'selfOperated', 'growth', 0.05, 0.06);
  expect(await store.scenarios.apply(0, looked)).toBeUndefined();
  expect(shown('baseline', 'franchised', 'growth')).toBe(0.12);
  expect(addon.run('listFindings')).toEqual({ status: 'done', found: [] });
});

/** A sidebar whose requests of several parts get no answer, whether they are written or not. */
async function unanswered(isWritten: boolean) {
  const saveParts: typeof server.saveParts = async (request) => {
    if (isWritten) await server.saveParts(request);
    throw new NoAnswer('failed');
  };
  const answers = { ...server, saveParts };
  const opened = createStore(answers, 'en', () => `unanswered ${++ids}`);
  await opened.reading.open();
  await opened.scenarios.read();
  const answerAgain = (): void => void Object.assign(answers, { saveParts: server.saveParts });
  return { opened, answerAgain };
}

const drivers = () => [shown('baseline', 'franchised', 'growth'), shown('rates', 'region', 'priceTarget')];

test('a scenario that was written without an answer is taken back as a whole', async () => {
  const before = drivers();
  const { opened, answerAgain } = await unanswered(true);
  expect(await opened.scenarios.apply(0, opened.scenarios.changesOf(0))).toBe(false);
  expect(opened.hub.state.notice?.text).toMatch(/not known/);
  expect(drivers()).toEqual([0.1, 195]);
  answerAgain();
  await opened.acts.undo();
  expect(drivers()).toEqual(before);
});

test('one that got no answer is gone on with, and all of it taken back', async () => {
  const before = drivers();
  const { opened, answerAgain } = await unanswered(false);
  const changes = opened.scenarios.changesOf(0);
  await opened.scenarios.apply(0, changes);
  expect(drivers()).toEqual(before);
  answerAgain();
  expect(await opened.scenarios.apply(0, changes)).toBe(true);
  expect(drivers()).toEqual([0.1, 195]);
  const { franchised, price } = opened.scenarios.of(4);
  expect([franchised, price]).toEqual(before);
  await opened.acts.undo();
  expect(drivers()).toEqual(before);
});
