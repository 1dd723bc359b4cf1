import { plannedTab, tabIds } from '../../src/app/described';
import type { Language } from '../../src/model/language';
import { covered, evened, headWidth } from '../../src/workbook/headWidth';
import { labelsRow } from '../../src/workbook/plan';

/*
 * A word takes 8 pixels a Latin character at most; a line what Arial takes in bold 10 pt, by its tables; a Han character
 * 14. Beside a line 8 or 4 stay free, under a filter's button and opposite of it 20 each.
 */
test.each([
  ['a short head leaves the column as it is', 'City', 104, true, 104],
  // 10 × 8 + 40
  ['a long word is not broken', 'Conversion', 88, true, 120],
  ['without a filter only the word counts', 'Repurchase', 60, false, 88],
  // 29.6, 3.7 and 25.2 in one line, and 40
  ['what stands in one line is clear of the button', 'Area (m²)', 88, true, 100],
  // 24.5 and 40
  ['a month by its name', 'Sep', 56, true, 68],
  // Two lines of four would be under it, and so would any in 140 pixels: what is best of a head that is too long.
  ['Han characters part anywhere', '加盟店去年平均业绩', 56, true, 72],
  ['and without a filter', '加盟店去年平均业绩', 56, false, 56],
  // 104.4 in its first line would need 144.4, where 136.3 take all three words: these need 176.3.
  ['words that fill a line get room beside', 'Signings carried over', 96, true, 180],
  // Four letters take 42.2; five, from e on, 46.7, where 4 stay free.
  ['no head is more than three lines', 'a b c d e f g h i j k l', 20, false, 56],
])('%s', (_, label, least, isFiltered, width) => {
  expect(headWidth(label, least, isFiltered)).toBe(width);
});

const shown = (...widths: readonly number[]) => widths.map((width) => ({ width, hidden: false }));
const runsOf = (columns: readonly { readonly width: number }[]): number =>
  columns.filter(({ width }, index) => width !== columns[index - 1]?.width).length;

test('few widths are left as they are', () => {
  const columns = shown(100, 120, 100, 90);
  expect(evened(columns)).toEqual(columns);
});

test('of many, narrower columns become as wide as a neighbour, and none narrower', () => {
  const columns = shown(...Array.from({ length: 40 }, (_, index) => 80 + ((index * 7) % 40)));
  const made = evened(columns);
  expect(runsOf(made)).toBe(13);
  expect(made.every(({ width }, index) => width >= (columns[index]?.width ?? 0))).toBe(true);
});

test('a hidden column is as wide as what stands beside it', () => {
  expect(evened([{ width: 40, hidden: true }, ...shown(104, 104)])).toEqual([
    { width: 104, hidden: true },
    ...shown(104, 104),
  ]);
});

test.each<Language>(['zh', 'en'])('no head of any tab is cut, or comes under a filter’s button, in %s', (language) => {
  const heads = tabIds.flatMap((tab) => {
    const plan = plannedTab(tab, language);
    const labels = plan?.body && plan.rows.find(({ key }) => key === labelsRow)?.cells;
    return (plan?.columns ?? []).flatMap(({ key, width, hidden }) => {
      const content = labels?.[key]?.content;
      return hidden || typeof content !== 'string' ? [] : [{ tab, content, by: covered(content, width, true) }];
    });
  });
  expect(heads.length).toBeGreaterThan(200);
  expect(heads.filter(({ by }) => by > 0)).toEqual([]);
});
