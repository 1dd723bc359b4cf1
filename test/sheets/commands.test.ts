import { asked } from '../engine/answer';
import { places } from '../places';
import { computedCells, logOf, type Shared, shared, tabIn, typedRecords } from './desk';

const unchanged = typedRecords(shared().workbook);

/** Runs `work` once, before the call of that number; false if there were not so many. */
function ahead(desk: Shared, position: number, work: () => void): () => boolean {
  let came = false;
  desk.addon.hook((_, index) => {
    if (index !== position) return;
    desk.addon.hook();
    came = true;
    work();
  });
  return () => came;
}

/** How many calls some work takes. */
function callsOf(work: (desk: Shared) => void): number {
  const desk = shared();
  desk.addon.calls.reset();
  work(desk);
  return desk.addon.calls.total;
}

/** A person types a new store's id in the first empty row, which gets its id and formulas by the trigger. */
const typeRow = ({ addon, workbook }: Shared): void => addon.type(tabIn(workbook, 'stores').name, 'B10', 'T1');

const typedRow = { storeId: 'T1' };

describe('another user’s request between any two calls of the trigger that completes a typed row', () => {
  const count = callsOf(typeRow);
  const add = { request: 'theirs', part: 'stores', records: [{ storeId: 'N1', ownership: 'franchised', name: 'New' }] };

  /** Sends it again once the trigger has gone, if it found the workbook busy. */
  function sent(desk: Shared, endpoint: string, request: object, position: number): void {
    let first = '';
    const came = ahead(desk, position, () => {
      first = asked(desk.other, endpoint, request).status;
    });
    typeRow(desk);
    desk.addon.hook();
    expect(came()).toBe(true);
    expect(['done', 'busy']).toContain(first);
    if (first === 'busy') expect(asked(desk.other, endpoint, request).status).toBe('done');
  }

  test.each(places(count, 'adds'))('adds a store, before call %i: both rows are there once, whole', (position) => {
    const desk = shared();
    sent(desk, 'addRecords', add, position);
    // A row that came between the trigger's reading and now is given its id by the next who opens the part.
    desk.addon.run('openPart', { part: 'stores' });
    const records = Object.entries(typedRecords(desk.workbook)).filter(([id]) => !(id in unchanged));
    expect(records.map(([, cells]) => cells.storeId).sort()).toEqual(['N1', 'T1']);
    for (const [id] of records) expect(computedCells(desk.workbook, id).monthsThisYear).toBeDefined();
    expect(typedRecords(desk.workbook)).toMatchObject(unchanged);
  });

  test.each(places(count, 'removes'))(
    'removes two stores, before call %i: the typed row and the others are whole',
    (position) => {
      const desk = shared();
      const [, second = '', , fourth = ''] = desk.ids;
      sent(desk, 'removeRecords', { request: 'theirs', part: 'stores', records: [second, fourth] }, position);
      desk.addon.run('openPart', { part: 'stores' });
      const { [second]: _two, [fourth]: _four, ...others } = unchanged;
      const records = typedRecords(desk.workbook);
      const [own, ...more] = Object.entries(records).filter(([id]) => !(id in unchanged));
      expect(more).toEqual([]);
      expect(own?.[1]).toEqual(typedRow);
      expect(records).toEqual({ ...others, [own?.[0] ?? '']: typedRow });
    },
  );
});

describe('a save that was cut off, and a command of the menu next', () => {
  const commands: Readonly<Record<string, (desk: Shared) => void>> = {
    'the repair': ({ other }) => void other.run('generatePlan', { section: '' }),
    'a part generated': ({ other }) => void other.run('generatePlan', { section: 'staff' }),
    'a language switched': ({ other }) => void other.run('generatePlan', { section: '', language: 'zh' }),
    'a row typed': ({ other, workbook }) => other.type(tabIn(workbook, 'stores').name, 'B20', 'T1'),
  };
  const save = ({ ids }: Shared) => ({
    request: 'mine',
    part: 'stores',
    changes: [
      { record: ids[1], field: 'city', from: 'City 2', to: 'Harbour' },
      { record: ids[4], field: 'keyActions', from: 'Action 5', to: 'Done' },
    ],
  });
  const count = callsOf((desk) => {
    expect(asked(desk.addon, 'saveRecord', save(desk)).status).toBe('done');
  });

  /** What a cut off at each call has left, each once. */
  const left = new Map<string, number>();
  for (const position of places(count, 'cut off', 8)) {
    const desk = shared();
    desk.addon.hook((_, index) => {
      if (index >= position) throw new Error('cut off');
    });
    expect(() => asked(desk.addon, 'saveRecord', save(desk))).toThrow('cut off');
    const key = JSON.stringify([typedRecords(desk.workbook), logOf(desk.workbook, 'mine')]);
    if (!left.has(key)) left.set(key, position);
  }

  describe.each(Object.entries(commands))('%s', (_, command) => {
    test.each([...left.values()])(
      'after call %i: it is wholly there or not at all, and sent again it is there',
      (position) => {
        const desk = shared();
        desk.addon.hook((_name, index) => {
          if (index >= position) throw new Error('cut off');
        });
        expect(() => asked(desk.addon, 'saveRecord', save(desk))).toThrow('cut off');
        desk.addon.hook();
        command(desk);
        const [, second = '', , , fifth = ''] = desk.ids;
        const now = typedRecords(desk.workbook);
        const whole = now[second]?.city === 'Harbour';
        expect([now[second]?.city, now[fifth]?.keyActions]).toEqual(
          whole ? ['Harbour', 'Done'] : ['City 2', 'Action 5'],
        );
        expect(logOf(desk.workbook, 'mine').map(({ state }) => state)).not.toContain('pending');
        expect(asked(desk.addon, 'saveRecord', save(desk)).status).toBe('done');
        expect(typedRecords(desk.workbook)[second]?.city).toBe('Harbour');
        expect(typedRecords(desk.workbook)[fifth]?.keyActions).toBe('Done');
      },
    );
  });
});
