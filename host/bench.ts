import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
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
function print(group: Group): void {
  try {
    for (const line of tableOf(group, group.figures())) console.log(line);
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
];
for (const group of groups) print(group);
console.log(`\nMeasured in ${Math.round(performance.now() / 1000)} s, Node ${process.version}.`);
