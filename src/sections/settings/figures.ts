import { dayNumber, monthsLater } from '../../maths/day';
import { sum } from '../../maths/figure';
import {
  type FieldIds,
  type Figures,
  type Given,
  type Gives,
  type LivePart,
  number,
  numbers,
  type Row,
} from '../../model/live';
import { isoDate } from '../../model/value';
import type { en } from './text';

type Terms = FieldIds<(typeof en)['tabs']['settings']>;
type Year = FieldIds<(typeof en)['tabs']['history']>;

function termsFigures(_: unknown, { given }: { readonly given: Partial<Given> }): Figures<Terms> {
  const { yearStart } = given;
  if (yearStart === undefined) return { yearStart: null, yearEnd: null };
  return { yearStart: isoDate(yearStart), yearEnd: isoDate(monthsLater(yearStart, 12) - 1) };
}

const needs = [
  'planYear',
  'firstMonth',
  'seasonIndex',
  'roundingUnit',
  'floorFactor',
  'stretchFactor',
  'weakLine',
  'companyTarget',
  'ramp',
  'green',
  'amber',
  'asOf',
] as const satisfies readonly Terms[];

type Needed = (typeof needs)[number];

/** What the settings are where nothing else is said; without a plan year it has no start. */
function termsGiven([terms]: readonly Row<Needed>[]): Partial<Given> {
  if (!terms) return {};
  const year = number(terms, 'planYear');
  const { asOf } = terms.values;
  const ramp = numbers(terms, 'ramp').filter((share) => share !== null);
  return {
    ...(year === null ? {} : { yearStart: dayNumber(year, number(terms, 'firstMonth') ?? 1, 1) }),
    seasonIndex: numbers(terms, 'seasonIndex').map((index) => index ?? 1),
    roundingUnit: number(terms, 'roundingUnit') ?? 1,
    floorFactor: number(terms, 'floorFactor') ?? 0.9,
    stretchFactor: number(terms, 'stretchFactor') ?? 1.1,
    weakLine: number(terms, 'weakLine') ?? 0.7,
    companyTarget: number(terms, 'companyTarget'),
    ...(ramp.length === 12 ? { ramp } : {}),
    green: number(terms, 'green') ?? 1,
    amber: number(terms, 'amber') ?? 0.9,
    ...(typeof asOf === 'string' ? { asOf } : {}),
  };
}

const yearFigures = (row: Row<Year>): Figures<Year> => ({ total: sum(numbers(row, 'months')) });

const gives: Gives<Needed> = { needs, from: termsGiven };

export const settingsFigures: readonly LivePart[] = [
  { tab: 'settings', figures: termsFigures, gives },
  { tab: 'history', figures: yearFigures },
];
