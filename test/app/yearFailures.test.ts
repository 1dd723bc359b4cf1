import type { Addon } from '../../host/addon';
import { filesFrom } from '../../host/services/sheetsApi';
import { openedDesk, savedFile, userOf } from '../engine/addon';
import { asked, listing, wrote } from '../engine/answer';
import { tabIn, valueIn } from '../engine/book';
import { inApril } from '../engine/followed';
import { places } from '../places';
import { logOf } from '../sheets/desk';
import { later } from './later';

/** A call fails alone, or the whole execution ends with it. */
const faults = ['fails', 'is the last'] as const;

function broken(addon: Addon, fault: (typeof faults)[number], place: number): void {
  addon.hook((name, index) => {
    if (fault === 'fails' ? index === place : index >= place) throw new Error(`${name} failed`);
  });
}

/** How a request went. */
function said(addon: Addon, endpoint: string, request: object): string {
  try {
    return asked(addon, endpoint, request).status;
  } catch {
    return 'thrown';
  }
}

describe.each(faults)('the next year: a call %s', (fault) => {
  const wish = { request: 'next', planYear: 2028 };
  const undisturbed = inApril();
  undisturbed.addon.calls.reset();
  expect(said(undisturbed.addon, 'makeNextYear', wish)).toBe('done');

  test.each(places(undisturbed.addon.calls.total, `the next year: a call ${fault}`))(
    'at %i: sent again its file is told, there is one or nobody was told of one, and this year’s plan is as it was',
    (place) => {
      const { addon, workbook } = inApril();
      const before = savedFile(workbook);
      broken(addon, fault, place);
      const told = [said(addon, 'makeNextYear', wish)];
      addon.hook();
      told.push(said(addon, 'makeNextYear', wish));
      later(addon, 6 * 60_000);
      told.push(said(addon, 'makeNextYear', wish));
      const made = [...filesFrom(workbook).values()];
      expect(made.length).toBeLessThanOrEqual(1);
      expect(told.includes('done')).toBe(made.length === 1);
      expect(['done', 'invalid']).toContain(told.at(-1));
      expect(savedFile(workbook)).toBe(before);
      for (const file of made) {
        const stores = listing(openedDesk(savedFile(file)).addon, 'stores');
        expect(stores.map(({ values }) => values.storeId)).toEqual(['A', 'B', 'N']);
      }
    },
  );
});

describe.each(faults)('last year’s months are imported: a call %s', (fault) => {
  const months = (first: number): readonly number[] => Array.from({ length: 12 }, (_, month) => first + month / 100);
  const part = 'lastSales';
  const records = [
    { storeId: 'A', sales: months(70_000) },
    { storeId: 'B', sales: [null, ...months(80_000).slice(1)] },
    { storeId: 'gone', sales: months(0) },
  ];
  const request = { request: 'mine', part, records };
  const read = (addon: Addon): readonly unknown[] =>
    listing(addon, part).map(({ values }) => [
      values.storeId,
      ...months(0).map((_, month) => values[`sales.${month + 1}`]),
    ]);
  const undisturbed = inApril();
  undisturbed.addon.calls.reset();
  wrote(undisturbed.addon, 'importRecords', request);
  const { total } = undisturbed.addon.calls;
  const after = read(undisturbed.addon);

  test('undisturbed each store has its months, and no more', () => {
    expect(after).toEqual([
      ['A', ...months(70_000)],
      ['B', null, ...months(80_000).slice(1)],
      ['gone', ...months(0)],
    ]);
  });

  test.each(places(total, `last year: a call ${fault}`, 6))(
    'at %i: after the next writer it is wholly there or not at all, and sent again it is there once',
    (place) => {
      const { addon, workbook } = inApril();
      const other = userOf(workbook, 'two@example.com');
      broken(addon, fault, place);
      said(addon, 'importRecords', request);
      addon.hook();
      const [first] = listing(other, 'stores');
      const change = { record: first?.id, field: 'manager', from: null, to: 'Next' };
      wrote(other, 'saveRecord', { request: 'next', part: 'stores', changes: [change] });
      expect([[], after]).toContainEqual(read(addon));
      expect(said(addon, 'importRecords', request)).toBe('done');
      expect(read(addon)).toEqual(after);
      expect(new Set(logOf(workbook, 'mine').map(({ state }) => state)).has('pending')).toBe(false);
      // What the follow-up holds against it: A's twelve months, January to March and half of April of them.
      const toDate = Number(valueIn(tabIn(workbook, 'followUp'), 'n1', 'lastToDate'));
      expect(toDate).toBeCloseTo(70_000 + 70_000.01 + 70_000.02 + 70_000.03 / 2, 6);
    },
  );
});
