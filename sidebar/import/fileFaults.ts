import type { Scalar } from '../../src/model/answer';
import type { ImportFault } from './fault';
import type { Grid, Row } from './grid';
import { limits } from './limits';
import type { Column } from './records';
import type { Table } from './table';
import { labelOf, type Target } from './target';

/** Whether a file holds nothing at all. */
export const isBlankTable = ({ headerRow, body }: Table): boolean => headerRow === undefined && body.length === 0;

/** What is wrong with the file as a whole, and with rows that could not be read. */
export function fileFaults(
  grid: Grid,
  table: Table,
  rows: readonly Row[],
  most: number = limits.rows,
): readonly ImportFault[] {
  const faults = [...grid.faults];
  if (table.body.length === 0 && grid.faults.length === 0)
    faults.push({ code: isBlankTable(table) ? 'empty' : 'noRecords' });
  if (rows.length > most) faults.push({ code: 'tooManyRows', most });
  return faults;
}

/** Fields that every new record needs and nothing fills. */
export function missingFaults(
  columns: readonly Column[],
  all: Readonly<Record<string, Scalar>>,
  target: Target,
): readonly ImportFault[] {
  return target.tab.fields
    .filter(
      (field) =>
        field.required && !field.key && !(field.id in all) && !columns.some((column) => column.field.id === field.id),
    )
    .map((field) => ({ code: 'missingColumn', label: labelOf(field, target), field: field.id }));
}

/** Faults of the file before those of its rows, by row; no more than can be read, and how many more there are. */
export function inOrder(faults: readonly ImportFault[]): readonly ImportFault[] {
  let more = 0;
  const told: ImportFault[] = [];
  for (const fault of faults) {
    if ('code' in fault && fault.code === 'moreFaults') more += fault.most;
    else told.push(fault);
  }
  told.sort((one, other) => (one.row ?? 0) - (other.row ?? 0));
  more += Math.max(0, told.length - limits.faults);
  const listed = told.slice(0, limits.faults);
  return more === 0 ? listed : [...listed, { code: 'moreFaults', most: more }];
}
