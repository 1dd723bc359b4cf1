import { foldedName } from '../../src/model/key';
import { folded } from '../../src/model/parse';
import { type Aside, asideOf, type Parted, type TotalRow } from './aside';
import { bareText, type Cell, isBlank, isPlaceholder } from './cell';
import type { Question } from './read/reading';
import { type Column, rowName } from './records';
import { choiceReader, type Target } from './target';
import type { TotalOff } from './totals';

/** What is asked of rows that are called like totals and may be records, and totals that are no sum and not asked about. */
interface Doubtful {
  readonly questions: readonly Question[];
  readonly off: readonly TotalOff[];
}

type Since = Extract<Question, { readonly ask: 'called' }>['since'];

/** Rows that are called like totals, and were said to be records. */
export interface CalledNotice {
  readonly code: 'called';
  readonly rows: readonly Aside[];
}

export const noticesOfCalled = ({ called }: Parted): readonly CalledNotice[] =>
  called.length === 0 ? [] : [{ code: 'called', rows: called.map((row) => asideOf(row, 'total')) }];

/**
 * Rows with an id that are totals by their words, but may be records: they have all that a record needs and are no sum of
 * others, or have a key of their own beside the word, or the plan has a record of that key. Asked once for each text, unless
 * something was said of it.
 */
export function doubtfulTotals(
  { totals }: Parted,
  off: readonly TotalOff[],
  columns: readonly Column[],
  target: Target,
): Doubtful {
  const isOff = new Set(off.map(rowName));
  const key = columns.find(({ field }) => field.key);
  const required = target.tab.fields.filter((field) => field.required && !field.key);
  const money = columns.filter(({ field }) => field.kind === 'money');
  const holds = ({ cells }: TotalRow['row'], { index }: Column): boolean => says(cells[index]);
  const isWhole = ({ row }: TotalRow): boolean =>
    required.length > 0 &&
    required.every((field) => {
      const column = columns.find((one) => one.field === field);
      if (!column || !holds(row, column)) return false;
      return field.kind !== 'choice' || choiceReader(field, target)(bareText(row.cells[column.index])) !== undefined;
    });
  const isSum = ({ row }: TotalRow): boolean => !isOff.has(rowName(row)) && money.some((column) => holds(row, column));
  const asked = new Map<string, { by: NonNullable<TotalRow['by']>; rows: Aside[]; since: Since }>();
  const names = new Set<string>();
  for (const total of totals) {
    const { by, row, isSaid } = total;
    if (!by || isSaid) continue;
    const isKnown = target.codes?.has(foldedName(bareText(row.cells[key?.index ?? -1]))) === true;
    const hasOwnKey = by.index !== key?.index;
    if (!isKnown && (!isWhole(total) || (isSum(total) && !hasOwnKey))) continue;
    const name = `${by.index} ${folded(by.text)}`;
    const since = isKnown ? 'known' : isSum(total) ? 'sum' : 'whole';
    const known = asked.get(name) ?? { by, rows: [], since };
    known.rows.push(asideOf(row, 'total'));
    asked.set(name, known);
    names.add(rowName(row));
  }
  return {
    questions: [...asked.values()].map(({ by, rows, since }): Question => ({ ask: 'called', ...by, rows, since })),
    off: off.filter((one) => !names.has(rowName(one))),
  };
}

const says = (cell: Cell | undefined): boolean =>
  cell !== undefined && !isBlank(cell) && !isPlaceholder(bareText(cell));
