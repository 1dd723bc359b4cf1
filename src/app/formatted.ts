import { maySayAnother, type ShownAs, shownAs } from '../model/shownAs';
import { formatsIn } from '../sheets/formats';
import type { OurWorkbook } from '../sheets/read';
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
    const area = boundsOf(doubtful);
    if (!area) continue;
    const formats = formatsIn(sheet, area);
    const other = doubtful.flatMap(({ kind, ...cell }): readonly Formatted[] => {
      const as = shownAs(kind, formats[cell.row - area.row]?.[cell.column - area.column] ?? '', cell.value);
      return as ? [{ ...cell, as }] : [];
    });
    if (other.length > 0) found.set(state.id, other);
  }
  return found;
}
