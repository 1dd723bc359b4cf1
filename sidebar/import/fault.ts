import type { Text } from '../../src/model/language';
import type { RuleFault } from '../../src/model/rules';
import type { inFileEn } from '../../src/model/ruleText';

/** Where in the file something is: `row` as a spreadsheet counts, the header being row 1; `column` its header. */
export interface Place {
  readonly row?: number;
  /** The line of the text, where line breaks inside quotes make it another than the row. */
  readonly line?: number;
  readonly column?: string;
  /** The file, where several are read together. */
  readonly file?: string;
}

/** What is wrong with a file, as data; `faultText` puts it into words. */
export type ImportFault = Place &
  (
    | {
        readonly code:
          | 'noText'
          | 'oldWorkbook'
          | 'locked'
          /** A web page, XML or JSON. */
          | 'markup'
          /** A table whose records stand in columns. */
          | 'turned'
          | 'brokenFile'
          /** What reads workbooks did not come. */
          | 'noReader'
          | 'empty'
          | 'noRecords'
          | 'unclosedQuote'
          | 'brokenQuote';
      }
    /** A file that calls its columns otherwise than the first one, or counts in something else. */
    | { readonly code: 'otherHeaders'; readonly first: string }
    | { readonly code: 'notEncoded'; readonly encoding: string }
    | { readonly code: 'noSheet'; readonly got: string; readonly known: string }
    | { readonly code: 'tooLarge' | 'unpacksTooLarge'; readonly got: string; readonly most: string }
    | { readonly code: 'tooManyRows' | 'tooManyColumns' | 'tooManyFiles' | 'moreFaults'; readonly most: number }
    | { readonly code: 'cellCount'; readonly expected: number; readonly got: number }
    | { readonly code: 'missingColumn'; readonly label: Text; readonly field: string }
    /** A cell that holds an error; an id that the spreadsheet has lost; a year of two digits; a day far from any plan. */
    | {
        readonly code:
          | 'errorCell'
          /** A formula without its value, as programs write it that calculate none. */
          | 'formulaCell'
          | 'lostId'
          | 'idOfSeveral'
          | 'lineBreak'
          | 'shortYear'
          | 'farDay'
          | 'noDay'
          | 'lostTen'
          | 'negative'
          | 'sharedFigure';
        readonly got: string;
      }
    /** An amount in another currency than the one that stands first in the row `first`. */
    | { readonly code: 'otherCurrency'; readonly got: string; readonly beside: string; readonly first: number }
    /** A key that only looks like one that is in the workbook: letters of another alphabet. */
    | { readonly code: 'likeHeld'; readonly id: string; readonly like: string }
    | RuleBroken
  );

/** A rule that a cell breaks: with the cell as it came, the choices there are, the other column, the earlier row. */
export interface RuleBroken extends RuleFault {
  readonly rule: keyof typeof inFileEn;
  readonly got: string;
  readonly choices?: readonly Text[];
}
