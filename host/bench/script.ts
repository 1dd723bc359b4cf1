import { createContext, runInContext, Script } from 'node:vm';
import { duration, type Figure, type Group, median } from './figure';

/** The built add-on as it goes to Google. */
export interface Built {
  readonly code: string;
  readonly sidebar: string;
}

/** Google's limit is far away; what counts is that the file is read anew at every call. */
const mostCode = 200_000;

const runs = 31;

let evaluations = 0;

interface Start {
  readonly whole: number;
  /** Without making the context. */
  readonly script: number;
}

/** Milliseconds for a fresh context and a script in it, compiled anew: V8 keeps what it has compiled by its text. */
function start(code: string): Start {
  evaluations += 1;
  const text = `${code}\n// ${evaluations}`;
  let script = 0;
  const whole = duration(() => {
    const context = createContext({});
    script = duration(() => new Script(text, { filename: 'Code.js' }).runInContext(context));
  });
  return { whole, script };
}

/** By turns, so that a busy while falls on all of them alike. */
function starts(codes: readonly string[]): readonly Start[] {
  const measured = codes.map((): Start[] => []);
  for (let run = 0; run < runs; run += 1)
    for (const [index, code] of codes.entries()) measured[index]?.push(start(code));
  return measured.map((each) => ({
    whole: median(each.map(({ whole }) => whole)),
    script: median(each.map(({ script }) => script)),
  }));
}

/** Sizes of what goes to Google, and what each start of the script costs before it does anything. */
export function scriptGroup({ code, sidebar }: Built): Group {
  return {
    title: 'Script',
    figures: () => {
      const sizes: readonly Figure[] = [
        { name: 'Code.js', value: Buffer.byteLength(code), unit: 'bytes', most: mostCode },
        { name: 'Sidebar.html', value: Buffer.byteLength(sidebar), unit: 'bytes' },
      ];
      const [empty, cells, app] = starts(['', code, `${code}\nregionTargets.app();`]);
      if (!empty || !cells || !app) throw new Error('nothing was measured');
      return [
        ...sizes,
        { name: 'fresh context, empty script', value: empty.whole, unit: 'ms' },
        { name: 'fresh context, Code.js without the app part', value: cells.whole, unit: 'ms' },
        { name: '  as a multiple of the empty script', value: cells.whole / empty.whole, unit: 'times' },
        { name: 'fresh context, Code.js with the app part', value: app.whole, unit: 'ms' },
        { name: '  as a multiple of the empty script', value: app.whole / empty.whole, unit: 'times' },
        { name: 'evaluation alone, empty script', value: empty.script, unit: 'ms' },
        { name: 'evaluation alone, Code.js without the app part', value: cells.script, unit: 'ms' },
        { name: 'evaluation alone, Code.js with the app part', value: app.script, unit: 'ms' },
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
    figures: () =>
      Object.entries(calls).flatMap(([name, given]) =>
        [10, 1000, 10_000].flatMap((rows): readonly Figure[] => {
          const args = JSON.stringify(given(rows));
          const took = Array.from({ length: 21 }, () => firstCall(code, name, rows, args));
          const call = `${name}, ${rows.toLocaleString('en-US')} rows`;
          const usual = { name: call, value: median(took), unit: 'ms' } as const;
          return [
            rows === 10_000 ? { ...usual, most: 50 } : usual,
            { name: `${call}, the fastest of ${took.length}`, value: Math.min(...took), unit: 'ms' },
          ];
        }),
      ),
  };
}
