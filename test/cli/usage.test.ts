import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { complaintText } from '../../host/cli/complaint';
import { type Options, optionsOf } from '../../host/cli/options';
import { words } from '../../host/cli/text';
import { newFolder, removeFolder } from './run';

const folder = newFolder();
beforeAll(() => {
  mkdirSync(join(folder, 'sub.xlsx'));
  writeFileSync(join(folder, 'stores.csv'), '');
});
afterAll(() => removeFolder(folder));

/** What is wrong with a command line, in the language it asks for; none if nothing is. */
function complaints(line: string, locale?: string): readonly string[] {
  const asked = optionsOf(line.split(' ').filter(Boolean), { folder, locale });
  return asked.kind === 'wrong' ? asked.complaints.map((complaint) => complaintText(complaint, asked.language)) : [];
}

function options(line: string, locale?: string): Options | undefined {
  const asked = optionsOf(line.split(' ').filter(Boolean), { folder, locale });
  return asked.kind === 'do' ? asked.options : undefined;
}

const good = '--region East --year 2027 --stores stores.csv --out plan.xlsx';

describe('what the command is asked to do', () => {
  test('a region’s stores', () => {
    expect(options(good)).toEqual({
      language: 'en',
      region: 'East',
      year: 2027,
      stores: [{ name: 'stores.csv', path: join(folder, 'stores.csv') }],
      wishes: { map: [], values: [], all: [], rows: {}, encoding: undefined, sheet: undefined },
      target: undefined,
      isApril: false,
      out: { name: 'plan.xlsx', path: join(folder, 'plan.xlsx') },
    });
  });

  test.each([
    ['zh', '华东', 'zh_CN.UTF-8'],
    ['en', 'East', 'en_US.UTF-8'],
  ])('the sample needs nothing but a place (%s)', (language, region, locale) => {
    expect(options('--sample --out plan.xlsx', locale)).toMatchObject({
      language,
      region,
      year: 2027,
      stores: undefined,
      target: 150_000_000,
    });
  });

  test('the sample stands as planned, or in April', () => {
    expect(options('--sample --out plan.xlsx')).toMatchObject({ isApril: false, target: 150_000_000 });
    expect(options('--sample=april --out plan.xlsx')).toMatchObject({ isApril: true, target: 150_000_000 });
  });

  test('what is given takes the place of what the sample would have', () => {
    expect(options('--sample --region North --year 2028 --target 1,000,000 --out plan.XLSX')).toMatchObject({
      language: 'en',
      region: 'North',
      year: 2028,
      target: 1_000_000,
    });
  });

  test.each([
    ['--lang zh-CN', undefined, 'zh'],
    ['--lang=zh', undefined, 'zh'],
    ['--lang zh_CN', undefined, 'zh'],
    ['--lang en', 'zh_CN.UTF-8', 'en'],
    ['--lang EN-us', 'zh_CN.UTF-8', 'en'],
    ['', 'zh_CN.UTF-8', 'zh'],
    ['', 'en_US.UTF-8', 'en'],
    ['', 'C', 'en'],
    ['', undefined, 'en'],
    ['--region 华东', 'en_US.UTF-8', 'zh'],
    ['--region 华东 --lang en', 'zh_CN.UTF-8', 'en'],
  ])('%j where the machine speaks %s is %s', (more, locale, language) => {
    expect(options(`${good} ${more}`, locale)?.language).toBe(language);
  });

  test.each([
    ['150000000', 150_000_000],
    ['150,000,000', 150_000_000],
    ['¥150,000,000', 150_000_000],
    ['１５０', 150],
    ['0.5', 0.5],
    ['1.5亿', 150_000_000],
  ])('a target of %s', (text, target) => {
    expect(options(`${good} --target ${text}`)?.target).toBe(target);
  });

  test.each(['--help', '-h', '--year never --help'])('%s asks for help, whatever else is wrong', (line) => {
    expect(optionsOf(line.split(' '), { folder, locale: 'zh_CN' })).toEqual({ kind: 'help', language: 'zh' });
  });
});

describe('bad usage says what to do, everything at once', () => {
  const ready = '--year 2027 --stores stores.csv --out plan.xlsx';

  test.each<[string, readonly string[]]>([
    [
      '',
      [
        '--region: is needed, such as --region 华东',
        '--year: is needed, such as --year 2027',
        '--stores: name the list of stores, such as --stores stores.csv, or write --sample for a made-up region',
        '--out: is needed, such as --out plan.xlsx',
      ],
    ],
    [`--region ${ready}`, ['--region: write a value after it, such as --region 华东']],
    [`--region= ${ready}`, ['--region: write a value after it, such as --region 华东']],
    ['--sample --lang en --out', ['--out: write a value after it, such as --out plan.xlsx']],
    [`${good} --year`, ['--year: write a value after it, such as --year 2027']],
    [`${good} --year 20x7`, ['--year: expected a year from 2000 to 2100, such as 2027, got "20x7"']],
    [`${good} --year 1999`, ['--year: expected a year from 2000 to 2100, such as 2027, got "1999"']],
    [`${good} --year 2027.5`, ['--year: expected a year from 2000 to 2100, such as 2027, got "2027.5"']],
    [`${good} --lang fr`, ['--lang: expected zh-CN or en, got "fr"']],
    [`${good} --target 0`, ['--target: expected an amount above 0, such as 150000000, got "0"']],
    [`${good} --target -5`, ['--target: expected an amount above 0, such as 150000000, got "-5"']],
    [`${good} --target 约1.5亿`, ['--target: expected an amount above 0, such as 150000000, got "约1.5亿"']],
    [
      `${good} --verbose`,
      [
        '--verbose: there is no such option; options are --region --year --stores --lang --map --value --all --row --encoding --sheet --target --out --sample --help',
      ],
    ],
    [`${good} --sample`, ['--stores and --sample: write one of the two']],
    ['--sample=yes --lang en --out plan.xlsx', ['--sample: expected april, or no value, got "yes"']],
    ['--sample=april --lang en --out plan.json', ['--out: the sample in April is made as an .xlsx, got "plan.json"']],
    [`${good} China`, ['"China": belongs to no option; put a value with spaces in quotes']],
    [`${good} --stores gone.csv`, ['gone.csv: there is no such file; check the name after --stores']],
    [`${good} --stores sub.xlsx`, ['sub.xlsx: is a folder; name a file after --stores']],
    [`${good} --stores=`, ['--stores: write a value after it, such as --stores stores.csv']],
    [
      `${good} --map 店号 --all ownership --value x=y --encoding ebcdic --map a=b:noon`,
      [
        '--map: expected two sides of =, such as --map "店号=storeId", got "店号"',
        '--map: "b:noon" says no way of reading; there are dmy mdy roc ymd ym my md dm numbers texts above first point comma percent fraction mixed even sum each last 元 one 千元 k 万元 10k 百万元 m 亿元',
        '--value: expected two sides of =, such as --value "性质:联营=franchised", got "x=y"',
        '--all: expected two sides of =, such as --all ownership=franchised, got "ownership"',
        '--encoding: expected one of utf-8 gb18030 utf-16le utf-16be big5 windows-1252, got "ebcdic"',
      ],
    ],
    [`${good} --out plan.xls`, ['--out: expected a name that ends in .xlsx or .json, got "plan.xls"']],
    [`${good} --out .xlsx`, ['--out: expected a name that ends in .xlsx or .json, got ".xlsx"']],
    [`${good} --out gone/plan.xlsx`, ['--out: there is no folder "gone"; make it first, or name another']],
    [`${good} --out stores.csv/plan.xlsx`, ['--out: there is no folder "stores.csv"; make it first, or name another']],
    [`${good} --out sub.xlsx`, ['--out: "sub.xlsx" is a folder; name a file in it']],
    [
      '--region 华东 --stores gone.csv --year 二〇二七 --out 计划.xls',
      [
        '--year：应为 2000 至 2100 之间的年份，例如 2027，实际为 "二〇二七"',
        'gone.csv：没有这个文件；请检查 --stores 后面的文件名',
        '--out：文件名应以 .xlsx 或 .json 结尾，实际为 "计划.xls"',
      ],
    ],
  ])('%j', (line, expected) => {
    expect(complaints(line)).toEqual(expected);
  });
});

test.each(Object.keys(words.en.faults))('%s has the same blanks to fill in both languages', (code) => {
  const blanks = (faults: Readonly<Record<string, string>>): readonly string[] =>
    [...(faults[code] ?? '').matchAll(/\{\w+\}/g)].map(([blank]) => blank).sort();
  expect(blanks(words.zh.faults)).toEqual(blanks(words.en.faults));
});
