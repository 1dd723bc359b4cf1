import type { Scalar } from '../../../src/model/answer';
import type { Field, Kind } from '../../../src/model/field';
import { keptText } from '../../../src/model/key';
import { folded, parsed } from '../../../src/model/parse';
import { bareText, type Cell, cellText, isBlank, isPlaceholder, type PercentCell } from '../cell';
import type { Row } from '../grid';
import type { Heading } from '../heading';
import { under } from '../memory';
import { choiceReader, type Target } from '../target';
import { eraDay, inOrder, type Order, orderOf, serialDay, type WrittenDay, writtenDay } from './day';
import { type Point, pointOf, times, type Written, writtenIn } from './number';
import type { CellWrong, Fact, Question, ReadColumn, Reading } from './reading';

/** A column of a file that fills a field, and all that tells how to read it. */
export interface Given {
  readonly index: number;
  readonly heading: Heading;
  readonly field: Field;
  readonly target: Target;
  readonly reading: Reading;
  /** What texts are as choices, by the folded text; '' where they are left out. */
  readonly choices: Readonly<Record<string, string>>;
  readonly delimiter: string | undefined;
  /** What money counts in, where a line above the table says so. */
  readonly factorAbove: number | undefined;
}

/** How many times cells were looked at: what a test counts to see that no column is read for nothing. */
export const work = { cells: 0 };

const numeric: ReadonlySet<Kind> = new Set<Kind>([
  'money',
  'price',
  'number',
  'decimal',
  'count',
  'rate',
  'growth',
  'months',
  'index',
  'year',
]);
const fractions: ReadonlySet<Kind> = new Set<Kind>(['rate', 'growth']);
const cents: ReadonlySet<Kind> = new Set<Kind>(['money', 'price']);
const whole: ReadonlySet<Kind> = new Set<Kind>(['count', 'year']);

/** A failed formula that a spreadsheet wrote as text; #N/A says that there is nothing. */
const failed = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|ERROR!|SPILL!|CALC!|CYCLE|GETTING_DATA)$/i;

/** Reads a column with one reading for all its rows. */
export function readColumn(rows: readonly Row[], given: Given): ReadColumn {
  const texts: (Cell | undefined)[] = [];
  const faults = new Map<number, CellWrong>();
  const nothings = new Map<string, number>();
  let filled = 0;
  for (const [at, { cells }] of rows.entries()) {
    work.cells += 1;
    const cell = cells[given.index];
    texts.push(undefined);
    if (cell === undefined || isBlank(cell)) continue;
    if (typeof cell !== 'string') {
      texts[at] = cell;
      filled += 1;
      continue;
    }
    const text = bareText(cell);
    if (isPlaceholder(text)) {
      nothings.set(text, (nothings.get(text) ?? 0) + 1);
      continue;
    }
    filled += 1;
    if (failed.test(text)) faults.set(at, { code: 'errorCell' });
    else texts[at] = text;
  }
  const read = readerOf(given.field.kind)(texts, given);
  for (const [at, wrong] of read.faults) faults.set(at, wrong);
  const values = read.values;
  let count = 0;
  for (const value of values) if (value !== null) count += 1;
  return { strange: [], pending: new Set(), left: new Set(), ...read, values, faults, nothings, filled, read: count };
}

type Found = Pick<ReadColumn, 'values' | 'faults' | 'facts' | 'questions'> &
  Partial<Pick<ReadColumn, 'strange' | 'pending' | 'left'>>;
type ColumnReader = (texts: readonly (Cell | undefined)[], given: Given) => Found;

function readerOf(kind: Kind): ColumnReader {
  if (numeric.has(kind)) return readNumbers;
  if (kind === 'date') return readDays;
  if (kind === 'choice') return readChoices;
  return kind === 'tick' || kind === 'month' ? readPlain : readTexts;
}

const wideId = /^\d(?:\.\d+)?E\+\d+$/;

/** Text as it stands; of a number that a spreadsheet holds its digits. An id in exponents is lost. */
function readTexts(texts: readonly (Cell | undefined)[], { field }: Given): Found {
  const faults = new Map<number, CellWrong>();
  const values = texts.map((cell, at): Scalar => {
    if (cell === undefined) return null;
    const text = cellText(cell);
    if (field.key) {
      const isTooLong = typeof cell === 'number' && Math.abs(cell) > Number.MAX_SAFE_INTEGER;
      if (isTooLong || (typeof cell === 'string' && wideId.test(text))) {
        faults.set(at, { code: 'lostId' });
        return null;
      }
      // A quote that was meant to be closed in its own line.
      if (text.includes('\n')) {
        faults.set(at, { code: 'lineBreak' });
        return null;
      }
    }
    return keptText(field, text) || null;
  });
  return { values, faults, facts: [], questions: [] };
}

function readPlain(texts: readonly (Cell | undefined)[], { field, target }: Given): Found {
  const faults = new Map<number, CellWrong>();
  const values = texts.map((cell, at): Scalar => {
    if (cell === undefined) return null;
    const result = parsed(field, cellText(cell), target.lists);
    if ('value' in result) return result.value;
    faults.set(at, { rule: field.kind === 'tick' ? 'tick' : 'month' });
    return null;
  });
  return { values, faults, facts: [], questions: [] };
}

/** Most different texts that are asked about one by one: more are no choices. */
const mostTexts = 20;

function readChoices(texts: readonly (Cell | undefined)[], { index, field, target, choices }: Given): Found {
  const faults = new Map<number, CellWrong>();
  const choiceOf = choiceReader(field, target);
  const left = new Set<number>();
  const strange = new Map<string, string>();
  const known = new Map<string, string | undefined>();
  const values = texts.map((cell, at): Scalar => {
    if (cell === undefined) return null;
    const text = cellText(cell).trim();
    if (!known.has(text)) known.set(text, under(choices, folded(text)) ?? choiceOf(text));
    const choice = known.get(text);
    if (choice === '' && field.required) left.add(at);
    if (choice !== undefined) return choice === '' ? null : choice;
    strange.set(folded(text), text);
    if (field.open) return keptText(field, text) || null;
    faults.set(at, { rule: 'choice', list: field.list ?? '' });
    return null;
  });
  const isAsked = !field.open && strange.size > 0 && strange.size <= mostTexts;
  const questions: readonly Question[] = isAsked ? [{ ask: 'values', index, texts: [...strange.values()] }] : [];
  const [wrong, pending] = isAsked ? [new Map(), new Set(faults.keys())] : [faults, new Set<number>()];
  return { values, faults: wrong, pending, left, facts: [], questions, strange: [...strange.values()] };
}

function readDays(texts: readonly (Cell | undefined)[], { index, reading }: Given): Found {
  const faults = new Map<number, CellWrong>();
  const questions: Question[] = [];
  const facts: Fact[] = [];
  const days = texts.map((cell): WrittenDay | undefined => {
    if (cell === undefined) return undefined;
    if (typeof cell === 'number') return serialDay(cell);
    return writtenDay(cellText(cell));
  });
  const orders = orderOf(days.filter((day) => day !== undefined));
  const isEra = reading.order === 'roc';
  const hasEra = texts.some((cell) => typeof cell === 'string' && /^1\d{6}$/.test(cell));
  const used = new Set<Order>();
  let [unclear, unclearDigits, withoutDay, isSerial]: [
    number | undefined,
    number | undefined,
    number | undefined,
    boolean,
  ] = [undefined, undefined, undefined, false];
  const settled = days.map((day, at): WrittenDay | undefined => {
    if (day === undefined) return undefined;
    if ('sign' in day) {
      const order =
        reading.order === 'dmy' || reading.order === 'mdy' ? reading.order : (orders.get(day.sign) ?? 'dmy');
      if (order !== 'unclear') {
        used.add(order);
        return inOrder(day, order);
      }
      const isClear = day.first > 12 || day.second > 12 || day.first === day.second;
      if (isClear) return inOrder(day, 'dmy');
      unclear ??= at;
      return undefined;
    }
    if ('digits' in day) {
      if (isEra || hasEra) {
        used.add('roc');
        return eraDay(day.digits);
      }
      if (reading.order !== undefined) return { wrong: 'shortYear' };
      unclearDigits ??= at;
      return undefined;
    }
    if ('wrong' in day && day.wrong === 'noDay') {
      if (reading.firstDay) return firstOf(cellText(texts[at]));
      withoutDay ??= at;
      return day;
    }
    if ('iso' in day && day.how === 'serial') isSerial = true;
    return day;
  });
  const values = settled.map((day, at): Scalar => {
    if (day === undefined) return null;
    if ('iso' in day) return day.iso;
    if ('wrong' in day) faults.set(at, wrongDay(day.wrong));
    return null;
  });
  if (unclear !== undefined) {
    const day = days[unclear];
    if (day && 'sign' in day) {
      const [dmy, mdy] = [inOrder(day, 'dmy'), inOrder(day, 'mdy')];
      const iso = (found: WrittenDay): string => ('iso' in found ? found.iso : '');
      questions.push({ ask: 'order', index, got: cellText(texts[unclear]), dmy: iso(dmy), mdy: iso(mdy) });
    }
  }
  if (unclearDigits !== undefined) {
    const got = cellText(texts[unclearDigits]);
    const day = eraDay(got);
    questions.push({ ask: 'era', index, got, roc: 'iso' in day ? day.iso : '' });
  }
  if (withoutDay !== undefined && questions.length === 0) {
    const got = cellText(texts[withoutDay]);
    const day = firstOf(got);
    if ('iso' in day) {
      questions.push({ ask: 'firstDay', index, got, first: day.iso });
      for (const [at, wrong] of faults) if ('code' in wrong && wrong.code === 'noDay') faults.delete(at);
    }
  }
  const [order] = used;
  if (order !== undefined) facts.push({ fact: 'order', order });
  if (isSerial) facts.push({ fact: 'serial' });
  if (reading.firstDay) facts.push({ fact: 'firstDay' });
  return { values, faults, facts, questions };
}

/** A month without a day as its first one. */
function firstOf(text: string): WrittenDay {
  const [, year, month = '1'] = /^\D*(\d{4})\D*?(\d{1,2})?\D*$/.exec(text) ?? [];
  return year === undefined ? { wrong: 'date' } : writtenDay(`${year}-${month}-1`);
}

const wrongDay = (wrong: Extract<WrittenDay, { readonly wrong: string }>['wrong']): CellWrong =>
  wrong === 'date' || wrong === 'noSuchDay' ? { rule: wrong } : { code: wrong };

/** A figure as text has it, as a spreadsheet holds it, or none. */
type Figure = Written | PercentCell | number | undefined;

const isPercentage = (one: Figure): boolean => typeof one === 'object' && ('percent' in one || one.isPercent);

const isText = (one: Figure): one is Written => typeof one === 'object' && 'core' in one;

function readNumbers(texts: readonly (Cell | undefined)[], given: Given): Found {
  const { field, heading, reading, index } = given;
  const faults = new Map<number, CellWrong>();
  const questions: Question[] = [];
  const facts: Fact[] = [];
  const rule = whole.has(field.kind) ? 'whole' : 'number';
  const written = texts.map((cell, at): Figure => {
    if (cell === undefined) return undefined;
    if (typeof cell === 'number') return cell;
    if (typeof cell === 'object' && 'percent' in cell) {
      return fractions.has(field.kind) || field.kind === 'index' ? cell : times(cell.percent, 0.01);
    }
    const found = typeof cell === 'string' ? writtenIn(cell) : undefined;
    if (found && fits(found, field)) return found;
    faults.set(at, { rule });
    return undefined;
  });
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
    const at = written.findIndex((one) => isText(one) && isUnclear(one));
    const one = written[at];
    const { '.': asPoint = 0, ',': asComma = 0 } = isText(one) ? one.as : {};
    questions.push({
      ask: 'point',
      index,
      got: cellText(texts[at]),
      point: asPoint,
      comma: asComma,
    });
  }
  if (written.some((one) => isText(one) && one.as['.'] !== one.as[','])) facts.push({ fact: 'point', point });
  const plain = written.map((one): number | undefined => {
    if (!isText(one)) return typeof one === 'object' ? one.percent : one;
    const value = one.as[point] ?? one.as[point === '.' ? ',' : '.'];
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
    return {
      values: scaled.values,
      faults,
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

const isUnclear = ({ as: { '.': point, ',': comma } }: Written): boolean =>
  point !== undefined && comma !== undefined && point !== comma;

/** Whether a number's own signs are of its field: a percentage is no amount, and an amount no area. */
function fits({ isPercent, factor, metres }: Written, { kind }: Field): boolean {
  if (isPercent) return fractions.has(kind) || kind === 'index';
  if (metres !== undefined && kind !== 'number') return false;
  return factor === undefined || factor === 1 ? true : cents.has(kind);
}

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
  { index, field, target, reading }: Given,
): Scaled {
  const questions: Question[] = [];
  const ownFactor = (at: number): number | undefined => {
    const one = written[at];
    return isText(one) ? one.factor : undefined;
  };
  const scaled = plain.map((value, at) =>
    value === undefined ? undefined : times(value, ownFactor(at) ?? factor ?? 1),
  );
  const amounts = (own: boolean): readonly { readonly value: number; readonly at: number }[] =>
    scaled.flatMap((value, at) =>
      value !== undefined && value > 0 && (ownFactor(at) !== undefined) === own ? [{ value, at }] : [],
    );
  const [stated, bare] = [amounts(true), amounts(false)];
  if (reading.factor === undefined && factor === undefined && reading.sum === undefined) {
    const [middle, middleBare] = [median(stated), median(bare)];
    if (middle && middleBare && middleBare.value < middle.value / 100)
      questions.push({
        ask: 'bareFactor',
        index,
        got: cellText(texts[middleBare.at]),
        beside: cellText(texts[middle.at]),
      });
    const [least, most] = target.names[field.id]?.usual ?? [0, Number.POSITIVE_INFINITY];
    if (
      questions.length === 0 &&
      middleBare &&
      bare.length >= 3 &&
      (middleBare.value < least || middleBare.value > most)
    )
      questions.push({ ask: 'factor', index, got: cellText(texts[middleBare.at]), value: middleBare.value });
  }
  return {
    values: scaled.map((value) => value ?? null),
    questions,
    facts: factor !== undefined && factor !== 1 ? [{ fact: 'factor', factor }] : [],
  };
}

/** The one in the middle, the lower of two. */
function median<T extends { readonly value: number }>(figures: readonly T[]): T | undefined {
  return [...figures].sort((one, other) => one.value - other.value)[Math.floor((figures.length - 1) / 2)];
}
