import type { Section } from '../../model/section';
import { actionRows } from '../../model/storePage';
import type { ReportCell, ReportRow, Tab } from '../../model/tab';
import { en, zh } from './text';

/** Pixels: a column each, the page's width in all. */
const widths = [84, 108, 108, 108, 112, 108, 108, 104];
const wide = widths.length;
const heights = { line: 26, two: 44, three: 70 } as const;

const at = (column: number, more: Omit<ReportCell, 'at'> = {}): ReportCell => ({ at: column, ...more });

const titled = (id: string, look: 'title' | 'small', height: number): ReportRow => ({
  id,
  height,
  cells: [
    at(1, { span: wide - 1, look, overflow: true, align: 'left' }),
    at(wide, { look: 'small', overflow: true, align: 'right' }),
  ],
});

/** Four figures, large, under their names. */
const figures = (id: string, formats: readonly ReportCell['kind'][]): readonly ReportRow[] => [
  {
    id: `${id}Names`,
    height: heights.line,
    cells: formats.map((_, index) =>
      at(index * 2 + 1, { span: 2, text: `${id}${index + 1}`, look: 'caption', overflow: true, align: 'left' }),
    ),
  },
  {
    id,
    height: heights.two,
    // Two columns each: a number that is wider than its cell is not shown at all.
    cells: formats.map((kind, index) =>
      at(index * 2 + 1, { ...(kind && { kind }), span: 2, look: 'figure', align: 'left' }),
    ),
  },
];

const heading = (id: string): ReportRow => ({
  id,
  height: 28,
  cells: [at(1, { span: wide, text: id, look: 'heading', overflow: true, align: 'left' })],
});

const monthCells = (look: 'cell' | 'strong'): readonly ReportCell[] => [
  at(1, { kind: 'text', look }),
  ...[2, 3, 4].map((column) => at(column, { kind: 'decimal', look })),
  // Off the words beside it.
  at(5, { kind: 'rate', look, format: '0.0%"   "' }),
  at(6, { span: 3, kind: 'text', look, overflow: true, align: 'left' }),
];

const header = (id: string, texts: readonly (readonly [column: number, span: number, right?: true])[]): ReportRow => ({
  id,
  height: heights.line,
  cells: texts.map(([column, span, right], index) =>
    at(column, {
      text: `${id}${index + 1}`,
      look: 'header',
      span,
      align: right ? 'right' : 'left',
      ...(column === 5 && { format: '@"   "' }),
    }),
  ),
});

const rows: readonly ReportRow[] = [
  titled('title', 'title', 44),
  titled('subtitle', 'small', heights.line),
  titled('basis', 'small', heights.line),
  ...figures('year', ['decimal', 'decimal', 'decimal', 'text']),
  ...figures('toDate', ['rate', 'decimal', 'decimal', 'decimal']),
  ...figures('rest', ['rate', 'money', 'decimal', 'rate']),
  heading('months'),
  header('month', [
    [1, 1],
    [2, 1, true],
    [3, 1, true],
    [4, 1, true],
    [5, 1, true],
    [6, 3],
  ]),
  ...Array.from(
    { length: 12 },
    (_, index): ReportRow => ({ id: `m${index + 1}`, height: heights.line, cells: monthCells('cell') }),
  ),
  { id: 'total', height: heights.line, cells: monthCells('strong') },
  heading('actions'),
  header('action', [
    [1, 1],
    [2, 2],
    [4, 2],
    [6, 1],
    [7, 1],
    [8, 1, true],
  ]),
  ...Array.from(
    { length: actionRows },
    (_, index): ReportRow => ({
      id: `a${index + 1}`,
      height: heights.two,
      cells: [
        at(1, { kind: 'text', look: 'fine' }),
        at(2, { span: 2, kind: 'text', look: 'fine' }),
        at(4, { span: 2, kind: 'text', look: 'fine' }),
        at(6, { kind: 'text', look: 'fine' }),
        at(7, { kind: 'text', look: 'fine' }),
        at(8, { kind: 'rate', look: 'fine' }),
      ],
    }),
  ),
  { id: 'more', height: heights.line, cells: [at(1, { span: wide, look: 'small', overflow: true, align: 'left' })] },
  {
    id: 'keyActions',
    height: heights.two,
    cells: [at(1, { span: 2, text: 'keyActions', look: 'caption' }), at(3, { span: 6, kind: 'text', look: 'fine' })],
  },
  // What is signed for stands below the line, so that it is the last that is printed.
  {
    id: 'signing',
    height: heights.three,
    cells: [at(1, { span: 3, kind: 'text' }), at(4, { span: 3, kind: 'text' }), at(7, { span: 2, kind: 'text' })],
  },
  {
    id: 'signatures',
    height: heights.line,
    cells: [
      at(1, { span: 3, text: 'manager', look: 'caption' }),
      at(4, { span: 3, text: 'supervisor', look: 'caption' }),
      at(7, { span: 2, text: 'date', look: 'caption' }),
    ],
  },
];

/** One store's page, without its figures: they are entered. */
export const storePage: Tab = {
  id: 'storePage',
  shape: 'report',
  fields: [],
  report: { widths, rows },
  grid: { from: 'month', to: 'signatures', columns: wide },
  printed: { columns: wide, onePage: true },
};

/** It is no tab of the plan: files of pages have one for each store. */
export const storePageSection: Section = { id: 'storePage', tabs: [storePage], text: { zh, en } };
