import type { Text } from '../../src/model/language';
import type { RuleFault } from '../../src/model/rules';
import type { inFileEn } from '../../src/model/ruleText';

/** Where in the file something is: `row` as a spreadsheet counts, the header being row 1; `column` its header. */
export interface Place {
  readonly row?: number;
  /** The line of the text, where line breaks inside quotes make it another than the row. */
  readonly line?: number;
  readonly column?: string;
}

/** What is wrong with a file, as data; `faultText` puts it into words. */
export type ImportFault = Place &
  (
    | {
        readonly code: 'notUtf8' | 'empty' | 'noRecords' | 'unclosedQuote' | 'brokenQuote' | 'unnamedColumn';
      }
    | { readonly code: 'cellCount'; readonly expected: number; readonly got: number }
    | { readonly code: 'unknownColumn'; readonly known: readonly Text[] }
    | { readonly code: 'columnTwice'; readonly first: string }
    | { readonly code: 'missingColumn'; readonly label: Text }
    | RuleBroken
  );

/** A rule that a cell breaks: with the cell as it came, the choices there are, the other column, the earlier row. */
export interface RuleBroken extends RuleFault {
  readonly rule: keyof typeof inFileEn;
  readonly got: string;
  readonly choices?: readonly Text[];
}

/** A column that is left out without harm: its figures are computed in the workbook. */
export interface Notice {
  readonly code: 'computedColumn';
  readonly column: string;
}
