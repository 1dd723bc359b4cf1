import { narrow } from '../../src/model/written/narrow';
import { cellText, isBlank } from './cell';
import type { Row } from './grid';
import { lastYear } from './heading';
import type { Table } from './table';
import type { Target } from './target';
import { fiscal, yearsIn } from './years';

/** Which year months are of that name none, as far as years that stand elsewhere tell. */
export interface TitleYear {
  /** The years that are spoken of, the earliest first. */
  readonly named: readonly number[];
  /** The year that it is where it is none of the plan's, the latest of several. */
  readonly year: number | undefined;
  /** It is the plan's year alone, and not said to be a fiscal one: months before its first may be of the calendar year. */
  readonly isCalendar?: boolean;
  /** Only a person knows: the plan's year is spoken of beside others, or what may be years. */
  readonly isUnsure: boolean;
}

const nothing: TitleYear = { named: [], year: undefined, isUnsure: false };

/**
 * What years say, once they are spoken of. Where the year does not start with the calendar's, the plan's and the next are its
 * own together.
 */
export function yearOfAll(years: readonly number[], { tab, planYear, firstMonth }: Target): TitleYear {
  if (planYear === undefined || tab.pastYears !== undefined || years.length === 0) return nothing;
  const named = [...new Set(years)].sort((one, other) => one - other);
  const isOwn = (year: number): boolean => year === planYear || (firstMonth !== 1 && year === planYear + 1);
  // The last months of the plan's year are of the next calendar year.
  if (!named.includes(planYear) && firstMonth !== 1 && named.includes(planYear + 1))
    return { named, year: undefined, isUnsure: true };
  if (!named.includes(planYear)) return { named, year: named[named.length - 1], isUnsure: false };
  return { named, year: undefined, isUnsure: !named.every(isOwn) };
}

/** Days, and when a list was printed, speak of no months. */
const days = /(?:19|20)?\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}日?/g;
const printed =
  /(?:日期|时间|date|printed|generated|exported|created|as of)\s*[:：]?\s*(?:(?:19|20)\d\d|\d\d(?=\s*[-/.年]))\S*/gi;

/** The lines above a table, whole. */
const lineOf = ({ cells }: Row): string =>
  narrow(
    [...new Set(cells.filter((cell) => !isBlank(cell)).map((cell) => cellText(cell).trim()))].join(' '),
  ).toLowerCase();

/** What the lines above a table say of the year of its months. */
export function titleYear({ above }: Table, target: Target): TitleYear {
  const { tab, planYear } = target;
  const [sure, perhaps]: [number[], number[]] = [[], []];
  for (const row of above) {
    const line = lineOf(row).replace(days, ' ').replace(printed, ' ');
    const said = yearsIn(line);
    sure.push(...said.sure);
    perhaps.push(...said.perhaps);
    if (planYear !== undefined && !tab.sold?.isLastYear && lastYear.test(line)) sure.push(planYear - 1);
  }
  if (sure.length > 0) {
    const said = yearOfAll(sure, target);
    const isFiscal = above.some((row) => fiscal.test(lineOf(row)));
    return { ...said, isCalendar: said.named.length === 1 && said.named[0] === planYear && !isFiscal };
  }
  const { named, year, isUnsure } = yearOfAll(perhaps, target);
  return { named, year: undefined, isUnsure: isUnsure || year !== undefined };
}
