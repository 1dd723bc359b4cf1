import fc from 'fast-check';
import { answered, optionsOf } from '../../sidebar/import/ask';
import { gridOfText, type Opened, opened } from '../../sidebar/import/import';
import { calendarDate, dayNumber } from '../../src/maths/day';
import { targetOf } from './target';

const stores = targetOf('stores');

/** A file of one column beside ids and an ownership, its cells quoted where they need to be. */
function fileOf(header: string, cells: readonly string[], delimiter: string): Opened {
  const quoted = (cell: string): string => (cell.includes(delimiter) || cell.includes('"') ? `"${cell}"` : cell);
  const lines = cells.map((cell, index) => [`A${index + 1}`, 'franchised', cell].map(quoted).join(delimiter));
  const text = [['storeId', 'ownership', header].map(quoted).join(delimiter), ...lines].join('\n');
  return opened(gridOfText(text, stores), stores);
}

/** Whether a file is read as it was meant, or asked about with an answer that reads it so. */
function isRightOrAsked(file: Opened, field: string, meant: readonly unknown[]): void {
  const valuesOf = (found: ReturnType<Opened['read']>): readonly unknown[] =>
    found.records.map(({ values }) => values[field] ?? null);
  let answers = [file.first];
  // Answers may lead to another question; two in a row are enough for any column.
  for (let asked = 0; asked < 3; asked++) {
    const reads = answers.map((one) => ({ one, found: file.read(one) }));
    const settled = reads.filter(({ found }) => found.questions.length === 0);
    if (asked === 0 && settled.length > 0) {
      const [{ found } = { found: undefined }] = settled;
      expect(found?.faults).toEqual([]);
      expect(found && valuesOf(found)).toEqual(meant);
      return;
    }
    if (settled.some(({ found }) => JSON.stringify(valuesOf(found)) === JSON.stringify(meant))) return;
    answers = reads.flatMap(({ one, found }) => {
      const [question] = found.questions;
      return question ? optionsOf(question).map((option) => answered(one, option)) : [];
    });
  }
  throw new Error(`asked about, and no answer reads ${JSON.stringify(meant)}`);
}

const delimiters = [',', ';', '\t', '|'] as const;

/** Digits in groups of three. */
const groupedBy = (digits: string, sign: string): string => digits.replace(/\B(?=(?:\d{3})+$)/g, sign);

const points = [
  { point: '.', groups: ['', ',', ' ', "'", '\u00a0'] },
  { point: ',', groups: ['', '.', ' ', '\u202f'] },
] as const;

/** A way of writing numbers: decimal sign, groups, decimals kept or cut. */
const writing = fc
  .constantFrom(...points)
  .chain(({ point, groups }) =>
    fc.record({ point: fc.constant(point), group: fc.constantFrom(...groups), isFixed: fc.boolean() }),
  );
type Writing = { readonly point: string; readonly group: string; readonly isFixed: boolean };

/** Hundredths as a person writes them. */
function writtenAs(hundredths: number, { point, group, isFixed }: Writing): string {
  const [whole = '0', decimals = '00'] = (hundredths / 100).toFixed(2).split('.');
  const cut = isFixed ? decimals : decimals.replace(/0+$/, '');
  return cut === '' ? groupedBy(whole, group) : `${groupedBy(whole, group)}${point}${cut}`;
}

const units = [
  ['销售额', '', 1],
  ['销售额(元)', '', 1],
  ['销售额(万元)', '', 10_000],
  ['Sales', '', 1],
  ['Sales (k)', '', 1000],
  ['Sales', '万', 10_000],
  ['Sales', '元', 1],
  ['Sales', ' 亿', 100_000_000],
] as const;

test('amounts, whatever their signs, groups and units, are read right or asked about', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 99_999_999_999 }), { minLength: 1, maxLength: 8 }),
      writing,
      fc.constantFrom(...units),
      fc.constantFrom(...delimiters),
      fc.constantFrom('', '¥', '$', 'RMB '),
      (hundredths, way, [header, unit, factor], delimiter, sign) => {
        const cells = hundredths.map((amount) => `${sign}${writtenAs(amount, way)}${unit}`);
        const meant = hundredths.map((amount) => Number(((amount / 100) * factor).toPrecision(15)));
        // No store sells as much: a rule of its own refuses it.
        fc.pre(meant.every((amount) => amount < 1e12));
        isRightOrAsked(fileOf(header, cells, delimiter), 'lastYearSales', meant);
      },
    ),
    { numRuns: 150 },
  );
});

test('areas, which may have any decimals, are read right or asked about', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 9_999_999 }), { minLength: 1, maxLength: 5 }),
      fc.constantFrom(0, 1, 2, 3),
      writing,
      fc.constantFrom(...delimiters),
      (numbers, places, { point, group }, delimiter) => {
        const cells = numbers.map((number) => {
          const [whole = '', decimals = ''] = (number / 10 ** places).toFixed(places).split('.');
          return decimals === '' ? groupedBy(whole, group) : `${groupedBy(whole, group)}${point}${decimals}`;
        });
        const meant = numbers.map((number) => Number((number / 10 ** places).toFixed(places)));
        isRightOrAsked(fileOf('area', cells, delimiter), 'area', meant);
      },
    ),
    { numRuns: 150 },
  );
});

const two = (number: number): string => String(number).padStart(2, '0');
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

type Day = { readonly year: number; readonly month: number; readonly day: number };
const dayStyles: readonly ((day: Day, isPadded: boolean) => string)[] = [
  ({ year, month, day }) => `${year}-${two(month)}-${two(day)}`,
  ({ year, month, day }, isPadded) => (isPadded ? `${year}/${two(month)}/${two(day)}` : `${year}/${month}/${day}`),
  ({ year, month, day }) => `${year}年${month}月${day}日`,
  ({ year, month, day }) => `${year}${two(month)}${two(day)}`,
  ({ year, month, day }) => `${year}-${two(month)}-${two(day)} 00:00:00`,
  ({ year, month, day }) => `${day}-${monthNames[month - 1]}-${year}`,
  ({ year, month, day }) => `${monthNames[month - 1]} ${day}, ${year}`,
  ({ year, month, day }, isPadded) => (isPadded ? `${two(day)}/${two(month)}/${year}` : `${day}/${month}/${year}`),
  ({ year, month, day }, isPadded) => (isPadded ? `${two(month)}/${two(day)}/${year}` : `${month}/${day}/${year}`),
  ({ year, month, day }) => `${two(day)}.${two(month)}.${year}`,
  ({ year, month, day }) => `${two(month)}-${two(day)}-${year}`,
  ({ year, month, day }) => String(dayNumber(year, month, day)),
];

/** The two whose slashes alone do not tell which is the day. */
const slashes = dayStyles.slice(7, 9);

test('days in any one way of writing are read right or asked about', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: dayNumber(1955, 1, 1), max: dayNumber(2060, 12, 31) }), {
        minLength: 1,
        maxLength: 6,
      }),
      fc.constantFrom(...dayStyles),
      fc.boolean(),
      fc.constantFrom(...delimiters),
      (days, style, isPadded, delimiter) => {
        const dates = days.map(calendarDate);
        const meant = dates.map(({ year, month, day }) => `${year}-${two(month)}-${two(day)}`);
        isRightOrAsked(
          fileOf(
            'opened_on',
            dates.map((date) => style(date, isPadded)),
            delimiter,
          ),
          'openedOn',
          meant,
        );
      },
    ),
    { numRuns: 200 },
  );
});

test('days of several sources in one column are read right or asked about, or refused by row', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.integer({ min: dayNumber(1955, 1, 1), max: dayNumber(2060, 12, 31) }),
          fc.constantFrom(...dayStyles),
        ),
        { minLength: 2, maxLength: 5 },
      ),
      (cells) => {
        // One order of two kinds of slashes is told by the other where that one is silent: nobody could know.
        const orders = new Set(cells.map(([, style]) => style).filter((style) => slashes.includes(style)));
        if (orders.size > 1) return;
        const dates = cells.map(([day]) => calendarDate(day));
        const file = fileOf(
          'opened_on',
          cells.map(([, style], index) => style(dates[index] ?? calendarDate(0), false)),
          '\t',
        );
        const { questions, records } = file.read(file.first);
        if (questions.length > 0) return;
        for (const { row, values } of records) {
          const { year, month, day } = dates[row - 2] ?? calendarDate(0);
          expect(values.openedOn).toBe(`${year}-${two(month)}-${two(day)}`);
        }
      },
    ),
    { numRuns: 200 },
  );
});

test('growth as a percentage, a bare figure or a fraction is read right or asked about', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -9000, max: 30_000 }), { minLength: 1, maxLength: 6 }),
      fc.constantFrom('%', ' %', 'bare', 'fraction'),
      (hundredths, style) => {
        const cells = hundredths.map((growth) => {
          if (style === 'fraction') return String(growth / 10_000);
          return style === 'bare' ? String(growth / 100) : `${growth / 100}${style}`;
        });
        // A fraction above 2 is what a bare percentage looks like: 2.5 is 2.5 %, as in the form.
        if (style === 'fraction' && hundredths.some((growth) => Math.abs(growth) > 20_000)) return;
        const meant = hundredths.map((growth) => Number((growth / 10_000).toPrecision(15)));
        isRightOrAsked(fileOf('growth', cells, ','), 'growth', meant);
      },
    ),
    { numRuns: 150 },
  );
});

test('any text is read without an error, and no row is in two records', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('storeId', '性质', '加盟', '"', '合计', '1.234', '')), {
          maxLength: 5,
        }),
        {
          maxLength: 8,
        },
      ),
      fc.constantFrom(...delimiters),
      (rows, delimiter) => {
        const file = opened(gridOfText(rows.map((row) => row.join(delimiter)).join('\n'), stores), stores);
        const { records } = file.read(file.first);
        expect(new Set(records.map(({ row }) => row)).size).toBe(records.length);
      },
    ),
    { numRuns: 200 },
  );
});
