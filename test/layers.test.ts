import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { sections } from '../src/sections';

const root = resolve(__dirname, '..');

function filesUnder(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

/** What a file does, without what it says of it. */
const codeOf = (file: string): string => textOf(file).replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');

interface Import {
  /** Our own files as paths from the root, packages by name. */
  readonly target: string;
  readonly isType: boolean;
}

const IMPORT = /\b(?:(?:import|export)\s+(type\s+)?(?:[^'";]*?\bfrom\s+)?|import\(|require\(path:\s*)'([^']+)'/g;

function importsOf(file: string): readonly Import[] {
  return [...textOf(file).matchAll(IMPORT)].map(([, type, path = '']) => ({
    target: path.startsWith('.') ? relative(root, resolve(root, dirname(file), path)) : path,
    isType: type !== undefined,
  }));
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
    for (const { target } of importsOf(file)) {
      if (own === 'app' && target === 'zod/mini') continue;
      // No other package, and nothing of the sidebar, the host or the tests.
      expect({ file, target }).toEqual({ file, target: expect.stringMatching(/^src\//) });
      expect({ file, uses: room(target) }).toEqual({
        file,
        uses: expect.stringMatching(new RegExp(`^(${[own, ...(allowed ?? [])].join('|')})$`)),
      });
    }
  });

  test('a section never imports another section', () => {
    for (const file of source.filter((name) => /^src\/sections\/[^/]+\//.test(name))) {
      const section = file.split('/')[2];
      const others = importsOf(file)
        .map(({ target }) => target)
        .filter((target) => target.startsWith('src/sections/') && target.split('/')[2] !== section);
      expect({ file, others }).toEqual({ file, others: [] });
    }
  });

  test('nothing outside the sections knows a section or a tab by name', () => {
    const names = sections.flatMap(({ id, tabs }) => [id, ...tabs.map((tab) => tab.id)]).join('|');
    // In quotes, as the head of a formula's reference, or as a key of what is kept by part.
    const named = new RegExp(`(['"\`])(?:${names})\\1|\\{(?:${names})\\.[a-zA-Z]|\\bbooks\\.(?:${names})\\b`);
    const rooms = ['model', 'workbook', 'sheets', 'app'];
    const files = [...source.filter((file) => rooms.includes(room(file))), ...filesUnder('sidebar')];
    expect(files.length).toBeGreaterThan(120);
    // A step from an earlier version says what things were called then: no part of today's plan could.
    const isStep = (file: string): boolean => file.startsWith('src/workbook/upgrade/');
    expect(files.filter((file) => !isStep(file)).filter((file) => named.test(codeOf(file)))).toEqual([]);
  });

  test('the workbook’s own tabs are named in one place', () => {
    const naming = source.filter((file) => /'(?:lists|log)'/.test(codeOf(file)));
    expect(naming).toEqual(['src/workbook/own.ts']);
  });

  test('live figures weigh on nothing but the sidebar', () => {
    const live = /^src\/(?:sections\/(?:[^/]+\/)?figures|model\/(?:live|status))$/;
    const using = source.filter((file) => importsOf(file).some(({ target }) => live.test(target)));
    const figures = source.filter((file) => live.test(file.replace(/\.ts$/, '')));
    expect(figures.length).toBeGreaterThan(9);
    expect(using.filter((file) => !figures.includes(file))).toEqual([]);
  });

  test('what people type is written through the gate alone', () => {
    const using = (target: string): readonly string[] =>
      source.filter((file) => importsOf(file).some((one) => one.target === target && !one.isType)).sort();
    expect(using('src/sheets/table')).toEqual(['src/app/endpoints/write.ts']);
    expect(using('src/app/endpoints/write')).toEqual(['src/app/gate.ts']);
    expect(using('src/app/gate')).toEqual([
      ...['closing', 'import', 'save', 'undo', 'year'].map((name) => `src/app/endpoints/${name}.ts`),
      // What signing keeps, into tabs that are closed to all others.
      'src/app/signedValues.ts',
      'src/app/signing.ts',
      'src/app/workingVersions.ts',
    ]);
    // Of these files every endpoint is behind it.
    const exported = ['save', 'import'].flatMap((name) => textOf(`src/app/endpoints/${name}.ts`).match(/^export .*/gm));
    expect(exported.length).toBeGreaterThan(4);
    expect(exported.filter((line) => !/^export const \w+ = gated(Parts)?\(/.test(line ?? ''))).toEqual([]);
  });

  test('cells are written, and rows and columns come and go, in few files: what people can change is behind the guard', () => {
    const members =
      /\.(set(?:Value|Formula)s?(?:R1C1)?|clear(?:Content|Contents)?|appendRow|copyTo|moveTo|(?:insert|delete|move)(?:Row|Column|Cell)s?\w*)\(/g;
    const writing = source.flatMap((file) => {
      const called = new Set([...codeOf(file).matchAll(members)].map(([, member]) => member));
      return called.size === 0 ? [] : [[file, [...called].sort().join(' ')] as const];
    });
    expect(Object.fromEntries(writing)).toEqual({
      // Beside the log: copies of what is written over.
      'src/sheets/aside.ts': 'clearContent copyTo insertColumnsAfter insertRowsAfter',
      // The guard itself.
      'src/sheets/guard.ts': 'setValue setValues',
      // Rows of removed records go once they have been copied aside; blank rows come.
      'src/sheets/run.ts': 'deleteRows insertRowsBefore',
      // Blank rows and columns come, their keys by the guard; the row of totals moves, or back if it was another.
      'src/sheets/frame.ts': 'insertColumnsAfter insertRowsAfter insertRowsBefore moveRows',
      // The log, which only the add-on writes.
      'src/sheets/log.ts': 'clearContent deleteRows insertRowsAfter setValue setValues',
      // Its columns are put back where they belong.
      'src/sheets/logLines.ts': 'insertColumnBefore moveColumns setValue setValues',
      // New tabs, hidden until they are whole.
      'src/sheets/print.ts': 'deleteColumns deleteRows insertColumnsAfter insertRowsAfter setValues',
      // The log's own tabs, one of which is left as it is.
      'src/sheets/turn.ts': 'copyTo deleteRows',
      // What the workbook says of itself: no cell.
      'src/sheets/read.ts': 'setValue',
      // A tab's copy, which is a person's from then on.
      'src/sheets/values.ts': 'copyTo setValues',
    });
    const using = (target: string): readonly string[] =>
      source.filter((file) => importsOf(file).some((one) => one.target === target && !one.isType)).sort();
    expect(using('src/sheets/guard')).toEqual([
      'src/app/edit.ts',
      'src/app/generate.ts',
      'src/sheets/bring.ts',
      'src/sheets/complete.ts',
      'src/sheets/frame.ts',
      'src/sheets/grow.ts',
      'src/sheets/run.ts',
      'src/sheets/table.ts',
      'src/sheets/unseen.ts',
    ]);
  });

  test('only the app looks at the clock or draws lots', () => {
    const outside = source.filter((file) => /\bnew Date\(\)|\bDate\.now\b|\bMath\.random\b/.test(textOf(file)));
    expect(outside.filter((file) => room(file) !== 'app')).toEqual([]);
  });

  test('what lives as long as the script is loaded is in few files, and is of no workbook: an execution leaves nothing to the next', () => {
    const living = /^(?:export )?(?:let |(?:const|var) \w+ = (?:new (?:Weak)?(?:Map|Set)(?:<.*>)?\(\)|\[\]|\{\});)/m;
    const own = source.filter((file) => /^src\//.test(file) && living.test(textOf(file)));
    expect(own.sort()).toEqual([
      // Plans without room for a workbook's records.
      'src/app/described.ts',
      // By its session.
      'src/app/language.ts',
      'src/app/who.ts',
      'src/model/digest.ts',
      'src/model/tab.ts',
      'src/sheets/logLines.ts',
      // By objects of the execution.
      'src/sheets/separator.ts',
      'src/workbook/formula.ts',
    ]);
  });

  test('Google’s services are touched in sheets and app only', () => {
    const services =
      /\b(SpreadsheetApp|Sheets|LockService|HtmlService|PropertiesService|Session|Utilities|CacheService|ScriptApp|UrlFetchApp|DriveApp)\.\w/;
    const touching = source.filter((file) => services.test(textOf(file)));
    expect(touching.filter((file) => room(file) !== 'sheets' && room(file) !== 'app')).toEqual([]);
  });

  test('which workbook is open is asked at the edge of the app, and by a cell’s function, which is handed none', () => {
    const asked = /\bSpreadsheetApp\s*\.\s*(?:getActive|getCurrent|getSelection|setActive|setCurrent|open)\w*/g;
    const asking = source.flatMap((file) => [...textOf(file).matchAll(asked)].map(([call]) => `${file}: ${call}`));
    expect([...new Set(asking)]).toEqual([
      'src/app/index.ts: SpreadsheetApp.getActive',
      'src/sheets/locale.ts: SpreadsheetApp.getActive',
    ]);
  });

  test('the cell functions’ path loads none of the app, no package, and of sheets only locale and clock', () => {
    const seen = new Set<string>();
    const packages: string[] = [];
    const visit = (file: string): void => {
      const path = [`${file}.ts`, join(file, 'index.ts'), file].find((candidate) => source.includes(candidate));
      if (path === undefined) packages.push(file);
      if (path === undefined || seen.has(path)) return;
      seen.add(path);
      for (const { target } of importsOf(path)) visit(target);
    };
    visit('src/functions');
    expect(packages).toEqual([]);
    expect([...seen].filter((file) => room(file) === 'app')).toEqual([]);
    expect([...seen].filter((file) => room(file) === 'sheets').sort()).toEqual([
      'src/sheets/clock.ts',
      'src/sheets/locale.ts',
    ]);
    expect(seen.size).toBeGreaterThan(10);
  });

  test('the sidebar uses no code that needs Google, and nothing of the host or the tests', () => {
    const allowed = /^(?:sidebar\/|src\/(?:maths|model|sections)(?:\/|$)|preact(?:\/|$)|zod\/mini$)/;
    const others = filesUnder('sidebar').flatMap((file) =>
      importsOf(file)
        .filter(({ target, isType }) => !(isType && target.startsWith('src/')) && !allowed.test(target))
        .filter(({ target }) => !(file === 'sidebar/import/workbook.ts' && target === 'hucre/xlsx'))
        .map(({ target }) => ({ file, target })),
    );
    expect(others).toEqual([]);
  });

  test('what reads workbooks is in no file of the sidebar but the one that is fetched when it is needed', () => {
    const users = (target: string): readonly string[] =>
      filesUnder('sidebar').filter((file) => importsOf(file).some((one) => one.target === target && !one.isType));
    expect(users('hucre/xlsx')).toEqual(['sidebar/import/workbook.ts']);
    expect(users('sidebar/import/workbook')).toEqual(['sidebar/reader.ts']);
    expect(users('sidebar/reader')).toEqual([]);
  });
});

test('no import comes back to its own file, through whatever others', () => {
  const files = ['src', 'sidebar', 'host'].flatMap(filesUnder).filter((file) => !file.endsWith('.d.ts'));
  const uses = new Map(
    files.map((file) => {
      const targets = importsOf(file).flatMap(({ target }) => [
        target,
        `${target}.ts`,
        `${target}.tsx`,
        join(target, 'index.ts'),
      ]);
      return [file, files.filter((other) => targets.includes(other))];
    }),
  );
  expect(uses.get('host/index.ts')).toContain('host/services/index.ts');
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
    if (way.includes(file) || done.has(file)) return;
    for (const used of uses.get(file) ?? []) visit(used, [...way, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});
