import type { Addon } from '../../host/addon';
import { createWorkbook } from '../../host/workbook';
import { type Desk, deskOn, plannedDesk, savedFile, userOf } from '../engine/addon';
import { asked, wrote } from '../engine/answer';
import { recordIds, tabIn, valueIn } from '../engine/book';
import { kept } from '../kept';
import { start, trim } from '../sheets/desk';
import { hasOpened } from './sent';

/** A small region with two users; ids of its stores by what people call them. */
export interface Shelf extends Desk {
  readonly other: Addon;
  readonly ids: ReadonlyMap<string, string>;
  /** How the region stood when it was opened. */
  readonly stand: Stand;
}

/** Six stores, and what stands ready for commands that put something right: a row typed in the grid, without its id. */
function made(): string {
  const { workbook, addon } = plannedDesk({ sections: ['stores'] });
  wrote(addon, 'addRecords', { request: 'start', part: 'stores', records: start });
  trim(addon, workbook);
  return savedFile(workbook);
}

/**
 * How a region stands that commands come upon: to being signed (one store has a target, and the tabs that keep what is
 * signed are there), signed, without or with what its stores are followed against, or made by an earlier version of the plan.
 */
export type Stand =
  | 'six stores'
  | 'six stores to be signed'
  | 'six stores, signed'
  | 'six stores, signed, with what is followed'
  | 'six stores of an earlier plan';

function agreed(isFollowed: boolean): string {
  const { workbook, addon, ids } = opened('six stores', isFollowed);
  const changes = [{ record: ids.get('S1'), field: 'agreedTarget', from: null, to: 9000 }];
  wrote(addon, 'saveRecord', { request: 'target', part: 'stores', changes });
  addon.run('generatePlan', { section: 'signedTargets' });
  shorten({ workbook, addon }, ['signedVersions', 'signedTargets', 'signedOpenings', 'signedValues']);
  return savedFile(workbook);
}

function signed(isFollowed: boolean): string {
  const { workbook, addon } = opened('six stores to be signed', isFollowed);
  const { status } = asked(addon, 'signPlan', { request: 'agreed', planned: null, reason: 'agreed' });
  if (status !== 'done') throw new Error(`signing: ${status}`);
  return savedFile(workbook);
}

function listed(isFollowed: boolean): string {
  const { workbook, addon } = opened('six stores, signed', isFollowed);
  addon.run('generatePlan', { section: 'working' });
  shorten({ workbook, addon }, ['working', 'workingVersions']);
  return savedFile(workbook);
}

/** The version that said `Total` before the totals of stores. */
const earlierVersion = 2;

function earlier(isFollowed: boolean): string {
  const { workbook, addon } = opened('six stores', isFollowed);
  const { name, rows, columns } = tabIn(workbook, 'stores');
  const [row, column] = [rows.get('#total') ?? -1, columns.get('storeId') ?? -1];
  addon.use(({ SpreadsheetApp }) => {
    const file = SpreadsheetApp.getActive();
    file
      .getSheetByName(name)
      ?.getRange(row + 1, column + 1)
      .setValue('Total');
    const [registry] = file.createDeveloperMetadataFinder().withKey('regionTargets').find();
    registry?.setValue((registry.getValue() ?? '').replace(/"version":\d+/, `"version":${earlierVersion}`));
  });
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
  shorten({ workbook, addon }, ['actuals', 'commitments', 'actions', 'storeAliases']);
  return savedFile(workbook);
}

/** Rows far below the last one go: the file opens faster. */
function shorten({ workbook, addon }: Desk, tabs: readonly string[]): void {
  const names = tabs.map((tab) => tabIn(workbook, tab).name);
  addon.use(({ SpreadsheetApp }) => {
    for (const name of names) {
      const sheet = SpreadsheetApp.getActive().getSheetByName(name);
      if (sheet && sheet.getMaxRows() > 25) sheet.deleteRows(25, sheet.getMaxRows() - 25);
    }
  });
}

const blanks: readonly null[] = Array<null>(10).fill(null);

const making: Readonly<Record<Stand, (isFollowed: boolean) => string>> = {
  'six stores': (isFollowed) => (isFollowed ? followed() : made()),
  'six stores to be signed': agreed,
  'six stores, signed': signed,
  'six stores, signed, with what is followed': listed,
  'six stores of an earlier plan': earlier,
};

/** What is done to the region once, before it is kept for runs; `name` says what it is. */
export interface Readied {
  readonly name: string;
  readonly work: (shelf: Shelf) => void;
}

/** What a region is known by, in words. */
export const wordsFor = (stand: Stand, isFollowed: boolean, readied: readonly Readied[]): string =>
  [stand, ...(isFollowed ? ['followed'] : []), ...readied.map(({ name }) => name)].join(', ');

function fileOf(stand: Stand, isFollowed: boolean, readied: readonly Readied[] = []): string {
  const last = readied.at(-1);
  return kept(wordsFor(stand, isFollowed, readied), () => {
    if (!last) return making[stand](isFollowed);
    const shelf = opened(stand, isFollowed, ...readied.slice(0, -1));
    last.work(shelf);
    return savedFile(shelf.workbook);
  });
}

const known = new Map<string, Shelf['ids']>();

/** Ids of the stores by what people call them, before anything is done: the file is the same each time. */
function idsIn(stand: Stand, isFollowed: boolean): Shelf['ids'] {
  const before = known.get(`${stand} ${isFollowed}`);
  if (before) return before;
  const workbook = createWorkbook({ data: JSON.parse(fileOf(stand, isFollowed)) });
  const tab = tabIn(workbook, 'stores');
  const ids = new Map(recordIds(tab).map((id) => [String(valueIn(tab, id, 'storeId')), id] as const));
  known.set(`${stand} ${isFollowed}`, ids);
  return ids;
}

/** The region as each run starts from it; with the parts in which a plan is followed. */
export function opened(stand: Stand = 'six stores', isFollowed = false, ...readied: readonly Readied[]): Shelf {
  const file = fileOf(stand, isFollowed, readied);
  const workbook = createWorkbook({ data: JSON.parse(file), waits: true });
  const { addon } = deskOn(workbook);
  hasOpened(addon, workbook);
  return { workbook, addon, other: userOf(workbook, 'other@example.com'), ids: idsIn(stand, isFollowed), stand };
}
