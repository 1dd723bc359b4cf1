import { readFileSync, statSync } from 'node:fs';
import { matchedAs } from '../../sidebar/import/ask';
import { type Encoding, tooLarge } from '../../sidebar/import/bytes';
import { bareText } from '../../sidebar/import/cell';
import type { ImportFault } from '../../sidebar/import/fault';
import { foldedHeader, headingOf } from '../../sidebar/import/heading';
import type { Opened } from '../../sidebar/import/import';
import { namedWays, wayNamed } from '../../sidebar/import/marked';
import type { Answers } from '../../sidebar/import/matching';
import type { Wish } from '../../sidebar/import/memory';
import { namesOf } from '../../sidebar/import/names';
import { rowName } from '../../sidebar/import/records';
import type { Import } from '../../sidebar/import/taken';
import {
  addable,
  addedKey,
  bareKey,
  choiceReader,
  importable,
  isAdded,
  placeOf,
  type Target,
  targetOf,
} from '../../sidebar/import/target';
import { type Read, readGiven } from '../../sidebar/intake/given';
import type { Scalar } from '../../src/model/answer';
import type { Field } from '../../src/model/field';
import { endedWays, totalWays } from '../../src/model/headers';
import { folded, parsed } from '../../src/model/parse';
import { sections } from '../../src/sections';
import type { Complaint } from './complaint';

/** What the command line says of how the list is read. */
export interface Wishes {
  /** Headers, each with what its column fills and how it is read. */
  readonly map: readonly { readonly header: string; readonly wish: Wish }[];
  /** Fields that are the same in every row. */
  readonly all: readonly { readonly field: string; readonly text: string }[];
  /** Texts of a column, each with the choice that it is; '' to leave it out. */
  readonly values: readonly { readonly header: string; readonly text: string; readonly choice: string }[];
  /** Rows that have the sum of others, each with what it is. */
  readonly rows: Answers['rows'];
  readonly encoding: Encoding | undefined;
  readonly sheet: string | undefined;
}

export const noWishes: Wishes = { map: [], all: [], values: [], rows: {}, encoding: undefined, sheet: undefined };

/** The list of stores as the command read it. */
export interface Stores extends Import {
  readonly target: Target;
  readonly file: Opened | undefined;
  readonly answers: Answers;
  readonly encoding?: Encoding | undefined;
  /** Wishes that name what is not there. */
  readonly complaints: readonly Complaint[];
}

const noAnswers: Answers = { matching: [], readings: {}, choices: {}, all: {}, rows: {} };

/** The stores' table, in a plan year that starts in January and in the currency that are a new workbook's. */
export function storesTable(planYear: number): Target {
  for (const section of sections) {
    const tab = section.tabs.find(({ id }) => id === 'stores');
    if (tab) return targetOf(tab, section, 1, planYear, 'CNY');
  }
  throw new Error('no section has a tab stores');
}

/** A file as it was named, and where it is. */
export interface ListFile {
  readonly name: string;
  readonly path: string;
}

/** The store list of a file, or of several, read as wished; throws what reading a file throws. */
export async function storesIn(
  files: readonly ListFile[],
  planYear: number,
  wishes: Wishes = noWishes,
): Promise<Stores> {
  const target = storesTable(planYear);
  const read = await readAs(files, target, wishes);
  if ('fault' in read) {
    const faults = [read.fault];
    const nothing = { taken: [], records: [], notices: [], questions: [], complaints: [], encoding: undefined };
    return { ...nothing, faults, target, file: undefined, answers: noAnswers };
  }
  const { answers, complaints } = answersIn(read.file, wishes);
  return { ...read.file.read(answers), target, file: read.file, answers, complaints, encoding: read.encoding };
}

async function readAs(
  files: readonly ListFile[],
  target: Target,
  { encoding, sheet }: Wishes,
): Promise<Read | { readonly fault: ImportFault }> {
  const large = tooLarge(files.reduce((sum, { path }) => sum + statSync(path).size, 0));
  if (large) return { fault: large };
  const given = files.map(({ name, path }) => ({ name, bytes: readFileSync(path) }));
  const choice = { ...(encoding !== undefined && { encoding }), ...(sheet !== undefined && { sheet }) };
  const reader = async () => (await import('../../sidebar/import/workbook')).readWorkbook;
  return readGiven(given, choice, target, {}, reader);
}

/** How the file is read, with what the command line says; and what of that cannot be meant. */
function answersIn(
  { first, table, target }: Opened,
  { map, all, values, rows }: Wishes,
): { readonly answers: Answers; readonly complaints: readonly Complaint[] } {
  const complaints: Complaint[] = [];
  const headers = table.headings.map(({ text }) => text);
  const indexOf = (header: string, option: string): number | undefined => {
    const index = headers.findIndex((text) => foldedHeader(text) === foldedHeader(header));
    const lettered = /^[A-Z]{1,3}$/.test(header) ? numberOf(header) : -1;
    if (index >= 0) return index;
    if (lettered >= 0 && lettered < headers.length) return lettered;
    complaints.push({ code: 'noColumn', option, got: header, known: headers.filter((text) => text !== '') });
    return undefined;
  };
  /** Columns by a header, a letter, or the letters of the first and the last: `C:N`. */
  const indicesOf = (header: string): readonly number[] => {
    const [, from = '', to = ''] = /^([A-Z]{1,3}):([A-Z]{1,3})$/.exec(header) ?? [];
    const [start, end] = [numberOf(from), numberOf(to)];
    if (from !== '' && start <= end && end < headers.length)
      return Array.from({ length: end - start + 1 }, (_, index) => start + index);
    const index = indexOf(header, '--map');
    return index === undefined ? [] : [index];
  };
  let answers = first;
  const readings = { ...first.readings };
  for (const { header, wish } of map) {
    const indices = indicesOf(header);
    if (indices.length === 0) continue;
    const key = wish.key === '' ? '' : keyNamed(wish.key, target);
    if (key === undefined) {
      complaints.push({
        code: 'noField',
        option: '--map',
        got: wish.key,
        known: importable(target).filter((name) => !name.includes('.')),
      });
      continue;
    }
    for (const index of indices) {
      answers = matchedAs(answers, index, key);
      readings[index] = wish.reading;
    }
  }
  const choices: Record<number, Record<string, string>> = {};
  const records: Record<string, 'record'> = {};
  for (const { header, text, choice } of values) {
    const index = indexOf(header, '--value');
    if (index === undefined) continue;
    const field = placeOf(target, answers.matching[index]?.key ?? '')?.field;
    // Of a column that fills nothing it is how lines count that say this.
    // Of a column of keys or names it is whether a row that says a total's word is one.
    const isText = field?.kind === 'text' && field.list === undefined;
    const ofField = field && (isText ? totalWays.find((way) => way === choice) : choiceReader(field, target)(choice));
    const id = choice === '' ? '' : field ? ofField : (wayNamed(choice) ?? endedWays.find((way) => way === choice));
    const known = isText
      ? totalWays
      : field
        ? choicesOf(field.list, target)
        : [...namedWays, ...endedWays.filter((way) => way !== '')];
    if (id === undefined) complaints.push({ code: 'noChoice', option: '--value', got: choice, known });
    else choices[index] = { ...choices[index], [folded(text)]: id };
    // A row that is said to be a record by its name is not asked about by its sum.
    if (isText && id === 'record')
      for (const row of table.body)
        if (folded(bareText(row.cells[index])) === folded(text)) records[rowName(row)] = 'record';
  }
  const same: Record<string, Scalar> = {};
  for (const { field: name, text } of all) {
    const field = placeOf(target, keyNamed(name, target) ?? '')?.field;
    if (!field) {
      complaints.push({
        code: 'noField',
        option: '--all',
        got: name,
        known: importable(target).filter((known) => !known.includes('.')),
      });
      continue;
    }
    const value = field.kind === 'choice' ? choiceReader(field, target)(text) : plainValue(field, text, target);
    if (value === undefined)
      complaints.push(
        field.kind === 'choice'
          ? { code: 'noChoice', option: '--all', got: text, known: choicesOf(field.list, target) }
          : { code: 'badValue', option: '--all', got: text, example: field.id },
      );
    else same[field.id] = value;
  }
  return { answers: { ...answers, readings, choices, all: same, rows: { ...records, ...rows } }, complaints };
}

/** A value as a form takes it; undefined for none. */
function plainValue(field: Field, text: string, { lists }: Target): Scalar | undefined {
  const read = parsed(field, text, lists);
  return 'value' in read ? read.value : undefined;
}

const choicesOf = (list: string | undefined, { lists }: Target): readonly string[] =>
  lists.find(({ id }) => id === list)?.choices.map(({ id }) => id) ?? [];

/** A field by its id, its label in either language, or another name for it. */
function keyNamed(name: string, target: Target): string | undefined {
  const bare = bareKey(name);
  const found = importable(target).includes(bare) ? bare : namesOf(target)(headingOf(bare))?.key;
  if (found === undefined || !importable(target).includes(found)) return undefined;
  if (!isAdded(name)) return found;
  return addable(target).includes(found) ? addedKey(found) : undefined;
}

/** A → 0, AA → 26. */
const numberOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
