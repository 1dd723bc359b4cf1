// The whole proof that entry which is shared loses nothing: every command with what people do in the grid, with every other
// command, and broken off, at every call where it makes a difference. Words after `--` choose cases by their names:
// `npm run prove -- "acts of people" "switch:"`. With `PROCESSES=1` one process does it all, else as many as there are cores.
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
const processes = Number(process.env.PROCESSES ?? availableParallelism());
/** Seconds in minutes, with one digit: `12.3`. */
const inMinutes = (seconds) => (seconds / 60).toFixed(1);

const nothing = { cases: 0, places: 0, runs: 0, lost: 0, cpu: 0 };
const added = (sum, { places, runs, lost, cpu }) => ({
  cases: sum.cases + 1,
  places: sum.places + places,
  runs: sum.runs + runs,
  lost: sum.lost + lost.length,
  cpu: sum.cpu + cpu,
});

/**
 * `places` are all at which something was tried, `runs` how often it was: where a command is told by a call just what it is
 * told undisturbed, and changes nothing, what comes before that call and after it comes to the same, and is run once.
 */
const counted = ({ places, runs, lost, cpu }) =>
  `${places} places in ${runs} runs, ${lost} with something lost, ${inMinutes(cpu)} minutes of CPU time`;

/** `cpu` in seconds. */
function told(answer) {
  groups.set(answer.group, added(groups.get(answer.group) ?? nothing, answer));
  for (const one of answer.lost) console.log(one);
}

/** The command of each case, known once a process has told of them; the numbers of its cases that nobody has yet; its sum. */
let commandOf;
const waiting = new Map();
const done = new Map();

/** Notes the cases that there are, once. */
function known(commands) {
  if (commandOf) return;
  commandOf = commands;
  for (const [number, command] of commands.entries()) waiting.set(command, [...(waiting.get(command) ?? []), number]);
}

/** A command that has cases left, one at which no other process is if there is one: what it leaves is found by one alone. */
function nextCommand(taken) {
  const left = [...waiting].filter(([, numbers]) => numbers.length > 0).map(([command]) => command);
  return left.find((command) => !taken.has(command)) ?? left[0];
}

/** A line for each command once all its cases are done. */
function finished(answer, number) {
  const command = commandOf[number];
  const sum = added(done.get(command) ?? nothing, answer);
  done.set(command, sum);
  if (sum.cases < commandOf.filter((one) => one === command).length) return;
  console.log(`${command}: ${counted(sum)}`);
}

/** The command that each process is at. */
const at = new Map();

/** One process that runs a case after the other; false if it did not come to its end. */
function worker() {
  const child = fork(script, words, {
    env: { ...process.env, REGION_TARGETS_KEPT: kept },
    execArgv: ['--max-semi-space-size=64'],
  });
  let number;
  child.on('message', (answer) => {
    if (answer.cases) known(answer.cases);
    else {
      told(answer);
      finished(answer, number);
    }
    if (!waiting.get(at.get(child))?.length) {
      at.delete(child);
      at.set(child, nextCommand(new Set(at.values())));
    }
    number = waiting.get(at.get(child))?.shift();
    child.send(number ?? 'done');
  });
  return new Promise((ended) => child.on('close', (status) => ended(status === 0)));
}

/** How far it is. */
function progress() {
  const all = [...groups.values()];
  const sum = (of) => all.reduce((total, group) => total + group[of], 0);
  const left = [...waiting.values()].reduce((total, numbers) => total + numbers.length, 0);
  console.log(
    `${minutes()} min: ${sum('cases')} cases, ${sum('places')} places in ${sum('runs')} runs, ${sum('lost')} with something lost; ${left} cases left`,
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
    ...(processes < availableParallelism() ? [`--maxWorkers=${processes}`] : []),
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
      told({ group: 'proofs among the tests', places: cases.length, runs: cases.length, lost: failed, cpu });
      done(cases.length > 0);
    }),
  );
}

/** A line for each group, and one for all of them. */
function summed() {
  const all = [...groups.values()];
  const sum = (of) => all.reduce((total, group) => total + group[of], 0);
  for (const [group, one] of groups) console.log(`${group}: ${counted(one)}`);
  console.log(
    `${sum('places')} places in ${sum('runs')} runs and ${minutes()} minutes, ${inMinutes(sum('cpu'))} of CPU time, ${sum('lost')} with something lost`,
  );
  return sum('runs') > 0 && sum('lost') === 0;
}

const ticking = setInterval(progress, 60_000);
const ended = await Promise.all(Array.from({ length: processes }, worker));
clearInterval(ticking);
let isProved = summed();
if (words.length === 0) {
  ended.push(await everyPlace());
  isProved = summed();
}
rmSync(kept, { recursive: true });
process.exitCode = ended.every(Boolean) && isProved ? 0 : 1;
