import { createContext, runInContext, Script } from 'node:vm';
import { buildSync } from 'esbuild';
import { duration, type Figure, type Group, median } from './figure';

/** The built add-on as it goes to Google. */
export interface Built {
  readonly code: string;
  readonly sidebar: string;
}

/** Fresh contexts for each case: an odd number has a middle. */
const contexts = 201;

/** The app in Code.js: the comment in the function that gives its text. */
const app = /(function source\(\)\{\/\*)([\s\S]*?)\*\/\}/;

/** What is started: the script, numbered so that V8 finds nothing of it compiled already. */
type Case = (number: number) => string;

/**
 * The number stands at the beginning: V8 tells long texts apart by their lengths first, then letter by letter. The app
 * is a text of its own.
 */
const numbered =
  (code: string): Case =>
  (number) =>
    `// ${number}\n${code.replace(app, (_, start, text) => `${start}// ${number}\n${text}*/}`)}`;

/** Milliseconds for the script alone in a fresh context. */
function start(text: string): number {
  const context = createContext({});
  return duration(() => new Script(text, { filename: 'Code.js' }).runInContext(context));
}

/** By turns, so that a busy while falls on all of them alike. */
function starts<Name extends string>(cases: Readonly<Record<Name, Case>>): (name: Name, other?: Name) => number {
  const measured = new Map<string, number[]>(Object.keys(cases).map((name) => [name, []]));
  for (let turn = 0; turn < contexts; turn += 1) {
    for (const [name, text] of Object.entries<Case>(cases)) measured.get(name)?.push(start(text(turn)));
  }
  return (name, other) => {
    const own = measured.get(name) ?? [];
    const base = other === undefined ? undefined : measured.get(other);
    return median(own.map((each, turn) => (base === undefined ? each : each / (base[turn] ?? 0))));
  };
}

/** All of zod in one file, minified: what a script starts that reads its requests with a library of that size. */
function zodBundle(): string {
  const { outputFiles } = buildSync({
    stdin: { contents: "export * as zod from 'zod';", resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'bundle',
    minify: true,
    target: 'es2020',
  });
  const text = outputFiles[0]?.text;
  if (!text) throw new Error('zod was not bundled');
  return text;
}

/**
 * What each start of the script costs before it does anything, since Google reads the file anew at every call. What
 * counts is time: bytes are said for the record.
 */
export function scriptGroup({ code, sidebar }: Built): Group {
  return {
    title: 'Script',
    runs: 1,
    figures: () => {
      if (!app.test(code)) throw new Error('Code.js holds no app as text');
      const took = starts({
        empty: numbered(''),
        cells: numbered(code.replace(app, '$1*/}')),
        code: numbered(code),
        command: numbered(`${code}\nregionTargets.app();`),
        zod: numbered(zodBundle()),
      });
      const ms = (name: string, value: number): Figure => ({ name, value, unit: 'ms', most: 'comparison' });
      const times = (name: string, value: number, most: Figure['most'] = 'comparison'): Figure => ({
        name,
        value,
        unit: 'times',
        most,
      });
      return [
        { name: 'Code.js', value: Buffer.byteLength(code), unit: 'bytes', most: 'comparison' },
        { name: 'Sidebar.html', value: Buffer.byteLength(sidebar), unit: 'bytes', most: 'comparison' },
        ms('an empty script', took('empty')),
        ms('the cell functions alone, without the app’s text', took('cells')),
        ms('a bundle of all of zod', took('zod')),
        ms('Code.js, as for a cell', took('code')),
        times('  as a multiple of the empty script', took('code', 'empty')),
        times('  as a multiple of the cell functions alone', took('code', 'cells'), 2),
        times('  as a multiple of all of zod', took('code', 'zod'), 1),
        ms('Code.js and the app, as for a first command or endpoint', took('command')),
        times('  as a multiple of the empty script', took('command', 'empty')),
        times('  as a multiple of the cell functions alone', took('command', 'cells')),
        times('  as a multiple of all of zod', took('command', 'zod'), 2),
      ];
    },
  };
}

const season = [0.9, 0.8, 0.9, 1, 1.1, 1, 0.9, 0.9, 1, 1.2, 1.1, 1.2];

/** Arguments of a call by name of the cell function, for so many rows. */
const calls: Readonly<Record<string, (rows: number) => readonly unknown[]>> = {
  AVG_STORE_BASELINE: (rows) => {
    const column = (value: (row: number) => number): number[][] =>
      Array.from({ length: rows }, (_, row) => [value(row)]);
    return [column((row) => 12_000_000 + row), column((row) => 20 + (row % 7)), column((row) => 8 + (row % 5))];
  },
  PHASE_TARGET: (rows) => [Array.from({ length: rows }, (_, row) => [1_000_000 + row]), [season]],
};

/** Milliseconds of the first call in a fresh context, as each formula's is; throws if it does not answer every row. */
function firstCall(code: string, name: string, rows: number, given: string): number {
  const context = createContext({ given });
  runInContext(code, context, { filename: 'Code.js' });
  runInContext('var args = JSON.parse(given);', context);
  const call = new Script(`var answer = ${name}(...args);`);
  const took = duration(() => call.runInContext(context));
  const answered: unknown = runInContext('answer.length', context);
  if (answered !== rows) throw new Error(`${name} answered ${String(answered)} rows of ${rows}`);
  return took;
}

/** One call of a cell function over many rows. */
export function cellGroup({ code }: Built): Group {
  return {
    title: 'One call of a cell function, the first in a fresh context',
    runs: 1,
    figures: () =>
      Object.entries(calls).flatMap(([name, given]) =>
        [10, 1000, 10_000].flatMap((rows): readonly Figure[] => {
          const args = JSON.stringify(given(rows));
          const took = Array.from({ length: 21 }, () => firstCall(code, name, rows, args));
          const call = `${name}, ${rows.toLocaleString('en-US')} rows`;
          return [
            { name: call, value: median(took), unit: 'ms', most: 5 + (45 * rows) / 10_000 },
            {
              name: `${call}, the fastest of ${took.length}`,
              value: Math.min(...took),
              unit: 'ms',
              most: 'comparison',
            },
          ];
        }),
      ),
  };
}
