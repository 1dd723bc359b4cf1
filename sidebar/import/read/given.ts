import type { Field } from '../../../src/model/field';
import type { Cell } from '../cell';
import type { Heading } from '../heading';
import type { Target } from '../target';
import type { TitleYear } from '../title';
import type { ReadColumn, Reading } from './reading';

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
  /** It is one of several columns that are added up. */
  readonly isPart: boolean;
  /** What money counts in by row, where a column beside it says so. */
  readonly factors?: readonly (number | undefined)[] | undefined;
  /** What money counts in, where a line above the table says so. */
  readonly factorAbove: number | undefined;
  /** The year of months without one, as lines above the table say it. */
  readonly yearAbove: TitleYear;
}

/** What is found in the cells of a column that hold something. */
export type Found = Pick<ReadColumn, 'values' | 'faults' | 'facts' | 'questions'> &
  Partial<Pick<ReadColumn, 'strange' | 'pending' | 'left' | 'wholeMonths' | 'currencies'>>;

/** Reads the cells of a column, blank ones left out. */
export type ColumnReader = (texts: readonly (Cell | undefined)[], given: Given) => Found;
