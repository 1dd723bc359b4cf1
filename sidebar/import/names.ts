import type { Field } from '../../src/model/field';
import { cellKeys } from '../../src/model/tab';
import { foldedHeader, type Heading } from './heading';
import { simplified } from './simplified';
import { labelOf, type Target } from './target';

/** A name as names are compared: in simplified characters. */
const folded = (text: string): string => simplified(foldedHeader(text));

/** How surely a name is a field's: its own id or label, another name for it, or one that could be another's. */
export type Sureness = 'own' | 'other' | 'vague';

export interface Named {
  readonly key: string;
  readonly how: Sureness;
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** What a year's periods are called by, of which twelve are its months. */
const periodNames = ['p', 'per', 'fp', 'period'] as const;

/** Whether a year has thirteen periods, none of which is a month. */
export const hasThirteen = (headings: readonly Heading[]): boolean =>
  headings.some((heading) => periodNumber(heading) === 13);

/** Which of a year's twelve periods a header names: 3 for `FY26 P3`; 13 where it is the last of thirteen. */
export function periodNumber({ name }: Heading): number | undefined {
  const [, digits] = periods.exec(name) ?? [];
  const number = Number(digits);
  return number >= 1 && number <= 13 ? number : undefined;
}
const periods = new RegExp(`^(?:${periodNames.join('|')})0?(\\d{1,2})$`);

/** What files put before the name of a thing of a store. */
const storeWords = /^(?:门店|店铺|专卖店|商店|网点|终端|store|shop|outlet|branch)(?:的)?/;

/** Finds the cell that a header names; each table builds its names once. */
export function namesOf(target: Target): (heading: Heading) => Named | undefined {
  const own = new Map<string, string>();
  for (const naming of [idNames, labelNames, shortNames]) {
    for (const field of target.tab.fields) {
      for (const [cell, key] of cellKeys(field).entries()) {
        for (const name of naming(field, cell, target)) {
          if (folded(name) !== '' && !own.has(folded(name))) own.set(folded(name), key);
        }
      }
    }
  }
  const other = new Map<string, string>();
  const vague = new Map<string, string>();
  for (const field of target.tab.fields) {
    const { names = [], vague: vagueNames = [], whether = {} } = target.names[field.id] ?? {};
    for (const name of [...names, ...Object.values(whether).flat()])
      if (!other.has(folded(name))) other.set(folded(name), field.id);
    for (const name of vagueNames) vague.set(folded(name), field.id);
  }
  const months = target.tab.fields.find(({ monthly }) => monthly);
  return (heading) => {
    const whole = folded(heading.text);
    if (heading.span && !own.has(whole))
      return months && !isOfOther(heading, target) ? spanOf(months, heading.span, target) : undefined;
    const isOfMonths = (found: string): boolean => months !== undefined && found.split('.')[0] === months.id;
    const key = (how: Sureness, found: string | undefined): Named | undefined => {
      if (found === undefined || !isOfYear(found, heading, target)) return undefined;
      return isOfMonths(found) && isOfOther(heading, target) ? undefined : { key: found, how };
    };
    const name = simplified(heading.name);
    return (
      key('own', own.get(whole)) ??
      key('own', own.get(name)) ??
      key('other', other.get(whole)) ??
      key('other', other.get(name)) ??
      key('other', other.get(name.replace(storeWords, '')) ?? own.get(name.replace(storeWords, ''))) ??
      (months && heading.month !== undefined && !isOfOther(heading, target)
        ? monthOf(months, heading.month, target)
        : undefined) ??
      key('vague', vague.get(name))
    );
  };
}

/** A figure of last year is not that of another year, nor a target. */
function isOfYear(key: string, { year, isTarget }: Heading, { names, planYear }: Target): boolean {
  if (!names[key]?.ofLastYear) return true;
  if (isTarget) return false;
  return typeof year === 'number'
    ? planYear === undefined || year === planYear - 1
    : year === undefined || year === 'last';
}

function monthOf(field: Field, month: number, { firstMonth }: Target): Named | undefined {
  const key = cellKeys(field)[(month - firstMonth + 12) % 12];
  return key === undefined ? undefined : { key, how: 'own' };
}

function idNames(field: Field, cell: number): readonly string[] {
  return [cellKeys(field)[cell] ?? field.id];
}

function labelNames(field: Field, cell: number, target: Target): readonly string[] {
  if (field.monthly) return monthLabels(cell, target.firstMonth);
  const { zh, en } = labelOf(field, target);
  return field.cells === undefined ? [zh, en] : [zh, en].map((label) => `${label} ${cell + 1}`);
}

/** To a table of what was sold targets are no figures, nor is what was sold to one of targets. */
const isOfOther = ({ isTarget, isActual }: Heading, { tab }: Target): boolean =>
  tab.sold || tab.pastYears ? isTarget && !isActual : isActual && !isTarget;

/** January and February in one figure stand in January, where a table can say so. */
function spanOf(field: Field, [first, last]: readonly [number, number], target: Target): Named | undefined {
  const isPair = first === 1 && last === 2;
  return isPair && target.tab.pastYears?.months === field.id ? monthOf(field, first, target) : undefined;
}

/** A month by its number in the plan year (`m01`, `month 1`, `第1月`) and by its name (`1月`, `Jan`). */
function monthLabels(cell: number, firstMonth: number): readonly string[] {
  const number = cell + 1;
  const padded = String(number).padStart(2, '0');
  const calendar = (firstMonth - 1 + cell) % 12;
  const name = monthNames[calendar] ?? '';
  return [
    `m${number}`,
    `m${padded}`,
    `month ${number}`,
    `month ${padded}`,
    `第${number}月`,
    ...periodNames.flatMap((name) => [`${name}${number}`, `${name}${padded}`]),
    `${calendar + 1}月`,
    `${String(calendar + 1).padStart(2, '0')}月`,
    name,
    name.slice(0, 3),
  ];
}

/** Labels without the unit in brackets at their end: `面积` for `面积(㎡)`. */
function shortNames(field: Field, _: number, target: Target): readonly string[] {
  if (field.cells !== undefined) return [];
  const { zh, en } = labelOf(field, target);
  return [zh, en].map((label) => label.replace(/\s*[(（][^()（）]*[)）]$/, ''));
}
