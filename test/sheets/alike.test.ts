import { asked, listing } from '../engine/answer';
import { tabIn, valueIn } from '../engine/book';
import { rowOf, shared, sheetOf } from './desk';

/** What a person has pasted into a cell, rules and format with it; what the form has of it, and what is typed over it there. */
const cases: readonly (readonly [field: string, pasted: string | number, format: string, from: unknown, to: string])[] =
  [
    ['ownership', '加盟', '@', 'franchised', 'selfOperated'],
    ['ownership', '自营', '@', 'selfOperated', 'franchised'],
    ['name', 2027, '0', '2027', 'Store of 2027'],
    ['openedOn', 46_097.5, '0.0', '2026-03-16', '2026-03-17'],
  ];

test.each(cases)(
  '%s, in which %s was pasted, is saved from what the form shows: no conflict of a value with itself',
  (field, pasted, format, from, to) => {
    const { addon, other, workbook, ids } = shared();
    const [, , id = ''] = ids;
    const column = (tabIn(workbook, 'stores').columns.get(field) ?? -1) + 1;
    sheetOf(other, workbook, (sheet) => {
      sheet.getRange(rowOf(workbook, id), column).clearDataValidations().setNumberFormat(format).setValue(pasted);
    });
    expect(valueIn(tabIn(workbook, 'stores'), id, field)).toBe(pasted);
    expect(listing(addon, 'stores').find((record) => record.id === id)?.values[field]).toBe(from);
    const changes = [{ record: id, field, from, to }];
    expect(asked(addon, 'saveRecord', { request: 'mine', part: 'stores', changes })).toMatchObject({ status: 'done' });
    expect(listing(addon, 'stores').find((record) => record.id === id)?.values[field]).toBe(to);
    // What another has typed there since is a conflict all the same.
    const late = [{ record: id, field, from, to }];
    expect(asked(addon, 'saveRecord', { request: 'late', part: 'stores', changes: late }).status).toBe('conflict');
  },
);
