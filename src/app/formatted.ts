import type { Kind } from '../model/field';
import { maySayAnother, type ShownAs, shownAs } from '../model/shownAs';
import { formatsIn } from '../sheets/formats';
import type { OurSheet, OurWorkbook } from '../sheets/read';
import { boundsOf } from '../workbook/areas';
import type { WorkbookState } from '../workbook/state';
import { describedTab } from './described';
import { columnsOf, spotOf } from './endpoints/cells';
import { rowIds } from './endpoints/records';

/** A number whose cell shows it as something that its field does not hold. */
export interface Formatted {
  readonly record: string;
  /** The cell's key, as `growth` or `months.3`. */
  readonly key: string;
  readonly row: number;
  readonly column: number;
  readonly as: ShownAs;
  readonly value: number;
}

/** A number that may be shown as something else, where it stands. */
interface Doubtful {
  readonly row: number;
  readonly column: number;
  readonly kind: Kind;
  readonly value: number;
}

/** Those of some numbers whose cells show them as something that their kinds do not hold: one call, if there are any. */
export function shownOtherwise<Cell extends Doubtful>(
  sheet: OurSheet['sheet'],
  doubtful: readonly Cell[],
): readonly (Cell & { readonly as: ShownAs })[] {
  const area = boundsOf(doubtful);
  if (!area) return [];
  const formats = formatsIn(sheet, area);
  return doubtful.flatMap((cell) => {
    const as = shownAs(cell.kind, formats[cell.row - area.row]?.[cell.column - area.column] ?? '', cell.value);
    return as ? [{ ...cell, as }] : [];
  });
}

/**
 * Numbers that people typed as percentages or days where neither belongs, by their tab: the grid keeps 0.5 of `50%` and
 * shows it so. Formats are read in one call a tab, of the block with numbers that may be such.
 */
export function formattedIn(
  { sheets, language }: OurWorkbook,
  { tabs }: WorkbookState,
): ReadonlyMap<string, readonly Formatted[]> {
  const found = new Map<string, readonly Formatted[]>();
  if (language === undefined) return found;
  for (const state of tabs.values()) {
    const tab = describedTab(state.id)?.tab;
    const sheet = sheets.get(state.id)?.sheet;
    if (!tab || !sheet || tab.shape === 'report') continue;
    const records = rowIds({ tab, language }, state);
    const doubtful = columnsOf(tab, state, records).flatMap(({ key, field, values, formulas }) =>
      values.flatMap((value, index) => {
        const record = records[index] ?? '';
        const spot = formulas[index] ? undefined : spotOf(tab, state, record, key);
        return spot && maySayAnother(field.kind, value) ? [{ record, key, ...spot, kind: field.kind, value }] : [];
      }),
    );
    const other = shownOtherwise(sheet, doubtful);
    if (other.length > 0) found.set(state.id, other);
  }
  return found;
}
