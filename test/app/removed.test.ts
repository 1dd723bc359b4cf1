import { type Desk, plannedDesk } from '../engine/addon';
import { asked } from '../engine/answer';
import { tabIn, valueIn } from '../engine/book';
import { type Shared, shared, sheetOf, typedRecords } from '../sheets/desk';

/** A person removes a column of the stores. */
function withoutColumn(field: string): Shared {
  const desk = shared();
  const column = (tabIn(desk.workbook, 'stores').columns.get(field) ?? 0) + 1;
  sheetOf(desk.other, desk.workbook, (sheet) => sheet.deleteColumn(column));
  return desk;
}

describe('a column that a person has removed comes back with what is typed for it', () => {
  const added = { storeId: 'N1', ownership: 'franchised', franchisee: 'Li' };
  const requests: readonly (readonly [string, string, (ids: readonly string[]) => object, string])[] = [
    [
      'a save',
      'saveRecord',
      ([id]) => ({ changes: [{ record: id, field: 'franchisee', from: null, to: 'Li' }] }),
      'S1',
    ],
    ['an addition', 'addRecords', () => ({ records: [added] }), 'N1'],
    ['an import', 'importRecords', () => ({ records: [{ storeId: 'S1', franchisee: 'Li' }, added] }), 'S1'],
  ];

  test.each(requests)('%s', (_, endpoint, body, store) => {
    const desk = withoutColumn('franchisee');
    const before = typedRecords(desk.workbook);
    const request = { request: 'mine', part: 'stores', ...body(desk.ids) };
    const first = asked(desk.addon, endpoint, request);
    expect(first.status).toBe('done');
    const after = Object.values(typedRecords(desk.workbook));
    expect(after.find(({ storeId }) => storeId === store)).toMatchObject({ storeId: store, franchisee: 'Li' });
    // Nothing else of what was there has changed.
    for (const cells of Object.values(before)) expect(after).toContainEqual(expect.objectContaining(cells));
    expect(asked(desk.addon, endpoint, request).status).toBe('done');
    expect(Object.values(typedRecords(desk.workbook))).toEqual(after);
  });
});

describe('a row that a person has removed comes back with what is typed for it', () => {
  function withoutRow(part: string, row: string): Desk {
    const desk = plannedDesk({ sections: ['settings', 'baseline'] });
    const { name, rows } = tabIn(desk.workbook, part);
    desk.addon.use(({ SpreadsheetApp }) =>
      SpreadsheetApp.getActive()
        .getSheetByName(name)
        ?.deleteRow((rows.get(row) ?? 0) + 1),
    );
    return desk;
  }

  test.each([
    ['settings', 'settings', 'version', 'version', 'value.1', 'v2'],
    ['baseline', 'selfOperated', 'growth', 'selfOperated', 'growth', 0.05],
  ])('of %s', (part, record, field, row, column, to) => {
    const desk = withoutRow(part, row);
    const changes = [{ record, field, from: null, to }];
    expect(asked(desk.addon, 'saveRecord', { request: 'mine', part, changes }).status).toBe('done');
    expect(valueIn(tabIn(desk.workbook, part), row, column)).toBe(to);
  });
});
