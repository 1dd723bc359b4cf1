// The whole proof that entry which is shared loses nothing: every command with every other, with everything a person does
// and with every fault, at every call. Other words go to jest: `npm run prove -- acts -t 'during save'`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'region-targets-prove-'));
const report = join(folder, 'runs.jsonl');
const words = process.argv.slice(2);
const [first] = words;
const files = first !== undefined && !first.startsWith('-') ? [`test/prove/${first}`] : ['test/prove/'];
const rest = files[0] === 'test/prove/' ? words : words.slice(1);
const start = Date.now();
const { status } = spawnSync(
  join('node_modules', '.bin', 'jest'),
  ['--silent', '--testTimeout=3600000', ...files, ...rest],
  {
    stdio: ['inherit', 'ignore', 'inherit'],
    env: { ...process.env, PROVE: 'whole', PROVE_REPORT: report },
  },
);
const cases = existsSync(report)
  ? readFileSync(report, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
  : [];
rmSync(folder, { recursive: true });

const groups = new Map();
for (const { group, runs, lost } of cases) {
  const sum = groups.get(group) ?? { runs: 0, lost: 0 };
  groups.set(group, { runs: sum.runs + runs, lost: sum.lost + lost.length });
}
for (const { name, lost } of cases) for (const line of lost) console.log(`${name}: ${line}`);
const minutes = Math.round((Date.now() - start) / 60_000);
for (const [group, { runs, lost }] of groups) console.log(`${group}: ${runs} runs, ${lost} with something lost`);
const total = [...groups.values()].reduce((sum, { runs, lost }) => [sum[0] + runs, sum[1] + lost], [0, 0]);
console.log(`${total[0]} runs in ${minutes} minutes, ${total[1]} with something lost`);
process.exitCode = status === 0 && total[0] > 0 && total[1] === 0 ? 0 : 1;
