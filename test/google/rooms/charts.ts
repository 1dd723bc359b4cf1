import { type Given, type Room, Unsure } from '../case';

/** A stacked column chart of three columns, as the plan draws it. */
function drawn({ sheet }: Given): GoogleAppsScript.Spreadsheet.EmbeddedChart {
  sheet.getRange('A1:C3').setValues([
    ['month', 'old', 'new'],
    ['1', 10, 2],
    ['2', 12, 3],
  ]);
  let builder: GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder = sheet.newChart().asColumnChart();
  for (const a1 of ['A1:A3', 'B1:C3']) builder = builder.addRange(sheet.getRange(a1));
  return builder
    .setNumHeaders(1)
    .setPosition(5, 2, 0, 0)
    .setOption('useFirstColumnAsDomain', true)
    .setOption('isStacked', 'absolute')
    .setOption('title', 'Probe')
    .setOption('width', 500)
    .setOption('height', 300)
    .setOption('legend', { position: 'bottom' })
    .setOption('colors', ['#1f77b4', '#ff7f0e'])
    .build();
}

function inserted(given: Given): GoogleAppsScript.Spreadsheet.EmbeddedChart {
  given.sheet.insertChart(drawn(given));
  const [chart] = given.sheet.getCharts();
  if (!chart) throw new Unsure('the chart was not inserted');
  return chart;
}

/** Charts. */
export const charts: Room = {
  name: 'charts',
  cases: [
    {
      name: 'a chart is inserted, with a title and ranges that read back',
      act: (given) => {
        const chart = inserted(given);
        const cells = chart.getRanges().map((range) => range.getA1Notation());
        return [given.sheet.getCharts().length, chart.getOptions()?.get('title') ?? null, cells.join(' ')];
      },
      expected: [1, 'Probe', 'A1:A3 B1:C3'],
      or: [
        [1, 'Probe', 'A1:C3'],
        [1, 'Probe', 'A1:A3 B1:B3 C1:C3'],
      ],
      source: 'gas-fakes, test/testsheetschart.js; Class EmbeddedChart, getRanges()',
    },
    {
      name: 'a chart’s title is changed in place',
      act: (given) => {
        const chart = inserted(given);
        given.sheet.updateChart(chart.modify().setOption('title', 'Other').build());
        const [after, ...others] = given.sheet.getCharts();
        return [after?.getOptions()?.get('title') ?? null, others.length];
      },
      expected: ['Other', 0],
      source: 'Class Sheet, updateChart(chart)',
    },
    {
      name: 'a chart has a number, and one header row',
      act: (given) => {
        const chart = inserted(given);
        return [typeof chart.getChartId(), chart.getNumHeaders()];
      },
      expected: ['number', 1],
      source: 'Class EmbeddedChart, getChartId(), getNumHeaders()',
    },
    {
      name: 'a chart’s ranges are taken away and others given',
      act: (given) => {
        const { sheet } = given;
        const builder = inserted(given).modify().clearRanges().addRange(sheet.getRange('A1:B3'));
        return builder.getRanges().map((range) => range.getA1Notation());
      },
      expected: ['A1:B3'],
      source: 'Class EmbeddedChartBuilder, clearRanges()',
    },
    {
      name: 'a chart of lines is inserted, one of them dashed, without a legend',
      act: ({ sheet }) => {
        const chart = sheet
          .newChart()
          .asLineChart()
          .addRange(sheet.getRange('A1:C3'))
          .setNumHeaders(1)
          .setPosition(5, 2, 0, 0)
          .setOption('title', 'Lines')
          .setOption('series', { 0: { lineWidth: 2 }, 1: { lineWidth: 2, lineDashStyle: [4, 4] } })
          .setOption('legend', { position: 'none' })
          .build();
        sheet.insertChart(chart);
        return sheet.getCharts().map((one) => one.getOptions()?.get('title') ?? null);
      },
      expected: ['Lines'],
      source: 'Class EmbeddedChartBuilder, asLineChart(); Line Charts, configuration options',
    },
    {
      name: 'a chart is removed',
      act: (given) => {
        given.sheet.removeChart(inserted(given));
        return given.sheet.getCharts().length;
      },
      expected: 0,
      source: 'gas-fakes, test/testsheetschart.js, run on live Google too',
    },
    {
      name: 'a chart prints its kind, a builder its own',
      act: (given) => [String(drawn(given)), String(given.sheet.newChart()).split('@')[0] ?? ''],
      expected: [
        'EmbeddedChart',
        'com.google.apps.maestro.server.beans.trix.impl.ChartPropertyApiEmbeddedChartBuilder',
      ],
      source: 'gas-fakes, test/testsheetschart.js, run on live Google too',
    },
  ],
};
