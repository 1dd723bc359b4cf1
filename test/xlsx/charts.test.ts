import { readXlsx, type Sheet } from 'hucre/xlsx';
import { createWorkbook, loadAddon, type Workbook } from '../../host/index';
import { exportXlsx } from '../../host/xlsx';
import { code } from '../engine/addon';
import { inApril } from '../engine/followed';
import { samplePlan } from './samplePlan';

let workbook: Workbook;
beforeAll(() => {
  workbook = samplePlan('en');
});

const user = { email: '', locale: 'en_US' };
const addonOn = (file: Workbook) => loadAddon({ code, workbook: file, user });

/** The charts of the target sheet: titles, and what each is drawn from. */
function charts(file: Workbook) {
  return addonOn(file).use(({ SpreadsheetApp }) => {
    const sheet = SpreadsheetApp.getActive().getSheetByName('Target sheet');
    return (sheet?.getCharts() ?? []).map((chart) => ({
      title: chart.getOptions().get('title'),
      ranges: chart.getRanges().map((range) => range.getValues()),
    }));
  });
}

test('targets by month: existing and new stores, adding up to E and N', () => {
  const [first] = charts(workbook);
  expect(first?.title).toBe('Target by month (display unit)');
  const [rows = []] = first?.ranges ?? [];
  expect(rows[0]).toEqual(['Month', 'Existing stores', 'New stores']);
  expect(rows.slice(1).map(([month]) => month)).toEqual([
    ...['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  ]);
  const sum = (column: number) => rows.slice(1).reduce((total, row) => total + Number(row[column]), 0);
  expect(sum(1)).toBeCloseTo(133_302.857143, 4);
  expect(sum(2)).toBeCloseTo(12_638.571429, 4);
});

test('openings by month: the channels of a month add up to the plan', () => {
  const [, second] = charts(workbook);
  expect(second?.title).toBe('Openings by month and channel');
  const [months = [], channels = []] = second?.ranges ?? [];
  expect(months).toHaveLength(13);
  expect(channels[0]).toHaveLength(7);
  expect(channels.slice(1).map((row) => row.reduce((total, openings) => total + Number(openings), 0))).toEqual([
    ...[0, 0, 2, 2, 3, 2, 1, 2, 3, 3, 2, 0],
  ]);
});

test('generating again adds no chart, and brings none back that was removed', () => {
  const copy = createWorkbook({ data: JSON.parse(JSON.stringify(workbook.exportData())) });
  const addon = addonOn(copy);
  addon.run('generatePlan', { language: 'en' });
  expect(charts(copy)).toHaveLength(2);
  addon.use(({ SpreadsheetApp }) => {
    const sheet = SpreadsheetApp.getActive().getSheetByName('Target sheet');
    const [first] = sheet?.getCharts() ?? [];
    if (first) sheet?.removeChart(first);
  });
  addon.run('generatePlan', { language: 'en' });
  expect(charts(copy).map(({ title }) => title)).toEqual(['Openings by month and channel']);
});

test('a switch of language retitles our charts; one that people titled keeps its title', () => {
  const copy = createWorkbook({ data: JSON.parse(JSON.stringify(workbook.exportData())) });
  const addon = addonOn(copy);
  addon.use(({ SpreadsheetApp }) => {
    const sheet = SpreadsheetApp.getActive().getSheetByName('Target sheet');
    const [, second] = sheet?.getCharts() ?? [];
    if (second) sheet?.updateChart(second.modify().setOption('title', 'Where we open').build());
  });
  addon.run('generatePlan', { language: 'zh' });
  const titles = addon.use(({ SpreadsheetApp }) =>
    SpreadsheetApp.getActive()
      .getSheetByName('目标总表')
      ?.getCharts()
      .map((chart) => chart.getOptions().get('title')),
  );
  expect(titles).toEqual(['各月目标(按显示单位)', 'Where we open']);
});

test('the .xlsx has both, stacked, each series with its colour', async () => {
  const book = await readXlsx(await exportXlsx(workbook));
  const sheet: Sheet | undefined = book.sheets.find(({ name }) => name === 'Target sheet');
  const found = (sheet?.charts ?? []).map((chart) => ({
    title: chart.title,
    series: chart.series?.map(({ name, color }) => `${name} ${color}`),
  }));
  expect(found).toEqual([
    { title: 'Target by month (display unit)', series: ['Existing stores 0B6B54', 'New stores 9CC9BB'] },
    { title: 'Openings by month and channel', series: expect.arrayContaining(['Mall placement 4F9C86']) },
  ]);
});

test('the .xlsx has the year’s path as lines, the forecast dashed, each line to its last figure; supervisors as rates', async () => {
  const book = await readXlsx(await exportXlsx(inApril().workbook));
  const sheet: Sheet | undefined = book.sheets.find(({ name }) => name === 'Follow-up charts');
  const [path, supervisors] = sheet?.charts ?? [];
  expect(path?.kinds).toEqual(['line']);
  expect(path?.series?.map(({ name, valuesRef, stroke }) => [name, valuesRef?.split('!')[1], stroke?.dash])).toEqual([
    ['Target', '$C$5:$C$16', 'solid'],
    ['Actual', '$H$5:$H$7', 'solid'],
    ['Forecast', '$I$5:$I$16', 'dash'],
  ]);
  expect([path?.legend, supervisors?.legend]).toEqual(['bottom', undefined]);
  expect(supervisors?.axes?.y?.numberFormat?.formatCode).toBe('0%');
});
