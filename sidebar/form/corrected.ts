import type { Field } from '../../src/model/field';
import type { Proposal } from '../../src/model/proposal';
import type { RuleFault } from '../../src/model/rules';
import type { Tab } from '../../src/model/tab';
import { fieldValue, type Row, typedCell } from '../book';
import { lists } from '../planParts';
import { typedValue } from '../value/inputText';
import type { Terms } from '../value/terms';
import { sendable } from './draft';

/** Putting right one cell of a field that files fill: in which record and cell, by what text. */
interface Correction {
  readonly tab: Tab;
  readonly field: Field;
  readonly row: Row;
  readonly key: string;
  readonly text: string;
}

/** What a correction changes; what is wrong with its text; undefined where it comes to what stands there. */
export function corrected(
  { tab, field, row, key, text }: Correction,
  terms: Terms,
): Proposal | { readonly fault: RuleFault } | undefined {
  // What it holds is read as if it were typed by hand: it is.
  const wanted = typedValue({ ...field, role: 'input' }, text, lists, terms);
  if ('fault' in wanted) return wanted;
  const standing = (cell: string) => typedCell(tab, field, row, cell);
  if (wanted.value === standing(key)) return undefined;
  const from = sendable(fieldValue(field, standing));
  const to = sendable(fieldValue(field, (cell) => (cell === key ? wanted.value : standing(cell))));
  return { part: tab.id, changes: [{ record: row.id, field: field.id, from, to }], added: [], totals: [] };
}
