// The whole proof that entry which is shared loses nothing: every command with what people do in the grid, with every other
// command, and broken off, at every call where it makes a difference. Words after `--` choose cases by their names:
// `npm run prove -- "acts of people" "switch:"`.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '..');
const script = join(root, 'dist-host', 'prove.cjs');
mkdirSync(join(root, 'dist-host'), { recursive: true });
await build({
  entryPoints: [join(root, 'test', 'prove', 'main.ts')],
  bundle: true,
  platform: 'node',
  format: 'cjs',
  packages: 'external',
  // What builds the script asks where its own file is.
  define: { __dirname: JSON.stringify(join(root, 'test', 'engine')) },
  outfile: script,
  logLevel: 'error',
});

const kept = mkdtempSync(join(tmpdir(), 'region-targets-prove-'));
const start = Date.now();
const groups = new Map();

function told(line) {
  const { group, runs, lost } = JSON.parse(line);
  const sum = groups.get(group) ?? { runs: 0, lost: 0 };
  groups.set(group, { runs: sum.runs + runs, lost: sum.lost + lost.length });
  for (const one of lost) console.log(one);
}

/** One process with its share of the cases; false if it did not come to its end. */
function share(number, of) {
  const env = { ...process.env, REGION_TARGETS_KEPT: kept };
  const child = spawn(process.execPath, [script, number, of, ...process.argv.slice(2)], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let rest = '';
  child.stdout.on('data', (part) => {
    const lines = (rest + part).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) told(line);
  });
  return new Promise((done) => child.on('close', (status) => done(status === 0)));
}

/** Proofs among the tests that try one place in a few there, and every one here. */
const proofs = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts') && !name.startsWith('prove'))
  .map((name) => join('test', name))
  .filter((name) => readFileSync(join(root, name), 'utf8').includes("/places'"));

/** The proofs among the tests at all their places; false if jest did not come to its end. */
function everyPlace() {
  const answer = join(kept, 'jest.json');
  const words = [
    '--max-semi-space-size=64',
    join('node_modules', '.bin', 'jest'),
    '--json',
    '--outputFile',
    answer,
    ...proofs,
  ];
  const env = { ...process.env, ALL_POSITIONS: '1' };
  const child = spawn(process.execPath, words, { cwd: root, env, stdio: 'ignore' });
  return new Promise((done) =>
    child.on('close', () => {
      const cases = JSON.parse(readFileSync(answer, 'utf8')).testResults.flatMap((file) => file.assertionResults);
      const failed = cases.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
      told(JSON.stringify({ group: 'proofs among the tests', runs: cases.length, lost: failed }));
      done(cases.length > 0);
    }),
  );
}

const shares = Math.max(1, availableParallelism());
const ended = await Promise.all(Array.from({ length: shares }, (_, index) => share(`${index}`, `${shares}`)));
if (process.argv.length === 2) ended.push(await everyPlace());
rmSync(kept, { recursive: true });
let [runs, lost] = [0, 0];
for (const [group, sum] of groups) {
  console.log(`${group}: ${sum.runs} runs, ${sum.lost} with something lost`);
  runs += sum.runs;
  lost += sum.lost;
}
console.log(`${runs} runs in ${Math.round((Date.now() - start) / 60_000)} minutes, ${lost} with something lost`);
process.exitCode = ended.every(Boolean) && runs > 0 && lost === 0 ? 0 : 1;
