import { blankUnless } from '../../../model/formulas';
import { figure, header, heights, money, number, wide } from '../../../model/paper';
import type { ReportCell, ReportRow } from '../../../model/tab';

/** Last year's average store and this year's growth: one row of the baseline. */
function baselineRow(id: 'franchised' | 'selfOperated' | 'all'): ReportRow {
  const look = id === 'all' ? 'strong' : 'cell';
  return {
    id,
    height: heights.line,
    cells: [
      { at: 1, text: id, look },
      figure(2, money(`baseline.${id}.lastYearSales`), 'decimal', look),
      figure(3, number(`baseline.${id}.storeCount`), 'count', look),
      figure(4, number(`baseline.${id}.avgMonths`), 'months', look),
      figure(5, money(`baseline.${id}.avgStore`), 'decimal', look),
      figure(6, number(`baseline.${id}.growth`), 'growth', look),
      figure(7, money(`baseline.${id}.targetPerMonth`), 'decimal', look),
      figure(8, money(`baseline.${id}.existingTarget`), 'decimal', look),
    ],
  };
}

/** The four figures that are signed, large and before all others, each under its name. */
const signed: readonly (readonly [name: string, cell: Omit<ReportCell, 'at'>])[] = [
  ['regionTarget', { formula: money('summary.total'), kind: 'decimal' }],
  ['averageGrowth', { formula: number('summary.plannedGrowth'), kind: 'growth' }],
  ['companyGap', { formula: money('summary.gap'), kind: 'decimal', format: '+#,##0.00;-#,##0.00;0.00' }],
  [
    'openings',
    {
      formula: blankUnless(['{expansion.targetOpenings}'], '{expansion.#total.targetOpenings}'),
      kind: 'count',
    },
  ],
];

/** The growths a plan is judged by: whose average store, what the company asks, and what of it is growth of the same stores. */
const growths: readonly (readonly [at: number, name: string, path: string])[] = [
  [2, 'franchised', 'baseline.franchised.plannedGrowth'],
  [3, 'selfOperated', 'baseline.selfOperated.plannedGrowth'],
  [4, 'both', 'summary.plannedGrowth'],
  [5, 'requiredGrowth', 'summary.requiredGrowth'],
  [6, 'sameStore', 'summary.sameStoreGrowth'],
  [7, 'mixNeutral', 'summary.mixNeutralGrowth'],
  [8, 'totalGrowth', 'summary.totalGrowth'],
];

/** From the title to the growth of the average store. */
export const head: readonly ReportRow[] = [
  {
    id: 'title',
    height: heights.two,
    cells: [
      { at: 1, span: 7, text: 'title', look: 'title', overflow: true, align: 'left' },
      { at: 8, text: 'agreement', look: 'small', overflow: true, align: 'right' },
    ],
  },
  {
    id: 'subtitle',
    height: heights.line,
    cells: [
      { at: 1, span: 7, text: 'subtitle', look: 'small', overflow: true, align: 'left' },
      { at: 8, text: 'moneyIn', look: 'small', overflow: true, align: 'right' },
    ],
  },
  {
    id: 'signedNames',
    height: heights.line,
    cells: signed.map(([name], index) => ({
      at: index * 2 + 1,
      span: 2,
      text: name,
      look: 'caption',
      overflow: true,
      align: 'left',
    })),
  },
  {
    id: 'signedFigures',
    height: heights.two,
    cells: signed.flatMap(([, cell], index): readonly ReportCell[] => [
      { ...cell, at: index * 2 + 1, look: 'figure', align: 'left' },
      { at: index * 2 + 2, text: '', look: 'figure' },
    ]),
  },
  {
    id: 'formula',
    height: heights.two,
    cells: [{ at: 1, span: wide, text: 'formula', look: 'cell', overflow: true, align: 'left' }],
  },
  header(
    'baselineHeader',
    [
      [1, 'ownership', 'left'],
      [2, 'sales', 'right'],
      [3, 'stores', 'right'],
      [4, 'months', 'right'],
      [5, 'average', 'right'],
      [6, 'growth', 'right'],
      [7, 'perMonth', 'right'],
      [8, 'existing', 'right'],
    ],
    heights.two,
  ),
  baselineRow('franchised'),
  baselineRow('selfOperated'),
  baselineRow('all'),
  header('question', [[1, 'growth', 'left'], ...growths.map(([at, name]) => [at, name, 'right'] as const)]),
  {
    id: 'growths',
    height: heights.three,
    cells: [
      { at: 1, text: 'question', look: 'fine' },
      ...growths.map(([at, name, path]) =>
        figure(at, number(path), 'growth', name === 'both' || name === 'requiredGrowth' ? 'strong' : 'cell'),
      ),
    ],
  },
];
