import type { Field } from '../../src/model/field';
import { neededKeys } from '../../src/model/key';
import { cellText } from './cell';
import { inOneCurrency } from './currency';
import type { ImportFault } from './fault';
import type { Row } from './grid';
import { type Answers, guessFor, type Match, sampleOf, worthTelling } from './matching';
import type { Notice } from './notice';
import type { Fact, Question, ReadColumn } from './read/reading';
import type { Column, ImportRecord } from './records';
import { headerOf, type Table } from './table';
import { isAdded, labelOf, placeOf, type Target } from './target';

/** A column of the file and what it was taken for. */
export interface Taken {
  readonly index: number;
  readonly header: string;
  readonly sample: string;
  readonly match: Match;
  readonly facts: readonly Fact[];
}

/** What a file holds: the records without a fault, every fault of the others, and what must be said or asked. */
export interface Import {
  readonly taken: readonly Taken[];
  /** None while something is asked. */
  readonly records: readonly ImportRecord[];
  readonly faults: readonly ImportFault[];
  readonly notices: readonly Notice[];
  readonly questions: readonly Question[];
  /** The first and the last day of lines that are added up, as `2027-03-16`. */
  readonly days?: { readonly first: string | undefined; readonly last: string | undefined };
}

/** The columns that fill something, read; those that hold something else than their header says are left out. */
export function columnsOf(
  table: Table,
  rows: readonly Row[],
  target: Target,
  answers: Answers,
  readAt: (index: number, field: Field) => ReadColumn,
): {
  readonly columns: readonly Column[];
  readonly matching: readonly Match[];
  readonly notices: Notice[];
  readonly questions: readonly Question[];
} {
  const columns: Column[] = [];
  const notices: Notice[] = [];
  const questions: Question[] = [];
  // The months of a field count in one unit: it is asked once, of the first.
  const unitless = new Map<string, number[]>();
  const matching = answers.matching.map((match, index): Match => {
    const place = match.key === '' ? undefined : placeOf(target, match.key);
    if (!place) return match;
    const read = readAt(index, place.field);
    const header = headerOf(table, index);
    if (isMistaken(read, place.field, match)) {
      const texts = read.strange.length > 0 ? read.strange : [sampleOf(table, index)];
      if (read.filled > 0)
        notices.push({
          code: place.field.kind === 'choice' ? 'noChoices' : 'notRead',
          column: header,
          label: labelOf(place.field, target),
          texts,
        });
      return { key: '', by: 'none', out: 'noChoices' };
    }
    columns.push({ index, header, ...place, read });
    // Of columns that are added up one answer is for all.
    const isNew = ({ ask }: Question): boolean => !isAdded(match.key) || !questions.some((one) => one.ask === ask);
    for (const question of read.questions.filter(isNew)) {
      const of =
        question.ask === 'factor' && place.field.cells !== undefined ? unitless.get(place.field.id) : undefined;
      if (question.ask === 'factor' && of) of.push(question.index);
      else if (question.ask === 'factor' && place.field.cells !== undefined) {
        const also: number[] = [];
        unitless.set(place.field.id, also);
        questions.push({ ...question, also });
      } else questions.push(question);
    }
    return match;
  });
  const inOne = inOneCurrency(rows, table, matching, columns, target);
  if (inOne.other) notices.push(inOne.other);
  return { columns: inOne.columns, matching, notices, questions };
}

/** The field that people know a record by beside its key: the table's last frozen column, if it is text. */
export const nameIn = ({ tab }: Target): string | undefined =>
  tab.fields.find(({ id, kind, key }) => !key && kind === 'text' && id === tab.frozenThrough)?.id;

/** Whether a column that its header gave to a field holds something else: nobody said so, and none of it can be read. */
function isMistaken(read: ReadColumn, field: Field, { by }: Match): boolean {
  if (by === 'person' || by === 'remembered' || read.filled === 0 || field.key) return false;
  if (field.kind !== 'choice') {
    // What is nearly a date or a figure is one gone wrong.
    const isNothing = [...read.faults.values()].every((wrong) => 'rule' in wrong && wrong.rule !== 'noSuchDay');
    return !field.required && read.read === 0 && read.questions.length === 0 && read.filled > 2 && isNothing;
  }
  const known = new Set(read.values.filter((value) => typeof value === 'string' && !read.strange.includes(value)));
  // Of a list that takes other texts too, most of them must be its own.
  return field.open ? known.size < read.strange.length : known.size === 0;
}

/** A key that no column fills: which one is it? */
export function missingKeys(table: Table, target: Target, matching: readonly Match[]): readonly Question[] {
  if (table.body.length === 0) return [];
  return neededKeys(target.tab)
    .filter((field) => !matching.some(({ key }) => key === field.id))
    .map(({ id }) => ({ ask: 'column', field: id, ...guessFor(id, nameIn(target), table, matching, target) }));
}

/** Columns that say the same name and hold different things. */
export function rivals(table: Table, matching: readonly Match[]): readonly Question[] {
  const questions: Question[] = [];
  for (const [index, { out, rival }] of matching.entries()) {
    if (out !== 'rival' || rival === undefined) continue;
    const holder = matching.findIndex(({ key }) => key === rival);
    if (holder < 0 || matching[holder]?.by !== 'header') continue;
    const differ = table.body.some(({ cells }) => cellText(cells[index]).trim() !== cellText(cells[holder]).trim());
    if (differ) questions.push({ ask: 'twice', key: rival, indices: [holder, index] });
  }
  return questions;
}

/** The columns that are worth a word, with what they fill. */
export function takenOf(table: Table, matching: readonly Match[], columns: readonly Column[]): readonly Taken[] {
  const byIndex = new Map(columns.map((column) => [column.index, column]));
  return matching.flatMap((match, index): readonly Taken[] => {
    if (match.key === '' && !worthTelling(table, index)) return [];
    const facts = byIndex.get(index)?.read.facts ?? [];
    return [{ index, header: headerOf(table, index), sample: sampleOf(table, index), match, facts }];
  });
}
