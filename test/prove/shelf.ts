import type { Addon } from '../../host/addon';
import { type Desk, openedDesk, plannedDesk, savedFile, userOf } from '../engine/addon';
import { wrote } from '../engine/answer';
import { recordIds, tabIn } from '../engine/book';
import { kept } from '../kept';
import { start, trim } from '../sheets/desk';

/** A small region with two users; ids of its stores by what people call them. */
export interface Shelf extends Desk {
  readonly other: Addon;
  readonly ids: ReadonlyMap<string, string>;
}

/** Six stores, and what stands ready for commands that put something right: a row typed in the grid, without its id. */
function made(): string {
  const { workbook, addon } = plannedDesk({ sections: ['stores'] });
  wrote(addon, 'addRecords', { request: 'start', part: 'stores', records: start });
  trim(addon, workbook);
  return savedFile(workbook);
}

/** The region as each run starts from it. */
export function opened(): Shelf {
  const desk = openedDesk(kept('six stores', made));
  const tab = tabIn(desk.workbook, 'stores');
  const column = tab.columns.get('storeId') ?? -1;
  const ids = new Map(
    recordIds(tab).map((id) => [String(tab.values[tab.rows.get(id) ?? -1]?.[column] ?? ''), id] as const),
  );
  return { ...desk, other: userOf(desk.workbook, 'other@example.com'), ids };
}
