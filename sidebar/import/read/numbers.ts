import type { Scalar } from '../../../src/model/answer';
import type { Kind } from '../../../src/model/field';
import { type Currencies, currencyIn, currencyOfUnit } from '../../../src/model/written/currency';
import { isOfKind, type Point, times, type Written, writtenIn } from '../../../src/model/written/number';
import { factorIn } from '../../../src/model/written/units';
import { type AmountCell, type Cell, cellText, type PercentCell } from '../cell';
import type { Heading } from '../heading';
import type { Found, Given } from './given';
import { pointOf } from './point';
import type { CellWrong, Fact, Question } from './reading';

const fractions: ReadonlySet<Kind> = new Set<Kind>(['rate', 'growth']);
const cents: ReadonlySet<Kind> = new Set<Kind>(['money', 'price']);
const whole: ReadonlySet<Kind> = new Set<Kind>(['count', 'year']);

/** A figure as text has it, as a spreadsheet holds it, or none. */
export type Figure = Written | PercentCell | number | undefined;

const isPercentage = (one: Figure): boolean => typeof one === 'object' && ('percent' in one || one.isPercent);

const isText = (one: Figure): one is Written => typeof one === 'object' && 'core' in one;

/** What a cell says as a figure of a kind; undefined if it is none. */
export function figureIn(cell: Cell | undefined, kind: Kind): Figure {
  if (cell === undefined || typeof cell === 'number') return cell;
  if (typeof cell === 'object' && 'percent' in cell)
    return fractions.has(kind) || kind === 'index' ? cell : times(cell.percent, 0.01);
  if (typeof cell === 'object' && 'shared' in cell) return undefined;
  if (typeof cell === 'object' && 'amount' in cell) return cents.has(kind) ? writtenAmount(cell) : undefined;
  const found = typeof cell === 'string' ? writtenIn(cell) : undefined;
  return found && isOfKind(found, kind) ? found : undefined;
}

/** An amount of a spreadsheet: there is no doubt what number it is. */
function writtenAmount({ amount, unit }: AmountCell): Written {
  const value = Math.abs(amount);
  return {
    core: String(value),
    as: { '.': value, ',': value },
    isNegative: amount < 0,
    // As in a text a currency's sign by itself says no unit; `元` does.
    factor: currencyIn(unit) && factorIn(unit) === 1 && !/[元圆]$/.test(unit) ? undefined : factorIn(unit),
    metres: undefined,
    isPercent: false,
    currency: currencyOfUnit(unit),
  };
}

/** Figures, as their cells say them, with one decimal sign and one unit for all that do not say their own. */
export function readNumbers(texts: readonly (Cell | undefined)[], given: Given, written: readonly Figure[]): Found {
  const { field, heading, reading, index } = given;
  const faults = new Map<number, CellWrong>();
  const questions: Question[] = [];
  const facts: Fact[] = [];
  const rule = whole.has(field.kind) ? 'whole' : 'number';
  for (const [at, cell] of texts.entries())
    if (cell !== undefined && written[at] === undefined)
      faults.set(at, typeof cell === 'object' && 'shared' in cell ? { code: 'sharedFigure' } : { rule });
  const isMoney = cents.has(field.kind);
  const factor = isMoney ? (reading.factor ?? heading.factor ?? given.factorAbove) : undefined;
  const found = pointOf(written.filter(isText), {
    delimiter: given.delimiter,
    isMoney,
    isWhole: whole.has(field.kind),
    max: field.max,
    isHan:
      /\p{Script=Han}/u.test(heading.text) || texts.some((cell) => typeof cell === 'string' && /[万亿千]/.test(cell)),
    isScaled: isMoney && ((factor ?? 1) >= 1000 || written.some((one) => isText(one) && (one.factor ?? 1) >= 1000)),
  });
  const point: Point = reading.point ?? (found === 'unclear' ? '.' : found);
  if (found === 'unclear' && reading.point === undefined) {
    const unclear = written.findIndex((one) => isText(one) && isUnclear(one));
    // Where each is clear by itself, the first that contradicts the others.
    const at = unclear >= 0 ? unclear : written.findIndex((one) => isText(one) && one.as['.'] === undefined);
    const one = written[at];
    const { '.': asPoint, ',': asComma } = isText(one) ? one.as : { '.': undefined, ',': undefined };
    questions.push({ ask: 'point', index, got: cellText(texts[at]), point: asPoint, comma: asComma });
  }
  if (written.some((one) => isText(one) && one.as['.'] !== one.as[','])) facts.push({ fact: 'point', point });
  const plain = written.map((one, at): number | undefined => {
    if (!isText(one)) return typeof one === 'object' ? one.percent : one;
    const value = one.as[point];
    // While it is asked which sign is meant, none of them is wrong.
    if (value === undefined && questions.length === 0) faults.set(at, { rule });
    return value === undefined ? undefined : value === 0 ? 0 : one.isNegative ? -value : value;
  });
  if (fractions.has(field.kind)) {
    const shares = percentages(texts, written, plain, given);
    const all = { facts: [...facts, ...shares.facts], questions: [...questions, ...shares.questions] };
    return { values: shares.values, faults, ...all };
  }
  if (field.kind === 'index') {
    const values = plain.map((value, at) => {
      const one = written[at];
      return value === undefined ? null : isPercentage(one) ? times(value, 0.01) : value;
    });
    return { values, faults, facts, questions };
  }
  if (isMoney) {
    const scaled = money(texts, written, plain, factor, given);
    const { share } = heading;
    if (share) facts.push({ fact: 'share', share: share.to - share.from });
    return {
      values: share ? scaled.values.map((value) => partOf(value, share)) : scaled.values,
      faults,
      currencies: currenciesOf(written),
      facts: [...facts, ...scaled.facts],
      questions: questions.length > 0 ? questions : scaled.questions,
    };
  }
  const metres = heading.metres;
  if (metres !== undefined && metres !== 1) facts.push({ fact: 'metres', metres });
  const values = plain.map((value, at): Scalar => {
    if (value === undefined) return null;
    const one = written[at];
    const own = isText(one) ? (one.metres ?? metres) : metres;
    return own === undefined || own === 1 ? value : Number((value * own).toFixed(2));
  });
  return { values, faults, facts, questions };
}

/** The part of an amount in cents; all parts of it add up to it. */
function partOf(value: Scalar, { from, to }: NonNullable<Heading['share']>): Scalar {
  if (typeof value !== 'number') return value;
  const upTo = (share: number): number => (share === 1 ? value : Math.round(value * share * 100) / 100);
  return Number((upTo(to) - upTo(from)).toFixed(6));
}

/** What amounts say that they are in, by place. */
function currenciesOf(written: readonly Figure[]): ReadonlyMap<number, Currencies> {
  const found = new Map<number, Currencies>();
  for (const [at, one] of written.entries()) if (isText(one) && one.currency) found.set(at, one.currency);
  return found;
}

const isUnclear = ({ as: { '.': point, ',': comma } }: Written): boolean =>
  point !== undefined && comma !== undefined && point !== comma;

interface Scaled {
  readonly values: readonly Scalar[];
  readonly facts: readonly Fact[];
  readonly questions: readonly Question[];
}

/** Figures of a growth or a rate: 10 is 10 %, as in the form; figures below 1 alone could be fractions. */
function percentages(
  texts: readonly (Cell | undefined)[],
  written: readonly Figure[],
  plain: readonly (number | undefined)[],
  { index, field, reading }: Given,
): Scaled {
  const questions: Question[] = [];
  const isBare = (at: number): boolean => {
    const one = written[at];
    return one !== undefined && !isPercentage(one);
  };
  const bare = plain.flatMap((value, at) => (value !== undefined && isBare(at) ? [{ value, at }] : []));
  const isSmall =
    bare.length > 0 && bare.every(({ value }) => Math.abs(value) <= 2) && bare.some(({ value }) => value !== 0);
  const likely = isSmall ? bare.find(({ value }) => value !== 0) : undefined;
  if (likely && reading.percent === undefined) {
    const { value, at } = likely;
    questions.push({ ask: 'percent', index, got: cellText(texts[at]), percent: times(value, 0.01), fraction: value });
  }
  const percent = reading.percent ?? 'percent';
  const values = plain.map((value, at): Scalar => {
    if (value === undefined) return null;
    return isBare(at) && percent === 'fraction' ? value : times(value, 0.01);
  });
  const over =
    field.kind === 'growth' && reading.percent === undefined ? values.findIndex((value) => Number(value) > 1) : -1;
  if (over >= 0) questions.push({ ask: 'overHundred', index, got: cellText(texts[over]), value: Number(values[over]) });
  return { values, questions, facts: bare.length > 0 ? [{ fact: 'percent', percent }] : [] };
}

/** Amounts in the currency's unit: by the cell's own unit, else by the column's. */
function money(
  texts: readonly (Cell | undefined)[],
  written: readonly Figure[],
  plain: readonly (number | undefined)[],
  factor: number | undefined,
  given: Given,
): Scaled {
  const { index, reading } = given;
  const questions: Question[] = [];
  const besides = reading.factor ?? given.heading.factor;
  const factors = besides === undefined ? given.factors : undefined;
  const ownFactor = (at: number): number | undefined => {
    const one = written[at];
    return (isText(one) ? one.factor : undefined) ?? factors?.[at];
  };
  const strays = straysIn(plain, (at) => ownFactor(at) === undefined, factor ?? 1, texts, given);
  const mixed = reading.scale === 'mixed' ? strays?.places : undefined;
  const scaled = plain.map((value, at) =>
    value === undefined
      ? undefined
      : times(value, mixed?.has(at) ? (strays?.own ?? 1) : (ownFactor(at) ?? factor ?? 1)),
  );
  if (strays && reading.scale === undefined) questions.push(strays.question);
  const amounts = (own: boolean): readonly { readonly value: number; readonly at: number }[] =>
    scaled.flatMap((value, at) =>
      value !== undefined && value > 0 && (ownFactor(at) !== undefined) === own ? [{ value, at }] : [],
    );
  const [stated, bare] = [amounts(true), amounts(false)];
  if (questions.length === 0 && reading.factor === undefined && factor === undefined && reading.sum === undefined) {
    const [middle, middleBare] = [median(stated), median(bare)];
    if (middle && middleBare && middleBare.value < middle.value / 100)
      questions.push({
        ask: 'bareFactor',
        index,
        got: cellText(texts[middleBare.at]),
        beside: cellText(texts[middle.at]),
      });
    const [least, most] = usualFor(given);
    if (
      questions.length === 0 &&
      middleBare &&
      bare.length >= 2 &&
      (middleBare.value < least || middleBare.value > most)
    )
      questions.push({ ask: 'factor', index, got: cellText(texts[middleBare.at]), value: middleBare.value });
  }
  return {
    values: scaled.map((value) => value ?? null),
    questions,
    facts: [
      ...(factors ? [factorsFact(factors)] : []),
      ...(factor !== undefined && factor !== 1 ? [{ fact: 'factor', factor } as const] : []),
      ...(strays && reading.scale ? [{ fact: reading.scale } as const] : []),
    ],
  };
}

/** The unit that rows say, where all say the same; else that each says its own. */
function factorsFact(factors: NonNullable<Given['factors']>): Fact {
  const [only, ...more] = new Set(factors.filter((factor) => factor !== undefined));
  return only === undefined || more.length > 0 ? { fact: 'byRow' } : { fact: 'factor', factor: only };
}

/** How many times smaller or larger than the others a figure is that may count in another unit. */
const farOff = 1000;

/** How far from the others it is at most once it is read in that unit. */
const inScale = 20;

/**
 * Figures without a unit of their own that are far out of the others' scale and would be within it in another unit: 元
 * in a column of 万元, or 万元 among figures in 元; of files in other languages thousands.
 */
function straysIn(
  plain: readonly (number | undefined)[],
  isBare: (at: number) => boolean,
  unit: number,
  texts: readonly (Cell | undefined)[],
  given: Given,
): { readonly places: ReadonlySet<number>; readonly own: number; readonly question: Question } | undefined {
  const { index, heading, field, target } = given;
  // Of receipts and days any amount may stand beside any other.
  if (target.names[field.id]?.usual === undefined) return undefined;
  const bare = plain.flatMap((value, at) => (value !== undefined && value > 0 && isBare(at) ? [{ value, at }] : []));
  if (bare.length < 2) return undefined;
  const sorted = [...bare].sort((one, other) => one.value - other.value);
  const isScaled = unit >= farOff;
  const middle = sorted[isScaled ? Math.floor((sorted.length - 1) / 2) : Math.floor(sorted.length / 2)];
  const [least, most] = usualFor(given);
  if (!middle || middle.value * unit < least || middle.value * unit > most) return undefined;
  const own = isScaled ? 1 : /\p{Script=Han}/u.test(heading.text) ? 10_000 : 1000;
  const isStray = ({ value }: { readonly value: number }): boolean => {
    const away = isScaled ? value / middle.value : middle.value / value;
    const inOwn = (value * own) / (middle.value * unit);
    return away >= farOff && inOwn >= 1 / inScale && inOwn <= inScale;
  };
  const strays = bare.filter(isStray);
  const [first] = strays;
  if (!first) return undefined;
  const [got, beside] = [cellText(texts[first.at]), cellText(texts[middle.at])];
  return {
    places: new Set(strays.map(({ at }) => at)),
    own,
    question: { ask: 'scale', index, got, beside, own, unit },
  };
}

/** Between what money of a field usually lies; of months that are added up, a twelfth of it. */
function usualFor({ field, target, isPart }: Given): readonly [least: number, most: number] {
  const [least, most] = target.names[field.id]?.usual ?? [0, Number.POSITIVE_INFINITY];
  return isPart ? [least / 12, most] : [least, most];
}

/** The one in the middle, the lower of two. */
function median<T extends { readonly value: number }>(figures: readonly T[]): T | undefined {
  return [...figures].sort((one, other) => one.value - other.value)[Math.floor((figures.length - 1) / 2)];
}
