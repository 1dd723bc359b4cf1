import { cutOffIn, rowsIn, textsOf } from '../../sidebar/intake/cutOff';
import { runOf } from '../../sidebar/intake/run';
import type { LogLine } from '../../src/app/endpoints/log';

const cutOff = { part: 'stores', id: 'q7', since: '2027-03-16', rows: 700, after: undefined };

/** A line for each record of a request, the newest request first. */
const linesOf = (...requests: readonly (readonly [request: string, records: number, state?: string])[]): LogLine[] =>
  requests.flatMap(([request, records, state = 'done']) =>
    Array.from(
      { length: records },
      (_, index): LogLine => ({
        request,
        at: '2027-03-16T08:00:00.000Z',
        who: 'a@example.com',
        mine: true,
        part: 'stores',
        record: `${request}:${index}`,
        name: null,
        what: 'added',
        state,
        reason: null,
        formulas: [],
        together: records,
        changes: [],
      }),
    ),
  );

/** The change log as it is told: fifty lines at once. */
function logOf(lines: readonly LogLine[]) {
  const asked: number[] = [];
  const readLog = async ({ skip }: { readonly skip: number }) => {
    asked.push(skip);
    const more = lines.length > skip + 50;
    return { status: 'done' as const, lines: lines.slice(skip, skip + 50), more, people: [] };
  };
  return { asked, readLog };
}

test.each<[string, readonly LogLine[], number, number]>([
  ['all of it, a page for each block', linesOf(['q7-1-0', 200], ['q7-0-0', 500]), 700, 2],
  ['the first block only', linesOf(['q7-0-0', 500]), 500, 1],
  [
    'with what others wrote since and between',
    linesOf(['mine', 30], ['q7-1-0', 200], ['x', 60], ['q7-0-0', 500]),
    700,
    3,
  ],
  ['a block that was sent again as another request', linesOf(['q7-1-2', 199], ['q7-0-0', 500]), 699, 2],
  ['not what is under way, or was undone', linesOf(['q7-1-0', 200, 'pending'], ['q7-0-0', 500, 'undone']), 0, 3],
  ['not what another import wrote', linesOf(['q70-0-0', 500], ['q-7-0-0', 10]), 0, 11],
  ['nothing', [], 0, 1],
])('the change log tells how much of an import is in: %s', async (_, lines, rows, pages) => {
  const { asked, readLog } = logOf(lines);
  expect(await rowsIn({ readLog }, cutOff)).toBe(rows);
  expect(asked).toHaveLength(pages);
});

test('what is kept of an import comes back as it was', () => {
  const after = {
    part: 'settings',
    changes: [{ record: 'settings', field: 'dataThrough', from: null, to: '2027-03-31' }],
  };
  const arrivals = Array.from({ length: 3 }, (_, row) => ({
    key: `S${row}`,
    isNew: true,
    record: { row, values: { storeId: `S${row}` } },
    changes: [],
  }));
  for (const besides of [{}, { after }]) {
    const texts = textsOf(runOf('actuals', 'q9', arrivals, besides), { id: 'q9', since: '2027-03-15' });
    const kept = cutOffIn({ part: 'actuals', kind: '#run', texts, was: {} });
    expect(kept).toEqual({ part: 'actuals', id: 'q9', since: '2027-03-15', rows: 3, after: undefined, ...besides });
  }
  expect(cutOffIn({ part: 'actuals', kind: '#import', texts: { text: 'a' }, was: {} })).toBeUndefined();
});
