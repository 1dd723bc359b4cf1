import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const root = resolve(__dirname, '..');

function filesUnder(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

/** What a file imports: our own files as paths from the root, packages by name. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:from|require\(path:|import\()\s*'([^']+)'/g)].map((match) => {
    const target = match[1] ?? '';
    return target.startsWith('.') ? relative(root, resolve(root, dirname(file), target)) : target;
  });
}

const room = (file: string): string => file.split('/')[1]?.replace(/\.ts$/, '') ?? '';

/** Rooms of src, and which of them each may use besides itself. */
const mayUse: Readonly<Record<string, readonly string[]>> = {
  maths: [],
  model: ['maths'],
  sections: ['maths', 'model'],
  workbook: ['maths', 'model'],
  sheets: ['maths', 'model', 'workbook'],
  functions: ['maths', 'model', 'sections', 'sheets'],
  app: ['maths', 'model', 'sections', 'workbook', 'sheets', 'functions'],
  main: ['functions', 'app'],
};

const source = filesUnder('src');

describe('who may use whom', () => {
  test.each(source)('%s', (file) => {
    const own = room(file);
    const allowed = mayUse[own];
    expect(allowed).toBeDefined();
    for (const target of importsOf(file)) {
      if (!target.startsWith('src/')) continue;
      expect({ file, uses: room(target) }).toEqual({
        file,
        uses: expect.stringMatching(new RegExp(`^(${[own, ...(allowed ?? [])].join('|')})$`)),
      });
    }
  });

  test('a section never imports another section', () => {
    for (const file of source.filter((name) => /^src\/sections\/[^/]+\//.test(name))) {
      const section = file.split('/')[2];
      const others = importsOf(file).filter(
        (target) => target.startsWith('src/sections/') && target.split('/')[2] !== section,
      );
      expect({ file, others }).toEqual({ file, others: [] });
    }
  });

  test('only schema.ts knows zod, and only the app knows schema.ts', () => {
    const knowsZod = source.filter((file) => importsOf(file).some((target) => target.startsWith('zod')));
    expect(knowsZod.filter((file) => file !== 'src/model/schema.ts' && room(file) !== 'app')).toEqual([]);
    const knowsSchema = source.filter((file) => importsOf(file).includes('src/model/schema'));
    expect(knowsSchema.map(room)).toEqual(knowsSchema.map(() => 'app'));
  });

  test('Google’s services are touched in sheets and app only', () => {
    const services =
      /\b(SpreadsheetApp|LockService|HtmlService|PropertiesService|Session|Utilities|CacheService|ScriptApp)\./;
    const touching = source.filter((file) => services.test(readFileSync(join(root, file), 'utf8')));
    expect(touching.filter((file) => room(file) !== 'sheets' && room(file) !== 'app')).toEqual([]);
  });

  test('the cell functions’ path loads no zod, no app and of sheets only the locale', () => {
    const seen = new Set<string>();
    const visit = (file: string): void => {
      const path = [`${file}.ts`, join(file, 'index.ts'), file].find((candidate) => source.includes(candidate));
      if (path === undefined || seen.has(path)) return;
      seen.add(path);
      for (const target of importsOf(path)) {
        expect({ path, target }).toEqual({ path, target: expect.not.stringMatching(/^zod/) });
        if (target.startsWith('src/')) visit(target);
      }
    };
    visit('src/functions');
    expect([...seen].filter((file) => room(file) === 'app')).toEqual([]);
    expect([...seen].filter((file) => room(file) === 'sheets')).toEqual(['src/sheets/locale.ts']);
    expect(seen.size).toBeGreaterThan(10);
  });

  test('the sidebar uses no code that needs Google', () => {
    for (const file of filesUnder('sidebar')) {
      const targets = importsOf(file).filter((target) => target.startsWith('src/'));
      for (const target of targets) {
        const typesOnly = new RegExp(`import type [^;]*${target.split('/').pop()}'`).test(
          readFileSync(join(root, file), 'utf8'),
        );
        expect({ file, target, fine: typesOnly || ['maths', 'model', 'sections'].includes(room(target)) }).toEqual({
          file,
          target,
          fine: true,
        });
      }
    }
  });
});
