import { monthNamed as monthElsewhere } from '../../src/model/written/day';

/** A month of a year, or what is made of several: a quarter, a half, a whole year. */
export interface Period {
  /** As the text has it: a calendar year, or a fiscal one. */
  readonly year: number;
  /** The first month, 1–12; undefined of a whole year. */
  readonly month: number | undefined;
  /** How many months it has. */
  readonly months: 1 | 3 | 6 | 12;
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const fullNames = /^(january|february|march|april|may|june|july|august|september|sept|october|november|december)$/;
const hanMonths = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** The calendar month of a name without its year: `3月`, `三月`, `mar`, `march`. */
export function monthNamed(name: string): number | undefined {
  const [, digits] = /^0?(\d{1,2})月份?$/.exec(name) ?? [];
  if (digits !== undefined && Number(digits) >= 1 && Number(digits) <= 12) return Number(digits);
  if (/^元月份?$/.test(name)) return 1;
  const [, han] = /^([一二三四五六七八九十]{1,2})月份?$/.exec(name) ?? [];
  if (han !== undefined) return hanMonths.indexOf(han) + 1 || undefined;
  const short = fullNames.test(name) ? name.slice(0, 3) : name;
  return monthNames.indexOf(short) + 1 || undefined;
}

/** What heads a column of months: `3` in it is March. */
export const monthHeads =
  /^(?:月|月份|month|fiscal ?month|month ?(?:name|no\.?|number)|mes|mês|mois|monat|maand|mese|месяц|월|tháng)$/i;

/** What stands between the first and the last of several months: `1-2月`, `1月+2月`, `Jan/Feb`. */
const between = '(?:\\s*(?:[-~/+&、,]|至|到|和|与|及)\\s*|\\s+(?:to|through|and|und|bis|et)\\s+)';
const spans = [
  new RegExp(`^0?(\\d{1,2})月?份?${between}0?(\\d{1,2})月份?$`),
  new RegExp(`^([一二三四五六七八九十]{1,2})月?份?${between}([一二三四五六七八九十]{1,2})月份?$`),
  /^(一)(二)月份?$/,
  new RegExp(`^([a-z]{3,9})\\.?${between}([a-z]{3,9})\\.?$`),
];

/** The first and the last calendar month of a name of several, without its year: `1-2月`, `一二月`, `jan-feb`. */
export function monthsNamed(name: string): readonly [first: number, last: number] | undefined {
  for (const pattern of spans) {
    const [, one = '', other = ''] = pattern.exec(name) ?? [];
    const [first, last] = [one, other].map((text) => monthNamed(/[a-z]/.test(text) ? text : `${text}月`));
    if (first !== undefined && last !== undefined && first < last && last - first < 11) return [first, last];
  }
  const [, quarter] = /^(?:q|第?)([1-4一二三四])(?:季度?)?$/.exec(name) ?? [];
  if (quarter !== undefined && /q|季/.test(name)) {
    const at = (hanMonths.indexOf(quarter) + 1 || Number(quarter)) * 3;
    return [at - 2, at];
  }
  if (/^(?:h1|上半年)$/.test(name)) return [1, 6];
  return /^(?:h2|下半年)$/.test(name) ? [7, 12] : undefined;
}

const yearOf = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits));

type Way = readonly [pattern: RegExp, read: (first: string, second: string) => Period | undefined];

const monthOf = (year: string, month: number | undefined): Period | undefined =>
  month === undefined ? undefined : { year: yearOf(year), month, months: 1 };
const quarterOf = (year: string, quarter: string): Period => {
  const number = hanMonths.indexOf(quarter) + 1 || Number(quarter);
  return { year: yearOf(year), month: number * 3 - 2, months: 3 };
};
const halfOf = (year: string, half: string): Period => {
  return { year: yearOf(year), month: half === '1' || half === '上' ? 1 : 7, months: 6 };
};
const wholeOf = (year: string): Period => ({ year: yearOf(year), month: undefined, months: 12 });

/** How periods are written: in small letters, narrow digits. */
const ways: readonly Way[] = [
  // What a spreadsheet has made of `2026年3月`: the first of it.
  [/^(20\d\d)-(0[1-9]|1[0-2])-01$/, (year, month) => monthOf(year, Number(month))],
  [/^(20\d\d)\s*[-/.年]?\s*(0?[1-9]|1[0-2])\s*月?份?$/, (year, month) => monthOf(year, Number(month))],
  [/^(2\d|3\d)\s*年\s*(0?[1-9]|1[0-2])\s*月份?$/, (year, month) => monthOf(year, Number(month))],
  // As statistics have it: `2026M01`.
  [/^(20\d\d|[23]\d)[-\s.]*m(0?[1-9]|1[0-2])$/, (year, month) => monthOf(year, Number(month))],
  [/^m(0?[1-9]|1[0-2])[-\s./]*(20\d\d)$/, (month, year) => monthOf(year, Number(month))],
  [/^(0?[1-9]|1[0-2])\s*(?:[-/.]|月份?\s*[-/.]?)\s*(20\d\d)年?$/, (month, year) => monthOf(year, Number(month))],
  [/^(0?[1-9]|1[0-2])\s*月份?\s*[-/.]?\s*([23]\d)年$/, (month, year) => monthOf(year, Number(month))],
  [/^(20\d\d|[23]\d)年?\s*([元一二三四五六七八九十]{1,2}月份?)$/, (year, name) => monthOf(year, monthNamed(name))],
  [
    /^(\p{L}{3,10})\.?[-\s.,'’/]*(20\d\d|\d\d)$/u,
    (name, year) => monthOf(year, monthNamed(name) ?? monthElsewhere(name)),
  ],
  [/^(20\d\d)[-\s./]*(\p{L}{3,10})\.?$/u, (year, name) => monthOf(year, monthNamed(name) ?? monthElsewhere(name))],
  [/^(20\d\d|[23]\d(?=年))年?[-\s./]*q([1-4])$/, quarterOf],
  [/^(20\d\d|[23]\d(?=年))年?[-\s]*第?([1-4一二三四])季度?$/, quarterOf],
  [/^([23]\d)[-\s./'’]*q([1-4])$/, quarterOf],
  [/^q([1-4])[-\s./'’]*(20\d\d|\d\d)$/, (quarter, year) => quarterOf(year, quarter)],
  [/^([1-4])q[-\s./'’]*(20\d\d|\d\d)$/, (quarter, year) => quarterOf(year, quarter)],
  [/^(20\d\d|[23]\d(?=年))年?(上|下)半年$/, halfOf],
  [/^(20\d\d)[-\s./]*h([12])$/, halfOf],
  [/^h([12])[-\s./'’]*(20\d\d|\d\d)$/, (half, year) => halfOf(year, half)],
  [/^(?:fy|cy|year)?[-\s]*(20\d\d)\s*(?:财?年度?)?$/, wholeOf],
  [/^fy[-\s'’]*(\d\d)$/, wholeOf],
  [/^([23]\d)\s*(?:财年|年度?)$/, wholeOf],
];

/** The period that a text in small letters names and nothing else: `2026-03`, `Mar-26`, `2026年3月`, `2026 Q4`, `FY2026`. */
export function periodIn(text: string): Period | undefined {
  for (const [pattern, read] of ways) {
    const [, first = '', second = ''] = pattern.exec(text) ?? [];
    const period = first === '' ? undefined : read(first, second);
    if (period) return period;
  }
  return undefined;
}
