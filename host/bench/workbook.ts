import { blockSize } from '../../src/model/block';
import type { Figure, Group } from './figure';
import {
  callsInFormulas,
  cost,
  type Desk,
  deskOf,
  fileOf,
  generate,
  importBlock,
  open,
  savingOf,
  typingOf,
} from './region';
import { lateReads, mostForOneTab, newTabs, writes } from './tabs';

/** What one tab may cost, however many stores there are. */
const mostOfTab = 40;

const many = (count: number): string => `${count.toLocaleString('en-US')} stores`;

/** Workbooks with so many stores, as files: made by the figures of importing, opened again by those after them. */
type Files = Map<number, string>;

function fileWith(files: Files, stores: number): string {
  const file = files.get(stores);
  if (file === undefined) throw new Error(`there is no workbook with ${many(stores)}`);
  return file;
}

function generated(code: string, files: Files): readonly Figure[] {
  const desk = deskOf(code);
  const spent = cost(desk, () => generate(desk));
  files.set(0, fileOf(desk));
  const tabs = newTabs(desk, spent);
  return [
    { name: 'all tabs', value: spent.calls.length, unit: 'calls' },
    { name: 'all tabs: reads after the first write', value: lateReads(spent), unit: 'calls' },
    { name: 'all tabs', value: spent.seconds, unit: 's' },
    {
      name: 'the most for one tab',
      value: Math.max(...tabs.map(({ calls }) => calls)),
      unit: 'calls',
      most: mostOfTab,
    },
    ...tabs.flatMap(({ name, calls, seconds }): readonly Figure[] => [
      { name: `  ${name}`, value: calls, unit: 'calls', most: mostOfTab },
      { name: `  ${name}`, value: seconds, unit: 's' },
    ]),
  ];
}

function imported(code: string, files: Files, stores: number): readonly Figure[] {
  const desk = deskOf(code, fileWith(files, 0));
  const figures: Figure[] = [];
  for (let first = 1; first <= stores; first += blockSize) {
    const count = Math.min(blockSize, stores - first + 1);
    const spent = cost(desk, () => importBlock(desk, first, count, stores - first + 1 - count));
    const name = `import, stores ${first} to ${first + count - 1}`;
    figures.push({ name, value: spent.calls.length, unit: 'calls' }, { name, value: spent.seconds, unit: 's' });
  }
  const spent = cost(desk, () => generate(desk));
  files.set(stores, fileOf(desk));
  const name = `generated again, ${many(stores)}`;
  return [
    ...figures,
    { name, value: spent.calls.length, unit: 'calls' },
    { name: `${name}: of these, writes`, value: writes(spent), unit: 'calls' },
    { name: `${name}: reads after the first write`, value: lateReads(spent), unit: 'calls' },
    { name: `${name}: the most for one tab`, value: mostForOneTab(spent), unit: 'calls', most: mostOfTab },
    { name, value: spent.seconds, unit: 's' },
  ];
}

function used(desk: Desk, stores: number): readonly Figure[] {
  const opened = cost(desk, () => open(desk));
  const saved = cost(desk, savingOf(desk));
  return [
    { name: `sidebar’s first view, ${many(stores)}`, value: opened.calls.length, unit: 'calls', most: 10 },
    { name: `sidebar’s first view, ${many(stores)}`, value: opened.seconds, unit: 's' },
    { name: `one save, ${many(stores)}`, value: saved.calls.length, unit: 'calls', most: 15 },
    { name: `one save, ${many(stores)}`, value: saved.seconds, unit: 's' },
  ];
}

/** Each call of a cell function takes Google about half a second. */
const mostCellCalls = 15;

function cellCalls(desk: Desk, stores: number): readonly Figure[] {
  // So far the formulas have been calculated once, when the add-on was loaded.
  const made = Object.values(desk.addon.cellCalls).reduce((sum, count) => sum + count, 0);
  return [
    { name: `calls in formulas, ${many(stores)}`, value: callsInFormulas(desk), unit: 'calls', most: mostCellCalls },
    { name: `calls when all is calculated once, ${many(stores)}`, value: made, unit: 'calls', most: mostCellCalls },
  ];
}

function answered(desk: Desk, stores: number): readonly Figure[] {
  const typing = typingOf(desk);
  const spent = cost(desk, typing);
  const name = `a sales figure typed in the grid, ${many(stores)}`;
  return [
    { name, value: spent.seconds, unit: 's' },
    { name: `${name}: by the script`, value: spent.calls.length, unit: 'calls' },
  ];
}

/** Generating, importing, saving and opening, with few and many stores. To be measured in this order. */
export function workbookGroups(code: string): readonly Group[] {
  const files: Files = new Map();
  // Opening a large workbook takes a while: each is opened once.
  const desks = new Map<number, Desk>();
  const deskWith = (stores: number): Desk => {
    const desk = desks.get(stores) ?? deskOf(code, fileWith(files, stores));
    desks.set(stores, desk);
    return desk;
  };
  const each = (counts: readonly number[], measure: (desk: Desk, stores: number) => readonly Figure[]) => () =>
    counts.flatMap((stores) => measure(deskWith(stores), stores));
  return [
    {
      title: 'Generating the workbook (service calls; seconds here, not Google’s)',
      figures: () => generated(code, files),
    },
    {
      title: `Importing in blocks of ${blockSize}, then generating again`,
      figures: () => [10, 100, 1000].flatMap((stores) => imported(code, files, stores)),
    },
    { title: 'Cell functions in the tabs', figures: each([10, 1000], cellCalls) },
    { title: 'Opening the sidebar, saving one store’s area', figures: each([10, 1000], used) },
    { title: 'Typing in the grid', figures: each([100, 1000], answered) },
  ];
}
