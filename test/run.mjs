// Everything a change must pass, in order; the closing line is the count of jest's tests plus these checks.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'region-targets-'));
const report = join(folder, 'jest.json');
const bin = (name) => join('node_modules', '.bin', name);
const checks = [
  ['types', bin('tsc'), ['--noEmit']],
  ['types of the sidebar', bin('tsc'), ['--noEmit', '-p', 'sidebar']],
  ['types of the page', bin('tsc'), ['--noEmit', '-p', 'host/page']],
  ['types of the browser tests', bin('tsc'), ['--noEmit', '-p', 'test/browser']],
  ['lint', bin('biome'), ['check', '--error-on-warnings', '.']],
  ['build', process.execPath, ['build.mjs', '--host']],
];

let passed = 0;
let failed = 0;
for (const [name, command, args] of checks) {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  console.log(`${name}: ${status === 0 ? 'passed' : 'failed'}`);
  if (status === 0) passed += 1;
  else failed += 1;
}
if (failed === 0) {
  const { status } = spawnSync(bin('jest'), ['--json', `--outputFile=${report}`, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  if (existsSync(report)) {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    passed += result.numPassedTests;
    // A suite that does not load, and a test that was skipped, are failures: nothing is left out silently.
    failed += result.numFailedTests + result.numRuntimeErrorTestSuites + result.numPendingTests + result.numTodoTests;
  }
  if (status !== 0 && failed === 0) failed = 1;
}
rmSync(folder, { recursive: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
