import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textOf } from '../../sidebar/import/bytes';
import { gridOfText, importOf } from '../../sidebar/import/import';
import type { Import } from '../../sidebar/import/taken';
import { faultText } from '../../sidebar/import/words';
import { shared } from '../needs';
import { targetOf } from './target';

const stores = targetOf('stores');
const cases = shared('cases/import');

function imported(name: string): Import {
  const read = textOf(readFileSync(join(cases.path, name)));
  if ('fault' in read) throw new Error(faultText(read.fault, 'en'));
  return importOf(gridOfText(read.text, stores), stores);
}

const own = { ownership: 'selfOperated' };
const franchised = { ownership: 'franchised' };
const opened = (openedOn: string) => ({ ...franchised, openedOn });
const sold = (lastYearSales: number) => ({ ...franchised, lastYearSales });

/** What is right of each file, as its description says: records by their ids, or what is asked; rows that are refused. */
const right: readonly (readonly [
  file: string,
  records: Readonly<Record<string, object>> | readonly string[],
  refused?: readonly number[],
])[] = [
  ['02-gbk.csv', { S01: { name: '一店', ...sold(1_200_000) } }],
  ['03-short-rows.csv', { S01: opened('2024-01-01'), S02: opened('2024-01-01') }],
  ['04-extra-empty.csv', { S01: franchised, S02: franchised }],
  ['05-total-row.csv', { S01: { name: '一店', ...sold(1_200_000) } }],
  ['06-serial-date.csv', { S01: opened('2024-04-01') }],
  ['07-datetime.csv', { S01: opened('2024-03-16'), S02: opened('2024-03-16') }],
  ['09-unambiguous-mdy.csv', { S01: opened('1992-09-18'), S02: opened('1999-12-27'), S03: opened('2026-03-16') }],
  ['10-zhiying.csv', { S01: own, S02: franchised, S03: own }],
  ['11-german-thousands.csv', { S01: sold(950_000), S02: sold(1_250_000), S03: sold(1234.56) }],
  ['12-lastyear-months.csv', { S01: sold(1_200_000) }],
  ['13-wan.csv', { S01: sold(1_200_000), S02: sold(1_200_000), S03: sold(1_200_000), S04: sold(120_000) }],
  ['14-wan-header.csv', { S01: sold(1_200_000) }],
  ['15-negative.csv', {}, [2, 3, 4]],
  ['16-placeholders.csv', { S01: sold(1), S02: franchised, S04: franchised }, [4]],
  ['17-nothing-known.csv', ['column']],
  ['18-idlead.csv', { '001': franchised, '002': franchised, '003': franchised }, [5]],
  ['20-pipe.csv', { S01: franchised }],
  ['23-space-thousands.csv', { S01: sold(10_237), S02: sold(1_250_000), S03: sold(1_200_000.5) }],
  ['25-utf16.txt', { S01: franchised }],
  ['27-label-nl.csv', { S01: { name: '一店', ...franchised } }],
  [
    '28-mdash-pct.csv',
    {
      S01: { ...franchised, growth: 0.1 },
      S02: { ...franchised, growth: -0.05 },
      S03: { ...franchised, growth: 0.001 },
    },
  ],
  ['29-channel.csv', { STR001: { city: 'Sharjah', ...franchised } }],
  ['30-leapday.csv', {}, [2, 3, 4, 5, 6]],
  [
    '33-total-with-ownership.csv',
    { S01: { name: '一店', ...sold(1_200_000) }, S02: { name: '二店', ...own, lastYearSales: 900_000 } },
  ],
  [
    '34-report-heading.csv',
    {
      1001: { name: '人民路店', ...opened('2019-05-01'), lastYearSales: 1_234_000 },
      1002: { name: '解放路店', ...own, openedOn: '2021-03-16', lastYearSales: 10_500_000 },
    },
  ],
];

cases.describe('the small inputs kept beside the repository', () => {
  test.each(right.map(([file, expected, refused = []]) => ({ file, expected, refused })))(
    '$file',
    ({ file, expected, refused }) => {
      const { records, questions, faults } = imported(file);
      const isAsked = Array.isArray(expected);
      expect(questions.map(({ ask }) => ask)).toEqual(isAsked ? expected : []);
      const held = Object.fromEntries(records.map(({ values: { storeId, ...values } }) => [String(storeId), values]));
      expect(held).toEqual(isAsked ? {} : expected);
      expect(faults.flatMap(({ row }) => row ?? [])).toEqual(refused);
    },
  );
});
