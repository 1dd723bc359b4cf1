import type { Scalar } from '../../src/model/answer';
import type { Field } from '../../src/model/field';
import { foldedName } from '../../src/model/key';

import { apart } from './apart';
import { type Aside, asideOf, type Parted, parted, type SaidTotals } from './aside';
import { columnsBeside } from './beside';
import { doubtfulTotals, noticesOfCalled } from './called';
import { closedThen } from './closedThen';
import { endedNotices, endedQuestions, endedRows } from './ended';
import type { ImportFault } from './fault';
import { fileFaults, inOrder, isBlankTable, missingFaults } from './fileFaults';
import type { Grid, Row } from './grid';
import { headingOf } from './heading';
import { joined } from './joined';
import { limits } from './limits';
import { linesReader } from './linesImport';
import { marking, noticesOfMarks, questionsOf, type WithMarks } from './marked';
import {
  type Answers,
  answersFor,
  knownTo,
  likely,
  type Match,
  type PerhapsMonths,
  perhapsMonths,
  unsummed,
  unsureMonths,
} from './matching';
import type { Remembered } from './memory';
import { unmixed } from './mixed';
import { withPeriods } from './monthRow';
import { namesOf } from './names';
import { type Notice, noticesOf } from './notice';
import { columnIn } from './read/column';
import type { Fact, Question, ReadColumn, Reading } from './read/reading';
import { type Column, recordsOf, rowName } from './records';
import { gridIn, gridOf } from './rows';
import { factorsBeside } from './rowUnits';
import { unstacked } from './stacked';
import { finished, type Steps } from './steps';
import { isLong, summed } from './summed';
import { sums } from './sums';
import { headerOf, isTurned, type Table, tableOf } from './table';
import { columnsOf, type Import, missingKeys, nameIn, rivals, takenOf } from './taken';
import { isAdded, labelOf, placeOf, type Target } from './target';
import { type Times, timesIn, wholeRows } from './times';
import { titleYear } from './title';
import { titled } from './titled';
import { type NamedTable, together, unitAbove } from './together';
import { noticesOfTotals, type ReadTotals, totalsOff } from './totals';

/** A file that has been read, ready to be matched. */
export interface Opened {
  readonly table: Table;
  readonly grid: Grid;
  /** How it is read as long as nobody says otherwise. */
  readonly first: Answers;
  readonly target: Target;
  /** Reads it as the answers say; a column that is matched and read as before is not read again. */
  readonly read: (answers: Answers) => Import;
  /** Reads it step by step, for who has other things to do in between; says after each which share of it is read. */
  readonly columns: (answers: Answers) => Generator<number, void>;
  /** A row for each record, or a line for each day, receipt or month of one. */
  readonly shape: Shape;
  /** The table that its records are for, where a line of the file is none. */
  readonly of: Target;
}

/** What a row of a file is. */
export type Shape = 'records' | 'lines';

/** Finds headers and columns of a file, once. Of figures by month it is told what a row is, where nobody says so. */
export function opened(given: Grid, of: Target, remembered: Remembered = {}, said?: Shape): Opened {
  const read = (target: Target): Opened => {
    const known = knownTo(target, remembered);
    const grid: Grid = isTurned(given, known) ? { rows: [], faults: [{ code: 'turned' }] } : given;
    return openedAs(tableOf(grid, known), grid, target, of, remembered);
  };
  return asShaped(read, of, said);
}

/** A file as records, or as lines: as said, else by whether it has columns of months. */
function asShaped(read: (target: Target) => Opened, of: Target, said: Shape | undefined): Opened {
  const { lines } = of;
  if (!lines || said === 'records') return read(of);
  if (said === 'lines') return read(lines);
  const records = read(of);
  const isMonth = ({ key, out }: Match): boolean =>
    placeOf(of, key)?.field.monthly === true || out === 'lastYearMonths' || out === 'otherYear' || out === 'span';
  // A line says at least whose it is, when and how much.
  const isLine = records.table.body.length > 0 && records.table.width >= 3;
  const isPerhaps = records.table.headings.some(({ perhaps }) => perhaps !== undefined);
  return isLine && !isPerhaps && !records.first.matching.some(isMonth) ? read(lines) : records;
}

function openedAs(whole: Table, grid: Grid, target: Target, of: Target, remembered: Remembered): Opened {
  const headings = withPeriods(whole.headings, target.firstMonth);
  const found = unstacked({ ...whole, headings }, target);
  const table = target === of ? unmixed(apart(found, target), target) : linesOf(found, target, of);
  return {
    table,
    grid,
    first: answersFor(table, target, remembered),
    target,
    shape: target === of ? 'records' : 'lines',
    of,
    ...readerOf(grid, table, target, of),
  };
}

/** A table of lines: with the month that stands in two columns, or above them, in one. */
function linesOf(found: Table, target: Target, { tab }: Target): Table {
  const table = joined(found);
  return tab.sold ? titled(table, target, tab.sold.lines.day) : table;
}

/** A file that was read, with its name. */
export interface NamedGrid {
  readonly name: string;
  readonly grid: Grid;
}

/** Several files as one: rows and faults know theirs. */
export function openedTogether(
  files: readonly NamedGrid[],
  of: Target,
  remembered: Remembered = {},
  said?: Shape,
): Opened | { readonly fault: ImportFault } {
  const joined = (target: Target): ReturnType<typeof together> => {
    const known = knownTo(target, remembered);
    const nameOf = namesOf(target);
    const tables = files.map(({ name, grid }): NamedTable => ({ name, table: tableOf(grid, known) }));
    return together(tables, (header) => nameOf(headingOf(header))?.key);
  };
  const hiddenRows = files.reduce((sum, { grid }) => sum + (grid.hiddenRows ?? 0), 0);
  const faults = files.flatMap(({ name, grid }) => grid.faults.map((fault) => ({ ...fault, file: name })));
  const damaged = files.flatMap(({ name, grid }) => (grid.damaged ?? []).map((row) => ({ ...row, file: name })));
  const grid: Grid = { rows: [], faults, hiddenRows, damaged };
  let wrong: ImportFault | undefined;
  const read = (target: Target): Opened => {
    const found = joined(target);
    if ('fault' in found) wrong = found.fault;
    const table = 'fault' in found ? tableOf(grid, () => false) : found.table;
    return openedAs(table, grid, target, of, remembered);
  };
  const file = asShaped(read, of, said);
  return wrong ? { fault: wrong } : file;
}

/** Reads a file as its headers and its content tell, at once. */
export function importOf(grid: Grid, target: Target, remembered: Remembered = {}): Import {
  const { first, read } = opened(grid, target, remembered);
  return read(first);
}

/** Reads a delimited text at once. */
export function importText(text: string, target: Target, remembered: Remembered = {}): Import {
  return importOf(gridOfText(text, target, remembered), target, remembered);
}

/** The rows of a delimited text, by the headers that are known. */
export const gridOfText = (text: string, target: Target, remembered: Remembered = {}): Grid =>
  gridOf(text, knownCells(target, remembered), mostRows(target));

/** The same step by step; each step says which share of the text is read. */
export const gridInText = (text: string, target: Target, remembered: Remembered): Generator<number, Grid> =>
  gridIn(text, knownCells(target, remembered), mostRows(target));

/** Cells that could be headers of a table, or of lines that are added up to it. */
function knownCells(target: Target, remembered: Remembered): (cell: string) => boolean {
  const known = knownTo(target, remembered);
  const ofLine = target.lines && knownTo(target.lines, remembered);
  return (cell) => {
    const heading = headingOf(cell);
    return known(heading) || ofLine?.(heading) === true;
  };
}

/** How many rows of a file are read for a table. */
export const mostRows = ({ lines }: Target): number => (lines ? limits.lines : limits.rows);

function readerOf(grid: Grid, table: Table, target: Target, of: Target): Pick<Opened, 'read' | 'columns'> {
  const kept = new Map<string, { readonly rows: readonly Row[]; readonly read: ReadColumn }>();
  const parts = new Map<string, Parted>();
  const factorAbove = unitAbove(table);
  const yearAbove = titleYear(table, target);
  const partsOf = ({ matching, choices }: Answers): Parted => {
    const at = (key: string | undefined): number | undefined => {
      const index = matching.findIndex((match) => match.key === key);
      return index < 0 ? undefined : index;
    };
    const key = target.tab.fields.find((field) => field.key)?.id;
    const name = nameIn(target);
    const isWide = matching.filter((match) => match.key !== '').length > 1;
    // No day is called so either.
    const isFree = ({ key: filled }: Match): boolean => filled === '' || placeOf(target, filled)?.field.kind === 'date';
    const free = matching.flatMap((match, index) => (isFree(match) ? [index] : []));
    const saidAt = (index: number | undefined): SaidTotals => (index === undefined ? undefined : choices[index]) ?? {};
    const said = { key: saidAt(at(key)), name: saidAt(at(name)) };
    const telling = { key: at(key), name: at(name), said, free, isWide };
    const of = JSON.stringify(telling);
    const known = parts.get(of);
    if (known) return known;
    const found = parted(table.body, telling);
    // The same rows, by whatever they were told: what was read of them stays read.
    const out = JSON.stringify(found.aside);
    const same = [...parts.values()].find(({ aside }) => JSON.stringify(aside) === out);
    const kept = same ? { ...found, rows: same.rows } : found;
    parts.set(of, kept);
    return kept;
  };
  const readerFor = (answers: Answers, { rows }: Parted) => {
    return function* (index: number, field: Field): Steps<ReadColumn> {
      const [reading, choices] = [answers.readings[index] ?? {}, answers.choices[index] ?? {}];
      const isPart = isAdded(answers.matching[index]?.key ?? '');
      const unitsAt = besideIn(rows, answers.matching)(index);
      const of = JSON.stringify([index, field.id, reading, choices, isPart, unitsAt]);
      const before = kept.get(of);
      if (before?.rows === rows) return before.read;
      const read = yield* columnIn(rows, {
        ...givenAt(index, field),
        factors: factorsBeside(rows, unitsAt),
        reading,
        choices,
        isPart,
      });
      kept.set(of, { rows, read });
      return read;
    };
  };
  let beside: { readonly rows: readonly Row[]; readonly of: string; readonly at: ReturnType<typeof columnsBeside> };
  /** The columns that may say in what those figures count; found once for the same rows and matching. */
  const besideIn = (rows: readonly Row[], matching: readonly Match[]) => {
    const of = matching.map(({ key }) => key).join('\n');
    if (beside?.rows !== rows || beside.of !== of)
      beside = { rows, of, at: columnsBeside(rows, table, matching, target) };
    return beside.at;
  };
  const givenAt = (index: number, field: Field) => {
    const heading = table.headings[index] ?? headingOf('');
    return { index, heading, field, target, delimiter: table.delimiter, factorAbove, yearAbove };
  };
  /** Reads the cells of totals as their column is read: with its decimal sign, in its unit. */
  const totalsReader =
    (answers: Answers, { totals }: Parted): ReadTotals =>
    ({ index, field, read: { facts } }) => {
      const signs = facts.flatMap((one) => (one.fact === 'point' ? [one.point] : []));
      const reading: Reading = { ...answers.readings[index], ...(signs[0] && { point: signs[0] }), scale: 'even' };
      const rows = totals.map(({ row }) => row);
      const factors = factorsBeside(rows, besideIn(rows, answers.matching)(index));
      const read = finished(columnIn(rows, { ...givenAt(index, field), factors, reading, choices: {}, isPart: false }));
      return read.questions.length > 0 ? [] : read.values;
    };
  const withMarks = marking();
  const lines = target === of ? undefined : linesReader(grid, table, target, of);
  return {
    read: (answers) => {
      const parts = partsOf(answers);
      const readIn = readerFor(answers, parts);
      const readAt = (index: number, field: Field): ReadColumn => finished(readIn(index, field));
      const readTotals = totalsReader(answers, parts);
      return lines
        ? lines.read(answers, parts, readAt, readTotals)
        : importWith(grid, table, target, answers, parts, readAt, readTotals, withMarks);
    },
    *columns(answers) {
      const parts = partsOf(answers);
      const readIn = readerFor(answers, parts);
      const readAt = (index: number, field: Field): ReadColumn => finished(readIn(index, field));
      const most = lines ? 0.5 : 1;
      const { length } = answers.matching;
      for (const [index, { key }] of answers.matching.entries()) {
        const place = key === '' ? undefined : placeOf(target, key);
        if (!place) continue;
        const steps = readIn(index, place.field);
        for (const share of steps) yield ((index + share) / length) * most;
        yield ((index + 1) / length) * most;
      }
      if (lines) for (const share of lines.steps(answers, parts, readAt)) yield 0.5 + share / 2;
    },
  };
}

function importWith(
  grid: Grid,
  table: Table,
  target: Target,
  answers: Answers,
  parts: Parted,
  readAt: (index: number, field: Field) => ReadColumn,
  readTotals: ReadTotals,
  withMarks: WithMarks,
): Import {
  const { rows, aside } = parts;
  const { columns: each, matching, notices, questions: asked } = columnsOf(table, rows, target, answers, readAt);
  const read = addedUp(each, matching);
  const { all, notices: told } = forAll(answers, read, target);
  const key = read.find(({ field }) => field.key);
  const totals = withoutSums(parts, read, answers);
  const isFree = (index: number): boolean => matching[index]?.key === '';
  const times = isLong(key) && timesIn(rows, table.width, isFree, target.firstMonth);
  const sumOf = ({ index }: Column) => sumIn(answers, index, times, target);
  const wholes = times ? withoutWholes(rows, key, read, times, answers) : none;
  const year = read.map(sumOf).find((sum) => typeof sum === 'number');
  const isSummed = read.some((column) => sumOf(column) !== undefined);
  const { columns: asCounted, marks } = isSummed
    ? withMarks(read, (column) => sumOf(column) !== undefined, rows, matching, answers)
    : { columns: read, marks: [] };
  const isOfYear = (at: number): boolean => year === undefined || times?.years[at] === year;
  const { columns, within } = summed(
    asCounted.map((column) => withSum(column, sumOf(column))),
    key,
    (column) => sumOf(column) !== undefined,
    (at) => isOfYear(at) && !wholes.left.has(at),
  );
  const long = isSummed && within.size > 0 ? undefined : longIn(read, key, yearsToAsk(times, target));
  // Figures of a month are small for a year.
  const questions = long ? [...asked.filter(({ ask }) => ask !== 'factor'), long] : [...asked];
  const keys = missingKeys(table, target, matching);
  const rival = rivals(table, matching);
  questions.push(...totals.questions, ...wholes.questions, ...keys, ...rival);
  // Whose the months are is asked once it is known which columns are meant: an answer for some would choose them.
  const perhaps = keys.length === 0 ? perhapsMonths(table, matching, target) : undefined;
  if (perhaps) questions.push(monthsQuestion(table, perhaps));
  const unsure = rival.length === 0 ? unsureMonths(table, matching, target) : undefined;
  if (unsure) questions.push({ ask: 'monthsOf', ...unsure });
  // What the columns are is asked once it is known what they are of.
  if (keys.length === 0) {
    // The days of months and receipts are no openings.
    const isOfRows = (one: string): boolean => isLong(key) !== undefined && placeOf(target, one)?.field.kind === 'date';
    const free = likely(table, matching, target).filter((one) => !isOfRows(one.key));
    questions.push(
      ...free.map((one): Question => {
        return 'indices' in one ? { ask: 'twice', ...one, orNone: true } : { ask: 'perhaps', ...one };
      }),
    );
    const months = free.length === 0 ? unsummed(table, matching, target) : undefined;
    if (months) questions.push({ ask: 'addUp', ...months });
  }
  const out = new Set(columns.flatMap((column) => [...column.read.left]));
  questions.push(...questionsOf(marks));
  notices.push(...told, ...noticesOfMarks(marks));
  notices.push(...noticesOf(grid, table, target, matching, columns, [...aside, ...totals.aside, ...wholes.aside]));
  const noRecords = new Set([...totals.left, ...wholes.left]);
  const doubtful = doubtfulTotals(parts, totalsOff(parts, noRecords, each, readTotals), each, target);
  questions.push(...doubtful.questions);
  notices.push(...noticesOfTotals(doubtful.off), ...noticesOfCalled(parts));
  if (out.size > 0) notices.push({ code: 'rowsLeft', rows: out.size });
  const others = year === undefined ? 0 : rows.reduce((sum, _, at) => sum + (isOfYear(at) ? 0 : 1), 0);
  if (year !== undefined && others > 0) notices.push({ code: 'otherYears', year, rows: others });
  const isKnown = key !== undefined || !target.tab.fields.some((field) => field.key);
  const noRecord = new Set([...noRecords, ...out, ...within]);
  const ended = endedRows(rows, table, columns, noRecord, matching, answers, target);
  questions.push(...endedQuestions(ended.ended, rows, target));
  notices.push(...endedNotices(ended.ended, rows, target));
  const left = new Set([...noRecord, ...ended.left]);
  const found = isKnown ? recordsOf(rows, left, ended.columns, all, table.width, target) : { records: [], faults: [] };
  const byRow = new Map(rows.map((row) => [rowName(row), row]));
  const closed = closedThen(found.records, target).flatMap((record) => byRow.get(rowName(record)) ?? []);
  if (closed.length > 0) notices.push({ code: 'withoutMonths', rows: closed.map((row) => asideOf(row, 'sum')) });
  // Whether rows of one id are one record is asked: until then they are no fault.
  const isAsked = (fault: ImportFault): boolean => long !== undefined && 'rule' in fault && fault.rule === 'unique';
  const faults = [
    ...fileFaults(grid, table, rows),
    ...(isBlankTable(table) ? [] : missingFaults(columns, all, target)),
    ...found.faults.filter((fault) => !isAsked(fault)),
  ];
  const isReadable = questions.length === 0 && rows.length <= limits.rows;
  return {
    taken: takenOf(table, matching, [...columns, ...each.filter(({ index }) => isAdded(matching[index]?.key ?? ''))]),
    records: isReadable ? found.records : [],
    faults: inOrder(faults),
    notices,
    questions,
  };
}

/** Columns whose headers may be months, as a question. */
function monthsQuestion(table: Table, { index, months }: PerhapsMonths): Question {
  const indices = [...new Set(months.flatMap(({ keys }) => keys.map((one) => one.index)))];
  return { ask: 'months', indices, got: headerOf(table, index), months };
}

/** Columns that fill a field together as one: the sum of what each row holds in them. */
function addedUp(columns: readonly Column[], matching: readonly Match[]): readonly Column[] {
  const parts = columns.filter(({ index }) => isAdded(matching[index]?.key ?? ''));
  const [first, last] = [parts[0], parts[parts.length - 1]];
  if (!first || !last) return columns;
  const values = first.read.values.map((_, at): number | null => {
    let [sum, filled] = [0, false];
    for (const { read } of parts) {
      const value = read.values[at] ?? null;
      if (typeof value !== 'number') continue;
      sum += value;
      filled = true;
    }
    return filled ? Number(sum.toFixed(6)) : null;
  });
  const nothings = new Map<string, number>();
  for (const { read } of parts)
    for (const [text, count] of read.nothings) nothings.set(text, (nothings.get(text) ?? 0) + count);
  const whole: Column = {
    ...first,
    header: `${first.header} … ${last.header}`,
    read: {
      ...first.read,
      values,
      faults: new Map(),
      nothings,
      facts: [],
      read: values.filter((value) => value !== null).length,
    },
  };
  // What is wrong in one of them is told of that one.
  const wrong = parts.filter(({ read }) => read.faults.size > 0);
  const told = wrong.map((part) => ({ ...part, read: { ...part.read, values: [], nothings: new Map(), read: 0 } }));
  return [...columns.filter((column) => !parts.includes(column)), whole, ...told];
}

/**
 * How a column is said to be added up; a year that the file has no rows of says nothing, nor does it that all rows are
 * where they are of several years.
 */
function sumIn({ readings }: Answers, index: number, times: Times | undefined, target: Target): Reading['sum'] {
  const sum = readings[index]?.sum;
  if (typeof sum === 'number') return times?.found.some(({ year }) => year === sum) ? sum : undefined;
  return yearsToAsk(times, target) === undefined ? sum : undefined;
}

/** The years that rows are of, where they are of several, or of another than last year: which of them is meant is asked. */
function yearsToAsk(times: Times | undefined, { planYear }: Target): Times['found'] | undefined {
  const [only, ...more] = times?.found ?? [];
  if (only === undefined) return undefined;
  const isLast = planYear === undefined || only.year === planYear - 1;
  return more.length > 0 || !isLast ? times?.found : undefined;
}

/** A column that tells that it is added up, if it is. */
function withSum(column: Column, sum: Reading['sum']): Column {
  if (sum === undefined) return column;
  const added: Fact = { fact: 'sum', ...(typeof sum === 'number' && { year: sum }) };
  return { ...column, read: { ...column.read, facts: [...column.read.facts, added] } };
}

/** Rows of months or receipts of each store, with money that could be added up. */
function longIn(
  columns: readonly Column[],
  key: Column | undefined,
  years: Times['found'] | undefined,
): Question | undefined {
  const money = columns.find(({ field }) => field.kind === 'money' && field.cells === undefined);
  const long = money && isLong(key);
  return money && long && { ask: 'sum', index: money.index, ...long, ...(years && { years }) };
}

/** What a person, or an earlier file, says that a field is in all rows. */
function forAll(
  { all }: Answers,
  columns: readonly Column[],
  target: Target,
): { readonly all: Readonly<Record<string, Scalar>>; readonly notices: readonly Notice[] } {
  const values: Record<string, Scalar> = {};
  const notices: Notice[] = [];
  for (const [id, value] of Object.entries(all)) {
    const field = placeOf(target, id)?.field;
    if (!field || columns.some((column) => column.field.id === id)) continue;
    values[id] = value;
    notices.push({ code: 'forAll', label: labelOf(field, target), field: id, value });
  }
  return { all: values, notices };
}

/** Rows that are left out as totals, what is told of them, and what is asked. */
interface WithoutTotals {
  readonly left: ReadonlySet<number>;
  readonly aside: readonly Aside[];
  readonly questions: readonly Question[];
}

const none: WithoutTotals = { left: new Set(), aside: [], questions: [] };

/** Rows of a year beside rows of its months: left out where they hold their sum or a person says so, else asked about. */
function withoutWholes(
  rows: readonly Row[],
  key: Column | undefined,
  columns: readonly Column[],
  times: Times,
  { rows: said }: Answers,
): WithoutTotals {
  const ids = key?.read.values.map((id) => (id === null ? undefined : foldedName(String(id)))) ?? [];
  const money = columns.filter(({ field }) => field.kind === 'money');
  const amounts = money.map(({ read }) => read.values.map((value) => (typeof value === 'number' ? value : null)));
  const saidOf = (at: number) => {
    const row = rows[at];
    return row && said[rowName(row)];
  };
  const found = wholeRows(times, ids, amounts).filter(({ at }) => saidOf(at) !== 'record');
  const rowsAt = (wanted: boolean): readonly Row[] =>
    found.flatMap(({ at, isSum }) => ((isSum || saidOf(at) === 'total') === wanted ? (rows[at] ?? []) : []));
  return { left: new Set(found.map(({ at }) => at)), ...toldTotals(rowsAt(true), rowsAt(false)) };
}

/** What is told of rows that are totals, and asked of those that may be: all of them can be answered with the first. */
function toldTotals(out: readonly Row[], asked: readonly Row[]): Omit<WithoutTotals, 'left'> {
  const alike = asked.map(rowName);
  return {
    aside: out.map((row) => asideOf(row, 'sum')),
    questions: asked.map((row, index): Question => {
      return { ask: 'total', ...asideOf(row, 'sum'), alike: index === 0 ? alike : [] };
    }),
  };
}

/**
 * Rows that are the sum of others without saying so: left out where they lack what every record needs or a person says
 * so, else asked about.
 */
function withoutSums({ rows, totals }: Parted, columns: readonly Column[], { rows: said }: Answers): WithoutTotals {
  const key = columns.find(({ field }) => field.key);
  const money = columns.filter(({ field }) => field.kind === 'money');
  if (!key || money.length === 0) return none;
  const lacks = ({ read }: Column, at: number): boolean =>
    (read.values[at] ?? null) === null && !read.faults.has(at) && !read.pending.has(at);
  const required = columns.filter(({ field }) => field.required);
  const amounts = money.map(({ read }) => read.values.map((value) => (typeof value === 'number' ? value : null)));
  const ids = key.read.values.map((id) => foldedName(String(id ?? '')));
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  const closed = new Set(totals.map(({ before }) => before));
  const saidOf = (at: number) => {
    const [row, id = ''] = [rows[at], ids[at]];
    // No total is called as other rows are.
    return id !== '' && (counts.get(id) ?? 0) > 1 ? 'record' : row && said[rowName(row)];
  };
  const found = sums({ rows: rows.length, columns: amounts, isNameless: (at) => lacks(key, at), closed }, saidOf);
  const out = found.filter((at) => saidOf(at) === 'total' || required.some((column) => lacks(column, at)));
  const rowsAt = (places: readonly number[]): readonly Row[] => places.flatMap((at) => rows[at] ?? []);
  return { left: new Set(out), ...toldTotals(rowsAt(out), rowsAt(found.filter((at) => !out.includes(at)))) };
}
