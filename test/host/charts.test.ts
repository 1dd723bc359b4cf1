import type { Addon } from '../../host/addon';
import { createWorkbook, loadAddon } from '../../host/index';

type App = GoogleAppsScript.Spreadsheet.SpreadsheetApp;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const code = `
  function draw() {
    var sheet = SpreadsheetApp.getActive().getSheets()[0];
    var range = sheet.getRange('A1:B3');
    sheet.insertChart(sheet.newChart().asColumnChart().addRange(range).setOption('title', 'Once').build());
  }`;

let addon: Addon;

beforeEach(() => {
  addon = loadAddon({ code, workbook: createWorkbook({ rows: 20, columns: 8 }) });
  onSheet((sheet) => {
    sheet.getRange('A1:C3').setValues([
      ['Month', 'Old', 'New'],
      ['Jan', 10, 1],
      ['Feb', 20, 2],
    ]);
    sheet.insertChart(built(sheet));
  });
  addon.calls.reset();
});

const activeSheet = (app: App): Sheet => app.getActive().getSheets()[0] ?? app.getActiveSheet();

function onSheet<T>(work: (sheet: Sheet) => T): T {
  return addon.use(({ SpreadsheetApp }) => work(activeSheet(SpreadsheetApp)));
}

const built = (sheet: Sheet) =>
  sheet
    .newChart()
    .asColumnChart()
    .addRange(sheet.getRange('A1:A3'))
    .addRange(sheet.getRange('C1:C3'))
    .setNumHeaders(1)
    .setPosition(5, 2, 3, 4)
    .setOption('title', 'Sales')
    .setOption('isStacked', 'absolute')
    .setOption('legend', { position: 'bottom' })
    .setOption('colors', ['#112233'])
    .setOption('width', 500)
    .setOption('height', 300)
    .build();

test('an inserted chart is read back as it was built', () => {
  const found = onSheet((sheet) =>
    sheet.getCharts().map((chart) => ({
      ranges: chart.getRanges().map((range) => range.getA1Notation()),
      headers: chart.getNumHeaders(),
      options: ['title', 'isStacked', 'colors', 'width', 'height', 'curveType'].map((key) =>
        chart.getOptions().get(key),
      ),
    })),
  );
  expect(found).toEqual([
    { ranges: ['A1:A3', 'C1:C3'], headers: 1, options: ['Sales', true, ['#112233'], 500, 300, null] },
  ]);
});

test('the engine draws it: stacked columns of the months', () => {
  const { getters } = addon.workbook.model;
  const [id = ''] = getters.getChartIds(getters.getSheetIds()[0] ?? '');
  expect(getters.getChartDefinition(id)).toMatchObject({ type: 'bar', stacked: true, title: { text: 'Sales' } });
  const runtime = getters.getChartRuntime(id);
  if (!('chartJsConfig' in runtime)) throw new Error('no chart was drawn');
  expect(runtime.chartJsConfig.data?.labels).toEqual(['Jan', 'Feb']);
  expect(runtime.chartJsConfig.data?.datasets.map(({ label, data }) => [label, data])).toEqual([['New', [1, 2]]]);
});

test('the engine draws lines, and keeps which of them is dashed', () => {
  const lines = onSheet((sheet) => {
    const chart = sheet
      .newChart()
      .asLineChart()
      .addRange(sheet.getRange('A1:C3'))
      .setNumHeaders(1)
      .setPosition(5, 2, 0, 0)
      .setOption('series', { 0: { lineWidth: 2 }, 1: { lineWidth: 2, lineDashStyle: [4, 4] } })
      .setOption('colors', ['#112233', '#445566'])
      .build();
    sheet.insertChart(chart);
    return sheet.getCharts().map((one) => ['series', 'colors', 'isStacked'].map((key) => one.getOptions().get(key)));
  });
  expect(lines[1]).toEqual([{ 0: {}, 1: { lineDashStyle: [4, 4] } }, ['#112233', '#445566'], null]);
  const { getters } = addon.workbook.model;
  const runtime = getters.getChartRuntime(getters.getChartIds(getters.getSheetIds()[0] ?? '')[1] ?? '');
  if (!('chartJsConfig' in runtime)) throw new Error('no chart was drawn');
  expect(runtime.chartJsConfig.type).toBe('line');
  expect(runtime.chartJsConfig.data?.datasets.map(({ label, data }) => [label, data])).toEqual([
    ['Old', [10, 20]],
    ['New', [1, 2]],
  ]);
});

test('it follows a column that is inserted before its data', () => {
  const ranges = onSheet((sheet) => {
    sheet.insertColumnBefore(1);
    return sheet
      .getCharts()[0]
      ?.getRanges()
      .map((range) => range.getA1Notation());
  });
  expect(ranges).toEqual(['B1:B3', 'D1:D3']);
});

test('modify and updateChart change what is asked, removeChart takes it away', () => {
  const title = onSheet((sheet) => {
    const [chart] = sheet.getCharts();
    if (chart) sheet.updateChart(chart.modify().setOption('title', 'Other').build());
    return sheet.getCharts().map((one) => one.getOptions().get('title'));
  });
  expect(title).toEqual(['Other']);
  const left = onSheet((sheet) => {
    const [chart] = sheet.getCharts();
    if (chart) sheet.removeChart(chart);
    return sheet.getCharts().length;
  });
  expect(left).toBe(0);
});

test('building costs nothing, inserting one call', () => {
  addon.command('draw');
  expect(addon.calls.byName).toEqual({ 'Spreadsheet.getSheets': 1, 'Sheet.insertChart': 1 });
});

const refused: readonly [what: string, work: (sheet: Sheet) => unknown, message: string][] = [
  ['an option it does not draw', (sheet) => sheet.newChart().setOption('curveType', 'function'), 'curveType'],
  ['a chart of no known type', (sheet) => sheet.newChart().build(), 'no column or line chart'],
  ['another type', (sheet) => sheet.newChart().asPieChart(), 'asPieChart is not implemented'],
  ['a chart that is not there to update', (sheet) => sheet.updateChart(built(sheet)), 'not on this sheet'],
];
test.each(refused)('%s is refused in words', (_what, work, message) => {
  expect(() => onSheet((sheet) => work(sheet))).toThrow(message);
});
