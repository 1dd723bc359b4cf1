import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(__dirname, '..');
const decisions = readdirSync(join(root, 'docs', 'decisions')).map((name) => join('docs', 'decisions', name));
const documents = [
  'README.md',
  'README.zh-CN.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'docs/architecture.md',
  ...decisions,
];
type Named = Readonly<Record<string, string>>;
const { scripts, dependencies, devDependencies }: { scripts: Named; dependencies: Named; devDependencies: Named } =
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const textOf = (document: string): string => readFileSync(join(root, document), 'utf8');

/** Files and folders of ours that a text names; `dist` is built, and `<part>` stands for any. */
function pathsIn(text: string): readonly string[] {
  const named = text.matchAll(/(?<![\w/@.-])(?:src|sidebar|host|test|docs|licences)\/[\w./<>*-]*/g);
  return [...named].map(([path]) => path.replace(/\.$/, '')).filter((path) => !/[<>*]/.test(path));
}

describe.each(documents)('%s', (document) => {
  const text = textOf(document);

  test('names files that are there', () => {
    expect(pathsIn(text).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test('links to files that are there', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path = '']) => path);
    expect(links.filter((path) => !existsSync(join(root, dirname(document), path)))).toEqual([]);
  });

  test('names commands that are there', () => {
    const commands = [...text.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, name = '']) => name);
    expect(commands.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});

test('what is looked for is found', () => {
  expect(pathsIn('see `src/model/nowhere.ts`, test/sections.test.ts. And src/sections/<part>/fields.ts')).toEqual([
    'src/model/nowhere.ts',
    'test/sections.test.ts',
  ]);
  expect(pathsIn(textOf('CONTRIBUTING.md')).length).toBeGreaterThan(20);
});

test('the README says what each package is for', () => {
  const [, table = ''] = /### Packages([\s\S]*?)\n### /.exec(textOf('README.md')) ?? [];
  const names = Object.keys({ ...dependencies, ...devDependencies });
  expect(names.filter((name) => !table.includes(name.startsWith('@types/') ? '@types/*' : name))).toEqual([]);
});

test('every decision says why, what and what follows', () => {
  expect(decisions.length).toBeGreaterThanOrEqual(10);
  for (const document of decisions) {
    const parts = [...textOf(document).matchAll(/^\*\*(\w+)\.\*\*/gm)].map(([, name]) => name);
    expect({ document, parts }).toEqual({ document, parts: ['Context', 'Decision', 'Consequences'] });
  }
});
