import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..');

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const lock: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(
  readFileSync(join(root, 'package-lock.json'), 'utf8'),
);
const manifest: Manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

describe('the lock file', () => {
  test('names packages', () => expect(packages.length).toBeGreaterThan(500));

  test('has the integrity of every package, those of other systems too', () => {
    const lacking = packages.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''));
    expect(lacking.map(([path]) => path)).toEqual([]);
  });

  test('names no registry: whoever installs asks their own', () => {
    expect(packages.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
  });
});

describe('the packages', () => {
  const named = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });

  test.each(named)('%s has one version, %s', (name, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(lock.packages[`node_modules/${name}`]?.version).toBe(version);
  });

  test.each(['@google/clasp', 'jest', '@biomejs/biome', 'playwright-core', 'typescript', 'sheetquery'])(
    'those who only try the page do not install %s',
    (name) => expect(lock.packages[`node_modules/${name}`]?.dev).toBe(true),
  );

  test('those who only try the page install few', () => {
    expect(packages.filter(([, { dev }]) => dev !== true).length).toBeLessThan(150);
  });
});

describe('git leaves out what opens an account', () => {
  const folder = mkdtempSync(join(tmpdir(), 'region-targets-git-'));
  execFileSync('git', ['init', '--quiet', folder]);
  copyFileSync(join(root, '.gitignore'), join(folder, '.gitignore'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const isIgnored = (name: string): boolean =>
    spawnSync('git', ['check-ignore', '--quiet', '--no-index', name], { cwd: folder }).status === 0;

  test.each([
    '.clasprc.json',
    'creds.json',
    'credentials.json',
    'client_secret.json',
    'client_secret_123-abc.apps.googleusercontent.com.json',
    'service-account.json',
    'token.json',
    '.env',
    '.env.local',
    'host/key.pem',
  ])('%s', (name) => expect(isIgnored(name)).toBe(true));

  test.each(['.clasp.json', 'appsscript.json', 'package.json', '.npmrc'])('but not %s', (name) =>
    expect(isIgnored(name)).toBe(false),
  );
});
