import type { Cell } from './cell';
import type { ImportFault } from './fault';

/** One row of a file that holds something. */
export interface Row {
  /** As a spreadsheet counts, blank rows too: the first is row 1. */
  readonly row: number;
  /** The line of the text it starts on. */
  readonly line: number;
  /** The file that it is of, where several are read together. */
  readonly file?: string;
  readonly cells: readonly Cell[];
}

/** A file as rows of cells, whatever it was. */
export interface Grid {
  readonly rows: readonly Row[];
  /** Rows that could not be read, and what kept all of it from being read. */
  readonly faults: readonly ImportFault[];
  /** What stood between the cells of a text: where it is `;` the decimal sign is likely a comma. */
  readonly delimiter?: string;
  /** Rows that the spreadsheet hides: they are read like the others. */
  readonly hiddenRows?: number;
  /** Rows of a text in which bytes are damaged. */
  readonly damaged?: readonly Row[];
}
