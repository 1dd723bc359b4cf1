import { blankUnless } from '../../../model/formulas';
import { figure, header, heights, money, months, number, sumMoney } from '../../../model/paper';
import type { ReportCell, ReportRow } from '../../../model/tab';

/** A row of the year: the whole of it, its quarters, and beside them a figure that it is held against. */
function yearRow(
  id: string,
  path: string,
  byMonth: string,
  against: Omit<ReportCell, 'at'> & { readonly name: string },
  look: 'cell' | 'strong' = 'cell',
): ReportRow {
  const { name, ...cell } = against;
  return {
    id,
    height: heights.line,
    cells: [
      { at: 1, text: id, look },
      figure(2, money(`summary.${path}`), 'decimal', look),
      ...[1, 2, 3, 4].map((quarter) =>
        figure(
          quarter + 2,
          blankUnless(['{summary.total}'], sumMoney(months(quarter).map((month) => `summary.${byMonth}.${month}`))),
          'decimal',
          look,
        ),
      ),
      { at: 7, text: name, look, align: 'right' },
      { ...cell, at: 8, look },
    ],
  };
}

const signature = (texts: readonly string[], look: ReportCell['look']): readonly ReportCell[] =>
  texts.map((text, index) => ({
    at: index * 2 + 1,
    span: 2,
    text,
    overflow: true,
    align: 'left',
    ...(look && { look }),
  }));

/** The year by quarters, how it stands to what the company asks, and who signs. */
export const result: readonly ReportRow[] = [
  header('yearHeader', [
    [1, 'yearTarget', 'left'],
    [2, 'wholeYear', 'right'],
    [3, 'quarter1', 'right'],
    [4, 'quarter2', 'right'],
    [5, 'quarter3', 'right'],
    [6, 'quarter4', 'right'],
    [7, '', 'right'],
    [8, 'againstCompany', 'right'],
  ]),
  yearRow('yearExisting', 'existingTarget', 'existingByMonth', {
    name: 'company',
    formula: money('summary.companyTarget'),
    kind: 'decimal',
  }),
  yearRow('yearNew', 'newSales', 'newByMonth', {
    name: 'gap',
    formula: money('summary.gap'),
    kind: 'decimal',
    format: '+#,##0.00;-#,##0.00;0.00',
  }),
  yearRow(
    'yearTotal',
    'total',
    'totalByMonth',
    { name: 'ratio', formula: number('summary.ratio'), kind: 'rate' },
    'strong',
  ),
  {
    id: 'signatures',
    height: heights.line,
    cells: signature(['preparedBy', 'manager', 'director', 'headquarters'], 'caption'),
  },
  { id: 'signed', height: heights.three, cells: signature(['', '', '', ''], undefined) },
  { id: 'dates', height: heights.line, cells: signature(['date', 'date', 'date', 'date'], 'small') },
];
