import type { Addon } from '../../host/addon';
import { createWorkbook } from '../../host/workbook';
import { type Desk, deskOn, plannedDesk, savedFile, userOf } from '../engine/addon';
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

function agreed(isFollowed: boolean): string {
  const { workbook, addon, ids } = opened('six stores', isFollowed);
  const changes = [{ record: ids.get('S1'), field: 'agreedTarget', from: null, to: 9000 }];
  wrote(addon, 'saveRecord', { request: 'target', part: 'stores', changes });
  addon.run('generatePlan', { section: 'signedTargets' });
  for (const tab of ['signedTargets', 'signedVersions']) tabIn(workbook, tab);
  return savedFile(workbook);
}

function signed(isFollowed: boolean): string {
  const { workbook, addon } = opened('six stores to be signed', isFollowed);
  const { status } = asked(addon, 'signPlan', { request: 'agreed', planned: null, reason: 'agreed' });
  if (status !== 'done') throw new Error(`signing: ${status}`);
  return savedFile(workbook);
}

/** Figures of a month that is open and of one that is closed, and something to be done. */
function followed(): string {
  const { workbook, addon } = opened();
  for (const section of ['actuals', 'commitments', 'actions']) addon.run('generatePlan', { section });
  const sales = [
    { storeId: 'S1', sales: [100, 150, ...blanks] },
    { storeId: 'S2', sales: [200, null, ...blanks] },
    { storeId: 'S3', sales: [300, 350, ...blanks] },
  ];
  wrote(addon, 'importRecords', { request: 'sold', part: 'actuals', records: sales, confirmed: true });
  const { status } = asked(addon, 'closeMonth', { request: 'closed', part: 'closings', record: 'm2' });
  if (status !== 'done') throw new Error(`closing: ${status}`);
  const issues = ['Rain', 'Roadworks'].map((issue) => ({ month: '2027-01', issue, reason: 'traffic', owner: 'Li' }));
  wrote(addon, 'addRecords', { request: 'issues', part: 'actions', records: issues });
  const names = ['actuals', 'commitments', 'actions', 'storeAliases'].map((tab) => tabIn(workbook, tab).name);
  addon.use(({ SpreadsheetApp }) => {
    for (const name of names) {
      const sheet = SpreadsheetApp.getActive().getSheetByName(name);
      sheet?.deleteRows(25, sheet.getMaxRows() - 25);
    }
  });
  return savedFile(workbook);
}

const blanks: readonly null[] = Array<null>(10).fill(null);

const making: Readonly<Record<Stand, (isFollowed: boolean) => string>> = {
  'six stores': (isFollowed) => (isFollowed ? followed() : made()),
  'six stores to be signed': agreed,
  'six stores, signed': signed,
};

/** The region as each run starts from it; with the parts in which a plan is followed. */
export function opened(stand: Stand = 'six stores', isFollowed = false): Shelf {
  const file = kept(isFollowed ? `${stand}, followed` : stand, () => making[stand](isFollowed));
  const workbook = createWorkbook({ data: JSON.parse(file), waits: true });
  const { addon } = deskOn(workbook);
  const other = userOf(workbook, 'other@example.com');
  const tab = tabIn(workbook, 'stores');
  const column = tab.columns.get('storeId') ?? -1;
  const ids = new Map(
    recordIds(tab).map((id) => [String(tab.values[tab.rows.get(id) ?? -1]?.[column] ?? ''), id] as const),
  );
  return { workbook, addon, other, ids };
}
