import type { Field } from '../../src/model/field';
import type { Parted } from './aside';
import { doubtfulTotals, noticesOfCalled } from './called';
import { fileFaults, inOrder } from './fileFaults';
import type { Grid } from './grid';
import { limits } from './limits';
import { type Added, type Adding, addingUp, type LineColumns, lineColumns } from './lines';
import { marking, noticesOfMarks, questionsOf } from './marked';
import { type Answers, likelyColumn } from './matching';
import { type Notice, noticesOf } from './notice';
import type { Question, ReadColumn } from './read/reading';
import type { Column } from './records';
import type { Table } from './table';
import type { Import } from './taken';
import { columnsOf, missingKeys, rivals, takenOf } from './taken';
import type { Target } from './target';
import { noticesOfTotals, type ReadTotals, totalsOff } from './totals';

type ReadAt = (index: number, field: Field) => ReadColumn;

/** How a file of lines is read. */
export interface LinesReader {
  readonly read: (answers: Answers, parts: Parted, readAt: ReadAt, readTotals: ReadTotals) => Import;
  /** Adds the lines up, step by step; what is added up stays so while its columns are read alike. */
  readonly steps: (answers: Answers, parts: Parted, readAt: ReadAt) => Iterable<number>;
}

/** Reads a file whose lines are added up to the records of a table. */
export function linesReader(grid: Grid, table: Table, target: Target, of: Target): LinesReader {
  const { sold } = of.tab;
  if (!sold) throw new Error(`${of.tab.id} takes no lines`);
  let last: { readonly columns: LineColumns; readonly adding: Adding } | undefined;
  const isAmount = ({ field }: Column): boolean => field.id === sold.lines.amount;
  const withMarks = marking();

  function addingOf(columns: LineColumns, { rows }: Parted): Adding {
    const isSame =
      last && (['record', 'day', 'amount'] as const).every((name) => last?.columns[name].read === columns[name].read);
    if (last && isSame) return last.adding;
    const adding = addingUp(rows, columns, table.width, of);
    last = { columns, adding };
    return adding;
  }

  return {
    read(answers, parts, readAt, readTotals) {
      const {
        columns: read,
        matching,
        notices,
        questions: asked,
      } = columnsOf(table, parts.rows, target, answers, readAt);
      const { columns: asCounted, marks } = withMarks(read, isAmount, parts.rows, matching, answers);
      const columns = asCounted.map((column) => withTwice(column, answers, sold.lines.amount));
      const questions: Question[] = [...asked, ...missingKeys(table, target, matching), ...rivals(table, matching)];
      for (const { id, key } of target.tab.fields) {
        if (key || columns.some(({ field }) => field.id === id) || table.body.length === 0) continue;
        questions.push({ ask: 'column', field: id, guess: likelyColumn(id, table, matching, target), also: [] });
      }
      const taken = takenOf(table, matching, columns);
      notices.push(...noticesOf(grid, table, target, matching, columns, parts.aside));
      const doubtful = doubtfulTotals(parts, totalsOff(parts, new Set(), read, readTotals), read, target);
      questions.push(...doubtful.questions);
      notices.push(...noticesOfTotals(doubtful.off), ...noticesOfCalled(parts));
      const faults = fileFaults(grid, table, parts.rows, limits.lines);
      const known = lineColumns(columns, sold.lines);
      if (!known) return { taken, records: [], faults: inOrder(faults), notices, questions };
      const adding = addingOf(known, parts);
      for (const _ of adding.steps());
      const twice = answers.readings[known.amount.index]?.twice;
      const added = adding.result(twice);
      const { sameDay } = added;
      if (sameDay && twice === undefined) questions.push({ ask: 'sameDay', index: known.amount.index, ...sameDay });
      notices.push(...noticesOfLines(added));
      questions.push(...questionsOf(marks));
      notices.push(...noticesOfMarks(marks));
      const isReadable = questions.length === 0 && parts.rows.length <= limits.lines;
      return {
        taken,
        records: isReadable ? added.records : [],
        faults: inOrder([...faults, ...added.faults]),
        notices,
        questions,
        days: { first: added.first, last: added.last },
      };
    },
    *steps(answers, parts, readAt) {
      const { columns, matching } = columnsOf(table, parts.rows, target, answers, readAt);
      const known = lineColumns(withMarks(columns, isAmount, parts.rows, matching, answers).columns, sold.lines);
      if (known) yield* addingOf(known, parts).steps();
    },
  };
}

/** A column of amounts that says which of several lines of one day count. */
function withTwice(column: Column, { readings }: Answers, amount: string): Column {
  const twice = column.field.id === amount ? readings[column.index]?.twice : undefined;
  return twice === undefined
    ? column
    : { ...column, read: { ...column.read, facts: [...column.read.facts, { fact: 'twice', twice }] } };
}

function noticesOfLines({ records, lines, first, last, outside, withoutAmount, wrong }: Added): readonly Notice[] {
  const notices: Notice[] = [];
  if (first !== undefined && last !== undefined)
    notices.push({ code: 'addedUp', lines, stores: records.length, first, last });
  if (outside) notices.push({ code: 'outsideYear', ...outside });
  if (wrong.length > 0) notices.push({ code: 'linesWrong', months: wrong.length, texts: wrong });
  if (withoutAmount > 0) notices.push({ code: 'withoutAmount', rows: withoutAmount });
  return notices;
}
