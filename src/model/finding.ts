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
  /** What stands in a cell breaks a rule. */
  'fault',
  /** A tab is a copy of one of ours: no damage, and no part of the plan. */
  'copy',
] as const;

export type FindingKind = (typeof findingKinds)[number];

/** Kinds that are put right without anyone's say in what is right. */
const mendable: ReadonlySet<FindingKind> = new Set<FindingKind>([
  'interrupted',
  'tab',
  'unfinished',
  'stranger',
  'sorted',
  'foreign',
  'orphan',
  'columns',
  'rows',
  'key',
  'label',
  'formula',
  'default',
  'choice',
  'input',
]);

/** Who puts a finding right: a repair, or people, who alone know what is right; a note is nothing to be put right. */
export type MendedBy = 'repair' | 'hand' | 'note';

export function mendedBy(kind: FindingKind): MendedBy {
  if (mendable.has(kind)) return 'repair';
  return kind === 'copy' ? 'note' : 'hand';
}

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
