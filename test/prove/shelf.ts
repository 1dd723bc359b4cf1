import type { Addon } from '../../host/addon';
import { loadAddon, type Spare } from '../../host/realm';
import { createWorkbook } from '../../host/workbook';
import { code, type Desk, plannedDesk, savedFile } from '../engine/addon';
import { asked, wrote } from '../engine/answer';
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

/** How a region stands to being signed: one store has a target, and the tabs that keep what is signed are there. */
export type Stand = 'six stores' | 'six stores to be signed' | 'six stores, signed';

function agreed(): string {
  const { workbook, addon, ids } = opened();
  const changes = [{ record: ids.get('S1'), field: 'agreedTarget', from: null, to: 9000 }];
  wrote(addon, 'saveRecord', { request: 'target', part: 'stores', changes });
  addon.run('generatePlan', { section: 'signedTargets' });
  for (const tab of ['signedTargets', 'signedVersions']) tabIn(workbook, tab);
  return savedFile(workbook);
}

function signed(): string {
  const { workbook, addon } = opened('six stores to be signed');
  const { status } = asked(addon, 'signPlan', { request: 'agreed', planned: null, reason: 'agreed' });
  if (status !== 'done') throw new Error(`signing: ${status}`);
  return savedFile(workbook);
}

const making: Readonly<Record<Stand, () => string>> = {
  'six stores': made,
  'six stores to be signed': agreed,
  'six stores, signed': signed,
};

/** Instances of the script that have ended: started afresh each time they would be compiled anew for every command. */
const spare: Spare[] = [];

/** The region as each run starts from it. */
export function opened(stand: Stand = 'six stores'): Shelf {
  const workbook = createWorkbook({ data: JSON.parse(kept(stand, making[stand])), waits: true });
  const { locale } = workbook.settings;
  const addon = loadAddon({ code, workbook, user: { email: 'planner@example.com', locale } }, spare);
  const other = loadAddon({ code, workbook, user: { email: 'other@example.com', locale }, cells: false }, spare);
  const tab = tabIn(workbook, 'stores');
  const column = tab.columns.get('storeId') ?? -1;
  const ids = new Map(
    recordIds(tab).map((id) => [String(tab.values[tab.rows.get(id) ?? -1]?.[column] ?? ''), id] as const),
  );
  return { workbook, addon, other, ids };
}
