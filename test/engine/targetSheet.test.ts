import { emptyDesk, openedDesk, plannedDesk } from './addon';
import { wrote } from './answer';
import { tabIn, valueIn } from './book';
import { wholeFile } from './whole';

const { workbook } = openedDesk(wholeFile('zh'));

/** Σ over the months from the opening on of the ramp 50, 70, 85, 100 %: what one opening sells, in baselines. */
const rampSums = Array.from({ length: 12 }, (_, opened) =>
  Array.from({ length: 12 - opened }, (_, age) => [0.5, 0.7, 0.85][age] ?? 1).reduce((sum, share) => sum + share, 0),
);
const openings = [0, 0, 2, 2, 3, 2, 1, 2, 3, 3, 2, 0];
const newSales = (86_400_000 / 672) * openings.reduce((sum, count, month) => sum + count * (rampSums[month] ?? 0), 0);

test('the independent sum gives the form’s own figure for new stores', () => {
  expect(newSales).toBeCloseTo(12_638_571.43, 2);
});

describe('the golden case on the target sheet, in 万元', () => {
  const sheet = tabIn(workbook, 'targetSheet');
  const existing = 133_302_857.14;
  test.each([
    ['franchised', 'c2', 8640],
    ['franchised', 'c3', 60],
    ['franchised', 'c4', 11.2],
    ['franchised', 'c5', 12.857142857],
    ['franchised', 'c6', 0.1],
    ['franchised', 'c7', 14.142857143],
    ['franchised', 'c8', 9928.285714],
    ['selfOperated', 'c2', 3456],
    ['selfOperated', 'c3', 12],
    ['selfOperated', 'c4', 12],
    ['selfOperated', 'c5', 24],
    ['selfOperated', 'c6', 0.05],
    ['selfOperated', 'c7', 25.2],
    ['selfOperated', 'c8', 3402],
    ['all', 'c2', 12_096],
    ['all', 'c3', 72],
    ['all', 'c4', 11.333333333],
    ['all', 'c5', 14.823529412],
    ['all', 'c8', existing / 10_000],
    ['signedFigures', 'c1', (existing + newSales) / 10_000],
    ['signedFigures', 'c3', 0.0744],
    ['signedFigures', 'c5', -405.857143],
    ['signedFigures', 'c7', 20],
    ['growths', 'c2', 0.1],
    ['growths', 'c3', 0.05],
    ['growths', 'c4', 0.0744],
    ['growths', 'c5', 0.1071],
    ['growths', 'c7', 0.0868],
    ['growths', 'c8', 0.2065],
    ['mall', 'c2', 20],
    ['mall', 'c3', 20],
    ['mall', 'c4', 40],
    ['mall', 'c5', 1263.857143],
    ['mall', 'c6', 200],
    ['mall', 'c8', 0.25],
    ['otherChannels', 'c2', 20],
    ['otherChannels', 'c5', 1263.857143],
    ['openings', 'c2', 20],
    ['openings', 'c3', 2],
    ['openings', 'c4', 7],
    ['openings', 'c5', 6],
    ['openings', 'c6', 5],
    ['openings', 'c7', 5],
    ['openings', 'c8', 1263.857143],
    ['salesTarget', 'c3', 8640],
    ['salesTarget', 'c4', 9928.285714],
    ['floor', 'c4', 9928.285714 * 0.9],
    ['stretch', 'c4', 9928.285714 * 1.1],
    ['ratesSales', 'c3', 15_000],
    ['ratesSales', 'c4', 18_120.96],
    ['uplift', 'c4', 3120.96],
    ['memberSales', 'c3', 10],
    ['memberSales', 'c4', 13.2],
    ['repurchase', 'c3', 0.4],
    ['repurchase', 'c4', 0.45],
    // 48 + 6 of 50 + 10 in post; (1 × 50 + 0.8 × 10) ÷ 60.
    ['certification', 'c3', 0.9],
    ['certification', 'c4', 58 / 60],
    ['retention', 'c3', 0.88],
    ['supervisor', 'c3', 6],
    ['supervisor', 'c4', 8],
    ['supervisorHire', 'c4', 3],
    ['yearExisting', 'c2', existing / 10_000],
    ['yearNew', 'c2', 1263.857143],
    ['yearTotal', 'c2', (existing + newSales) / 10_000],
    ['yearExisting', 'c8', 15_000],
    ['yearNew', 'c8', -405.857143],
    ['yearTotal', 'c8', (existing + newSales) / 150_000_000],
  ])('%s %s is %d', (row, column, expected) => {
    const value = valueIn(sheet, row, column);
    const digits = Math.abs(expected) < 1 ? 4 : 5;
    expect(typeof value).toBe('number');
    expect(Number(value)).toBeCloseTo(expected, digits);
  });

  test.each([
    ['yearExisting', existing / 10_000],
    ['yearNew', newSales / 10_000],
    ['yearTotal', (existing + newSales) / 10_000],
  ])('the quarters of %s add up to the year', (row, year) => {
    const quarters = ['c3', 'c4', 'c5', 'c6'].map((column) => Number(valueIn(sheet, row, column)));
    const sum = quarters.reduce((total, quarter) => total + quarter, 0);
    expect(sum).toBeCloseTo(year, 4);
  });

  test.each([
    ['title', 'c1', '华东2027营运管理目标体系'],
    [
      'formula',
      'c1',
      '去年平均单店业绩 =(去年总业绩÷已有门店数量)÷平均单店营业时间 = (12,096万÷72)÷11.33月 = 14.82万/店·月',
    ],
    ['growths', 'c1', '今年平均专(单)店业绩要增长多少?(包括自营店)'],
    ['expansionHeading', 'c1', '一. 拓展、新开店计划和目标体系'],
    ['fair', 'c1', '(一)招商会渠道(略)'],
    ['fair', 'c2', ''],
    ['employee', 'c1', '1 内部创业'],
    ['mall', 'c1', '3 商场'],
    ['other', 'c1', '7 其他'],
    ['mall', 'c7', '王'],
    ['storesHeading', 'c1', '二. 加盟店业绩提升目标(店多写背面,共 60 家)'],
    ['entry', 'c5', '橱窗'],
    ['price', 'c2', '件单价 (元)'],
    ['certification', 'c5', '认证'],
    ['subtitle', 'c8', '金额单位：万元'],
  ])('%s %s reads %s', (row, column, expected) => {
    expect(valueIn(sheet, row, column)).toBe(expected);
  });

  test.each([
    ['label', '华东2027加盟店目标'],
    ['signature', '金额单位：万元'],
  ])('on a page of its own the list says what it is and in what: %s', (column, expected) => {
    expect(valueIn(tabIn(workbook, 'storeList'), '#title', column)).toBe(expected);
  });

  test('the list overleaf holds the 60 franchised stores and adds up to their targets', () => {
    const list = tabIn(workbook, 'storeList');
    const names = [...list.rows.keys()].filter((row) => /^n\d+$/.test(row));
    const filled = names.filter((row) => valueIn(list, row, 'at') !== '');
    expect(filled).toHaveLength(60);
    const [subtotal, ...others] = names.filter((row) => valueIn(list, row, 'group') !== '');
    expect([valueIn(list, subtotal ?? '', 'name'), others]).toEqual(['现有店小计', []]);
    expect(valueIn(list, subtotal ?? '', 'finalTarget')).toBeCloseTo(9928.285714, 4);
    const sum = filled.reduce((total, row) => total + Number(valueIn(list, row, 'finalTarget')), 0);
    expect(sum).toBeCloseTo(9928.285714, 4);
    const quarters = filled.reduce(
      (total, row) =>
        total + [1, 2, 3, 4].reduce((year, quarter) => year + Number(valueIn(list, row, `quarter${quarter}`)), 0),
      0,
    );
    expect(quarters).toBeCloseTo(9928.285714, 4);
  });
});

describe('a plan in which nothing is planned yet', () => {
  const desk = plannedDesk({ language: 'zh' });
  wrote(desk.addon, 'saveRecord', {
    request: 'other',
    part: 'expansion',
    changes: [{ record: 'mall', field: 'targetOpenings', from: null, to: 0 }],
  });
  const sheet = tabIn(desk.workbook, 'targetSheet');

  test.each([
    // A typed 0 is a figure; what nobody has typed is none.
    ['mall', 'c2', 0],
    ['otherChannels', 'c2', 0],
    ['openings', 'c2', 0],
    ['other', 'c2', ''],
    ['other', 'c5', ''],
    ['otherChannels', 'c6', ''],
    ['openings', 'c3', ''],
    ['yearTotal', 'c3', ''],
    ['supervisor', 'c3', ''],
    // Nobody is known to be in post: how many to hire is unknown, not 0.
    ['expansion', 'c4', 0],
    ['expansionHire', 'c4', ''],
    ['sessions', 'c4', ''],
    ['storesHeading', 'c1', '二. 加盟店业绩提升目标(店多写背面)'],
  ])('%s %s is %p', (row, column, expected) => {
    expect(valueIn(sheet, row, column)).toBe(expected);
  });
});

describe.each([
  ['zh', '区域', '营运管理目标体系', '去年平均单店业绩 =(去年总业绩÷已有门店数量)÷平均单店营业时间', '复购率'],
  [
    'en',
    'Region',
    'operations targets',
    'Last year’s average store = (sales ÷ stores) ÷ operating time',
    'Repurchase rate',
  ],
] as const)('the sheet alone in a workbook, %s', (language, region, title, formula, repurchase) => {
  const desk = emptyDesk(language);
  desk.addon.run('generatePlan', { section: 'targetSheet', region, planYear: 2027, language });
  const sheet = tabIn(desk.workbook, 'targetSheet');

  test.each([
    ['title', 'c1', title],
    ['formula', 'c1', formula],
    ['repurchase', 'c2', repurchase],
  ])('%s keeps its words', (row, column, expected) => {
    expect(valueIn(sheet, row, column)).toBe(expected);
  });
});

describe('the worked cases in the other parts’ tabs', () => {
  test.each([
    ['expansion', 'mall', 'expectedOpenings', 20],
    ['expansion', 'mall', 'leadsNeeded', 40],
    ['expansion', 'mall', 'check', 0],
    ['expansion', 'mall', 'costPerOpening', 100_000],
    ['expansion', '#total', 'targetOpenings', 20],
    ['rates', 'region', 'trafficEffect', 1574.57],
    ['rates', 'region', 'entryEffect', -675.84],
    ['rates', 'region', 'conversionEffect', 1574.57],
    ['rates', 'region', 'attachEffect', 1066.72],
    ['rates', 'region', 'priceEffect', -419.06],
    ['rates', 'region', 'ticketNow', 300],
    ['rates', 'region', 'ticketTarget', 312],
    ['staff', 'clerk', 'coverage', 0.96],
    ['staff', 'clerk', 'gap', 2],
    ['staff', 'clerk', 'retention', 0.88],
    ['staff', 'clerk', 'completion', 0.4],
    ['staff', 'storeManager', 'gap', 2],
    ['headcount', 'supervisor', 'workload', 87],
    ['headcount', 'supervisor', 'needed', 8],
    ['headcount', 'supervisor', 'toHire', 3],
    ['headcount', 'expansion', 'needed', 3],
    ['members', 'memberSales', 'value.1', 100_000],
    ['members', 'memberSales', 'value.2', 132_000],
    ['summary', 'newSales', 'value.1', newSales],
    ['summary', 'yearEndStores', 'value.1', 87],
    ['summary', 'gap', 'value.1', -4_058_571.43],
  ])('%s %s %s is %d', (tab, row, column, expected) => {
    expect(Number(valueIn(tabIn(workbook, tab), row, column))).toBeCloseTo(expected, 2);
  });

  test.each([
    ['rates', 'region', 'status', '已逾期'],
    ['expansion', 'mall', 'status', '进行中'],
    ['staff', 'storeManager', 'status', '未开始'],
  ])('%s %s %s is %s as of 14 February', (tab, row, column, expected) => {
    expect(valueIn(tabIn(workbook, tab), row, column)).toBe(expected);
  });
});
