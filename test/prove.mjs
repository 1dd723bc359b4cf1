// The whole proof that entry which is shared loses nothing: every command with what people do in the grid, with every other
// command, and broken off, at every call where it makes a difference. Words after `--` choose cases by their names:
// `npm run prove -- "acts of people" "switch:"`.
import { fork, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
const minutes = () => Math.round((Date.now() - start) / 60_000);
const groups = new Map();
const words = process.argv.slice(2);

/** `cpu` in seconds. */
function told({ group, runs, lost, cpu }) {
  const sum = groups.get(group) ?? { cases: 0, runs: 0, lost: 0, cpu: 0 };
  groups.set(group, {
    cases: sum.cases + 1,
    runs: sum.runs + runs,
    lost: sum.lost + lost.length,
    cpu: sum.cpu + cpu,
  });
  for (const one of lost) console.log(one);
}

/** Numbers of cases that nobody has yet, known once a process has told of them. */
let waiting;

/** Cases of one command after another: what it leaves is then found by one process, while the others do something else. */
function inTurn(commands) {
  const before = new Map();
  const turns = commands.map((command, number) => {
    const turn = before.get(command) ?? 0;
    before.set(command, turn + 1);
    return { turn, number };
  });
  return turns.sort((one, other) => one.turn - other.turn || one.number - other.number).map(({ number }) => number);
}

/** One process that runs a case after the other; false if it did not come to its end. */
function worker() {
  const child = fork(script, words, {
    env: { ...process.env, REGION_TARGETS_KEPT: kept },
    execArgv: ['--max-semi-space-size=64'],
  });
  child.on('message', (answer) => {
    if (answer.cases) waiting ??= inTurn(answer.cases);
    else told(answer);
    child.send(waiting.shift() ?? 'done');
  });
  return new Promise((done) => child.on('close', (status) => done(status === 0)));
}

/** How far it is. */
function progress() {
  const all = [...groups.values()];
  const sum = (of) => all.reduce((total, group) => total + group[of], 0);
  const left = waiting?.length ?? 0;
  console.log(
    `${minutes()} min: ${sum('cases')} cases, ${sum('runs')} runs, ${sum('lost')} with something lost; ${left} cases left`,
  );
}

/** Proofs among the tests that try one place in a few there, and every one here. */
const proofs = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts') && !name.startsWith('prove'))
  .map((name) => join('test', name))
  .filter((name) => readFileSync(join(root, name), 'utf8').includes("/places'"));

/** A script by which a process writes down how long it has calculated. */
const ending = (folder) => `process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  require('node:fs').writeFileSync(require('node:path').join(${JSON.stringify(folder)}, String(process.pid)), String((user + system) / 1e6));
});`;

/** The proofs among the tests at all their places; false if jest did not come to its end. */
function everyPlace() {
  const answer = join(kept, 'jest.json');
  const command = [
    '--max-semi-space-size=64',
    join('node_modules', '.bin', 'jest'),
    '--json',
    '--outputFile',
    answer,
    ...proofs,
  ];
  const times = join(kept, 'times');
  const ended = join(kept, 'ended.cjs');
  mkdirSync(times);
  writeFileSync(ended, ending(times));
  const env = { ...process.env, ALL_POSITIONS: '1', NODE_OPTIONS: `--require ${JSON.stringify(ended)}` };
  const child = spawn(process.execPath, command, { cwd: root, env, stdio: 'ignore' });
  return new Promise((done) =>
    child.on('close', () => {
      const cases = JSON.parse(readFileSync(answer, 'utf8')).testResults.flatMap((file) => file.assertionResults);
      const failed = cases.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
      // What it and its workers took, of which nobody else tells: for that they write it down as they end.
      const spent = readdirSync(times).map((name) => Number(readFileSync(join(times, name), 'utf8')));
      const cpu = spent.reduce((sum, one) => sum + one, 0);
      told({ group: 'proofs among the tests', runs: cases.length, lost: failed, cpu });
      done(cases.length > 0);
    }),
  );
}

const ticking = setInterval(progress, 60_000);
const ended = await Promise.all(Array.from({ length: availableParallelism() }, worker));
if (words.length === 0) ended.push(await everyPlace());
clearInterval(ticking);
rmSync(kept, { recursive: true });
let [runs, lost, cpu] = [0, 0, 0];
/** Seconds in minutes, with one digit: `12.3`. */
const inMinutes = (seconds) => (seconds / 60).toFixed(1);
for (const [group, sum] of groups) {
  console.log(`${group}: ${sum.runs} runs, ${sum.lost} with something lost, ${inMinutes(sum.cpu)} minutes of CPU time`);
  runs += sum.runs;
  lost += sum.lost;
  cpu += sum.cpu;
}
console.log(`${runs} runs in ${minutes()} minutes, ${inMinutes(cpu)} of CPU time, ${lost} with something lost`);
process.exitCode = ended.every(Boolean) && runs > 0 && lost === 0 ? 0 : 1;
