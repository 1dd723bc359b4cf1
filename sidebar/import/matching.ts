import type { Scalar } from '../../src/model/answer';
import { foldedName, neededKeys } from '../../src/model/key';
import { writtenDay } from '../../src/model/written/day';
import { narrow } from '../../src/model/written/narrow';
import { writtenIn } from '../../src/model/written/number';
import { isTotalText } from './aside';
import { bareText, type Cell, cellText, isBlank, isPlaceholder } from './cell';
import type { Row } from './grid';
import { type Heading, headingOf, type PerhapsMonth, yearOfPlan } from './heading';
import { keptForAll, keptName, type Remembered, wishIn } from './memory';
import { asMonth } from './monthRow';
import { hasThirteen, type Named, namesOf, periodNumber } from './names';
import type { MayBeMonth, Reading } from './read/reading';
import type { Table } from './table';
import { addable, bareKey, choiceReader, importable, isAdded, placeOf, type Target } from './target';
import { titleYear, yearOfAll } from './title';
import { under } from './under';

/** What a column fills, '' if it is left out, and how that came about. */
export interface Match {
  readonly key: string;
  readonly by: 'header' | 'remembered' | 'content' | 'person' | 'none';
  /** Why a column whose header is known is left out. */
  readonly out?: 'computed' | 'lastYearMonths' | 'otherYear' | 'span' | 'taken' | 'rival' | 'noChoices';
  /** The cell that another column of the same name fills. */
  readonly rival?: string;
}

/** All that a person can say of how a file is read. */
export interface Answers {
  readonly matching: readonly Match[];
  readonly readings: Readonly<Record<number, Reading>>;
  /** Texts of a column as choices, by the folded text; '' where they are left out. */
  readonly choices: Readonly<Record<number, Readonly<Record<string, string>>>>;
  /** What a field is in all rows, where the file has no column for it. */
  readonly all: Readonly<Record<string, Scalar>>;
  /** Rows that have the sum of others, by their names: totals, to be left out, or records. */
  readonly rows: Readonly<Record<string, 'total' | 'record'>>;
}

const nothing: Match = { key: '', by: 'none' };

/** Which headers are known: by name, or from an earlier file. */
export function knownTo(target: Target, remembered: Remembered): (heading: Heading) => boolean {
  const nameOf = namesOf(target);
  return (heading) => {
    if (heading.text === '') return false;
    const kept = under(remembered, keptName(heading.text));
    if (kept !== undefined && kept !== '') return true;
    const named = nameOf(heading);
    return named !== undefined && named.how !== 'vague';
  };
}

/** Columns as they were matched last time, else by their headers, else by what they hold; each cell once. */
export function answersFor(table: Table, target: Target, remembered: Remembered): Answers {
  const wishes = table.headings.map(({ text }) => {
    const kept = text === '' ? undefined : under(remembered, keptName(text));
    return kept === undefined ? undefined : wishIn(kept);
  });
  const matching = matched(
    table,
    target,
    wishes.map((wish) => wish?.key),
  );
  const readings: Record<number, Reading> = {};
  for (const [index, wish] of wishes.entries())
    if (wish && matching[index]?.by === 'remembered') readings[index] = wish.reading;
  const all: Record<string, Scalar> = {};
  for (const field of target.tab.fields) {
    const kept = under(remembered, keptForAll(field.id));
    const isThere = matching.some(({ key }) => key === field.id);
    if (kept !== undefined && !isThere && field.required) all[field.id] = kept;
  }
  const { pastYears } = target.tab;
  const isPair = ({ key }: Match, index: number): boolean =>
    table.headings[index]?.span !== undefined && placeOf(target, key)?.field.id === pastYears?.months;
  if (pastYears && matching.some(isPair)) all[pastYears.together] = true;
  return { matching, readings, choices: keptChoicesOf(table, remembered), all, rows: {} };
}

function keptChoicesOf({ headings }: Table, remembered: Remembered): Answers['choices'] {
  const choices: Record<number, Record<string, string>> = {};
  for (const [index, { text }] of headings.entries()) {
    const start = `${keptName(text)}=`;
    if (text === '') continue;
    for (const [name, choice] of Object.entries(remembered)) {
      if (!name.startsWith(start)) continue;
      choices[index] = { ...choices[index], [name.slice(start.length)]: choice };
    }
  }
  return choices;
}

function matched(table: Table, target: Target, kept: readonly (string | undefined)[]): readonly Match[] {
  const { body } = table;
  const headings = inTitleYear(table, target);
  const possible = new Set(importable(target));
  const nameOf = namesOf(target);
  const found: (Match | undefined)[] = headings.map(() => undefined);
  const taken = new Map<string, Named['how'] | undefined>();
  const take = (index: number, key: string, by: Match['by'], how?: Named['how']): void => {
    found[index] = { key, by };
    if (key !== '') taken.set(bareKey(key), how);
  };
  const title = titleYear(table, target);
  /** Figures of last year without a year of their own, in a file that speaks of others: asked about by what they sound like. */
  const isOfOtherYear = (heading: Heading | undefined, key: string): boolean =>
    target.names[bareKey(key)]?.ofLastYear === true &&
    heading?.year === undefined &&
    title.named.length > 0 &&
    !isLastAlone(title.named, target);
  for (const [index, key] of kept.entries()) {
    if (key === undefined) continue;
    if (isOfOtherYear(headings[index], key)) continue;
    if (key !== '' && (!possible.has(bareKey(key)) || (taken.has(bareKey(key)) && !isAdded(key)))) continue;
    take(index, key, 'remembered');
  }
  // Several months in one figure beside those months are their sum.
  const isSum = ({ span }: Heading): boolean =>
    span !== undefined && headings.some(({ month }) => month !== undefined && month >= span[0] && month <= span[1]);
  const isThirteenth = hasThirteen(headings);
  const named: (Named | undefined)[] = headings.map((heading) =>
    heading.text === '' || isSum(heading) || (isThirteenth && periodNumber(heading) !== undefined)
      ? undefined
      : nameOf(heading),
  );
  /** Whether dates would be those of rows of a month or receipt each, many of a record. */
  const isOfRows = (key: string): boolean => {
    if (target.names[key]?.orMonth) return false;
    const keyed = found.findIndex((match) => placeOf(target, match?.key ?? '')?.field.key);
    const ids = keyed < 0 ? [] : filledIn(body, keyed).map(bareText);
    return placeOf(target, key)?.field.kind === 'date' && new Set(ids).size * 2 <= ids.length && ids.length >= 4;
  };
  const keys = neededKeys(target.tab);
  for (const { id, kind } of keys.length === 1 && target.codes ? keys : []) {
    const like = headings.flatMap((_, index) =>
      found[index] === undefined && holdsKnown(filledIn(body, index), target) ? [index] : [],
    );
    if (kind === 'text' && !taken.has(id) && like[0] !== undefined && like.length === 1) take(like[0], id, 'content');
  }
  // Of the same months below several groups those of the total are the record's: `合计` beside 堂食 and 外卖.
  for (const [index, name] of named.entries()) {
    if (!name || found[index] !== undefined || placeOf(target, name.key)?.field.monthly !== true) continue;
    const isTotal = (at: number): boolean => isTotalText(narrow(headings[at]?.group ?? ''));
    const alike = named.flatMap((other, at) =>
      other?.key === name.key && headings[at]?.year === headings[index]?.year ? [at] : [],
    );
    if (alike.filter(isTotal).length === 1 && !isTotal(index) && alike.every((at) => headings[at]?.group !== ''))
      found[index] = { ...nothing, out: 'taken', rival: name.key };
  }
  const isSure = named.some((name) => name && name.how !== 'vague');
  for (const how of ['own', 'other', 'vague'] as const) {
    if (how === 'vague' && !isSure) break;
    for (const [index, name] of named.entries()) {
      if (found[index] !== undefined || name?.how !== how) continue;
      const year = outOfYear(headings[index], name.key, target);
      if (isOfOtherYear(headings[index], name.key)) continue;
      if (year) found[index] = { ...nothing, out: year };
      else if (!possible.has(name.key)) found[index] = { ...nothing, out: 'computed' };
      else if (taken.has(name.key))
        found[index] = { ...nothing, out: taken.get(name.key) === how ? 'rival' : 'taken', rival: name.key };
      else if (how !== 'vague' || (isLike(name.key, index, body, target) && !isOfRows(name.key)))
        take(index, name.key, 'header', how);
    }
  }
  byContent(found, taken, table, target);
  leaveSpans(found, headings, target);
  leaveLastYear(found, headings, target);
  return found.map((match) => match ?? nothing);
}

/** Whether years are last year's and no other's; where the year does not start with the calendar's, the plan's may be its end. */
const isLastAlone = (named: readonly number[], { planYear, firstMonth }: Target): boolean =>
  planYear !== undefined &&
  named.includes(planYear - 1) &&
  named.every((year) => year === planYear - 1 || (firstMonth !== 1 && year === planYear));

/** Whether what a column holds could be what its vague name says. */
function isLike(key: string, index: number, body: readonly Row[], target: Target): boolean {
  const field = placeOf(target, key)?.field;
  if (!field) return false;
  const cells = filledIn(body, index);
  if (field.kind === 'choice') return isChoices(cells, choiceReader(field, target));
  const orMonth = target.names[field.id]?.orMonth === true;
  if (field.kind === 'date')
    return cells.length > 0 && cells.every((cell) => isDay(cell) || (orMonth && isMonth(cell)));
  return field.key ? areCodes(cells) : true;
}

const most = 500;

/** The first cells of a column that hold something. */
function filledIn(body: readonly Row[], index: number): readonly Cell[] {
  const cells: Cell[] = [];
  for (const row of body) {
    const cell = row.cells[index];
    if (cell !== undefined && !isBlank(cell)) cells.push(cell);
    if (cells.length === most) break;
  }
  return cells;
}

/** A day, or what is nearly one: without its day or with a year of two digits it is asked about or refused by its row. */
const isDay = (cell: Cell): boolean => {
  if (typeof cell === 'object') return 'day' in cell;
  if (typeof cell !== 'string' || /^\d{1,7}$/.test(cell.trim())) return false;
  const day = writtenDay(cell);
  return !('wrong' in day) || day.wrong === 'noDay' || day.wrong === 'shortYear';
};

/** `3月`, `2026-03`. */
const isMonth = (cell: Cell): boolean => monthsOf(headingOf(cellText(cell))).length === 1;

function isChoices(cells: readonly Cell[], choiceOf: (text: string) => string | undefined): boolean {
  return cells.length > 0 && cells.every((cell) => choiceOf(bareText(cell)) !== undefined);
}

/** Short, all different, without spaces: what numbers the records. */
function areCodes(cells: readonly Cell[]): boolean {
  const texts = cells.map(bareText).filter((text) => !isTotalText(narrow(text)));
  return (
    texts.length > 0 &&
    new Set(texts).size === texts.length &&
    texts.every((text) => text.length <= 24 && !/\s|^[-−(]/.test(text))
  );
}

/** Whether half of what cells say, or more, are keys of records that are there already. */
function holdsKnown(cells: readonly Cell[], { codes }: Target): boolean {
  const texts = new Set(cells.map((cell) => foldedName(bareText(cell))));
  let known = 0;
  for (const text of texts) if (codes?.has(text)) known += 1;
  return known > 0 && known * 2 >= texts.size;
}

/** Columns whose header says nothing: a choice of the list of one field alone in every cell tells that field. */
function byContent(
  found: (Match | undefined)[],
  taken: ReadonlyMap<string, unknown>,
  { body, headings }: Table,
  target: Target,
): void {
  for (const field of target.tab.fields) {
    if (field.kind !== 'choice' || !field.required || taken.has(field.id)) continue;
    const choiceOf = choiceReader(field, target);
    // A column of another choice that says none of those, `渠道` above 加盟 and 直营, is free, too.
    const isFree = (index: number): boolean => {
      const match = found[index];
      const other = match?.by === 'header' ? placeOf(target, match.key)?.field : undefined;
      if (match === undefined || other?.kind !== 'choice' || other.required) return match === undefined;
      const otherOf = choiceReader(other, target);
      return filledIn(body, index).every((cell) => otherOf(bareText(cell)) === undefined);
    };
    const like = headings.flatMap((_, index) =>
      isFree(index) && isChoices(filledIn(body, index), choiceOf) ? [index] : [],
    );
    const [only] = like;
    if (like.length !== 1 || only === undefined) continue;
    found[only] = { key: field.id, by: 'content' };
  }
}

/** What columns without a known header could be: codes the key, texts beside them the name. */
export function guessFor(
  key: string,
  name: string | undefined,
  { body, headings }: Table,
  matching: readonly Match[],
  target: Target,
): { readonly guess: number | undefined; readonly also: readonly { readonly index: number; readonly key: string }[] } {
  const nameOf = namesOf(target);
  const isFree = (index: number): boolean => matching[index]?.key === '' && matching[index]?.out === undefined;
  const called = (index: number): string | undefined => nameOf(headings[index] ?? headingOf(''))?.key;
  const free = headings.flatMap((_, index) => (isFree(index) ? [index] : []));
  // Amounts are all different too.
  const isAmount = (index: number): boolean =>
    Object.values(target.names).some(({ sounds }) => sounds?.test(headings[index]?.text ?? '') === true);
  const likeCodes = (index: number): boolean => !isAmount(index) && areCodes(filledIn(body, index));
  const codes = free.filter(likeCodes);
  // What is vaguely called a name may be all that a file knows its stores by.
  if (codes.length === 0) {
    const named = matching.findIndex((match, index) => match.key === name && match.by === 'header' && likeCodes(index));
    if (named >= 0) return { guess: named, also: [] };
  }
  const held = free.filter((index) => holdsKnown(filledIn(body, index), target));
  const guess =
    held[0] ??
    codes.find((index) => called(index) === key) ??
    free.find((index) => called(index) === key) ??
    (target.asksCodes && !target.tab.sold ? free.find((index) => areWords(filledIn(body, index))) : codes[0]);
  if (name === undefined || matching.some((match) => match.key === name)) return { guess, also: [] };
  const texts = free.filter((index) => index !== guess && !isAmount(index) && areNames(filledIn(body, index)));
  const named = texts.find((index) => called(index) === name) ?? texts.find((index) => index > (guess ?? -1));
  return { guess, also: named === undefined ? [] : [{ index: named, key: name }] };
}

/** A column without a known header that could be a line's day, or its amount: the first of days, the last of figures. */
export function likelyColumn(
  id: string,
  { body, headings }: Table,
  matching: readonly Match[],
  { tab }: Target,
): number | undefined {
  const isDate = tab.fields.find((field) => field.id === id)?.kind === 'date';
  const free = headings.flatMap((_, index) => (matching[index]?.key === '' ? [index] : []));
  const like = free.filter((index) => {
    const cells = filledIn(body, index);
    return (
      cells.length > 0 &&
      cells.every(isDate ? isDay : isFigure) &&
      (isDate || !noSales.test(headings[index]?.text ?? ''))
    );
  });
  return isDate ? like[0] : like[like.length - 1];
}

/** Figures beside sales that are none: what is taken off them, what comes on top, and what is counted. */
const noSales =
  /手续费|服务费|优惠|折扣|税额|税金|小费|退款|笔数|单数|订单数|数量|人数|客流|人均|客单|fee|discount|tax|tip|refund|qty|quantity|orders|guests|covers|count|average|avg/i;

/** What could be a field's: a column and what it holds, or one of several. */
export type Likely =
  | { readonly index: number; readonly key: string; readonly got: string }
  | { readonly indices: readonly number[]; readonly key: string };

/** Columns without a known header that hold what a field lacks: the one column of dates, and what sounds like money. */
export function likely({ body, headings }: Table, matching: readonly Match[], target: Target): readonly Likely[] {
  const found: Likely[] = [];
  const free = headings.flatMap((_, index) => {
    const { key, by, out } = matching[index] ?? nothing;
    return key === '' && by === 'none' && out === undefined ? [index] : [];
  });
  const lacks = (key: string): boolean => !matching.some((match) => match.key === key);
  const add = (key: string, indices: readonly number[]): void => {
    const [index] = indices;
    const [cell] = index === undefined ? [] : filledIn(body, index);
    if (index !== undefined && indices.length === 1 && cell !== undefined && lacks(key))
      found.push({ index, key, got: cellText(cell).trim() });
  };
  const said = (index: number): readonly Cell[] =>
    filledIn(body, index).filter((cell) => typeof cell !== 'string' || !isPlaceholder(bareText(cell)));
  const [date] = target.tab.fields.filter(({ kind, role, hidden }) => kind === 'date' && role === 'input' && !hidden);
  const areDays = (index: number): boolean => {
    const cells = said(index);
    return cells.length > 0 && cells.every(isDay);
  };
  if (date) add(date.id, free.filter(areDays));
  const hasMonths = matching.some((match) => placeOf(target, match.key)?.field.monthly === true);
  for (const [key, { sounds, ofLastYear }] of Object.entries(target.names)) {
    if (!sounds) continue;
    const isSo = ({ text, isTarget }: Heading): boolean =>
      sounds.test(text) && !isTarget && !part.test(text) && !noAmount.test(text);
    const isOther = ({ year }: Heading): boolean =>
      ofLastYear === true && typeof year === 'number' && target.planYear !== undefined && year !== target.planYear - 1;
    // A total beside months of the plan is theirs.
    const isOfMonths = ({ text }: Heading): boolean => hasMonths && isTotalText(narrow(text));
    const like = free.filter((index) => {
      const heading = headings[index] ?? headingOf('');
      const isNamed = isSo(heading) && !isOfMonths(heading) && !isOther(heading);
      return (isNamed || (ofLastYear === true && isLastYear(heading, target))) && said(index).every(isFigure);
    });
    // Of several the total is the year's.
    const whole = like.filter((index) => isTotalText(narrow(headings[index]?.text ?? '')));
    // Of several years the last one's, of several kinds what was sold.
    const ofLast = like.filter(
      (index) => headings[index]?.year === 'last' || typeof headings[index]?.year === 'number',
    );
    const one = [whole, ofLast, like].find(({ length }) => length === 1);
    if (one) add(key, one);
    else if (ofLastYear === true && like.length > 1 && like.length <= mostLike && lacks(key))
      found.push({ indices: like, key });
  }
  return found;
}

/** Of so many columns it is asked which one is meant. */
const mostLike = 4;

/** The twelve months of last year, where nothing holds their sum: whether they are to be added up. */
export function unsummed(
  { headings }: Table,
  matching: readonly Match[],
  target: Target,
): { readonly key: string; readonly indices: readonly number[] } | undefined {
  const [key] = addable(target);
  if (key === undefined || matching.some((match) => bareKey(match.key) === key)) return undefined;
  const indices = matching.flatMap(({ by, out }, index) => (by === 'none' && out === 'lastYearMonths' ? [index] : []));
  const isYear = (of: readonly number[]): boolean => {
    const months = of.flatMap((index) => monthsOf(headings[index]));
    return months.length === 12 && new Set(months).size === 12;
  };
  // Quarters beside months hold the same once more.
  const single = indices.filter((index) => headings[index]?.span === undefined);
  const whole = [single, indices].find(isYear);
  return whole && { key, indices: whole };
}

/** A header that is last year, or what was sold in it, and nothing else: `2026年`, `2026实际`. */
const isLastYear = ({ text, year }: Heading, { planYear }: Target): boolean =>
  (year === 'last' || (planYear !== undefined && year === planYear - 1)) &&
  /^(?:(?:fy\s?)?(?:20)?\d\d\s*(?:财?年度?)?|(?:去年|上年|上一年)度?|(?:last|prior|previous) year)\s*(?:实际|实绩|实销|完成额?|actuals?)?$/i.test(
    text,
  );

/** Of a part of a year, or of a mean. */
const part = /week|month|quarter|half|\bq[1-4]\b|\bh[12]\b|dai?ly|day|avg|average|mean|周|月|日|季|半年|均/i;

const isFigure = (cell: Cell): boolean =>
  typeof cell === 'number' ||
  (typeof cell === 'object' && 'amount' in cell) ||
  /^[^\p{L}]*\d[^\p{L}]*(?:[万亿千]?元?|k)?$/u.test(bareText(cell)) ||
  writtenIn(bareText(cell)) !== undefined;

/** A share, a rank, a change of an amount. */
const noAmount = /占比|比例|排名|名次|增长|增幅|同比|环比|达成|完成率|share|rank|growth|change|%/i;

/** Words alone, no days, times or figures: what lines are of. */
const areWords = (cells: readonly Cell[]): boolean =>
  cells.length > 0 &&
  cells.every((cell) => typeof cell === 'string' && !isDay(cell) && !isFigure(cell) && !/\d:\d\d/.test(cell));

/** Words, nearly all different. */
function areNames(cells: readonly Cell[]): boolean {
  const texts = cells.map(bareText);
  return new Set(texts).size > texts.length * 0.8 && texts.every((text) => /\p{L}/u.test(text) && text.length <= 60);
}

/** Whether a month is of the plan's own year, by what its header says. */
function isOfPlan(heading: Heading, { tab, planYear, firstMonth }: Target): boolean {
  const year = yearOfPlan(heading, firstMonth);
  // What a table of last year's months is for is last year, and to who plans ahead the current one.
  const isOwn = year === 'this' || (year === 'last' && tab.sold?.isLastYear === true);
  return (heading.isTarget && !heading.isDated) || isOwn || (typeof year === 'number' && year === planYear);
}

/** The calendar months that a header names. */
const monthsOf = ({ month, span }: Heading = headingOf('')): readonly number[] =>
  span ? Array.from({ length: span[1] - span[0] + 1 }, (_, at) => span[0] + at) : month === undefined ? [] : [month];

/**
 * Months without a year in a file that speaks of the plan's year and of another, or of another and they were matched before:
 * whose they are is asked.
 */
export function unsureMonths(
  table: Table,
  matching: readonly Match[],
  target: Target,
): { readonly named: readonly number[]; readonly planYear: number; readonly keys: Unsure } | undefined {
  const { planYear } = target;
  const title = titleYear(table, target);
  const named = new Set<number>();
  const keys = matching.flatMap(({ key, by }, index) => {
    const heading = table.headings[index] ?? headingOf('');
    const isToldByHeader = by === 'header' || by === 'remembered';
    const isMonth = isToldByHeader && placeOf(target, key)?.field.monthly === true;
    if (!isMonth || heading.year !== undefined || isOfPlan(heading, target)) return [];
    const said = heading.years ? yearOfAll(heading.years, target) : title;
    const isEarly = said.isCalendar === true && monthsOf(heading).some((month) => month < target.firstMonth);
    if (!said.isUnsure && said.year === undefined && !isEarly) return [];
    for (const year of said.named) named.add(year);
    return [{ index, key }];
  });
  if (planYear === undefined || keys.length === 0) return undefined;
  return { named: [...named].sort((one, other) => one - other), planYear, keys };
}

/** Columns that may be months, and what they fill if they are; `month` is that of the first of them. */
export interface PerhapsMonths {
  readonly index: number;
  readonly months: readonly MayBeMonth[];
}

/** Columns that fill nothing and whose headers may be months, as far as months mean something to the table. */
export function perhapsMonths(
  { headings }: Table,
  matching: readonly Match[],
  target: Target,
): PerhapsMonths | undefined {
  const nameOf = namesOf(target);
  const { planYear } = target;
  const free = headings.flatMap(({ perhaps }, index) => {
    const { key, by, out } = matching[index] ?? nothing;
    return perhaps && key === '' && by === 'none' && out === undefined ? [{ index, perhaps }] : [];
  });
  const [first, ...more] = free;
  if (!first) return undefined;
  const filledBy = (index: number, month: PerhapsMonth) => {
    const heading = asMonth(headings[index] ?? headingOf(''), month);
    const key = nameOf({ ...heading, name: '', text: `${month.month}月` })?.key;
    const out = key === undefined ? undefined : outOfYear(heading, key, target);
    if (key === undefined || (out === undefined && matching.some((match) => match.key === key))) return undefined;
    return { index, key: out ? '' : key, ...(out && { out }) };
  };
  const isNear = ({ year }: PerhapsMonth): boolean =>
    year === undefined || planYear === undefined || (year <= planYear + 1 && year > planYear - mostYears);
  // One alone may be January, or October that lost its zero; of several each is as the others tell.
  const ways = more.length === 0 ? first.perhaps : first.perhaps.slice(0, 1);
  const months = ways.flatMap((way) => {
    const all = [
      { index: first.index, month: way },
      ...more.map(({ index, perhaps }) => ({ index, month: perhaps[0] })),
    ];
    const keys = all.flatMap(({ index, month }) => (month && isNear(month) ? (filledBy(index, month) ?? []) : []));
    return keys.length === 0 ? [] : [{ month: monthText(way), keys }];
  });
  return months.length === 0 ? undefined : { index: first.index, months };
}

/** Months of years before these are told by no two digits. */
const mostYears = 6;

/** `2026-01`, or `1` where no year is said. */
const monthText = ({ year, month }: PerhapsMonth): string =>
  year === undefined ? String(month) : `${year}-${String(month).padStart(2, '0')}`;

type Unsure = readonly { readonly index: number; readonly key: string }[];

/** Headers, those of months without a year with that of what stands above them where it speaks of others than the plan's own. */
function inTitleYear(table: Table, target: Target): readonly Heading[] {
  const title = titleYear(table, target);
  return table.headings.map((heading) => {
    if (heading.year !== undefined || monthsOf(heading).length === 0) return heading;
    const { year } = heading.years ? yearOfAll(heading.years, target) : title;
    return year === undefined ? heading : { ...heading, year };
  });
}

/** A month of another year than the plan's: the last one, or one before. */
function outOfYear(
  heading: Heading | undefined,
  key: string,
  target: Target,
): 'lastYearMonths' | 'otherYear' | undefined {
  if (!heading || !placeOf(target, key)?.field.monthly) return undefined;
  return yearOut(heading, target);
}

function yearOut(heading: Heading, target: Target): 'lastYearMonths' | 'otherYear' | undefined {
  if (heading.year === undefined || isOfPlan(heading, target)) return undefined;
  const year = yearOfPlan(heading, target.firstMonth);
  const isOther =
    year === 'before' || (typeof year === 'number' && target.planYear !== undefined && year !== target.planYear - 1);
  return isOther ? 'otherYear' : 'lastYearMonths';
}

/** Several months in one figure, in a table in which each stands by itself. */
function leaveSpans(found: (Match | undefined)[], headings: readonly Heading[], target: Target): void {
  if (!target.tab.fields.some(({ monthly }) => monthly)) return;
  for (const [index, heading] of headings.entries())
    if (heading.span && found[index] === undefined)
      found[index] = { ...nothing, out: yearOut(heading, target) ?? 'span' };
}

/** Months without a year beside last year's sales are last year's, unless their headers speak of targets. */
function leaveLastYear(found: (Match | undefined)[], headings: readonly Heading[], target: Target): void {
  if (!found.some((match) => match && target.names[match.key]?.ofLastYear === true)) return;
  for (const [index, match] of found.entries()) {
    const isMonth = match?.by === 'header' && placeOf(target, match.key)?.field.monthly === true;
    if (!isMonth && match?.out !== 'span') continue;
    if (!isOfPlan(headings[index] ?? headingOf(''), target)) found[index] = { ...nothing, out: 'lastYearMonths' };
  }
}

/** A few cells below a header, to know a column by. */
export function sampleOf({ body }: Table, index: number): string {
  for (const { cells } of body) if (!isBlank(cells[index])) return cellText(cells[index]).trim().slice(0, longest);
  return '';
}

const longest = 60;

/** Columns that hold something or have a header: the others are not worth a word. */
export const worthTelling = ({ headings, body }: Table, index: number): boolean =>
  (headings[index]?.text ?? '') !== '' || body.some(({ cells }) => !isBlank(cells[index]));
