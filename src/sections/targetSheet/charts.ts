import type { Formula } from '../../model/field';
import type { ReportCell, ReportChart, ReportRow } from '../../model/tab';

/** Beside the form: the column of the charts, and that of the months, which the figures of the charts follow. */
const chartsAt = 10;
const monthAt = 12;

/** One column of figures: its name (a word of this tab, or a formula), its colour, and its figure in each month. */
interface Series {
  readonly name: Pick<ReportCell, 'text' | 'formula'>;
  readonly color: string;
  readonly figure: (month: number) => Formula;
}

const stores: readonly Series[] = [
  {
    name: { text: 'existingStores' },
    color: '#0b6b54',
    figure: (month) => `{summary.existingByMonth.${month}}/{settings.unitSize}`,
  },
  {
    name: { text: 'newStores' },
    color: '#9cc9bb',
    figure: (month) => `{summary.newByMonth.${month}}/{settings.unitSize}`,
  },
];

const channelColors = [
  ['fair', '#5f6368'],
  ['employee', '#0b6b54'],
  ['mall', '#4f9c86'],
  ['alliance', '#9cc9bb'],
  ['media', '#cfe4dc'],
  ['joint', '#9aa0a6'],
] as const;

const enabledOpenings = (channel: string, month: number): string =>
  `IF({expansion.${channel}.enabled|FALSE}=TRUE,SUM({expansion.${channel}.openings.${month}|0}),0)`;

const named: readonly Series[] = channelColors.map(([channel, color]) => ({
  name: { formula: `{list.channel.${channel}}` },
  color,
  figure: (month) => enabledOpenings(channel, month),
}));

const openings: readonly Series[] = [
  ...named,
  {
    // Channels that people added fold into the last one, as on the form.
    name: { formula: '{list.channel.other}' },
    color: '#d5d9dc',
    figure: (month) =>
      `{expansion.#total.openings.${month}}-SUM(${channelColors.map(([channel]) => enabledOpenings(channel, month)).join(',')})`,
  },
];

const months = Array.from({ length: 12 }, (_, index) => index + 1);
const all = [
  ...stores.map((series) => ({ ...series, format: '#,##0;-#,##0;' })),
  ...openings.map((series) => ({ ...series, format: '0;-0;' })),
];

/** A 0 is not shown: it is only there for the chart. */
const monthCells = (month: number): readonly ReportCell[] => [
  { at: monthAt, month, look: 'small' },
  ...all.map(
    ({ figure, format }, index): ReportCell => ({
      at: monthAt + 1 + index,
      formula: figure(month),
      kind: 'number',
      format,
      look: 'small',
    }),
  ),
];

const header = 'formula';
const first = 'baselineHeader';

/** The form's rows with the charts' figures beside them: their names, and below a row for each month. */
export function withTable(rows: readonly ReportRow[]): readonly ReportRow[] {
  const start = rows.findIndex((row) => row.id === first);
  return rows.map((row, index) => {
    if (row.id === header) return { ...row, cells: [...row.cells, ...names] };
    const month = index - start + 1;
    return month >= 1 && month <= months.length ? { ...row, cells: [...row.cells, ...monthCells(month)] } : row;
  });
}

const names: readonly ReportCell[] = [
  { at: monthAt, text: 'month', look: 'header' },
  ...all.map(({ name }, index): ReportCell => ({ at: monthAt + 1 + index, ...name, look: 'header' })),
];

const chart = (id: string, row: string, series: readonly Series[], from: number): ReportChart => ({
  id,
  title: id,
  kind: 'stackedColumns',
  row,
  at: chartsAt,
  width: 720,
  height: 360,
  header,
  last: 'mall',
  categories: monthAt,
  series: series.map(({ color }, index) => ({ at: from + index, color })),
});

/** Target by month, existing and new stores stacked; openings by month and channel. */
export const charts: readonly ReportChart[] = [
  chart('targetByMonth', 'title', stores, monthAt + 1),
  chart('openingsByMonth', 'mall', openings, monthAt + 1 + stores.length),
];
