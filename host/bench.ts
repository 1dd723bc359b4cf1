import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { browserGroup } from './bench/browser';
import { createGroup } from './bench/create';
import { chosen, type Figure, type Group, middled, nextTurn } from './bench/figure';
import { followedGroup } from './bench/followed';
import { linesGroup } from './bench/lines';
import { officeGroup } from './bench/office';
import { pageGroup } from './bench/page';
import { peersGroup } from './bench/peers';
import { cellGroup, scriptGroup } from './bench/script';
import { sharedGroup } from './bench/shared';
import { tableOf } from './bench/table';
import { workbookGroups } from './bench/workbook';

// Built to dist-host/bench.mjs, beside dist/.
const fromRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const textAt = (path: string): string => readFileSync(fromRoot(path), 'utf8');

async function measured({ runs, figures }: Group): Promise<readonly Figure[]> {
  const all: (readonly Figure[])[] = [];
  for (let run = 0; run < runs; run += 1) {
    all.push(await figures());
    await nextTurn();
  }
  return middled(all);
}

/** It measures and judges nothing: what cannot be measured is said, and the rest follows. */
async function print(group: Group): Promise<void> {
  try {
    for (const line of tableOf(group, await measured(group))) console.log(line);
  } catch (error) {
    console.log(`\n${group.title}\n  not measured: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const built = { code: textAt('dist/Code.js'), sidebar: textAt('dist/Sidebar.html') };
const groups: readonly Group[] = [
  scriptGroup(built),
  cellGroup(built),
  ...workbookGroups(built.code),
  followedGroup(built.code),
  sharedGroup(built.code),
  peersGroup(built.code),
  createGroup,
  linesGroup,
  officeGroup(built.code),
  pageGroup(fromRoot('dist-host/page')),
  browserGroup({ page: fromRoot('dist-host/page'), addon: fromRoot('dist') }),
];
const asked = chosen(groups, process.argv.slice(2));
if (asked.length === 0) {
  console.error(`No group is called that. The groups:\n${groups.map(({ title }) => `  ${title}`).join('\n')}`);
  process.exitCode = 1;
}
for (const group of asked) await print(group);
console.log(`\nMeasured in ${Math.round(performance.now() / 1000)} s, Node ${process.version}.`);
