import { festivalDaysOfYear, firstFestivalYear, usualWindows } from '../../maths/festival';
import { blankIf, firstOf } from '../../model/formulas';

/** January to March, the months within which Spring Festival moves sales. */
export const quarter = [1, 2, 3] as const;

const firstMonth = 'SUM({settings.firstMonth})';

/** Which month of the calendar a month of the plan year is, and the other way round. */
export const calendarMonth = (month: number): string => `MOD(${firstMonth}+${month - 2},12)+1`;
const planMonth = (calendar: number): string => `MOD(${calendar}-${firstMonth},12)+1`;

const twelve = Array.from({ length: 12 }, (_, index) => index + 1);

/** A figure of a month of the calendar, of twelve cells by months of the plan year. */
export const inMonth = (calendar: number, figure: (month: number) => string): string =>
  `CHOOSE(${planMonth(calendar)},${twelve.map(figure).join(',')})`;

/** The calendar year in which a plan year, named by its first month, has a month of the calendar. */
const calendarYear = (year: string, month: number): string => `(${year}+(${month}<${firstMonth})*1)`;

/** The first day of Spring Festival in the year in which a plan year has that month; blank where it is not known. */
export function newYearFormula(year: string, month: number, known = year): string {
  const of = calendarYear(year, month);
  const last = firstFestivalYear + festivalDaysOfYear.length - 1;
  const day = `CHOOSE(${of}-${firstFestivalYear - 1},${festivalDaysOfYear.join(',')})`;
  return blankIf(`COUNT(${known})=0`, blankIf(`OR(${of}<${firstFestivalYear},${of}>${last})`, `DATE(${of},1,${day})`));
}

/** What the days of a month weigh, those of the windows around Spring Festival by their factors. */
export function weighedDays(year: string, month: number, newYear = `{newYear.${month}}`): string {
  const first = `DATE(${calendarYear(year, month)},${month},1)`;
  const last = `EOMONTH(${first},0)`;
  const moved = usualWindows.map((_, index) => {
    const of = (field: string): string => `SUM({settings.${field}.${index + 1}})`;
    const from = `MAX(${first},${newYear}+${of('windowFrom')})`;
    const through = `MIN(${last},${newYear}+${of('windowThrough')})`;
    return `(${of('windowFactor')}-1)*MAX(0,${through}-${from}+1)`;
  });
  return blankIf(`COUNT(${newYear})=0`, `DAY(${last})+${moved.join('+')}`);
}

const known = 'COUNTIF({history.toIndex},">0")';

/** Why the index does not look at Spring Festival, by number: 0 not asked to, 1 it does. */
export const reasons = { off: 0, aware: 1, noHistory: 2, unknown: 3, windows: 4 } as const;

/** The windows are numbers, weigh something and do not overlap. */
const areWindowsWrong = `OR(COUNT({windowFrom},{windowThrough},{windowFactor})<${3 * usualWindows.length},MIN({windowFactor})<=0,{windowFrom.2}<={windowThrough.1},{windowFrom.3}<={windowThrough.2})`;

/** Whether the index looks at Spring Festival, or why not. */
export const awareFormula: readonly string[] = [
  firstOf(
    [
      ['NOT({festival}=TRUE)', String(reasons.off)],
      [areWindowsWrong, String(reasons.windows)],
      [`${known}=0`, String(reasons.noHistory)],
      ['OR(COUNT({newYear})<3,SUMPRODUCT(({history.toIndex}>0)*({history.dated}=0))>0)', String(reasons.unknown)],
    ],
    String(reasons.aware),
  ),
  String(reasons.off),
];

/** What is said of it, in words of a language. */
export const basisFormula = (words: Readonly<Record<keyof typeof reasons, string>>): string =>
  firstOf(
    (['aware', 'noHistory', 'unknown', 'windows'] as const).map((reason) => [
      `{aware}=${reasons[reason]}`,
      `"${words[reason]}"`,
    ]),
    `"${words.off}"`,
  );

/** A month's share of its year × 12, averaged over the years; of January to March, and of any by the plan year's months. */
export const shareFormula = (calendar: number): readonly string[] => [
  `IF(${known}=0,1,SUMPRODUCT({history.quarter.${calendar}},{history.toIndex})/${known})`,
  '1',
];
export const plainFormula = (month: number): readonly string[] => {
  const calendar = calendarMonth(month);
  const other = `IF(${known}=0,1,SUMPRODUCT({history.months.${month}},{history.toIndex})/${known})`;
  return [`CHOOSE(MIN(4,${calendar}),${quarter.map((one) => `{quarterShare.${one}}`).join(',')},${other})`, '1'];
};

/** The index of January to March laid out by weighed days: what the three add up to stays. */
export const quarterFormula = (month: number): readonly string[] => {
  const moved = (one: number): string => `SUM({history.perDay.${one}})*SUM({quarterDays.${one}})`;
  const all = quarter.map(moved).join('+');
  return [
    blankIf(
      `{aware}<>${reasons.aware}`,
      `IF(${all}=0,{quarterShare.${month}},${moved(month)}*SUM({quarterShare})/(${all}))`,
    ),
    '""',
  ];
};

const isFollowed = `OR({aware}=${reasons.aware},{aware}=${reasons.noHistory})`;

/** The factor of a window where the festival is followed, with a history or without. */
export const factorFormula = (window: number): string => `IF(${isFollowed},{windowFactor.${window}},1)`;

/** How last year’s sales of a month weigh this year where the festival is followed: its days now against those then. */
export const shiftFormula = (month: number): string => {
  const then = weighedDays('({planYear}-1)', month, `{lastNewYear.${month}}`);
  return `IF(COUNT({newYear.${month}},{lastNewYear.${month}})<2,1,IF(${isFollowed},{quarterDays.${month}}/${then},1))`;
};

/** The index that the plan uses. */
export const seasonFormula = (month: number): string => {
  const calendar = calendarMonth(month);
  const first = quarter.map((one) => `{quarterIndex.${one}}`).join(',');
  return `IF(AND({aware}=${reasons.aware},${calendar}<=3),CHOOSE(MIN(3,${calendar}),${first}),{plainIndex.${month}})`;
};

const isWhole = 'COUNT({months})=12';
const monthOf = (calendar: number): string => inMonth(calendar, (month) => `SUM({months.${month}})`);
const counted = (calendar: number): string => inMonth(calendar, (month) => `COUNT({months.${month}})`);

/**
 * 12 ÷ the year's sales, which turns a month's into its index; 0 for a year that is not ticked, or lacks months. January
 * and February may be one figure, where they follow each other.
 */
export const toIndexFormula = `IF(AND({takesPart}=TRUE,SUM({months})>0,OR(${isWhole},AND({together}=TRUE,COUNT({months})=11,${firstMonth}<>2,${counted(1)}+${counted(2)}=1))),12/SUM({months}),0)`;

const weight = (month: number): string => `IF(SUM({settings.aware})=${reasons.aware},{weighed.${month}},1)`;

/** What a day of January, or February, sold of its year, where each is known by itself. */
export const ownPerDay = (month: number): string =>
  `IF(AND(${isWhole},{toIndex}>0),${monthOf(month)}*{toIndex}/${weight(month)},0)`;

/** What January to March sold: of two in one figure each its part, as the other years sold. */
export const quarterSales = (month: number): string => {
  if (month === 3) return monthOf(month);
  const part = (one: number): string =>
    `IF(SUM({history.ownPerDay})>0,SUM({history.ownPerDay.${one}}),1)*${weight(one)}`;
  const both = `(${monthOf(1)}+${monthOf(2)})`;
  return `IF(OR(${isWhole},{toIndex}=0),${monthOf(month)},${both}*${part(month)}/(${part(1)}+${part(2)}))`;
};

/** What a weighed day of the month sold of its year. */
export const perDay = (month: number): string =>
  `IF(OR({toIndex}=0,SUM({settings.aware})<>${reasons.aware}),0,{quarter.${month}}*{toIndex}/{weighed.${month}})`;
