import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isBuilt, markBuilt, sourcesOf, unmarkBuilt } from '../host/stamp.mjs';

const root = mkdtempSync(join(tmpdir(), 'region-targets-stamp-'));
afterAll(() => rmSync(root, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const files = {
  'src/main.ts': '1',
  'build.mjs': '2',
  'dist/Code.js': '3',
  'dist-host/cli.mjs': '4',
  'dist-host/page/a.js': '5',
};

/** A folder in which everything has just been built. */
function built(): void {
  rmSync(root, { recursive: true });
  for (const [path, text] of Object.entries(files)) write(path, text);
  markBuilt(root, sourcesOf(root));
}

test.each<readonly [string, () => void, boolean]>([
  ['nothing has happened since', () => {}, true],
  ['a source is another', () => write('src/main.ts', '2'), false],
  ['a source is as it was again', () => [write('src/main.ts', '2'), write('src/main.ts', '1')], true],
  ['a source has come', () => write('sidebar/new.ts', ''), false],
  ['a source has gone', () => rmSync(join(root, 'build.mjs')), false],
  ['a source has another name', () => [rmSync(join(root, 'src/main.ts')), write('src/other.ts', '1')], false],
  ['a test has changed', () => write('test/main.test.ts', '1'), true],
  ['packages are there', () => write('node_modules/one/index.js', '1'), true],
  ['something built has gone', () => rmSync(join(root, 'dist'), { recursive: true }), false],
  ['something built from other sources has been put there', () => write('dist/Code.js', '4'), false],
  ['a build has begun and not ended', () => unmarkBuilt(root), false],
])('whether all is built when %s', (_, happened, expected) => {
  built();
  happened();
  expect(isBuilt(root)).toBe(expected);
});

test('what changes while it is built is not built', () => {
  built();
  const sources = sourcesOf(root);
  write('src/main.ts', 'changed meanwhile');
  markBuilt(root, sources);
  expect(isBuilt(root)).toBe(false);
});
