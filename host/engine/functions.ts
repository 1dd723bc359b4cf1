import { helpers, registries } from '@odoo/o-spreadsheet';
import { QUOTED } from '../dialect';
import { UNREAD, UNRESOLVED } from '../separators';

type Registered = Parameters<typeof registries.functionRegistry.add>[1];
/** What a formula passes to a function: nothing, a cell, or columns of cells. */
export type Argument = Parameters<Registered['compute']>[number];
export type Answer = ReturnType<Registered['compute']>;

/** A cell function of the add-on as the engine calls it. */
export type CellFunction = (args: readonly Argument[]) => Answer;

/** The cell functions of each model, by the getters its formulas are evaluated with. */
const cellFunctions = new WeakMap<object, ReadonlyMap<string, CellFunction>>();

/** Lets the formulas evaluated with `getters` call `table`, whose names are in capitals. */
export function provideFunctions(getters: object, table: ReadonlyMap<string, CellFunction>): void {
  cellFunctions.set(getters, table);
}

/** What the clocks of each model show, as a spreadsheet serial, by the getters its formulas are evaluated with. */
const clocks = new WeakMap<object, () => number>();

/** Lets TODAY and NOW in the formulas evaluated with `getters` ask `clock`. */
export function provideClock(getters: object, clock: () => number): void {
  clocks.set(getters, clock);
}

/** Models in whose formulas empty text stands below all numbers, by the getters these are evaluated with. */
const emptyBelow = new WeakSet<object>();

/** Has empty text stand below all numbers in the formulas evaluated with `getters`, not above as other texts. */
export function putEmptyBelow(getters: object): void {
  emptyBelow.add(getters);
}

const { functionRegistry, errorTypes } = registries;
const anything = () => [helpers.arg('value (any, range<any>, repeating, optional)', 'anything')];

for (const error of ['#ERROR!', '#NUM!', '#REF!', '#VALUE!']) errorTypes.add(error);

const scalar = (argument: Argument) => (helpers.isMatrix(argument) ? argument[0]?.[0] : argument);

type Value = NonNullable<Exclude<ReturnType<typeof scalar>, undefined>>;

function fixed(number: Value | undefined, places: Value | undefined, bare: Value | undefined): Answer {
  for (const argument of [number, places, bare]) if (helpers.isEvaluationError(argument?.value)) return argument ?? '';
  const [value, decimals] = [Number(number?.value ?? 0), Math.trunc(Number(places?.value ?? 2))];
  if (!Number.isFinite(value) || !Number.isFinite(decimals) || typeof number?.value === 'string')
    return { value: '#VALUE!', message: 'FIXED expects number values.' };
  const shift = 10 ** Math.max(-15, Math.min(15, decimals));
  const rounded = (Math.sign(value) * Math.round(Number((Math.abs(value) * shift).toPrecision(15)))) / shift;
  const text = Math.abs(rounded).toFixed(Math.max(0, decimals));
  const grouped = bare?.value === true ? text : text.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
  return rounded < 0 ? `-${grouped}` : grouped;
}

/** Functions that Google has, the engine lacks, and formulas are likely to meet. */
const MISSING: Readonly<Record<string, Registered>> = {
  // A number for what is one, 1 for TRUE, 0 for text; errors pass through.
  N: {
    description: 'The value as a number',
    args: [helpers.arg('value (any)', 'a value')],
    compute: (value) => {
      const cell = scalar(value);
      if (cell === undefined || cell.value === null) return 0;
      if (typeof cell.value === 'number') return cell;
      if (typeof cell.value === 'boolean') return cell.value ? 1 : 0;
      return helpers.isEvaluationError(cell.value) ? cell : 0;
    },
  },
  // A number as text with so many decimals, in groups of three unless told otherwise; rounded away from 0.
  FIXED: {
    description: 'A number as text with a fixed number of decimals',
    args: [
      helpers.arg('number (number)', 'the number'),
      helpers.arg('places (number, optional)', 'decimals, two if left out'),
      helpers.arg('suppress_separator (boolean, optional)', 'whether there are no separators of thousands'),
    ],
    compute: (number, places, bare) => fixed(scalar(number), scalar(places), scalar(bare)),
  },
  [UNREAD]: {
    description: 'A formula that the locale cannot read',
    args: [helpers.arg('formula (string)', 'its text')],
    hidden: true,
    compute: () => ({ value: '#ERROR!', message: 'Formula parse error.' }),
  },
  [UNRESOLVED]: {
    description: 'A formula that refers to a tab that was not there',
    args: [helpers.arg('formula (string)', 'its text')],
    hidden: true,
    compute: () => ({ value: '#REF!', message: 'Unresolved sheet name.' }),
  },
  [QUOTED]: {
    description: 'A text with quotes in it',
    args: [helpers.arg('part (string, repeating)', 'what stands between the quotes')],
    hidden: true,
    compute: (...parts) => parts.map((part) => String(scalar(part)?.value ?? '')).join('"'),
  },
};

/** The numbers of columns of cells in ascending order; the engine makes the columns of a range once a calculation. */
const ascending = new WeakMap<object, readonly number[]>();

function numbersOf(columns: readonly (readonly ({ readonly value: unknown } | undefined)[])[]): readonly number[] {
  const known = ascending.get(columns);
  if (known) return known;
  const numbers: number[] = [];
  for (const column of columns)
    for (const cell of column) if (typeof cell?.value === 'number') numbers.push(cell.value);
  numbers.sort((one, other) => one - other);
  ascending.set(columns, numbers);
  return numbers;
}

/** What the engine does otherwise than Google, or much slower; the rest it is left to do itself. */
const MENDED: Readonly<Record<string, (args: readonly Argument[], engine: () => Answer) => Answer>> = {
  // Empty text is no place: the engine takes it for 0, and gives the whole column.
  INDEX: (args, engine) => {
    const isText = args.slice(1).some((place) => scalar(place)?.value === '');
    return isText ? { value: '#VALUE!', message: 'INDEX expects number values.' } : engine();
  },
  // The engine sorts the whole range for every number that is asked of it.
  SMALL: ([data, place], engine) => {
    const rank = scalar(place)?.value;
    if (!helpers.isMatrix(data) || helpers.isMatrix(place) || typeof rank !== 'number') return engine();
    const number = numbersOf(data)[Math.trunc(rank) - 1];
    return number === undefined ? { value: '#NUM!', message: 'SMALL has no number of this rank.' } : { value: number };
  },
};

/** What reckons with numbers, and refuses empty text for one as for any other text; the engine takes it for 0. */
const RECKONING: readonly string[] = [
  'ADD',
  'MINUS',
  'MULTIPLY',
  'DIVIDE',
  'POW',
  'POWER',
  'UMINUS',
  'UNARY.PERCENT',
  'ROUND',
  'ROUNDUP',
  'ROUNDDOWN',
  'INT',
  'ABS',
  'MOD',
  'DATE',
  'EDATE',
  'EOMONTH',
  'YEAR',
  'MONTH',
  'DAY',
];

const noText = (name: string): Answer => ({
  value: '#VALUE!',
  message: `Function ${name} expects number values. But '' is a text and cannot be coerced to a number.`,
});

/** Comparisons by order, each with what it says where the left side is below the right one. */
const ORDERS: Readonly<Record<string, boolean>> = { LT: true, LTE: true, GT: false, GTE: false };

/** Whether the left side is below the right one, where one of them is empty text and the other a number. */
function isBelow([left, right]: readonly Argument[]): boolean | undefined {
  const [one, other] = [scalar(left)?.value, scalar(right)?.value];
  if (one === '' && typeof other === 'number') return true;
  return other === '' && typeof one === 'number' ? false : undefined;
}

/** The engine's clock is the machine's; a workbook has a time zone, and in a test a date, of its own. */
const CLOCKS: Readonly<Record<string, (serial: number) => number>> = { TODAY: Math.floor, NOW: (serial) => serial };

let isReady = false;

/** Registers, once, what the engine lacks. */
export function knownFunctions(): void {
  if (isReady) return;
  isReady = true;
  for (const [name, part] of Object.entries(CLOCKS)) {
    const engines = functionRegistry.get(name);
    functionRegistry.replace(name, {
      ...engines,
      compute(...args) {
        const answer = engines.compute.apply(this, args);
        const clock = clocks.get(this.getters);
        if (!clock || typeof answer !== 'object' || answer === null || !('value' in answer)) return answer;
        return { ...answer, value: part(clock()) };
      },
    });
  }
  for (const [name, mended] of Object.entries(MENDED)) {
    const engines = functionRegistry.get(name);
    functionRegistry.replace(name, {
      ...engines,
      compute(...args) {
        return mended(args, () => engines.compute.apply(this, args));
      },
    });
  }
  for (const [name, whereBelow] of Object.entries(ORDERS)) {
    const engines = functionRegistry.get(name);
    functionRegistry.replace(name, {
      ...engines,
      compute(...args) {
        const below = emptyBelow.has(this.getters) ? isBelow(args) : undefined;
        return below === undefined ? engines.compute.apply(this, args) : { value: below === whereBelow };
      },
    });
  }
  for (const name of RECKONING) {
    const engines = functionRegistry.get(name);
    functionRegistry.replace(name, {
      ...engines,
      compute(...args) {
        for (const argument of args)
          if (argument !== undefined && !helpers.isMatrix(argument) && argument.value === '') return noText(name);
        return engines.compute.apply(this, args);
      },
    });
  }
  for (const [name, description] of Object.entries(MISSING)) {
    if (!(name in functionRegistry.mapping)) functionRegistry.add(name, description);
  }
}

/** The names that formulas have used and the engine does not define: cell functions of an add-on, or nobody's. */
const foreign = new Set<string>();

/** Whether a function is not the engine's own; `name` in capitals. */
export function isForeign(name: string): boolean {
  return foreign.has(name) || !(name in functionRegistry.mapping);
}

/**
 * Makes every function named in `text` callable, whoever defines it: the add-on of the workbook that evaluates it, or
 * nobody, and then it is `#NAME?` and IFERROR can catch it, as in Google Sheets. (The engine would reject the formula.)
 */
export function useFunctionsOf(text: string): void {
  for (const match of text.matchAll(/([A-Za-z_][A-Za-z0-9_.]*)\(/g)) {
    const name = match[1]?.toUpperCase();
    if (name === undefined || name in functionRegistry.mapping || name in MISSING) continue;
    foreign.add(name);
    functionRegistry.add(name, {
      description: '',
      args: anything().map((argument) => ({ ...argument, acceptMatrix: true, acceptErrors: true, type: ['ANY'] })),
      hidden: true,
      compute(...args) {
        const call = cellFunctions.get(this.getters)?.get(name);
        if (call) return call(args);
        return { value: '#NAME?', message: `Unknown function: '${name}'.` };
      },
    });
  }
}
