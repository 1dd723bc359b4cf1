import { type Mending, stepsFor } from '../../sidebar/check/steps';
import { createStore } from '../../sidebar/store';
import { NoAnswer } from '../../sidebar/wire';
import type { Found } from '../../src/model/finding';
import { scripted, settle } from './scripted';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const one = (kind: Found['kind'], tab: string, count = 1): Found => ({
  kind,
  tab,
  title: tab,
  message: kind,
  count,
  cells: [],
});

const found: readonly Found[] = [
  one('tab', 'baseline'),
  one('tab', 'summary'),
  one('stranger', 'log'),
  one('key', 'stores'),
  one('formula', 'stores', 40),
  one('label', 'rates'),
  one('fault', 'settings'),
  one('copy', ''),
];

test('all is mended cause by cause, then tab by tab; what people alone can put right is left to them', () => {
  expect(stepsFor(found)).toEqual([
    { tab: 'baseline', kind: 'tab' },
    { tab: 'summary', kind: 'tab' },
    { tab: 'log', kind: 'stranger' },
    { tab: 'stores' },
    { tab: 'rates' },
  ]);
});

/** A sidebar whose workbook holds what is found until it is mended; the answers to mending come from the case. */
function desk(answers: (NoAnswer | 'busy')[]) {
  const { store: plain } = scripted();
  const asked: Mending[] = [];
  const progress: string[] = [];
  let left = found;
  const store = createStore(
    {
      ...plain.hub.server,
      listFindings: async () => ({ status: 'done', found: [...left] }),
      mendFindings: async (step) => {
        const { busy } = store.hub.state;
        progress.push(`${busy?.done} of ${busy?.of}`);
        asked.push(step);
        const answer = answers.shift();
        if (answer === 'busy') return { status: 'busy', message: 'busy' };
        if (answer) throw answer;
        left = left.filter(({ tab, kind }) => tab !== step.tab || (step.kind !== undefined && kind !== step.kind));
        return { status: 'done', made: [], changed: 1 };
      },
    },
    'en',
    () => 'q',
  );
  return { store, asked, progress, check: () => store.hub.state.check };
}

test('mending says how far it is, looks again, and says what is left', async () => {
  const { store, asked, progress, check } = desk([]);
  store.moving.enter({ kind: 'check' });
  await settle();
  expect(check()).toMatchObject({ found, isLooking: false, mended: 'no' });
  await Promise.all([store.check.mendAll(), settle()]);
  expect(asked).toHaveLength(5);
  expect(progress).toEqual(['0 of 5', '1 of 5', '2 of 5', '3 of 5', '4 of 5']);
  expect(check()).toMatchObject({ mended: 'yes', isLooking: false });
  expect(check().found?.map(({ kind }) => kind)).toEqual(['fault', 'copy']);
  expect(store.hub.state.busy).toBeUndefined();
});

test('where others are saving it goes on with the step that was refused, and none twice', async () => {
  const { store, asked } = desk(['busy']);
  store.moving.enter({ kind: 'check' });
  await settle();
  await Promise.all([store.check.mendAll(), settle()]);
  expect(asked.map(({ tab }) => tab)).toEqual(['baseline', 'baseline', 'summary', 'log', 'stores', 'rates']);
  expect(store.hub.state.check.mended).toBe('yes');
});

test('without an answer it is not said to be mended: what was done is seen, the rest is still there', async () => {
  const { store, check } = desk([new NoAnswer('offline')]);
  store.moving.enter({ kind: 'check' });
  await settle();
  await Promise.all([store.check.mend([{ tab: 'baseline', kind: 'tab' }]), settle()]);
  expect(check()).toMatchObject({ mended: 'no', found });
  expect(store.hub.state.trouble).toEqual({ kind: 'offline' });
});
