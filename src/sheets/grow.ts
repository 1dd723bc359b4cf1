import { placementAfter, type TabChange } from '../workbook/diff';
import { isCutOff, withRows } from '../workbook/formula';
import { formatOf } from '../workbook/image';
import type { TabPlan } from '../workbook/plan';
import type { TabState } from '../workbook/state';
import { frame } from './frame';
import { type Guarded, keepMoving, type Write, writeGuarded } from './guard';
import type { Surroundings } from './print';

/** How often a list is read anew because people move what is in it. */
const patience = 8;

/**
 * Gives a list of another table's records the rows that its plan has, below its last one, and what its rows hold, as it
 * stands in those that hold it: no other tab is read for it, but for what new rows look like. False if what stands there
 * does not tell what is to stand in the others.
 */
export function growList(guarded: Guarded, plan: TabPlan, around: (state: TabState) => Surroundings): boolean {
  for (let attempt = 1; attempt <= patience; attempt += 1) {
    const state = guarded.read();
    const change = lackingRows(plan, state);
    if (change) {
      frame(guarded, change, around(state));
      continue;
    }
    const writes = lackingCells(plan, state);
    if (!writes) return false;
    if (writes.length === 0 || writeGuarded(guarded, state, writes).status === 'written') return true;
  }
  throw new Error(keepMoving);
}

const listed = (plan: TabPlan): TabPlan['rows'] => plan.rows.slice(plan.rows.length - plan.listRows);

/** The rows behind the last one that is there; others that someone has taken out are for whoever looks the tab through. */
function lackingRows(plan: TabPlan, state: TabState): TabChange | undefined {
  const { placement } = state;
  const keys = listed(plan).map(({ key }) => key);
  const last = keys.reduce((found, key, index) => (placement.rows.has(key) ? index : found), -1);
  const below = placement.rows.get(keys[last] ?? '');
  const lacking = keys.slice(last + 1);
  if (below === undefined || lacking.length === 0) return undefined;
  return {
    plan,
    state,
    placement: placementAfter(plan, state).placement,
    lacking: { columns: [], rows: [{ below, keys: lacking }], spare: 0, totalsBelow: false },
    changes: [],
    notes: [],
    isOurNote: () => true,
    relabelled: false,
    redrawn: false,
    formerHighlights: [],
    repainted: false,
    retired: { rows: [], columns: [] },
    title: undefined,
  };
}

/** A row of a list as read, and the one before it. */
interface Line {
  readonly row: number;
  readonly above: number;
}

/** In a formula that is of no row: the row itself, and the one before it, which no sheet has. */
const [ownRow, rowAbove] = [0, 99_999_999] as const;

/** A formula as it would stand in any row of the list. */
const formOf = (formula: string, { row, above }: Line): string =>
  withRows(formula, new Map([...(above > 0 ? [[above, rowAbove] as const] : []), [row, ownRow] as const]));

const formulaIn = (form: string, { row, above }: Line): string =>
  withRows(
    form,
    new Map([
      [rowAbove, above],
      [ownRow, row],
    ]),
  );

/** So many rows must hold a formula, and most of those the same. */
const fewest = 3;

/** What most rows that hold a formula in a column hold; null if none does, undefined where they do not tell. */
function commonForm(state: TabState, lines: readonly Line[], column: number): string | null | undefined {
  const counts = new Map<string, number>();
  let held = 0;
  for (const line of lines) {
    const formula = state.formulas[line.row - 1]?.[column - 1] ?? '';
    if (formula === '') continue;
    held += 1;
    const form = formOf(formula, line);
    counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  if (held === 0) return null;
  const [best] = [...counts].sort(([, one], [, other]) => other - one);
  return best && held >= fewest && best[1] * 2 > held && !isCutOff(best[0]) ? best[0] : undefined;
}

/** What is blank in the rows and is not to be; undefined where other rows do not tell a formula. */
function lackingCells(plan: TabPlan, state: TabState): readonly Write[] | undefined {
  const { placement } = state;
  const lines: Line[] = [];
  for (const { key } of listed(plan)) {
    const row = placement.rows.get(key);
    if (row !== undefined) lines.push({ row, above: lines[lines.length - 1]?.row ?? 0 });
  }
  const byRow = new Map(lines.map((line) => [line.row, line]));
  const forms = new Map<number, string | null | undefined>();
  const writes: Write[] = [];
  for (const { key: rowKey, cells } of listed(plan)) {
    const line = byRow.get(placement.rows.get(rowKey) ?? 0);
    if (!line) continue;
    const { row } = line;
    for (const [key, cell] of Object.entries(cells)) {
      const column = placement.columns.get(key);
      if (column === undefined || cell.content === null || !isBlankAt(state, row, column)) continue;
      if (typeof cell.content !== 'object') {
        writes.push({ row, column, content: cell.content, format: formatOf(cell) });
        continue;
      }
      if (!forms.has(column)) forms.set(column, commonForm(state, lines, column));
      const form = forms.get(column);
      if (form === undefined) return undefined;
      // A column that holds nothing in any row has nothing to be computed from.
      if (form !== null)
        writes.push({ row, column, content: { formula: formulaIn(form, line) }, format: formatOf(cell) });
    }
  }
  return writes;
}

const isBlankAt = ({ values, formulas }: TabState, row: number, column: number): boolean =>
  (values[row - 1]?.[column - 1] ?? '') === '' && (formulas[row - 1]?.[column - 1] ?? '') === '';
