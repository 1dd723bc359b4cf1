import { cellCheck, isRefusedInTab } from '../model/rules';
import { roleOf, type Tab } from '../model/tab';
import { fromCell } from '../model/value';
import type { Operation } from '../sheets/log';
import { isOwnKey } from '../sheets/ownColumns';
import { choices, describedTab, fieldOf, lists } from './described';
import { fieldIdOf } from './endpoints/values';

/**
 * Whether what a request logged may still be written: into records of the part, never into our own rows or computed cells,
 * and nothing that its cells refuse.
 */
export function permits(part: string, operations: readonly Operation[]): boolean {
  const tab = describedTab(part)?.tab;
  return (
    tab !== undefined && operations.every(({ record, to }) => !record.startsWith('#') && isWritable(tab, record, to))
  );
}

function isWritable(tab: Tab, record: string, cells: Operation['to']): boolean {
  const row = tab.shape === 'fixed' ? record : undefined;
  return Object.entries(cells ?? {}).every(([key, cell]) => {
    if (isOwnKey(key)) return true;
    const field = fieldOf(tab, fieldIdOf(key));
    if (field?.closedOf !== undefined) return cell === null || typeof cell === 'number';
    if (!field || roleOf(field, row) === 'computed') return false;
    const fault = cellCheck(field, row, lists)(fromCell(field, cell, choices));
    return fault === undefined || !isRefusedInTab(fault.rule, field);
  });
}
