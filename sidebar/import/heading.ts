import { folded } from '../../src/model/parse';
import { anyCurrency, type Currencies, currencyIn, currencyOfUnit } from '../../src/model/written/currency';
import { narrow } from '../../src/model/written/narrow';
import { factorIn, metresIn } from '../../src/model/written/units';
import { monthNamed, monthsNamed, periodIn } from './period';
import { fiscal, yearsIn } from './years';

/** What a header says besides the name of its column. */
export interface Heading {
  /** As it stands in the file, on one line. */
  readonly text: string;
  /** Its name as names are compared, without unit and year. */
  readonly name: string;
  /** What money counts in: 10,000 for 万元. */
  readonly factor: number | undefined;
  /** The currencies that its unit can mean, where it names one. */
  readonly currency: Currencies | undefined;
  /** Square metres in the unit of an area. */
  readonly metres: number | undefined;
  /** The calendar year that it names; or last year, this year, the year before last, in words. */
  readonly year: number | 'last' | 'this' | 'before' | undefined;
  /** The years that it names, where they are several: which one is meant it does not say. */
  readonly years?: readonly number[];
  /** What stands above it for several columns; '' for nothing. */
  readonly group: string;
  /** What is left of it without its unit and words for figures, in small narrow letters: `26.1` of `26.1 销售额(万元)`. */
  readonly core: string;
  /** The calendar month that it names, 1–12. */
  readonly month: number | undefined;
  /** The months that it may name, which nothing beside it tells. */
  readonly perhaps?: readonly PerhapsMonth[];
  /** The first and the last calendar month, where it names several in one figure: `1-2月`. */
  readonly span: readonly [first: number, last: number] | undefined;
  /** Which part of what stands below is the month's, where a figure of several was parted: from and to a share of it. */
  readonly share?: { readonly from: number; readonly to: number };
  /** It names a month of a calendar year, as one date: `2026-03`. */
  readonly isDated: boolean;
  /** It speaks of targets. */
  readonly isTarget: boolean;
  /** It speaks of what was sold, against what was to be. */
  readonly isActual: boolean;
}

/** A month that a header may name, of a year that it may name too. */
export interface PerhapsMonth {
  readonly year: number | undefined;
  readonly month: number;
}

/** Words for last year, by which a line may speak of it beside a year in figures. */
export const lastYear = /去年|上年|上一年|last year|prior year|previous year|\bly\b/i;

const years: readonly (readonly [RegExp, 'last' | 'this' | 'before'])[] = [
  [/前年|year before last/, 'before'],
  [lastYear, 'last'],
  [/今年|本年|当年|this year|current year|\bytd\b/, 'this'],
];

/** `2026-03`, `202603`, `2026年3月`, `Mar-26` as a month of a year. */
function datedMonth(text: string): { readonly year: number; readonly month: number } | undefined {
  const period = periodIn(text);
  return period?.months === 1 && period.month !== undefined ? { year: period.year, month: period.month } : undefined;
}

/** `2026 Q1`, `2026年上半年` as the months of a calendar year. */
function severalIn(text: string): { readonly year: number; readonly span: readonly [number, number] } | undefined {
  const { year = 0, month, months = 1 } = periodIn(text) ?? {};
  return month === undefined || months === 1 ? undefined : { year, span: [month, month + months - 1] };
}

/** `1月` beside `26年`, or nothing beside `Jan 2026`, as a month of a year. */
function bracketedMonth(core: string, within: string): ReturnType<typeof datedMonth> {
  if (core === '') return datedMonth(within);
  const [month, year] = [monthNamed(core), periodIn(within)];
  return month !== undefined && year?.months === 12 ? { year: year.year, month } : undefined;
}

/** The month of a name without its year: `1月销售`, `实际1月`, `Sales (Jan)`. */
function monthIn(plain: string, within: string): number | undefined {
  return (
    monthNamed(foldedHeader(plain.replace(behindHan, '$1'))) ??
    monthNamed(foldedHeader(coreOf(plain))) ??
    (coreOf(plain) === '' ? monthNamed(within) : undefined)
  );
}

const bracketed = /\s*[([{【〔]([^()[\]{}【】〔〕]*)[)\]}】〕]\s*/g;
/** What forms put beside a header: `编号(必填)`, `*店名`, `Franchised?`. */
const demands =
  /[([{【〔]\s*(?:必填|必填项|必录|选填|可选|非必填|required|mandatory|optional)\s*[)\]}】〕]|^\s*[*＊]+|[*＊?]+\s*$/g;
/** A unit behind the name without brackets: `销售额/万元`, `Sales, k`, `销售额万元`. */
const trailing = /^(.+?)[\s]*[/,:：_|-][\s]*([^/,:：_|-]+)$/;
const inCurrency = new RegExp(`^(.+?)\\s+(?:in\\s+)?(${anyCurrency.source})$`);
/** `Sales '000`, `Sales $000`. */
const thousands = /^(.*\p{L})\s*([$¥￥€£]?['’]?000s?)$/u;
const attached = /^(.+[^万千百亿\s])((?:亿|百万|万|千)元?|元)$/;

/** A header as headers are compared; what parts two figures stays, so that `1-2月` is not `12月`. */
export const foldedHeader = (header: string): string =>
  folded(narrow(header).replace(/(\d)[\s_.\-‐-―−]+(?=\d)/g, '$1/'));

/** What people write beside a month: `3月销售额`, `Mar actual`, `Sales Mar`. */
const hanFigure =
  '(?:销售(?:额|金额|收入)?|业绩|营业(?:额|收入)|完成额?|实际|实绩|实销|实收|流水|营收|目标|计划|预算|含税|不含税)';
const behindHan = new RegExp(`(月)(?:份)?${hanFigure}+$`);
const behindMonth = new RegExp(`(月)(?:份)?(?:累计|合计|合并)?${hanFigure}*$`);
const latinFigure = '(?:actuals?|net|gross|sales|revenue|turnover|targets?|plan|budget)';
const besideLatin = new RegExp(`(?:[\\s_:/-]+${latinFigure})+$|^(?:${latinFigure}[\\s_:/-]+)+`, 'g');
const besideHan = new RegExp(`[\\s_:/-]*${hanFigure}+$|^${hanFigure}+[\\s_:/-]*`, 'g');
/** What a pivot table puts before its figures; what it counts is none. */
const ofPivot = /^(?:求和项\s*[:：]\s*|sum of\s+)/;

/** A name without the words that say which figure it is, from either end. */
function coreOf(name: string): string {
  const core = name.replace(besideHan, '').replace(besideLatin, '').trim();
  return isFigure.test(core) ? '' : core;
}

/** A header that says which figure it is and not of what: `实际` below `3月`. */
const isFigure = new RegExp(`^(?:${hanFigure}|${latinFigure}|\\s)+$`);

/** A year of two digits before or behind the name: `26年销售额`, `FY26 sales`, `Sales '26`. */
const shortYear =
  /(^|[^\d\p{L}])(?:(?:fy|cy)[\s'’‘]*[23]\d|['’‘][23]\d|[23]\d\s*(?:财年|年度?)(?!\s*[-/~至到和与及、]))(?!\d)/u;

type YearSaid = Pick<Heading, 'year' | 'years'>;

/** The year that a text names, or the years; in words where it names none. */
function yearOf(text: string): YearSaid {
  const { sure } = yearsIn(text);
  const [year, ...more] = sure;
  if (more.length > 0) return { year: undefined, years: sure };
  return { year: year ?? years.find(([pattern]) => pattern.test(text))?.[1] };
}

const saysYear = ({ year, years: several }: YearSaid): boolean => year !== undefined || several !== undefined;

/** A header taken apart; `group` is what stands above it for several columns. */
export function headingOf(cell: string, group = ''): Heading {
  // What a spreadsheet writes around a text that is no number or date: `'2027-01`, `="2027-01"`.
  const text = cell
    .replace(/^\s*="([^"]*)"\s*$/, '$1')
    .replace(/^\s*['’‘](?=(?:19|20)\d\d)/, '')
    .replace(/\s*\n\s*/g, /\p{Script=Han}/u.test(cell) ? '' : ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const whole = narrow(text.replace(/\n/g, ' ')).toLowerCase().replace(ofPivot, '');
  let [factor, metres]: [number | undefined, number | undefined] = [undefined, undefined];
  let currency: Currencies | undefined;
  const note = (words: string): boolean => {
    const [money, area] = [factorIn(words), metresIn(words)];
    factor ??= money;
    metres ??= area;
    if (money !== undefined) currency ??= currencyOfUnit(words);
    return money !== undefined || area !== undefined || /^[%％]$/.test(words.trim());
  };
  const outside = coreOf(whole.replace(demands, ' ').replace(bracketed, ' ').trim());
  const isMonthOrNone = outside === '' || monthNamed(outside) !== undefined || periodIn(outside)?.months === 1;
  let within = '';
  let name = whole
    .replace(demands, ' ')
    .replace(bracketed, (part, inner: string) => {
      if (note(inner)) return ' ';
      const core = coreOf(inner.trim());
      // What says a month, or its year, or which figure of it: `1月销售(26年)`, `Net sales (Jan 2026)`, `1月(含税)`.
      if (!isMonthOrNone || !(core === '' || periodIn(core) || monthNamed(core))) return part;
      if (core !== '') within = core;
      return ' ';
    })
    .trim();
  const [, before, behind] = trailing.exec(name) ?? [];
  if (before !== undefined && behind !== undefined && behind !== '' && note(behind)) name = before.trim();
  const [, amount, mark] = inCurrency.exec(name) ?? [];
  if (amount !== undefined && mark !== undefined && factor === undefined)
    [name, factor, currency] = [amount, 1, currencyIn(mark)];
  const [, stem, unit] = thousands.exec(name) ?? attached.exec(name) ?? [];
  if (stem !== undefined && unit !== undefined && factor === undefined && note(unit)) name = stem.trim();
  if (group !== '' && factor === undefined && metres === undefined) {
    const above = headingOf(group);
    factor = above.factor;
    currency ??= above.currency;
  }
  const period = severalIn(name);
  const core = coreOf(name);
  const dated = datedMonth(core) ?? bracketedMonth(core, within);
  const over = narrow(group).toLowerCase();
  const of = `${over} ${whole}`;
  // What a header says itself goes before what stands above it.
  const { year: told, years: several } = [`${name} ${within}`, over].map(yearOf).find(saysYear) ?? {};
  const year = dated?.year ?? period?.year ?? told;
  const bare = name
    .replace(/(^|\D)(?:19|20)\d\d(?=\D|$)\s*(?:财?年度?)?/, '$1 ')
    .replace(shortYear, '$1 ')
    .replace(/\bfy\b/, ' ')
    // All twelve months are the year.
    .replace(/(^|\D)0?1月?\s*[-~–—至到]\s*12月(?:份)?/, '$1 ')
    .replace(/^\s*(?:去年|上年|上一年|前年|今年|本年|当年)度?(?=.)|\b(?:last|prior|previous) year(?:['’]?s)?\b/, ' ')
    .trim();
  const plain = bare.replace(besideLatin, '').trim();
  const span = period?.span ?? monthsNamed(plain.replace(behindMonth, '$1').replace(/^[-.\s年]+/, ''));
  const above = group !== '' && isFigure.test(plain === '' ? name : plain) ? headingOf(group) : undefined;
  const own = span ? undefined : (dated?.month ?? monthIn(plain, within));
  const month = own ?? (span ? undefined : above?.month);
  // `2027年` above `1月` is January 2027, as in one text.
  const isBelowYear = month !== undefined && typeof yearOf(over).year === 'number' && yearOf(over).year === year;
  return {
    text,
    // What brackets say of a month is all of its name: `销售额(2026-01)` is not the year's.
    name: foldedHeader(within !== '' && month !== undefined ? whole : bare === '' ? name : bare),
    group,
    core: core === '' ? within : core,
    factor,
    currency,
    metres,
    year,
    ...(year === undefined && several && { years: several }),
    month,
    span,
    isDated:
      dated !== undefined ||
      (above?.isDated ?? false) ||
      (isBelowYear && !fiscal.test(over)) ||
      period !== undefined ||
      (span !== undefined && yearsIn(name).sure.length > 0),
    isTarget: /目标|计划|预算|target|plan\b|budget|goal/.test(of),
    isActual: /实际|实绩|实销|完成额|actual/.test(of),
  };
}

/** The year, counted as plans' years are, by the calendar year of their first month, that a header names. */
export function yearOfPlan({ year, month, span, isDated }: Heading, firstMonth: number): Heading['year'] {
  const first = month ?? span?.[0] ?? firstMonth;
  return isDated && typeof year === 'number' && first < firstMonth ? year - 1 : year;
}
