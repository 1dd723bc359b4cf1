import { duration, type Figure, type Group } from './figure';
import { calculateTab, deskOf, type Files, filesOf, growBy, importSold, openSection, tabWith } from './region';

const stores = 1000;

/** A workbook whose stores are followed, four months of sales in, as a file: opened, nothing of it is calculated. */
function followedFile(files: Files): string {
  const desk = deskOf(files.code, files.file(stores));
  growBy(desk, 0.08);
  for (const section of ['actuals', 'followUp']) openSection(desk, section);
  importSold(desk, stores, 4);
  return JSON.stringify(desk.workbook.exportData());
}

/** Milliseconds that the tab with this column takes to be calculated, what it builds on being there. */
function tookBy(files: Files, file: string, field: string, before: readonly string[]): number {
  const desk = deskOf(files.code, file);
  desk.workbook.settle();
  for (const other of before) calculateTab(desk, tabWith(desk, other));
  const tab = tabWith(desk, field);
  return duration(() => {
    if (calculateTab(desk, tab) < stores) throw new Error(`the tab with ${field} has too few formulas`);
  });
}

/** The follow-up of many stores beside the store tab, which is there in any plan. */
export function followedGroup(code: string): Group {
  return {
    title: `Following ${stores.toLocaleString('en-US')} stores`,
    runs: 3,
    figures: (): readonly Figure[] => {
      const files = filesOf(code);
      const file = followedFile(files);
      const [plan, followed] = [
        tookBy(files, file, 'computedTarget', []),
        tookBy(files, file, 'ownShare', ['computedTarget', 'sales.1']),
      ];
      return [
        { name: 'the store tab calculated', value: plan, unit: 'ms', most: 'comparison' },
        { name: 'the follow-up calculated', value: followed, unit: 'ms', most: 'comparison' },
        { name: 'the follow-up, of the store tab', value: followed / plan, unit: 'times', most: 1 },
      ];
    },
  };
}
