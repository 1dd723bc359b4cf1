import { readFileSync } from 'node:fs';
import type { Target } from '../../sidebar/import/columns';
import { type Import, importOf } from '../../sidebar/import/records';
import { textOf } from '../../sidebar/import/rows';
import { sections } from '../../src/sections';

/** The stores' table, in a year that starts in January as a new workbook's does. */
export const storesTable: Target = tableOf('stores');

/** The store list of a file; throws what reading the file throws. */
export function storesIn(path: string): Import {
  const read = textOf(readFileSync(path));
  return 'fault' in read ? { records: [], faults: [read.fault], notices: [] } : importOf(read.text, storesTable);
}

function tableOf(id: string): Target {
  const lists = sections.flatMap((section) => section.lists ?? []);
  for (const { tabs, text } of sections) {
    const tab = tabs.find((candidate) => candidate.id === id);
    if (tab) return { tab, text, lists, firstMonth: 1 };
  }
  throw new Error(`no section has a tab ${id}`);
}
