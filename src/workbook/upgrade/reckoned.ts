import type { Formula } from '../../model/field';
import type { Step } from './step';

const listed = 'COUNTA({stores.storeId})>0';
const fromList = (figure: string): Formula => [`IF(${listed},${figure},"")`, '""'];

/** Last year's figures of an ownership as they were, without a look at the months of stores with sales. */
const lastYear: Readonly<Record<string, (ownership: string) => string>> = {
  lastYearSales: (own) => `SUMIFS({stores.lastYearSales},{stores.ownership},${own})`,
  storeCount: (own) => `COUNTIFS({stores.ownership},${own},{stores.lastYearSales},"<>")`,
  avgMonths: (own) =>
    `IF({storeCount}=0,"",SUMIFS({stores.lastYearMonths},{stores.ownership},${own},{stores.lastYearSales},"<>")/{storeCount})`,
};

/** What was reached of a store's target by the end of a month, its months weighed by season and open days alone. */
function reached(month: number): string {
  if (month === 0) return '0';
  const gone = month === 12 ? '{settings.seasonTotal}' : `{settings.seasonBefore.${month + 1}}`;
  const own = `MAX(0,MIN(${gone},{weightTo})-{weightFrom})/({weightTo}-{weightFrom})`;
  return `ROUND(ROUND({finalTarget}/{settings.roundingUnit},6)*${own},0)*{settings.roundingUnit}`;
}

const monthOf = (month: number): Formula =>
  `IF(COUNT({finalTarget},{weightFrom},{weightTo})<3,"",IF({weightTo}-{weightFrom}<=0,0,${reached(month)}-${reached(month - 1)}))`;

/**
 * A store's months add up to whatever was agreed, a new one's follow the ramp; sales without months are in no baseline.
 */
export const reckoned: Step = {
  notes: [
    'Young: under 3 months last year. Weak: below the weak-store line. Missing sales: open last year, no sales entered.',
    'Monthly baseline × (1 + growth) × operating months this year.',
    'The final target spread by season index × open share of the month, in rounding units. May be typed over.',
    '次新店：去年营业不足 3 个月。弱店：低于弱店线。缺业绩：去年营业但未填业绩。',
    '月均×(1+增长)×今年营业月。',
    '最终目标按季节指数×当月营业比例分摊，按取整单位取整。可改写。',
  ],
  former: [
    ...['franchised', 'selfOperated'].flatMap((row) =>
      Object.entries(lastYear).map(([column, figure]) => ({
        tab: 'baseline',
        row,
        column,
        contents: [{ formula: fromList(figure(`{list.ownership.${row}}`)) }],
      })),
    ),
    ...Array.from({ length: 12 }, (_, index) => ({
      tab: 'stores',
      column: `months.${index + 1}`,
      contents: [{ formula: monthOf(index + 1) }],
    })),
  ],
};
