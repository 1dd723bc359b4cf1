import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { duration, type Figure, type Group, median, nextTurn } from './figure';
import {
  calculateTab,
  deskOf,
  type Files,
  filesOf,
  followSigned,
  growBy,
  importSold,
  openSection,
  tabWith,
} from './region';

const stores = 1000;

/** How often each tab is calculated, by turns. */
const times = 5;

/** What a plan's stores are followed against, and how far data reach. */
const states = [
  ['not signed, to the end of a month', false],
  ['signed, to the middle of a month', true],
] as const;

/** Lets Node collect what is left of the work before, so that no tab is timed with another's. */
const collect = (() => {
  setFlagsFromString('--expose-gc');
  const all: unknown = runInNewContext('gc');
  return (): void => {
    if (typeof all === 'function') Reflect.apply(all, undefined, []);
  };
})();

/** A workbook whose stores are followed, with four months of sales, as a file: opened, nothing of it is calculated. */
function followedFile(files: Files, isSigned: boolean): string {
  const desk = deskOf(files.code, files.file(stores));
  growBy(desk, 0.08);
  for (const section of ['actuals', 'followUp']) openSection(desk, section);
  importSold(desk, stores, 4);
  if (isSigned) followSigned(desk, '2027-04-30', '2027-04-15');
  return JSON.stringify(desk.workbook.exportData());
}

/** Milliseconds that the tab with this column takes to be calculated, what it builds on being there. */
function tookBy(files: Files, file: string, field: string, before: readonly string[]): number {
  const desk = deskOf(files.code, file);
  desk.workbook.settle();
  for (const other of before) calculateTab(desk, tabWith(desk, other));
  const tab = tabWith(desk, field);
  collect();
  return duration(() => {
    if (calculateTab(desk, tab) < stores) throw new Error(`the tab with ${field} has too few formulas`);
  });
}

async function figuresOf(files: Files, name: string, isSigned: boolean): Promise<readonly Figure[]> {
  const file = followedFile(files, isSigned);
  const plan: number[] = [];
  const followed: number[] = [];
  for (let time = 0; time < times; time += 1) {
    await nextTurn();
    plan.push(tookBy(files, file, 'computedTarget', []));
    await nextTurn();
    followed.push(tookBy(files, file, 'ownShare', ['computedTarget', 'sales.1']));
  }
  const [tab, following] = [median(plan), median(followed)];
  return [
    { name: `the store tab calculated, ${name}`, value: tab, unit: 'ms', most: 'comparison' },
    { name: `the follow-up calculated, ${name}`, value: following, unit: 'ms', most: 'comparison' },
    { name: `the follow-up, of the store tab, ${name}`, value: following / tab, unit: 'times', most: 1 },
  ];
}

/** The follow-up of many stores beside the store tab, which is there in any plan. */
export function followedGroup(code: string): Group {
  return {
    title: `Following ${stores.toLocaleString('en-US')} stores`,
    runs: 1,
    figures: async () => {
      const files = filesOf(code);
      const figures: Figure[] = [];
      for (const [name, isSigned] of states) figures.push(...(await figuresOf(files, name, isSigned)));
      return figures;
    },
  };
}
