import type { Scalar } from '../../src/model/answer';
import { keyOf } from '../../src/model/key';
import { byRecord, type Change, type Proposal } from '../../src/model/proposal';
import { cellKeys } from '../../src/model/tab';
import type { Row } from '../book';
import { cellLabels, fieldLabel, type Part, partOf } from '../planParts';
import { words } from '../text';
import { changeTexts } from '../value/change';
import type { Terms } from '../value/terms';

/** Records shown, and lines of each: a proposal of thousands stays readable. */
export const mostRecords = 20;
export const mostLines = 12;

/** What one cell goes from and to, in words; from nothing in a new record. */
export interface Line {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

export interface ProposedRecord {
  readonly record: string;
  readonly lines: readonly Line[];
  /** Lines that are left out. */
  readonly more: number;
}

/** A proposal as it is shown: as many of its records as can be read, and how many there are. */
export interface Shown {
  readonly changed: readonly ProposedRecord[];
  readonly added: readonly ProposedRecord[];
  readonly changedInAll: number;
  readonly addedInAll: number;
  /** What every line is about, where it is the same cell of every changed record. */
  readonly same: string | undefined;
  readonly totals: readonly Line[];
}

/** The cells that a proposal changes, record by record, and its totals. `rows` tell what formulas stand at. */
export function shownProposal(
  { part: id, changes, added, totals }: Proposal,
  rows: readonly Row[],
  terms: Terms,
): Shown {
  const part = partOf(id);
  const isNew = new Set(added);
  // A new record is called by its key already.
  const keys = new Set(part ? keyOf(part.tab)?.fields.map(({ id: key }) => key) : []);
  const standing = new Map(rows.map((row) => [row.id, row]));
  const shown = { changed: [] as ProposedRecord[], added: [] as ProposedRecord[] };
  const labels = new Set<string>();
  let changedInAll = 0;
  for (const [record, own] of byRecord(changes)) {
    const list = isNew.has(record) ? shown.added : shown.changed;
    if (list === shown.changed) changedInAll += 1;
    if (list.length === mostRecords || !part) continue;
    const told = isNew.has(record) ? own.filter(({ field }) => !keys.has(field)) : own;
    const lines = told.flatMap((change) => linesOf(part, change, standing.get(record), isNew.has(record), terms));
    if (list === shown.changed) for (const { label } of lines) labels.add(label);
    list.push({ record, lines: lines.slice(0, mostLines), more: Math.max(0, lines.length - mostLines) });
  }
  const [same] = labels.size === 1 ? labels : [];
  return {
    ...shown,
    changedInAll,
    addedInAll: added.length,
    same,
    totals: totals.flatMap((total): readonly Line[] => {
      const of = total.part === undefined ? part : partOf(total.part);
      const field = of?.tab.fields.find((candidate) => candidate.id === total.field);
      if (!of || !field) return [];
      const text = words[terms.language];
      const own = fieldLabel(of, field, terms.language);
      const column = field.monthly ? text.proposed.totalOfMonths : text.proposed.total(own);
      const [from, to] = changeTexts(field, [total.before, total.after], terms);
      const after = total.after === null ? text.form.afterSaving : to;
      return [{ label: total.part === undefined ? column : own, from, to: after }];
    }),
  };
}

function linesOf(part: Part, change: Change, row: Row | undefined, isNew: boolean, terms: Terms): readonly Line[] {
  const field = part.tab.fields.find((candidate) => candidate.id === change.field);
  if (!field) return [];
  const text = words[terms.language];
  const names = cellLabels(part, field, terms.language, terms.firstMonth);
  const label = fieldLabel(part, field, terms.language);
  const lines: Line[] = [];
  for (const [index, key] of cellKeys(field).entries()) {
    const [was = null, wanted = null] = [change.from, change.to].map((value): Scalar | undefined =>
      typeof value === 'object' && value !== null ? value[index] : value,
    );
    if (was === wanted) continue;
    // Where nothing is typed over a formula, what the formula comes to stands there.
    const isFormula = field.role === 'default' && was === null;
    const [from, to] = changeTexts(field, [isFormula ? (row?.values[key] ?? null) : was, wanted], terms);
    const byMonth =
      field.cells === undefined
        ? label
        : field.monthly
          ? (names[index] ?? key)
          : text.intake.cellOf(label, names[index] ?? key);
    lines.push({
      label: byMonth,
      from: isNew ? '' : from,
      to: wanted === null && field.role === 'default' ? text.conflict.formula : to,
    });
  }
  return lines;
}
