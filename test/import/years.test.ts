import { yearsIn } from '../../sidebar/import/years';

const [both, last] = [[2026, 2027], [2026]];

test.each<[string, readonly number[], (readonly number[])?]>([
  ['2026年门店业绩', last],
  ['26年门店业绩', last],
  ['26财年', last],
  ['fy26', last],
  ["fy '26", last],
  ['sales ’26', last],
  ['令和8年度 店舗別売上', last],
  ['平成31年', [2019]],
  ['民国115年', last],
  ['115年各店營業額', last],
  ['ยอดขาย พ.ศ. 2569', last],
  ['26-27年门店业绩', both],
  ['26、27年', both],
  ['2026/27 sales', both],
  ['2026-2027', both],
  ['fy26/27', both],
  ['fy2026/27', both],
  ['26年与27年对比', both],
  // A month of a year.
  ['2026-12', last],
  ['2026年12月', last],
  // What may be years, or something else.
  ['sales 25/26', [], [2025, 2026]],
  ['15年门店业绩', [], [2015]],
  // Numbers that are none.
  ['编号2026', []],
  ['编号：2026-015', []],
  ['no. 2026', []],
  ['id 2026', []],
  ['v2026', []],
  ['川商〔2026〕12号', []],
  ['2026号店', []],
  ['共2026家门店', []],
  ['合计2026万元', []],
  ['$2026', []],
  ['11/12 sales', []],
  ['第25-26周', []],
  ['week 25-26', []],
  ['3月25-26日', []],
  ['march 25-26', []],
  ['成立26年', []],
  ['26年老店', []],
  ['20周年', []],
  ['90年代', []],
  ['26 stores', []],
])('%s', (text, sure, perhaps = []) => {
  const said = yearsIn(text);
  const inOrder = (years: readonly number[]): readonly number[] => [...years].sort((one, other) => one - other);
  expect([inOrder(said.sure), inOrder(said.perhaps)]).toEqual([sure, perhaps]);
});
