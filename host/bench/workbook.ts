import { blockSize } from '../../src/model/block';
import { type Figure, type Group, nextTurn } from './figure';
import {
  addingTo,
  calculateAll,
  callsInFormulas,
  cost,
  type Desk,
  deskOf,
  type Files,
  filesOf,
  generate,
  importBlock,
  open,
  removingFrom,
  savingOf,
  typingOf,
} from './region';
import { lateReads, locked, mostForOneTab, newTabs, writes } from './tabs';

/** What one tab may cost, however many stores there are. */
const mostOfTab = 40;

/** Each call of a cell function takes Google about half a second. */
const mostCellCalls = 15;

const many = (count: number): string => `${count.toLocaleString('en-US')} stores`;

function generated(code: string): readonly Figure[] {
  const desk = deskOf(code);
  const spent = cost(desk, () => generate(desk));
  const tabs = newTabs(desk, spent);
  return [
    { name: 'all tabs', value: spent.calls.length, unit: 'calls', most: tabs.length * mostOfTab },
    { name: 'all tabs: reads after the first write', value: lateReads(spent), unit: 'calls', most: 2 + tabs.length },
    { name: 'all tabs', value: spent.seconds, unit: 's', most: 15 },
    ...tabs.map(({ name, calls }): Figure => ({ name: `  ${name}`, value: calls, unit: 'calls', most: mostOfTab })),
  ];
}

/** An import's calls do not grow with its rows: new rows ask for room once. */
const mostOfBlock = 60;

function imported({ file, code }: Files, stores: number): readonly Figure[] {
  const desk = deskOf(code, file(0));
  const blocks: { readonly calls: number; readonly seconds: number }[] = [];
  for (let first = 1; first <= stores; first += blockSize) {
    const count = Math.min(blockSize, stores - first + 1);
    const spent = cost(desk, () => importBlock(desk, first, count, stores - first + 1 - count));
    blocks.push({ calls: spent.calls.length, seconds: spent.seconds });
  }
  const spent = cost(desk, () => generate(desk));
  const [name, again] = [`imported, ${many(stores)}`, `generated again, ${many(stores)}`];
  return [
    {
      name: `${name}: the most for a block`,
      value: Math.max(...blocks.map(({ calls }) => calls)),
      unit: 'calls',
      most: mostOfBlock,
    },
    { name, value: blocks.reduce((sum, { seconds }) => sum + seconds, 0), unit: 's', most: 2 + stores / 100 },
    { name: `${again}: writes`, value: writes(spent), unit: 'calls', most: 10 },
    { name: `${again}: reads after the first write`, value: lateReads(spent), unit: 'calls', most: 0 },
    { name: `${again}: the most for one tab`, value: mostForOneTab(spent), unit: 'calls', most: mostOfTab },
    { name: again, value: spent.seconds, unit: 's', most: 2 + stores / 250 },
  ];
}

/** What is done beside so many stores, one after the other in one workbook: to open a large one takes longest. */
const acts: readonly (readonly [
  name: string,
  calls: number,
  seconds: (stores: number) => number,
  work: (desk: Desk) => () => void,
])[] = [
  ['the sidebar’s first view', 10, (stores) => 1 + stores / 1000, (desk) => () => open(desk)],
  ['a store’s area saved', 20, (stores) => 1 + stores / 1000, savingOf],
  ['a store added', 20, (stores) => 1 + stores / 1000, addingTo],
  ['a store removed', 20, (stores) => 1 + stores / 1000, removingFrom],
];

function used(files: Files, stores: number): readonly Figure[] {
  const desk = deskOf(files.code, files.file(stores));
  return acts.flatMap(([act, calls, seconds, work]): readonly Figure[] => {
    const spent = cost(desk, work(desk));
    const name = `${act}, ${many(stores)}`;
    const held = locked(spent);
    const lock: Figure = { name: `${name}: with the lock`, value: held, unit: 'calls', most: spent.calls.length / 2 };
    return [
      { name, value: spent.calls.length, unit: 'calls', most: calls },
      ...(held > 0 ? [lock] : []),
      { name, value: spent.seconds, unit: 's', most: seconds(stores) },
    ];
  });
}

function cellCalls(files: Files, stores: number): readonly Figure[] {
  const desk = deskOf(files.code, files.file(stores));
  const written = callsInFormulas(desk);
  const made = calculateAll(desk);
  // Nothing is calculated before it is looked at: a count of none would say that nothing was.
  if (written > 0 && made === 0) throw new Error('nothing was calculated');
  return [
    { name: `calls in formulas, ${many(stores)}`, value: written, unit: 'calls', most: mostCellCalls },
    { name: `calls when all is calculated once, ${many(stores)}`, value: made, unit: 'calls', most: mostCellCalls },
  ];
}

function answered(files: Files, stores: number): readonly Figure[] {
  const desk = deskOf(files.code, files.file(stores));
  const spent = cost(desk, typingOf(desk));
  const name = `a sales figure typed in the grid, ${many(stores)}`;
  return [
    { name, value: spent.seconds, unit: 's', most: 0.5 + stores / 1000 },
    { name: `${name}: by the script`, value: spent.calls.length, unit: 'calls', most: 15 },
  ];
}

/** Generating, importing, saving and opening, with few and many stores. */
export function workbookGroups(code: string): readonly Group[] {
  const files = filesOf(code);
  const each =
    (counts: readonly number[], measure: (files: Files, stores: number) => readonly Figure[]) =>
    async (): Promise<readonly Figure[]> => {
      const figures: Figure[] = [];
      for (const stores of counts) {
        figures.push(...measure(files, stores));
        await nextTurn();
      }
      return figures;
    };
  return [
    {
      title: 'Generating the workbook (service calls; seconds here, not Google’s)',
      runs: 3,
      figures: () => generated(code),
    },
    {
      title: `Importing in blocks of ${blockSize}, then generating again`,
      runs: 3,
      figures: each([10, 100, 1000], imported),
    },
    { title: 'Cell functions in the tabs', runs: 1, figures: each([10, 1000], cellCalls) },
    { title: 'Opening the sidebar; one store saved, added, removed', runs: 3, figures: each([10, 1000, 5000], used) },
    { title: 'Typing in the grid', runs: 3, figures: each([100, 1000], answered) },
  ];
}
