import { asked } from '../engine/answer';
import { registeredIn, tabIn, valueIn } from '../engine/book';
import { opened, type Stand } from '../prove/shelf';
import { type Shared, shared, typedRecords } from '../sheets/desk';
import { serverOf } from './server';

/** A region of six stores that is to be signed, or whose plan is signed. */
function agreed(stand: Stand): Shared {
  const { ids, ...desk } = opened(stand);
  return { ...desk, ids: [...ids.values()] };
}

const reopen = ({ other }: Shared): unknown => asked(other, 'reopenPlan', { request: 'reopening', reason: 'wrong' });

const changes = ({ ids }: Shared) => [
  { record: ids[2], field: 'ownership', from: 'franchised', to: 'selfOperated' },
  { record: ids[2], field: 'city', from: 'City 3', to: 'Harbour' },
];

/** What the request is told that the workbook said of itself, with the tab of stores taken for another. */
function misled(desk: Shared): string {
  const { tabs, ...said } = JSON.parse(registeredIn(desk.workbook));
  return JSON.stringify({ ...said, tabs: { ...tabs, stores: tabs.lists, log: tabs.lists } });
}

describe('a save that takes along what the workbook said of itself when it was opened', () => {
  test.each<[string, () => Shared, (desk: Shared) => void, string | undefined]>([
    ['is done, where it says so still', shared, () => {}, undefined],
    [
      'is done in the other language, where someone has switched it since',
      shared,
      ({ other }) => other.command('switchLanguage'),
      undefined,
    ],
    [
      'is done beside a tab that came since',
      shared,
      ({ other }) => void asked(other, 'generatePlan', { section: 'actions' }),
      undefined,
    ],
    [
      'is done, where it was signed then and was opened again since',
      () => agreed('six stores, signed'),
      (desk) => void reopen(desk),
      undefined,
    ],
    ['is done whatever it is told: nothing', shared, () => {}, ''],
    ['is done whatever it is told: what cannot be read', shared, () => {}, '{"tabs":'],
    ['is done whatever it is told: no tabs', shared, () => {}, '{"version":1,"tabs":{}}'],
  ])('%s', (_, open, meanwhile, said) => {
    const desk = open();
    const registered = said ?? registeredIn(desk.workbook);
    meanwhile(desk);
    const before = typedRecords(desk.workbook);
    const answer = asked(desk.addon, 'saveRecord', {
      request: 'mine',
      registered,
      part: 'stores',
      changes: changes(desk),
    });
    expect(answer).toMatchObject({ status: 'done' });
    const [, , third = ''] = desk.ids;
    const tab = tabIn(desk.workbook, 'stores');
    expect(valueIn(tab, third, 'city')).toBe('Harbour');
    expect(['Self-operated', '自营']).toContain(valueIn(tab, third, 'ownership'));
    const { [third]: _third, ...others } = before;
    expect(typedRecords(desk.workbook)).toMatchObject(others);
  });

  test('is written where it belongs and nowhere else, where it is told of other tabs', () => {
    const desk = shared();
    const others = ['lists'].map((id) => tabIn(desk.workbook, id).values);
    const request = { request: 'mine', registered: misled(desk), part: 'stores', changes: changes(desk) };
    expect(asked(desk.addon, 'saveRecord', request)).toMatchObject({ status: 'done' });
    expect(valueIn(tabIn(desk.workbook, 'stores'), desk.ids[2] ?? '', 'city')).toBe('Harbour');
    expect(['lists'].map((id) => tabIn(desk.workbook, id).values)).toEqual(others);
  });

  test('is answered that the plan is signed, where it has been signed since', () => {
    const desk = agreed('six stores to be signed');
    const registered = registeredIn(desk.workbook);
    const { status } = asked(desk.other, 'signPlan', { request: 'signing', planned: null, reason: 'agreed' });
    expect(status).toBe('done');
    const before = typedRecords(desk.workbook);
    const request = { request: 'mine', registered, part: 'stores', changes: changes(desk) };
    expect(asked(desk.addon, 'saveRecord', request).status).toBe('signed');
    expect(typedRecords(desk.workbook)).toEqual(before);
  });

  test('sent once more with what it says by now is given the first answer', () => {
    const desk = shared();
    const request = { request: 'mine', part: 'stores', changes: changes(desk) };
    const first = asked(desk.addon, 'saveRecord', { ...request, registered: registeredIn(desk.workbook) });
    desk.other.command('switchLanguage');
    const second = asked(desk.addon, 'saveRecord', { ...request, registered: registeredIn(desk.workbook) });
    expect(second).toEqual(first);
  });

  test('is what the sidebar sends: it asks nothing of the workbook again that it knows', async () => {
    const desk = shared();
    const server = serverOf(desk.addon);
    const spent = async (city: string, from: string): Promise<readonly string[]> => {
      desk.addon.calls.reset();
      const change = { record: desk.ids[2] ?? '', field: 'city', from, to: city };
      const answer = await server.saveRecord({ request: city, part: 'stores', changes: [change] });
      expect(answer.status).toBe('done');
      return desk.addon.calls.sequence.map(({ name }) => name);
    };
    const asking = await spent('Harbour', 'City 3');
    await server.openPart({ part: 'stores' });
    const knowing = await spent('Station', 'Harbour');
    expect(asking.slice(0, 2)).toEqual(['DeveloperMetadataFinder.find', 'DeveloperMetadata.getValue']);
    expect(knowing).toEqual(asking.slice(2));
  });
});
