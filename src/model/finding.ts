/**
 * What the check can find. The first are causes of others: a run that was cut off, a tab that someone has deleted, a save
 * that did not end.
 */
export const findingKinds = [
  /** A run that makes tabs or changes their language was cut off, or is under way. */
  'interrupted',
  /** A tab is missing. */
  'tab',
  /** A save was cut off half way, or is under way. */
  'unfinished',
  /** A row of the log passes itself off as unfinished work. */
  'stranger',
  /** Rows stand beside other rows' hidden ids. */
  'sorted',
  /** So do these, and whose is whose cannot be told. */
  'astray',
  /** Rows have one hidden id, and which of them is the copy cannot be told. */
  'twin',
  /** A hidden id is none that was given. */
  'foreign',
  /** A column carries the hidden key of another one. */
  'orphan',
  'columns',
  'rows',
  /** A hidden key is missing or damaged. */
  'key',
  'label',
  'formula',
  'default',
  'choice',
  'input',
  /** Conditional formats of ours cite what is not there any more, or there are none. */
  'highlight',
  /** Another plan year was typed into the grid of a plan that holds stores. */
  'year',
  /** What stands in a cell breaks a rule. */
  'fault',
  /** A month was closed without the figures of its report. */
  'unreported',
  /** A tab is a copy of one of ours: no damage, and no part of the plan. */
  'copy',
] as const;

export type FindingKind = (typeof findingKinds)[number];

/**
 * How each is put right: cells, each by a change of its own; a repair of something else; a choice of one of its cells; or by
 * people, who alone know what is right; a note is nothing to be put right.
 */
const ways: Readonly<Record<FindingKind, 'cells' | 'repair' | 'choice' | 'hand' | 'note'>> = {
  interrupted: 'repair',
  tab: 'repair',
  unfinished: 'repair',
  stranger: 'repair',
  sorted: 'repair',
  astray: 'hand',
  twin: 'choice',
  foreign: 'repair',
  orphan: 'repair',
  columns: 'repair',
  rows: 'repair',
  key: 'cells',
  label: 'cells',
  formula: 'cells',
  default: 'cells',
  choice: 'cells',
  input: 'cells',
  highlight: 'repair',
  year: 'hand',
  fault: 'hand',
  unreported: 'note',
  copy: 'note',
};

/** Who puts a finding right. */
export type MendedBy = 'repair' | 'hand' | 'note';

export function mendedBy(kind: FindingKind): MendedBy {
  const way = ways[kind];
  if (way === 'choice') return 'hand';
  return way === 'cells' ? 'repair' : way;
}

/** Whether people put a finding right by choosing one of its cells. */
export const isChosen = (kind: FindingKind): boolean => ways[kind] === 'choice';

/** Whether findings of a kind are changes of single cells, each for its reason. */
export const isOfCells = (kind: FindingKind): boolean => ways[kind] === 'cells';

/** One cell that a finding is about, as `B7`; of a record's cell also whose, so that its form can be opened there. */
export interface FoundCell {
  readonly cell: string;
  readonly record?: string;
  readonly field?: string;
}

/** What is not as it should be in a tab, all of one kind and in the same words. */
export interface Found {
  readonly kind: FindingKind;
  /** The tab's id, and what it is called in the workbook; both '' of what is about none. */
  readonly tab: string;
  readonly title: string;
  readonly message: string;
  /** How often; and the first cells of it, none of what is about the tab as a whole. */
  readonly count: number;
  readonly cells: readonly FoundCell[];
}
