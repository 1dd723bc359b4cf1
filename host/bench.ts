import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { browserGroup } from './bench/browser';
import { createGroup } from './bench/create';
import type { Group } from './bench/figure';
import { pageGroup } from './bench/page';
import { cellGroup, scriptGroup } from './bench/script';
import { tableOf } from './bench/table';
import { workbookGroups } from './bench/workbook';

// Built to dist-host/bench.mjs, beside dist/.
const fromRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const textAt = (path: string): string => readFileSync(fromRoot(path), 'utf8');

/** It measures and judges nothing: what cannot be measured is said, and the rest follows. */
async function print(group: Group): Promise<void> {
  try {
    for (const line of tableOf(group, await group.figures())) console.log(line);
  } catch (error) {
    console.log(`\n${group.title}\n  not measured: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const built = { code: textAt('dist/Code.js'), sidebar: textAt('dist/Sidebar.html') };
const groups: readonly Group[] = [
  scriptGroup(built),
  cellGroup(built),
  ...workbookGroups(built.code),
  createGroup,
  pageGroup(fromRoot('dist-host/page')),
  browserGroup({ page: fromRoot('dist-host/page'), addon: fromRoot('dist') }),
];
const asked = process.argv.slice(2);
for (const group of groups) if (asked.length === 0 || asked.includes(group.title)) await print(group);
console.log(`\nMeasured in ${Math.round(performance.now() / 1000)} s, Node ${process.version}.`);
