import { asked } from '../engine/answer';
import { valueIn } from '../engine/book';
import { places } from '../places';
import { computedCells, type Shared, shared, sheetOf, tabIn, typedRecords } from './desk';

const part = 'stores';
const unchanged = typedRecords(shared().workbook);

/** Fields of a record in which a formula stands. */
const computedFields = ({ workbook }: Shared, id: string): readonly string[] =>
  Object.keys(computedCells(workbook, id));
const computed = computedFields(shared(), shared().ids[0] ?? '');

/** Runs `act` before the call of that number of some work. */
function beside(desk: Shared, position: number, act: (desk: Shared) => void, work: (desk: Shared) => void): void {
  desk.addon.hook((_name, index) => {
    if (index === position) act(desk);
  });
  work(desk);
  desk.addon.hook();
}

function callsOf(work: (desk: Shared) => void, before: (desk: Shared) => void = () => {}): number {
  const desk = shared();
  before(desk);
  desk.addon.calls.reset();
  work(desk);
  return desk.addon.calls.total;
}

describe('a person sorts while', () => {
  /** A store typed in the grid where no trigger runs, and a formula of ours that was typed over. */
  function damage({ workbook, addon, ids }: Shared): void {
    const tab = tabIn(workbook, part);
    sheetOf(addon, workbook, (sheet) => {
      sheet.getRange(10, (tab.columns.get('storeId') ?? 0) + 1).setValue('T1');
      sheet
        .getRange((tab.rows.get(ids[1] ?? '') ?? 0) + 1, (tab.columns.get('computedTarget') ?? 0) + 1)
        .setValue(4711);
    });
  }

  const sort = ({ other, workbook }: Shared): void =>
    sheetOf(other, workbook, (sheet) => {
      sheet.getFilter()?.sort((tabIn(workbook, part).columns.get('storeId') ?? 0) + 1, false);
    });

  const commands: readonly (readonly [string, (desk: Shared) => void])[] = [
    ['all is generated again', ({ addon }) => void addon.run('generatePlan', { section: '' })],
    ['a part is generated', ({ addon }) => void addon.run('generatePlan', { section: 'staff' })],
    ['the part is opened', ({ addon }) => void addon.run('openPart', { part })],
    ['what was found is mended', ({ addon }) => void addon.run('mendFindings', { tab: part })],
  ];

  test.each(commands)(
    '%s: each record keeps its id, the typed one gets one, nothing else becomes a record',
    (name, run) => {
      for (const position of places(callsOf(run, damage), name, 24)) {
        const desk = shared();
        damage(desk);
        beside(desk, position, sort, run);
        desk.addon.run('generatePlan', { section: '' });
        const records = typedRecords(desk.workbook);
        const fresh = Object.entries(records).filter(([id]) => !(id in unchanged));
        expect([position, records]).toEqual([position, expect.objectContaining(unchanged)]);
        expect([position, fresh]).toEqual([position, [[expect.stringMatching(/^[0-9a-f]{8}-/), { storeId: 'T1' }]]]);
        for (const id of desk.ids) expect(computedFields(desk, id)).toEqual(computed);
      }
    },
  );
});

describe('the language is switched', () => {
  const toChinese = ({ other }: Shared): void => void other.run('generatePlan', { section: '', language: 'zh' });
  const saved = ({ addon, ids }: Shared): string =>
    asked(addon, 'saveRecord', {
      request: 'mine',
      part,
      changes: [{ record: ids[0], field: 'ownership', from: 'franchised', to: 'selfOperated' }],
    }).status;
  const added = ({ addon }: Shared): string =>
    asked(addon, 'addRecords', {
      request: 'mine',
      part,
      records: [{ storeId: 'N1', ownership: 'franchised', name: 'New' }],
    }).status;

  // After what a request knows of the workbook was read, and right before it has the lock.
  test.each([3, 7])('before call %i of a save and of an addition: they are written in the new language', (position) => {
    const desk = shared();
    let status = '';
    beside(desk, position, toChinese, () => {
      status = saved(desk);
    });
    expect(status).toBe('done');
    expect(valueIn(tabIn(desk.workbook, part), desk.ids[0] ?? '', 'ownership')).toBe('自营');
    const second = shared();
    beside(second, position, toChinese, () => {
      status = added(second);
    });
    expect(status).toBe('done');
    const stores = Object.values(typedRecords(second.workbook));
    expect(stores.find(({ storeId }) => storeId === 'N1')).toMatchObject({ ownership: '加盟', name: 'New' });
  });

  test('and a person sorts right before the stores are written: every choice stays with its store', () => {
    const undisturbed = shared();
    undisturbed.addon.calls.reset();
    toChinese({ ...undisturbed, other: undisturbed.addon });
    const { sheet } = tabIn(undisturbed.workbook, part);
    const copied = undisturbed.addon.calls.sequence.map((call) => call.name === 'Range.copyTo' && call.sheet === sheet);
    const position = copied.lastIndexOf(true);
    const desk = shared();
    const sort = (): void =>
      sheetOf(desk.other, desk.workbook, (tab) => {
        const { columns } = tabIn(desk.workbook, part);
        tab.getFilter()?.sort((columns.get('storeId') ?? 0) + 1, false);
      });
    beside(desk, position, sort, ({ addon }) => toChinese({ ...desk, other: addon }));
    // The choices are in Chinese by then, and the rule refuses the English word that is put back.
    expect(Object.values(typedRecords(desk.workbook)).map(({ storeId, ownership }) => [storeId, ownership])).toEqual([
      ['S6', '自营'],
      ['S5', '加盟'],
      ['S4', '自营'],
      ['S3', '加盟'],
      ['S2', '自营'],
      ['S1', '加盟'],
    ]);
  });

  test('and cut off half way: an addition goes on in the new language, and so does all else', () => {
    const count = callsOf(({ addon }) => void addon.run('generatePlan', { section: '', language: 'zh' }));
    for (const position of [Math.floor(count / 2), count - 6]) {
      const desk = shared();
      desk.other.hook((_name, index) => {
        if (index >= position) throw new Error('cut off');
      });
      expect(() => toChinese(desk)).toThrow('cut off');
      desk.other.hook();
      expect([position, added(desk)]).toEqual([position, 'done']);
      const choices = Object.values(typedRecords(desk.workbook)).map(({ ownership }) => ownership);
      expect([position, choices]).toEqual([position, ['加盟', '自营', '加盟', '自营', '加盟', '自营', '加盟']]);
    }
  });
});

test('a computed column that shows nothing and is moved under a save keeps its formulas', () => {
  const [, , third = ''] = shared().ids;
  const save = ({ addon, ids }: Shared): void => {
    const changes = [{ record: ids[2], field: 'name', from: 'Store 3', to: 'Renamed' }];
    expect(asked(addon, 'saveRecord', { request: 'mine', part, changes }).status).toBe('done');
  };
  const [moved = ''] = Object.entries(computedCells(shared().workbook, third)).find(([, value]) => value === '') ?? [];
  expect(moved).not.toBe('');
  const formulas = ({ workbook }: Shared, column: string): readonly string[] => {
    const tab = tabIn(workbook, part);
    return tab.formulas.map((line) => line[tab.columns.get(column) ?? -1] ?? '').filter((formula) => formula !== '');
  };
  const count = formulas(shared(), moved).length;
  // Before the table is read, right before it is copied, and right before it is written.
  for (const position of [5, 12, 14]) {
    const desk = shared();
    const move = (): void =>
      sheetOf(desk.other, desk.workbook, (sheet) => {
        const { columns } = tabIn(desk.workbook, part);
        const [from, to] = [(columns.get(moved) ?? 0) + 1, (columns.get('name') ?? 0) + 1];
        sheet.moveColumns(sheet.getRange(1, from, 1, 1), to);
      });
    beside(desk, position, move, save);
    expect([position, formulas(desk, moved).length]).toEqual([position, count]);
    expect(valueIn(tabIn(desk.workbook, part), desk.ids[2] ?? '', 'name')).toBe('Renamed');
  }
});

test('the row of keys is deleted right before a save is written: what it came over in another row is put back', () => {
  const desk = shared();
  const id = desk.ids[2] ?? '';
  const changes = [
    { record: id, field: 'name', from: 'Store 3', to: 'Renamed' },
    { record: id, field: 'keyActions', from: 'Action 3', to: 'Done' },
  ];
  const remove = (): void => sheetOf(desk.other, desk.workbook, (sheet) => void sheet.deleteRow(1));
  beside(desk, 14, remove, ({ addon }) => {
    expect(asked(addon, 'saveRecord', { request: 'mine', part, changes }).status).toBe('done');
  });
  desk.addon.run('generatePlan', { section: '' });
  const saved = { ...unchanged[id], name: 'Renamed', keyActions: 'Done' };
  expect(Object.values(typedRecords(desk.workbook))).toEqual(
    Object.values(unchanged).map((store, index) => (index === 2 ? saved : store)),
  );
});
