import { createWorkbook } from '../../host/index';
import { readContents } from '../../host/page/reading';
import { type Opens, rescued } from '../../host/page/rescue';
import type { Contents } from '../../host/page/shelf';
import { keptBy, services } from './start';

/** A workbook as the page keeps it: a whole, and the changes since, of which each types the next number into column A. */
function keptWith(
  count: number,
  data = JSON.stringify(createWorkbook({ rows: 20, columns: 4 }).exportData()),
): Contents {
  const { workbook, revisions } = keptBy(data);
  const { sheet, SpreadsheetApp } = services(workbook);
  for (let row = 1; row <= count; row += 1) {
    sheet.getRange(row, 1).setValue(row);
    SpreadsheetApp.flush();
  }
  return { data, revisions, count: revisions.length };
}

const opens: Opens = (data, revisions) =>
  JSON.stringify(createWorkbook(readContents({ data, revisions })).exportData());

/** What column A of a kept workbook holds, from the top. */
function column(data: string | undefined): readonly unknown[] {
  const { sheet } = services(createWorkbook({ data: JSON.parse(data ?? '') }));
  return sheet
    .getRange('A1:A20')
    .getValues()
    .flat()
    .filter((value) => value !== '');
}

const whole = keptWith(9);

/** The same with one change that is of a kind that there is not: the engine would leave it out. */
const strange = (contents: Contents, at: number): Contents => ({
  ...contents,
  revisions: contents.revisions.map((revision, index) =>
    index === at ? { ...revision, message: revision.message.replace(/GOOGLE_CELLS/g, 'NOBODY_KNOWS') } : revision,
  ),
});

/** The same with a change cut off in the middle, as where a browser's storage was damaged. */
const cut = (contents: Contents, at: number): Contents => ({
  ...contents,
  revisions: contents.revisions.map((revision, index) =>
    index === at ? { ...revision, message: revision.message.slice(0, 40) } : revision,
  ),
});

test('the workbook is one that opens whole as long as nothing is broken', () => {
  expect(column(opens(whole.data, whole.revisions))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

describe.each([
  ['is cut off', cut],
  ['is of a kind that there is not', strange],
] as const)('where a change %s', (_, broken) => {
  test.each([0, 1, 4, 8])('after %i others, all before it is there and the rest is counted', (at) => {
    const contents = broken(whole, at);
    expect(() => opens(contents.data, contents.revisions)).toThrow();
    const found = rescued(contents, undefined, opens);
    expect(found).toMatchObject({ lost: 9 - at, from: 'last' });
    expect(column(found?.data)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].slice(0, at));
    // It is a whole workbook: it opens, and can be worked on.
    expect(column(opens(found?.data ?? '', []))).toHaveLength(at);
  });
});

test('of a whole that cannot be read the one before it is there, with all the changes that it had', () => {
  const later = keptWith(3, opens(whole.data, whole.revisions));
  const contents: Contents = { ...later, data: later.data.slice(0, 100), count: whole.count + later.count };
  const found = rescued(contents, whole, opens);
  expect(found).toMatchObject({ lost: later.count, from: 'former' });
  expect(column(found?.data)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  const worse = rescued(contents, cut(whole, 6), opens);
  expect(worse).toMatchObject({ lost: later.count + 3, from: 'former' });
  expect(column(worse?.data)).toEqual([1, 2, 3, 4, 5, 6]);
});

test('where nothing can be read there is nothing, and nothing is made up', () => {
  const unread: Contents = { ...whole, data: '{' };
  expect(rescued(unread, undefined, opens)).toBeUndefined();
  for (const data of ['null', '{}', '{"sheets":[]}', '[]', '7'])
    expect(rescued(unread, { ...unread, data }, opens)).toBeUndefined();
});
