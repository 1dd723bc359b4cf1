// Everything a change must pass; the closing line counts jest's tests and these checks. What is skipped is said, with the
// reason. `--fast` leaves out what takes longer than a minute; other words go to jest.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { found, programs } from './machine.mjs';

const bin = (name) => join('node_modules', '.bin', name);

const checks = [
  ['types', bin('tsc'), ['--noEmit', '--singleThreaded']],
  ['types of the sidebar', bin('tsc'), ['--noEmit', '--singleThreaded', '-p', 'sidebar']],
  ['types of the page', bin('tsc'), ['--noEmit', '--singleThreaded', '-p', 'host/page']],
  ['types of the browser tests', bin('tsc'), ['--noEmit', '--singleThreaded', '-p', 'test/browser']],
  ['lint', bin('biome'), ['check', '--error-on-warnings', '.']],
  ['build', process.execPath, [join('host', 'ready.mjs')]],
];

/** Without what is built for the command line and the browser, and without what makes many workbooks. */
const fast = {
  checks: checks.filter(([name]) => name !== 'build'),
  tests: [
    ...['layers', 'sections', 'readme', 'stamp'].map((name) => `test/${name}.test.ts`),
    ...['maths', 'model', 'cells', 'import', 'sidebar', 'visits'].map((folder) => `test/${folder}/`),
    'test/engine/parts.test.ts',
  ],
};

/** Why tests may be skipped: what they need is not there. */
const reasons = [
  [/^no (\.\.\/shared\/.+)$/, (path) => !existsSync(path), 'real data, kept beside the repository'],
  ...Object.entries(programs).map(([name, { how }]) => [
    new RegExp(`^no (${name})$`),
    () => found(name) === undefined,
    how,
  ]),
];

/** The reason in a test's name and what more to say of it; undefined if there is none or it is not true. */
function reasonOf({ fullName }) {
  const [, said] = / \(skipped: (.+?)\)/.exec(fullName) ?? [];
  if (said === undefined) return undefined;
  const known = reasons.find(([pattern, holds]) => {
    const match = pattern.exec(said);
    return match !== null && holds(match[1]);
  });
  return known && `${said} (${known[2]})`;
}

/** A command's output and whether it passed. */
function ended([name, command, args]) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const printed = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => printed.push(part));
    child.on('error', (error) => resolve({ name, passed: false, printed: error.message }));
    child.on('close', (status) => resolve({ name, passed: status === 0, printed: Buffer.concat(printed).toString() }));
  });
}

/**
 * How Node runs the tests, a fifth less processor time than as it is: most of what they make is gone at once, so with more
 * room for what is young it is cleared away less often, and by one thread, since others have work for the rest; and each
 * file loads all code anew, which few files use long enough for the making of faster code to pay.
 */
const flags = ['--max-semi-space-size=64', '--single-threaded-gc', '--interrupt-budget=1000000'];

const count = { passed: 0, failed: 0, skipped: 0 };
const fastOnly = process.argv.includes('--fast');
const words = process.argv.slice(2).filter((word) => word !== '--fast');

for (const check of await Promise.all((fastOnly ? fast.checks : checks).map(ended))) {
  if (!check.passed) process.stdout.write(check.printed);
  console.log(`${check.name}: ${check.passed ? 'passed' : 'failed'}`);
  count[check.passed ? 'passed' : 'failed'] += 1;
}

/** The files that took longest. Files run side by side, so that together they take longer than the clock says. */
function slowest(files) {
  const lasting = files.map(({ name, startTime, endTime }) => [(endTime - startTime) / 1000, relative('.', name)]);
  const lines = lasting.sort(([one], [other]) => other - one).slice(0, 10);
  return lines.map(([seconds, name]) => `${seconds.toFixed(1).padStart(8)} s  ${name}`);
}

function judge(result) {
  count.passed += result.numPassedTests;
  // A suite that does not load is a failure.
  count.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  const tests = result.testResults.flatMap(({ assertionResults }) => assertionResults);
  const skipped = new Map();
  for (const test of tests.filter(({ status }) => status !== 'passed' && status !== 'failed')) {
    const reason = reasonOf(test);
    if (reason === undefined) {
      console.log(`skipped without a reason that holds: ${test.fullName}`);
      count.failed += 1;
    } else {
      skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
      count.skipped += 1;
    }
  }
  console.log(['The slowest files:', ...slowest(result.testResults)].join('\n'));
  for (const [reason, tests] of skipped) console.log(`skipped ${tests}: ${reason}`);
}

if (count.failed === 0) {
  const folder = mkdtempSync(join(tmpdir(), 'region-targets-'));
  const report = join(folder, 'jest.json');
  const chosen = fastOnly ? fast.tests : [];
  const args = ['--json', `--outputFile=${report}`, ...words, ...chosen];
  const given = [...flags, bin('jest'), ...args];
  const { status } = spawnSync(process.execPath, given, { stdio: ['inherit', 'ignore', 'inherit'] });
  if (existsSync(report)) judge(JSON.parse(readFileSync(report, 'utf8')));
  if (status !== 0 && count.failed === 0) count.failed = 1;
  rmSync(folder, { recursive: true });
}
console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
process.exitCode = count.failed === 0 ? 0 : 1;
