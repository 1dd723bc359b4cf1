import type { Content, HighlightPlan } from '../plan';

/**
 * What one version of the plan calls or keeps otherwise than the version before. What it adds needs no word here: that
 * is found missing and added. A key once used is never used again for something else.
 */
export interface Step {
  /** Fields that have another id. */
  readonly renamed?: readonly { readonly tab: string; readonly from: string; readonly to: string }[];
  /** Fields that the plan does without: hidden, with all they hold, never deleted. */
  readonly retired?: readonly { readonly tab: string; readonly field: string }[];
  /**
   * What stood in a cell of ours that people may word or reckon otherwise, in each language: a label, a default's
   * formula. What still stands there is ours to bring up to date, anything else is theirs. Without a row the cell is
   * one of a table's records.
   */
  readonly former?: readonly {
    readonly tab: string;
    readonly row?: string;
    readonly column: string;
    readonly contents: readonly Content[];
  }[];
  /** Lines that notes of ours had until then, in each language: they go where a note is worded anew, those of people stay. */
  readonly notes?: readonly string[];
  /**
   * Highlights of tables and of fixed rows were written for the first row of the body until then: all that the plan has, and
   * these, which it has no more.
   */
  readonly highlightsForBody?: readonly { readonly tab: string; readonly highlight: HighlightPlan }[];
}
