import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import vm from 'node:vm';
import { transformSync } from 'esbuild';
import { createWorkbook, loadAddon, type MenuEntry } from '../host/index';
import { sections } from '../src/sections';
import { described, expectClose } from './cells/call';
import { planner } from './host/start';

const root = resolve(__dirname, '..');
const project = mkdtempSync(join(tmpdir(), 'region-targets-build-'));
const dist = join(project, 'dist');

function built(...options: readonly string[]) {
  return spawnSync(process.execPath, [join(root, 'build.mjs'), ...options], { encoding: 'utf8' });
}

const printed = built('--out', dist);
const inline = join(project, 'inline');
const printedInline = built('--inline', '--out', inline);
const file = (folder: string, name: string): string => {
  const path = join(folder, name);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
};
const code = file(dist, 'Code.js');
const sidebar = file(dist, 'Sidebar.html');
const reader = file(dist, 'Reader.html');

afterAll(() => rmSync(project, { recursive: true }));

/** The file in a realm with nothing of Google's and nothing of Node's, as at the start of every execution. */
function evaluated(text: string = code, options: vm.CreateContextOptions = {}): vm.Context {
  const context = vm.createContext({}, options);
  vm.runInContext(text, context);
  return context;
}

/** What the formula answers, the arguments copied into the realm and the answer out of it, as Google does. */
function formula(context: vm.Context, name: string, args: readonly unknown[]): unknown {
  context.copied = JSON.stringify(args);
  const answer: unknown = JSON.parse(
    String(vm.runInContext(`JSON.stringify({ value: ${name}(...JSON.parse(copied)) })`, context)),
  );
  return Object(answer).value;
}

test('writes the files and says how large they are', () => {
  expect(printed.stderr).toBe('');
  expect(printedInline.stderr).toBe('');
  expect(readdirSync(dist).sort()).toEqual(['Code.js', 'Reader.html', 'Sidebar.html', 'appsscript.json']);
  for (const name of readdirSync(dist)) expect(printed.stdout).toMatch(new RegExp(`[\\d.]+ KB  .*${name}`));
});

test('clasp would push these and nothing else', () => {
  copyFileSync(join(root, '.clasp.json'), join(project, '.clasp.json'));
  const clasp = join(root, 'node_modules', '.bin', 'clasp');
  const listed = execFileSync(clasp, ['show-file-status', '--json'], { cwd: project, encoding: 'utf8' });
  const { filesToPush, untrackedFiles }: { filesToPush: string[]; untrackedFiles: string[] } = JSON.parse(listed);
  expect(filesToPush.sort()).toEqual(['dist/Code.js', 'dist/Reader.html', 'dist/Sidebar.html', 'dist/appsscript.json']);
  expect(untrackedFiles).toEqual([]);
});

describe('what a function looks like to Google', () => {
  test.each(described)('$name is a top-level function with its help', ({ name, args, help }) => {
    const names = args.map((argument) => argument.name);
    const words = Object.values(help.args).map(({ zh, en }) => `${zh} / ${en}`);
    const card = [
      '/**',
      ` * ${help.text.zh} / ${help.text.en}`,
      ...args.map(({ type, name: argument }, index) => ` * @param {${type}} ${argument} ${words[index]}`),
      ' * @customfunction',
      ' */',
      `function ${name}(${names.join(', ')}) {`,
    ];
    expect(code).toContain(`\n${card.join('\n')}\n`);
    for (const line of card.slice(1, -2)) expect(line).not.toMatch(/[<>]|\*\//);
  });

  test.each(described)('$name is declared once', ({ name }) => {
    expect(code.match(new RegExp(`^function ${name}\\(`, 'gm'))).toHaveLength(1);
  });

  const commands = ['onOpen', 'onInstall', 'onEdit', ...sections.map(({ id }) => `generate_${id}`)];

  test.each(commands)('%s is a top-level function', (name) => {
    expect(code.match(new RegExp(`^function ${name}\\(`, 'gm'))).toHaveLength(1);
  });

  test('the bundle adds one global of its own, and no function is left out', () => {
    const before = new Set(Object.getOwnPropertyNames(vm.runInNewContext('globalThis')));
    const context = evaluated();
    const names: string[] = vm.runInContext('Object.getOwnPropertyNames(globalThis)', context);
    const added = names.filter((name) => !before.has(name) && name !== 'regionTargets');
    const declared = [...code.matchAll(/^function (\w+)\(/gm)].map((match) => match[1]);
    expect([...added].sort()).toEqual(declared.sort());
    const exported: string[] = vm.runInContext('Object.keys(regionTargets.app())', context);
    expect(exported.length).toBeGreaterThan(10);
    // Of a section's command the app has one for all.
    expect(declared).toEqual(expect.arrayContaining(exported.filter((name) => name !== 'generateSection')));
  });
});

/** The build as it goes to Google, and the one for a host that evaluates no text, in such a host. */
const builds: readonly (readonly [string, string, vm.CreateContextOptions])[] = [
  ['the app as text', code, {}],
  ['the app as code', file(inline, 'Code.js'), { codeGeneration: { strings: false, wasm: false } }],
];

describe.each(builds)('in a bare realm, %s', (_, text, options) => {
  const context = evaluated(text, options);

  test.each(described)('$name computes its example', ({ name, help: { example } }) => {
    expectClose(formula(context, name, example.args), example.result, 9);
  });

  test('an argument too many is an error, not ignored', () => {
    expect(() => formula(context, 'STORE_TARGET', [1, 2, 3, 4])).toThrow(
      'STORE_TARGET: takes at most 3 arguments, got 4',
    );
  });

  test('an error without a workbook is worded in English', () => {
    expect(() => formula(context, 'AVG_STORE_BASELINE', [[[1], [1]], [[2], [0]], 12])).toThrow(
      'store_count: expected a whole number above 0, got 0 (row 2)',
    );
  });

  test('a command runs the app, and its errors name the functions that they came through', () => {
    const stack = String(
      vm.runInContext(
        '(() => { try { onOpen(); } catch (error) { return error.stack; } })()',
        evaluated(text, options),
      ),
    );
    expect(stack).toMatch(/^ReferenceError: \w+ is not defined\n/);
    expect(stack).toMatch(/ at (?:Object\.)?buildMenu \(/);
    expect(stack).toMatch(/ at (?:Object\.)?onOpen \(/);
  });
});

describe('the app as text', () => {
  const app = /function source\(\)\{\/\*([\s\S]*?)\*\/\}/;

  test('is most of the file, in a comment; its place in stack traces has a name', () => {
    const [, text = ''] = app.exec(code) ?? [];
    expect(text.length).toBeGreaterThan(code.length / 2);
    expect(() => vm.runInContext('onOpen()', evaluated())).toThrow(
      expect.objectContaining({ stack: expect.stringContaining('(App.js:') }),
    );
  });

  test('is not read as code for the cells', () => {
    const context = evaluated(code.replace(app, 'function source(){/* no (code} */}'));
    for (const { name, help } of described) {
      expectClose(formula(context, name, help.example.args), help.example.result, 9);
    }
    expect(() => vm.runInContext('onOpen()', context)).toThrow(expect.objectContaining({ name: 'SyntaxError' }));
  });
});

describe('the function reference', () => {
  test.each(['zh', 'en'] as const)('is the sidebar’s page, told to show it in %s', (language) => {
    const files = { Sidebar: sidebar };
    const addon = loadAddon({ code, files, workbook: createWorkbook(), user: { ...planner, locale: language } });
    addon.run('showReference');
    const [shown] = addon.seen;
    expect(shown).toMatchObject({
      kind: 'dialog',
      width: 640,
      title: { zh: '函数说明', en: 'Function reference' }[language],
    });
    expect(shown).toMatchObject({
      html: sidebar.replace('<div id="sidebar">', `<div id="sidebar" data-reference="${language}">`),
    });
    expect(shown).not.toMatchObject({ html: sidebar });
  });

  test.each(described)('the page knows $name; the script has its words for the autocomplete card only', ({ help }) => {
    for (const words of [help.text, ...Object.values(help.args), help.result]) {
      for (const word of [words.zh, words.en]) expect(sidebar).toContain(word);
    }
    for (const word of [help.text.zh, help.text.en]) expect(code.split(word)).toHaveLength(2);
  });
});

describe('what reads workbooks', () => {
  test('is a file of its own: nothing of it is in the script or in the sidebar’s page', () => {
    for (const text of [code, sidebar]) expect(text).not.toMatch(/sharedStrings|inlineStr/);
    expect(reader).toMatch(/sharedStrings/);
    expect(reader).not.toContain('`');
    expect(Buffer.byteLength(reader)).toBeLessThan(150_000);
  });

  test('is handed to the sidebar as a script, which leaves one global behind', () => {
    const files = { Sidebar: sidebar, Reader: reader };
    const addon = loadAddon({ code, files, workbook: createWorkbook(), user: planner });
    const answer: unknown = addon.run('workbookReader');
    const script = String(Object(answer).script);
    const context = vm.createContext({ TextDecoder, console });
    const before: string[] = vm.runInContext('Object.getOwnPropertyNames(globalThis)', context);
    vm.runInContext(script, context);
    const after: string[] = vm.runInContext('Object.getOwnPropertyNames(globalThis)', context);
    expect(after.filter((name) => !before.includes(name))).toEqual(['regionTargetsReader']);
    expect(vm.runInContext('typeof regionTargetsReader.readWorkbook', context)).toBe('function');
  });
});

describe('the menu', () => {
  const functionsOf = (entry: MenuEntry): readonly string[] => {
    if (entry.kind === 'menu') return entry.entries.flatMap(functionsOf);
    return entry.kind === 'item' ? [entry.functionName] : [];
  };

  test('every item’s function is there', () => {
    const menu = loadAddon({ code, workbook: createWorkbook() }).menu();
    if (!menu) throw new Error('there is no menu');
    const names = functionsOf(menu);
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) expect(code).toContain(`\nfunction ${name}(`);
  });
});

describe('syntax that Google parses', () => {
  const lowered = (text: string, target: string) => transformSync(text, { target }).code;

  // As text the app would be a comment to the compiler.
  const all = file(inline, 'Code.js');

  test('nothing newer than ES2020', () => {
    expect(lowered(all, 'es2020') === lowered(all, 'esnext')).toBe(true);
    // The comparison does see newer syntax.
    expect(lowered('a ??= b', 'es2020')).not.toBe(lowered('a ??= b', 'esnext'));
    expect(lowered('class A { static #b = 1 }', 'es2020')).not.toBe(lowered('class A { static #b = 1 }', 'esnext'));
  });

  test('no look-behind in regular expressions', () => {
    // Of the script no more than what stands beside it is told.
    expect(/.{0,60}\(\?<[=!].{0,60}/.exec(all)?.[0]).toBeUndefined();
  });
});

test('what cannot be written ends in an error', () => {
  const failed = built('--out', join(root, 'appsscript.json', 'nowhere'));
  expect(failed.status).toBe(1);
  expect(failed.stderr).toContain('appsscript.json');
});

test('a global that nothing calls is none: each is a cell function, a trigger, a menu item or called by a page', () => {
  const names = [...code.matchAll(/^function (\w+)\(/gm)].map(([, name = '']) => name);
  const cells = new Set<string>(described.map(({ name }) => name));
  const triggers = ['onOpen', 'onInstall', 'onEdit'];
  const pages = ['sidebar/endpoints.ts', 'src/app/menu.ts']
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join();
  const isCalled = (name: string): boolean =>
    pages.includes(`'${name}'`) || sections.some(({ id }) => name === `generate_${id}`);
  expect(names.length).toBeGreaterThan(30);
  expect(names.filter((name) => !cells.has(name) && !triggers.includes(name) && !isCalled(name))).toEqual([]);
  // What the sidebar could call it does call.
  const sidebarFiles = readdirSync(join(root, 'sidebar'), { recursive: true, encoding: 'utf8' });
  const calls = sidebarFiles
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(root, 'sidebar', name), 'utf8'))
    .join();
  const endpoints = [...readFileSync(join(root, 'sidebar', 'endpoints.ts'), 'utf8').matchAll(/endpoint\('(\w+)'\)/g)];
  expect(endpoints.length).toBeGreaterThan(10);
  expect(endpoints.map(([, name = '']) => name).filter((name) => !calls.includes(`server.${name}(`))).toEqual([]);
});
