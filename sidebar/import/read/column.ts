import type { Scalar } from '../../../src/model/answer';
import { type Kind, numericKinds } from '../../../src/model/field';
import { keptText, neededKeys } from '../../../src/model/key';
import { parsed } from '../../../src/model/parse';
import { bareText, type Cell, cellText, isBlank, isPlaceholder } from '../cell';
import type { Row } from '../grid';
import { block, type Steps } from '../steps';
import { readChoices } from './choices';
import { readDays } from './days';
import type { ColumnReader, Found, Given } from './given';
import { idsOf } from './ids';
import { type Figure, figureIn, readNumbers } from './numbers';
import type { CellWrong, Fact, Question, ReadColumn } from './reading';

/** How many times cells were looked at: what a test counts to see that no column is read for nothing. */
export const work = { cells: 0 };

/** A failed formula that a spreadsheet wrote as text; #N/A says that there is nothing. */
const failed = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|ERROR!|SPILL!|CALC!|CYCLE|GETTING_DATA)$/i;

/** `=B2+C2`; of texts, which may be anything, what calls a function: `=VLOOKUP(…)`. */
const formula = /^=\s*[-+]?(?:[A-Za-z$('@]|\d)/;
const call = /^=\s*(?:[A-Za-z.]+\(|\(…\)$)/;

/** Reads a column with one reading for all its rows, step by step. */
export function* columnIn(rows: readonly Row[], given: Given): Steps<ReadColumn> {
  const texts: (Cell | undefined)[] = [];
  const faults = new Map<number, CellWrong>();
  const nothings = new Map<string, number>();
  let filled = 0;
  const own = new Set(given.target.names[given.field.id]?.nothing);
  // Of figures the parts are told first, cell by cell.
  const isNumeric = numericKinds.has(given.field.kind);
  const isFree = given.field.kind === 'text' && !given.field.key;
  const all = rows.length * (isNumeric ? 2 : 1);
  for (const [at, { cells }] of rows.entries()) {
    if (at > 0 && at % block === 0) yield at / all;
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
    if (isPlaceholder(text) || (own.size > 0 && own.has(text.toLowerCase()))) {
      nothings.set(text, (nothings.get(text) ?? 0) + 1);
      continue;
    }
    filled += 1;
    if (failed.test(text)) faults.set(at, { code: 'errorCell' });
    else if (text.startsWith('=') && (isFree ? call : formula).test(text)) faults.set(at, { code: 'formulaCell' });
    else texts[at] = text;
  }
  const figures: Figure[] = [];
  if (isNumeric)
    for (const [at, cell] of texts.entries()) {
      if (at > 0 && at % block === 0) yield (rows.length + at) / all;
      figures.push(figureIn(cell, given.field.kind));
    }
  const read = isNumeric ? readNumbers(texts, given, figures) : readerOf(given.field.kind)(texts, given);
  for (const [at, wrong] of read.faults) faults.set(at, wrong);
  const values = read.values;
  let count = 0;
  for (const value of values) if (value !== null) count += 1;
  return { strange: [], pending: new Set(), left: new Set(), ...read, values, faults, nothings, filled, read: count };
}

function readerOf(kind: Kind): ColumnReader {
  if (kind === 'date') return readDays;
  if (kind === 'choice') return readChoices;
  return kind === 'tick' || kind === 'month' ? readPlain : readTexts;
}

const wideId = /^\d(?:[.,]\d+)?E\+\d+$/i;

/** Text as it stands; of a number that a spreadsheet holds its digits. An id in exponents is lost. */
function readTexts(texts: readonly (Cell | undefined)[], given: Given): Found {
  const { field } = given;
  const faults = new Map<number, CellWrong>();
  // An id of a file with a line for each receipt stands in hundreds of them.
  const tidied = new Map<string, string | null>();
  const values = texts.map((cell, at): string | null => {
    if (cell === undefined) return null;
    const text = cellText(cell);
    const known = tidied.get(text);
    if (known !== undefined) return known;
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
    const value = keptText(field, text) || null;
    // A number of a spreadsheet may be lost where its digits as text are not.
    if (typeof cell === 'string') tidied.set(text, value);
    return value;
  });
  return field.key ? withAbove(withIds(values, faults, given), given) : { values, faults, facts: [], questions: [] };
}

/**
 * Lines without an id below one with, as pivot tables have them and merged cells that were saved as text: whether they are
 * of the one above is asked once.
 */
function withAbove(found: Found, { index, reading, target, field }: Given): Found {
  const isLine = target.asksCodes === true && !target.tab.sold && field.required === true;
  const { values, faults } = found;
  if (!isLine || values[0] === null) return found;
  let above: Scalar = null;
  let [rows, first] = [0, ''];
  const filled = values.map((value, at): Scalar => {
    if (value !== null || faults.has(at)) {
      above = value;
      return value;
    }
    if (rows === 0) first = String(above ?? '');
    rows += 1;
    return above;
  });
  if (rows === 0 || reading.above === 'none') return found;
  if (reading.above === 'same')
    return { ...found, values: filled, facts: [...found.facts, { fact: 'above', above: 'same' }] };
  const pending = new Set(values.flatMap((value, at) => (value === null && !faults.has(at) ? [at] : [])));
  return { ...found, pending, questions: [...found.questions, { ask: 'above', index, got: first, rows }] };
}

/** Ids as a spreadsheet had them, and what it asks where only a number has them in common with the plan's. */
function withIds(
  values: readonly (string | null)[],
  faults: Map<number, CellWrong>,
  { index, reading, target, field }: Given,
): Found {
  const [key, ...more] = neededKeys(target.tab);
  // Of several parts of a key none is a number by itself.
  const codes = key === field && more.length === 0 ? target.codes : undefined;
  const filled = values.filter((value) => value !== null);
  const { idOf, hadPoint, same, several } = idsOf(filled, codes);
  if (!hadPoint && same.length === 0 && several.size === 0) return { values, faults, facts: [], questions: [] };
  const held = new Map(reading.ids === 'numbers' ? same.map((one) => [one.got, one.held]) : []);
  const read = values.map((value, at): Scalar => {
    if (value === null) return null;
    const id = idOf(value);
    if (!several.has(id) || target.asksCodes) return held.get(id) ?? id;
    faults.set(at, { code: 'idOfSeveral' });
    return null;
  });
  const facts: Fact[] = hadPoint ? [{ fact: 'wholeIds' }] : [];
  if (reading.ids !== undefined && same.length > 0) facts.push({ fact: 'ids', ids: reading.ids });
  const questions: Question[] = [];
  if (reading.ids === undefined && same.length > 0) questions.push({ ask: 'ids', index, same });
  return { values: read, faults, facts, questions };
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
