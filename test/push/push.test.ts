import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Pushed, pushed } from '../../host/push/push';
import { words } from '../../host/push/text';
import type { Language } from '../../src/model/language';

const folder = mkdtempSync(join(tmpdir(), 'region-targets-push-'));
afterAll(() => rmSync(folder, { recursive: true }));

const clasp = join(folder, 'clasp.cjs');
copyFileSync(join(__dirname, 'clasp.cjs'), clasp);
const ours = {
  'Code.js': '"use strict";var regionTargets=2;',
  'Sidebar.html': '<div id="sidebar"></div>',
  'appsscript.json': '{"timeZone":"Asia/Shanghai"}',
};
mkdirSync(join(folder, 'dist'));
for (const [name, text] of Object.entries(ours)) writeFileSync(join(folder, 'dist', name), text);

const remote = join(folder, 'theirs.json');
const inScript = (): unknown => JSON.parse(readFileSync(remote, 'utf8'));
const toldClasp = (): readonly string[] => {
  const told = join(folder, 'told');
  return existsSync(told) ? readFileSync(told, 'utf8').trim().split('\n') : [];
};

/** Pushes to a script that holds these files; to none if undefined. */
function pushedOver(held: Readonly<Record<string, string>> | undefined, language: Language = 'en'): Pushed {
  rmSync(join(folder, 'told'), { force: true });
  rmSync(remote, { force: true });
  if (held) writeFileSync(remote, JSON.stringify(held));
  writeFileSync(join(folder, '.clasp.json'), JSON.stringify({ scriptId: 'theirs', rootDir: 'dist' }));
  return pushed({ folder, clasp, options: ['--user', 'work'], language });
}

const manifest = { 'appsscript.json': '{"timeZone":"America/New_York"}' };

describe('is pushed, without a terminal, over', () => {
  const cases: readonly (readonly [what: string, held: Readonly<Record<string, string>>])[] = [
    ['a new script, which holds an empty function', { ...manifest, 'Code.js': 'function myFunction() {\n  \n}\n' }],
    ['a script that holds nothing', { ...manifest, 'Code.js': '' }],
    ['an empty file of any name', { ...manifest, 'Old.js': '' }],
    ['an earlier version of ours', { ...ours, 'Code.js': 'var regionTargets = 1;' }],
  ];

  test.each(cases)('%s', (_what, held) => {
    expect(pushedOver(held)).toEqual({ status: 0, said: [] });
    expect(inScript()).toEqual(ours);
    expect(toldClasp()).toEqual(['pull --json --project --user work', 'push --force --project --user work']);
  });
});

describe('is not pushed, and nothing is lost, over', () => {
  const { kinds } = words.en;
  const cases: readonly (readonly [what: string, held: Readonly<Record<string, string>>, said: readonly string[]])[] = [
    ['a script beside ours', { ...ours, 'Report.js': 'function report() {}' }, [kinds.removed('Report.js')]],
    [
      'files in a folder, and a page',
      { ...ours, 'lib/Sum.js': 'let sum = 0;', 'Help.html': '<p>' },
      [kinds.removed('lib/Sum.js'), kinds.removed('Help.html')],
    ],
    ['other code of our name', { ...manifest, 'Code.js': 'function onEdit() {}' }, [kinds.overwritten('Code.js')]],
    [
      'a function in the empty one',
      { ...manifest, 'Code.js': 'function myFunction() {\n  run();\n}\n' },
      [kinds.overwritten('Code.js')],
    ],
    ['another sidebar', { ...ours, 'Sidebar.html': '<h1>Hours</h1>' }, [kinds.overwritten('Sidebar.html')]],
  ];

  test.each(cases)('%s', (_what, held, said) => {
    expect(pushedOver(held)).toEqual({ status: 1, said: [words.en.strangers, ...said, words.en.advice] });
    expect(inScript()).toEqual(held);
    expect(toldClasp()).toEqual(['pull --json --project --user work']);
  });
});

describe('says what is missing', () => {
  test('what clasp says of a script that it cannot read', () => {
    const said = [words.zh.notPulled, 'The caller does not have permission'];
    expect(pushedOver(undefined, 'zh')).toEqual({ status: 1, said });
    expect(toldClasp()).toHaveLength(1);
  });

  test.each([
    ['a script of one’s own', { scriptId: 'REPLACE_WITH_YOUR_SCRIPT_ID', rootDir: 'dist' }, words.en.noScript],
    ['the script', { rootDir: 'dist' }, words.en.noConfig],
  ])('%s', (_what, settings, said) => {
    rmSync(join(folder, 'told'), { force: true });
    const project = join(folder, '.clasp.json');
    writeFileSync(project, JSON.stringify(settings));
    expect(pushed({ folder, clasp, options: [], language: 'en' })).toEqual({ status: 1, said: [said(project)] });
    expect(toldClasp()).toEqual([]);
  });

  test('clasp itself', () => {
    writeFileSync(join(folder, '.clasp.json'), JSON.stringify({ scriptId: 'theirs', rootDir: 'dist' }));
    const there = { folder, clasp: join(folder, 'nowhere.js'), options: [], language: 'en' } as const;
    expect(pushed(there)).toEqual({ status: 1, said: [words.en.noClasp] });
  });

  test('the settings, as the repository has them, name no script', () => {
    const { scriptId }: { scriptId: string } = JSON.parse(
      readFileSync(join(__dirname, '..', '..', '.clasp.json'), 'utf8'),
    );
    expect(words.en.noScript('')).toContain(scriptId);
  });
});
