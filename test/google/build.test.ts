import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import vm from 'node:vm';
import { transformSync } from 'esbuild';

const root = resolve(__dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'region-targets-probe-'));
const build = () =>
  spawnSync(process.execPath, [join(root, 'build.mjs'), '--probe', '--out', folder], { encoding: 'utf8' });

const printed = build();
const file = (name: string): string => readFileSync(join(folder, name), 'utf8');

afterAll(() => rmSync(folder, { recursive: true }));

test('writes an add-on of its own and says how large it is', () => {
  expect(printed.stderr).toBe('');
  expect(readdirSync(folder).sort()).toEqual(['.clasp.json', 'Code.js', 'Page.html', 'appsscript.json']);
  for (const name of ['Code.js', 'Page.html', 'appsscript.json'])
    expect(printed.stdout).toMatch(new RegExp(`KB  .*${name}`));
});

test('asks for the four permissions of the add-on and no others', () => {
  const { oauthScopes, dependencies } = JSON.parse(file('appsscript.json'));
  expect(oauthScopes).toEqual(
    ['spreadsheets.currentonly', 'script.container.ui', 'drive.file', 'userinfo.email'].map(
      (scope) => `https://www.googleapis.com/auth/${scope}`,
    ),
  );
  expect(dependencies.enabledAdvancedServices).toEqual([{ userSymbol: 'Sheets', serviceId: 'sheets', version: 'v4' }]);
});

test('clasp would push its three files, told of its folder', () => {
  const clasp = join(root, 'node_modules', '.bin', 'clasp');
  const listed = execFileSync(clasp, ['show-file-status', '--json', '--project', folder], {
    cwd: root,
    encoding: 'utf8',
  });
  const { filesToPush }: { filesToPush: string[] } = JSON.parse(listed);
  const names = filesToPush.map((path) => path.split('/').pop());
  expect(names.sort()).toEqual(['Code.js', 'Page.html', 'appsscript.json']);
});

test('which script it is pushed to is kept when it is built again', () => {
  writeFileSync(join(folder, '.clasp.json'), '{"scriptId":"mine","rootDir":"."}');
  expect(build().status).toBe(0);
  expect(JSON.parse(file('.clasp.json'))).toEqual({ scriptId: 'mine', rootDir: '.' });
});

test('Google finds its functions and evaluates it without any service', () => {
  const code = file('Code.js');
  const context = vm.createContext({});
  vm.runInContext(code, context);
  for (const name of ['onOpen', 'onEdit', 'runProbe', 'PROBE_KIND', 'PROBE_BLOCK']) {
    expect(code.match(new RegExp(`^function ${name}\\(`, 'gm'))).toHaveLength(1);
    expect(vm.runInContext(`typeof ${name}`, context)).toBe('function');
  }
  const lowered = (target: string) => transformSync(code, { target }).code;
  expect(lowered('es2020') === lowered('esnext')).toBe(true);
});
