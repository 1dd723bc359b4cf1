import type { LogLine } from '../../src/app/endpoints/log';
import type { DraftKept } from '../../src/app/requests';
import type { Scalar } from '../../src/model/answer';
import type { Tab } from '../../src/model/tab';
import { blankRow, type Row, typedCell } from '../book';
import { cellOf, lists, type Part } from '../planParts';
import { titleOf } from '../rows/title';
import { typedValue } from '../value/inputText';
import type { Terms } from '../value/terms';
import { type Clash, type Draft, draftOf, isDirty, isTotalKey, totalsTyped, withCell } from './draft';

export type { DraftKept } from '../../src/app/requests';

/** What tells one form's draft from another's. */
export const draftName = ({ part, record }: Pick<DraftKept, 'part' | 'record'>): string =>
  JSON.stringify([part, record]);

/** Longest name of a record that is kept with a draft. */
const longestTitle = 80;

/** What is to be kept of a form until it is saved or given up; undefined where nothing would be lost. */
export function keptOf(part: Part, draft: Draft, terms: Terms): Omit<DraftKept, 'at'> | undefined {
  const { tab } = part;
  const { base, isNew, edits, request, sent } = draft;
  const isUnderWay = isNew && request !== undefined;
  if (!isUnderWay && !isDirty(tab, draft, terms) && totalsTyped(draft).length === 0) return undefined;
  const was: Record<string, Scalar> = {};
  for (const key of Object.keys(isNew ? {} : edits)) {
    const field = cellOf(tab, key)?.field;
    if (field) was[key] = typedCell(tab, field, base, key);
  }
  return {
    part: tab.id,
    record: base.id,
    title: isNew ? '' : titleOf(part, base, terms).slice(0, longestTitle),
    isNew,
    edits: { ...edits },
    was,
    ...(request === undefined ? {} : { request }),
    ...(sent === undefined ? {} : { sent: { ...sent } }),
  };
}

/**
 * A form with what was typed into it earlier, on its record as it stands now; without the record, as one that someone has
 * removed. Where someone has changed a field meanwhile both values stand there to be chosen from; what stands there as it
 * was typed is typed no more.
 */
export function resumed(tab: Tab, kept: DraftKept, row: Row | undefined, terms: Terms): Draft {
  const { part, record, isNew, request, sent } = kept;
  const known = Object.entries(kept.edits).filter(([key]) => isTotalKey(key) || cellOf(tab, key) !== undefined);
  const asSent = { request, sent: sent && { ...sent } };
  if (isNew) {
    const draft = { ...draftOf(part, blankRow(tab, record), true), edits: Object.fromEntries(known) };
    // It may have been written without an answer: sent once more it does not come twice.
    return request === undefined ? draft : { ...draft, ...asSent, trouble: { kind: 'failed' } };
  }
  if (!row) {
    const draft = draftOf(part, blankRow(tab, record));
    return { ...draft, edits: Object.fromEntries(known), trouble: { kind: 'gone' } };
  }
  let base = row;
  const edits: Record<string, string> = {};
  const clashes: Clash[] = [];
  for (const [key, text] of known) {
    const field = cellOf(tab, key)?.field;
    if (!field) {
      edits[key] = text;
      continue;
    }
    const now = typedCell(tab, field, row, key);
    const was = key in kept.was ? (kept.was[key] ?? null) : now;
    const typed = typedValue(field, text, lists, terms);
    if ('value' in typed && typed.value === now) continue;
    edits[key] = text;
    if (was === now) continue;
    // A text that is no value yet is set right first; that the field was changed is then seen when it is saved.
    if ('value' in typed) clashes.push({ cell: key, theirs: now, mine: typed.value, choice: undefined, by: undefined });
    else base = withCell(tab, base, key, was);
  }
  const draft = { ...draftOf(part, base), edits, clashes };
  return clashes.length > 0 ? { ...draft, trouble: { kind: 'conflict' } } : { ...draft, ...asSent };
}

/** The values of others that a form shows, each with who made it so and when, as far as the log's lines of the record tell. */
export function authored(tab: Tab, draft: Draft, lines: readonly LogLine[]): Draft {
  const clashes = draft.clashes.map((clash): Clash => {
    const cell = cellOf(tab, clash.cell);
    if (!cell || clash.by) return clash;
    // The newest line first: one that set the cell to something else was followed by what no log tells.
    for (const { who, at, state, changes } of lines) {
      const change = state === 'done' ? changes.find(({ field }) => field === cell.field.id) : undefined;
      if (!change) continue;
      const { to } = change;
      const held = typeof to === 'object' && to !== null ? (to[cell.index] ?? null) : to;
      return held === clash.theirs ? { ...clash, by: { who, at } } : clash;
    }
    return clash;
  });
  return { ...draft, clashes };
}
