import { blankIf, firstOf } from '../../model/formulas';
import type { ReportCell, ReportChart, ReportRow } from '../../model/tab';

/** Columns: a name, its figures, a gap, and the charts, which cover the two columns that lines are drawn from. */
const chartsAt = 7;
const chartWidth = 720;

/** Column widths. */
export const widths: readonly number[] = [140, 104, 104, 104, 104, 24, chartWidth / 2, chartWidth / 2];

const months = Array.from({ length: 12 }, (_, index) => index + 1);
/** Supervisors that the chart shows: those furthest behind. */
const places = months;

const inUnits = (formula: string): string => `(${formula})/{settings.unitSize}`;
const upTo = (month: number, cell: (month: number) => string): string =>
  `SUM(${months.slice(0, month).map(cell).join(',')})`;

const over = 'SUM({followUpTerms.over})';
const hasBegun = 'AND(COUNT({followUpTerms.through})=1,{followUpTerms.month}>0)';

const ofOpenings = (month: number): string => `SUM({followUpOpenings.months.${month}|0})`;

/** Of stores, and of openings that the list does not have yet. */
const target = (month: number): string => inUnits(upTo(month, (one) => `{followUp.targets.${one}},${ofOpenings(one)}`));

const actual = (month: number): string =>
  blankIf(`${over}<${month}`, inUnits(upTo(month, (one) => `{followUp.sold.${one}}`)));

/** What stores sell in a month, each at the pace by which its year is forecast, and openings in what is left of it. */
const expected = (month: number): string =>
  inUnits(
    `SUMPRODUCT({followUp.pace},{followUp.targets.${month}})+${ofOpenings(month)}*(1-{followUpTerms.elapsed.${month}})`,
  );

/** Sales as far as they go, and what is expected from there on; the year’s last is the sum of the stores’ forecasts. */
function forecast(month: number): string {
  const sold = inUnits('SUM({followUp.actual})-SUMPRODUCT({followUp.pace},{followUp.covered})');
  const onward = `${sold}+${upTo(month, (one) => `{followUpCharts.m${one}.c5}`)}`;
  const then = month === 12 ? onward : firstOf([[`${over}>=${month}`, '{c3}']], onward);
  return `IF(${hasBegun},${then},"")`;
}

const amount = (at: number, formula: string): ReportCell => ({ at, formula, kind: 'number', format: '#,##0;-#,##0;0' });

/**
 * What a line is drawn from: #N/A where its figure is blank. Of empty text in a line sources disagree whether Google draws
 * nothing or 0, Excel draws 0; #N/A is a gap or nothing everywhere. The cells stand where a chart covers them and are not
 * hidden: charts leave out hidden columns.
 */
const drawn = (at: number, column: string): ReportCell => ({
  ...amount(at, `IF(COUNT({${column}})=0,NA(),{${column}})`),
  look: 'small',
});

const monthRow = (month: number): ReportRow => ({
  id: `m${month}`,
  cells: [
    { at: 1, month, align: 'left' },
    amount(2, target(month)),
    amount(3, actual(month)),
    amount(4, forecast(month)),
    { ...amount(5, expected(month)), look: 'small' },
    drawn(chartsAt, 'c3'),
    drawn(chartsAt + 1, 'c4'),
  ],
});

/** A figure of the supervisor in this place, from the one furthest behind. */
const ofPlace = (column: string, place: number, per = ''): string =>
  `IFERROR(INDEX({followUpSupervisors.${column}},MATCH(${place},{followUpSupervisors.place},0))${per},"")`;

const supervisorRow = (place: number): ReportRow => ({
  id: `s${place}`,
  cells: [
    { at: 1, formula: ofPlace('name', place), align: 'left' },
    { at: 2, formula: ofPlace('achievement', place), kind: 'rate' },
    { at: 3, formula: ofPlace('status', place), align: 'left' },
    { ...amount(4, ofPlace('gap', place, '/{settings.unitSize}')), look: 'small' },
  ],
});

const heads = (id: string, words: readonly string[], drawnWords: readonly string[] = []): ReportRow => ({
  id,
  cells: [
    ...words.map(
      (text, index): ReportCell => ({
        at: index + 1,
        text,
        look: 'header',
        align: index === 0 || text === 'status' ? 'left' : 'right',
      }),
    ),
    ...drawnWords.map((text, index): ReportCell => ({ at: chartsAt + index, text, look: 'small' })),
  ],
});

/** The year's path month by month, and below it the supervisors; beside each its chart. */
export const rows: readonly ReportRow[] = [
  { id: 'title', height: 36, cells: [{ at: 1, span: 8, text: 'title', look: 'title', overflow: true, align: 'left' }] },
  { id: 'note', cells: [{ at: 1, span: 8, text: 'note', look: 'small', overflow: true, align: 'left' }] },
  heads('months', ['month', 'target', 'actual', 'forecast', 'expected'], ['actual', 'forecast']),
  ...months.map(monthRow),
  { id: 'between', cells: [] },
  heads('supervisors', ['supervisor', 'achievement', 'status', 'gap']),
  ...places.map(supervisorRow),
];

const chart = (id: string, header: string, last: string, rest: Pick<ReportChart, 'kind' | 'series'>): ReportChart => ({
  id,
  title: id,
  row: header,
  at: chartsAt,
  width: chartWidth,
  // As high as its rows.
  height: 312,
  header,
  last,
  categories: 1,
  ...rest,
});

/** The year as it adds up: target, what is sold, what is to come; and who is how far. */
export const charts: readonly ReportChart[] = [
  chart('path', 'months', 'm12', {
    kind: 'lines',
    series: [
      { at: 2, color: '#9aa0a6' },
      { at: chartsAt, color: '#0b6b54' },
      { at: chartsAt + 1, color: '#4f9c86', dashed: true },
    ],
  }),
  chart('bySupervisor', 'supervisors', 's12', { kind: 'stackedColumns', series: [{ at: 2, color: '#0b6b54' }] }),
];
