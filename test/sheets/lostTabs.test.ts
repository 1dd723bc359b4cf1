import { asked } from '../engine/answer';
import { places } from '../places';
import { recordIds, type Shared, shared, tabIn, typedRecords } from './desk';

/** Someone deletes the tab of the log, or that of the stores. */
function deleteLog({ other, workbook }: Shared, tab: 'log' | 'stores' = 'log'): void {
  const { name } = tabIn(workbook, tab);
  other.use(({ SpreadsheetApp }) => {
    const file = SpreadsheetApp.getActive();
    const sheet = file.getSheetByName(name);
    if (sheet) file.deleteSheet(sheet);
  });
}

const requests: readonly (readonly [string, string, (desk: Shared) => object, (desk: Shared) => boolean])[] = [
  [
    'a save',
    'saveRecord',
    ({ ids }) => ({ changes: [{ record: ids[2], field: 'name', from: 'Store 3', to: 'Name 3' }] }),
    ({ workbook, ids }) => typedRecords(workbook)[ids[2] ?? '']?.name === 'Name 3',
  ],
  [
    'an addition',
    'addRecords',
    () => ({ records: [{ storeId: 'N1', name: 'New', ownership: 'franchised' }] }),
    ({ workbook }) => Object.values(typedRecords(workbook)).filter(({ storeId }) => storeId === 'N1').length === 1,
  ],
  [
    'a removal',
    'removeRecords',
    ({ ids }) => ({ records: [ids[2]] }),
    ({ workbook, ids }) => !recordIds(tabIn(workbook, 'stores')).includes(ids[2] ?? ''),
  ],
];

const fields = (desk: Shared): readonly unknown[] => {
  const { values, columns } = tabIn(desk.workbook, 'log');
  return values
    .slice(2)
    .filter((line) => line[columns.get('field') ?? -1] !== '#lost')
    .flatMap((line) => (line[columns.get('request') ?? -1] ? [line[columns.get('state') ?? -1]] : []));
};

describe.each(requests)('%s', (name, endpoint, body, isWritten) => {
  test('where the log was deleted before is written, into a log made anew', () => {
    const desk = shared();
    deleteLog(desk);
    const request = { request: 'mine', part: 'stores', ...body(desk) };
    expect(asked(desk.addon, endpoint, request).status).toBe('done');
    expect(isWritten(desk)).toBe(true);
    expect(fields(desk)).toEqual(['done']);
    expect(asked(desk.addon, endpoint, request).status).toBe('done');
    expect(isWritten(desk)).toBe(true);
    expect(desk.addon.run('listFindings')).toEqual({ status: 'done', found: [] });
  });

  test('that was answered before the log was deleted is not written again; what is gone is said', () => {
    const desk = shared();
    const request = { request: 'mine', part: 'stores', ...body(desk) };
    expect(asked(desk.addon, endpoint, request).status).toBe('done');
    const before = tabIn(desk.workbook, 'stores').values;
    deleteLog(desk);
    expect(desk.addon.run('listFindings')).toMatchObject({
      found: [{ kind: 'tab', tab: 'log', message: expect.stringContaining('deleted the change log') }],
    });
    // Nothing knows any more that it was answered: it meets what it has written itself.
    const { status } = asked(desk.addon, endpoint, request);
    expect({ saveRecord: 'conflict', addRecords: 'invalid', removeRecords: 'gone' }[endpoint]).toBe(status);
    expect(tabIn(desk.workbook, 'stores').values).toEqual(before);
    const { lines } = desk.addon.run('readLog', { skip: 0 }) as { lines: { what: string; part: string }[] };
    expect(lines).toMatchObject([{ what: 'lost', part: '' }]);
  });

  // Until it is said of the request how it ended.
  test.each(places(18, name))('while the log is deleted at call %i is written once, and logged', (position) => {
    const desk = shared();
    desk.addon.hook((_name, index) => {
      if (index === position) deleteLog(desk);
    });
    expect(asked(desk.addon, endpoint, { request: 'mine', part: 'stores', ...body(desk) }).status).toBe('done');
    desk.addon.hook();
    expect(isWritten(desk)).toBe(true);
    expect(fields(desk)).toEqual(['done']);
    const next = { record: desk.ids[4], field: 'name', from: 'Store 5', to: 'Name 5' };
    expect(asked(desk.addon, 'saveRecord', { request: 'next', part: 'stores', changes: [next] }).status).toBe('done');
  });

  test.each(places(18, name))('while its own tab is deleted at call %i says so, and what to do', (position) => {
    const desk = shared();
    let isDeleted = false;
    desk.addon.hook((_name, index) => {
      if (index !== position) return;
      deleteLog(desk, 'stores');
      isDeleted = true;
    });
    const answer = asked(desk.addon, endpoint, { request: 'mine', part: 'stores', ...body(desk) });
    desk.addon.hook();
    expect(isDeleted).toBe(true);
    // Written before it was deleted, or not at all: its record may be gone already when it is read.
    if (answer.status !== 'done' && answer.status !== 'gone')
      expect(answer).toMatchObject({
        status: 'invalid',
        faults: [
          { message: 'The tab “Store targets” is not in this workbook. Generate it from the menu, then save again.' },
        ],
      });
    // What was cut off by it is ended by whoever writes next, and the tab is made anew.
    expect(asked(desk.other, 'mendFindings', { tab: '' }).status).toBe('done');
    expect(asked(desk.other, 'generatePlan', { section: 'stores' }).status).toBe('done');
    const record = { storeId: 'N9', ownership: 'franchised' };
    expect(asked(desk.addon, 'addRecords', { request: 'next', part: 'stores', records: [record] }).status).toBe('done');
    expect(Object.values(typedRecords(desk.workbook)).map(({ storeId }) => storeId)).toContain('N9');
    expect(fields(desk)).not.toContain('pending');
  });
});
