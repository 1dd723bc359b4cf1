import type { Only } from '../model/tab';
import { sections } from '../sections';
import type { Operation } from '../sheets/log';
import { rowsAhead } from '../sheets/room';
import type { TabState } from '../workbook/state';
import { choices, fieldOf } from './described';
import type { Part } from './endpoints/request';
import { countOf, filledFor, generate, outgrows } from './generate';

/** Keys and labels, above the numbered rows of a list. */
const headRows = 2;

/** A table as it is in the workbook. */
type Table = Pick<Part, 'file' | 'tab' | 'sheets' | 'language'>;

/** Tabs that list a table's records one by one get rows for the added ones, where they have none left. */
export function growLists(part: Table, before: TabState, operations: readonly Operation[], toFollow: number): void {
  const held = [...before.placement.rows.keys()].filter((id) => !id.startsWith('#')).length;
  const records = held + operations.filter(({ from }) => from === null).length;
  for (const section of sections) {
    for (const { id, rowsFor } of section.tabs) {
      const list = rowsFor?.table === part.tab.id ? part.sheets.get(id) : undefined;
      if (!rowsFor || !list) continue;
      const isShort = outgrows(held, records) && list.sheet.getMaxRows() - headRows < records + (rowsFor.more ?? 0);
      if (!isShort && !(rowsFor.only && isFuller(part, rowsFor.only, before, operations))) continue;
      const room = { table: part.tab.id, records: records + rowsAhead(toFollow, records) };
      generate(part.file, { section: section.id, room });
    }
  }
}

/** Whether a list of the records with a choice is to fill more rows than it did. */
function isFuller(part: Table, { field, choice }: Only, before: TabState, operations: readonly Operation[]): boolean {
  const listed = countOf(before, { field, choice }, part.tab.id);
  const list = fieldOf(part.tab, field)?.list ?? '';
  const label = choices.labelOf(list, choice, part.language);
  const entering = operations.filter(({ from, to }) => to?.[field] === label && from?.[field] !== label);
  return filledFor(listed + entering.length) > filledFor(listed);
}
