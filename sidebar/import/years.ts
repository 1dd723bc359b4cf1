/** The years that a text speaks of, as calendar years. */
export interface SaidYears {
  /** What can be nothing else: `2026`, `26年`, `FY26/27`, `2026-27`, `’26`, `令和8年`. */
  readonly sure: readonly number[];
  /** What may be a year, or count something: `25/26`, `15年`. */
  readonly perhaps: readonly number[];
}

/** Numbers that stand as an id or a version, or count something, and the mark of a document: `编号2026`, `No. 2026`, `〔2026〕12号`. */
const noYears = [
  /(?:编号|编码|代码|单号|号码|文号|表号|序号|版本|电话|传真|№|#|(?<![a-z])(?:nos?|nr|id|code|tel|ver|version|v|ref)(?![a-z]))[\s:：.#№-]*[a-z]{0,4}-?\d[\d/-]*/g,
  /[〔[(（【]\d{4}[〕\])）】]\s*第?\s*\d+\s*号/g,
  /(?<!\d)\d{4}(?:号|家(?=店|门店)|[万亿]?元|[万亿])/g,
  /[¥￥$€£]\s*\d[\d.,]*/g,
  // What has stood for years, and weeks, pages and days.
  /(?:成立|开业|满|近|共|超|逾|第|周|week|w|pp?\.?|page)\s*\d\d(?:\s*[-–~至到]\s*\d\d)?(?!\d)/g,
  /(?<!\d)\d\d\s*年(?:[前来后间代老店]|以[上下内]|历史|经验|质保)/g,
  /(?<!\d)\d\d(?:\s*[-–~至到]\s*\d\d)?\s*(?:周(?!年)|页|日|天|家|号|店)/g,
  /(?:月|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?\s*\d\d\s*[-–~]\s*\d\d(?!\d)/g,
] as const;

/** Years counted from the beginning of a reign or a republic, and what is added to them. */
const eras: readonly (readonly [pattern: RegExp, add: number])[] = [
  [/令和\s*(\d{1,2})\s*年/g, 2018],
  [/平成\s*(\d{1,2})\s*年/g, 1988],
  [/(?:民国|民國)\s*(\d{2,3})\s*年/g, 1911],
  // Of three digits only these are near.
  [/(?<!\d)(1[12]\d)\s*年/g, 1911],
  [/พ\.?ศ\.?\s*(25\d\d)/g, -543],
];

const between = '\\s*[-/–—~～至到、和与及&]\\s*';
const pairs = {
  /** `2026-27`, `FY2026/27`, whose second part is no month. */
  whole: new RegExp(`(?<!\\d)(20\\d\\d)${between}(\\d\\d)(?!\\d)`, 'g'),
  /** `26-27年`, `FY26/27`. */
  short: new RegExp(`(?<![\\d.])(\\d\\d)${between}(\\d\\d)\\s*(?:财年|年度?)`, 'g'),
  fiscal: new RegExp(`(?<![a-z])(?:fy|cy)\\s*['’‘]?(\\d\\d)(?:${between}['’‘]?(\\d\\d))?(?!\\d)`, 'g'),
  /** `25/26` and nothing that says so. */
  bare: /(?<![\d./年月-])(\d\d)\s*[-/–]\s*(\d\d)(?![\d./-])/g,
} as const;

const fourDigits = /(?<!\d)((?:19|20)\d\d)(?!\d)/g;
const twoDigits = /(?<![\d.])(\d\d)\s*(?:财年|年度?)/g;
const apostrophe = /(?<![\d\p{L}])['’‘](\d\d)(?!\d)/gu;

/** Plans are of these years: two digits of others may be something else. */
const isNear = (year: number): boolean => year >= 2020 && year < 2040;

/** Words for a year that need not be the calendar's. */
export const fiscal = /(?:^|[^a-z])fy|财年|财务年|会计年|年度|fiscal|financial/;

const nothing: SaidYears = { sure: [], perhaps: [] };

/** No title is longer: what is, is a cell of a record, or worse. */
const longest = 500;

/** The years that a text in narrow letters speaks of, whole or of two digits, alone or two in a row. */
export function yearsIn(text: string): SaidYears {
  if (!/\d/.test(text)) return nothing;
  const sure = new Set<number>();
  const perhaps = new Set<number>();
  let rest = text.slice(0, longest).toLowerCase();
  const take = (pattern: RegExp, read: (parts: readonly string[]) => readonly number[] | undefined): void => {
    rest = rest.replace(pattern, (whole: string, ...parts: readonly unknown[]) => {
      const years = read(parts.flatMap((part) => (typeof part === 'string' && /^\d+$/.test(part) ? [part] : [])));
      for (const year of years ?? []) sure.add(year);
      return years ? ' ' : whole;
    });
  };
  for (const pattern of noYears) rest = rest.replace(pattern, ' ');
  for (const [pattern, add] of eras) take(pattern, ([year]) => (year === undefined ? undefined : [Number(year) + add]));
  const two = ([first = '', second]: readonly string[]): readonly number[] | undefined => {
    const from = Number(first) + (first.length === 2 ? 2000 : 0);
    if (second === undefined) return [from];
    const to = 2000 + Number(second);
    return to > from && to - from < 10 && isNear(to) ? [from, to] : undefined;
  };
  take(pairs.whole, two);
  take(pairs.short, two);
  take(pairs.fiscal, two);
  take(fourDigits, ([year]) => [Number(year)]);
  take(apostrophe, two);
  rest = rest.replace(twoDigits, (whole, digits: string) => {
    const year = 2000 + Number(digits);
    if (isNear(year)) sure.add(year);
    else if (year >= 2010 && year < 2050) perhaps.add(year);
    else return whole;
    return ' ';
  });
  for (const [, first = '', second = ''] of rest.matchAll(pairs.bare)) {
    const from = 2000 + Number(first);
    if (Number(second) !== Number(first) + 1 || !isNear(from)) continue;
    perhaps.add(from).add(from + 1);
  }
  return { sure: [...sure], perhaps: [...perhaps] };
}
