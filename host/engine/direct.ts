import { type CompiledFormula, functionCache, helpers, registries } from '@odoo/o-spreadsheet';
import { isEvaluator } from './evaluator';
import type { Argument } from './functions';
import { isOn } from './switches';

const { functionRegistry } = registries;

type Calculation = (typeof functionRegistry.mapping)[string];
type Calculated = ReturnType<Calculation>;
type Surroundings = ThisParameterType<Calculation>;
type Description = ReturnType<typeof functionRegistry.get>;
type One = Exclude<Argument, readonly unknown[]>;

/** The surroundings of a formula hold what its model's configuration says to others than the engine. */
const isDirect = ({ without }: Surroundings): boolean => isOn({ without }, 'direct');

/** Errors say which function they come from in place of this. */
const FUNCTION_NAME = '[[FUNCTION_NAME]]';

const isError = (value: One): value is NonNullable<One> => helpers.isEvaluationError(value?.value);

/** What a function’s places take, by their number; undefined where that depends on how many are given. */
function placesOf({ args }: Description): ((place: number) => Description['args'][number] | undefined) | undefined {
  const first = args.findIndex(({ repeating }) => repeating);
  const fixed = first < 0 ? args : args.slice(0, first);
  const isInRow = fixed.every((one, place) => !isOptional(one) || fixed.slice(place).every(isOptional));
  if (!isInRow || (first >= 0 && fixed.some(isOptional))) return undefined;
  const repeated = args.length - first;
  if (first >= 0 && args.slice(first).some(({ repeating }) => !repeating)) return undefined;
  return (place) => args[first < 0 || place < first ? place : first + ((place - first) % repeated)];
}

const isOptional = (one: Description['args'][number]): boolean => one.optional === true || one.default === true;

/**
 * A function without what the engine does around each call of it for columns of cells in places that take one value:
 * there are none in most calls. Where there are, of one size, it is called with each; all else is left to the engine.
 */
function direct(engines: Calculation, description: Description): Calculation {
  const { name, compute } = description;
  const placeOf = placesOf(description);
  if (!placeOf) return engines;

  function calculated(this: Surroundings, ...args: Argument[]): Calculated {
    if (!isDirect(this)) return engines.apply(this, args);
    let error: One;
    let all: readonly (readonly unknown[])[] | undefined;
    for (let place = 0; place < args.length; place += 1) {
      const takes = placeOf?.(place);
      if (!takes) return engines.apply(this, args);
      let arg = args[place];
      if (helpers.isMatrix(arg)) {
        if (takes.acceptMatrix) continue;
        const [column] = arg;
        if (arg.length === 1 && column?.length === 1) {
          arg = column[0];
          args[place] = arg;
        } else {
          all ??= arg;
          if (arg.length !== all.length || column?.length !== all[0]?.length) return engines.apply(this, args);
          continue;
        }
      } else if (takes.acceptMatrixOnly) return engines.apply(this, args);
      if (!takes.acceptErrors && !error && !helpers.isMatrix(arg) && isError(arg)) error = arg;
    }
    if (all) return each.call(this, args, all);
    if (error) return error;
    try {
      const answer = compute.apply(this, args);
      if (Array.isArray(answer)) return engines.apply(this, args);
      if (typeof answer !== 'object' || answer === null) return { value: answer };
      if ('message' in answer && answer.message?.includes(FUNCTION_NAME))
        answer.message = answer.message.replace(FUNCTION_NAME, name);
      return answer;
    } catch {
      return engines.apply(this, args);
    }
  }

  function each(this: Surroundings, args: readonly Argument[], all: readonly (readonly unknown[])[]): Calculated {
    return all.map((column, col) =>
      Array.from({ length: column.length }, (_, row) => {
        const ones = args.map((arg, place) =>
          helpers.isMatrix(arg) && !placeOf?.(place)?.acceptMatrix ? arg[col]?.[row] : arg,
        );
        const answer = calculated.apply(this, ones);
        return (helpers.isMatrix(answer) ? answer[0]?.[0] : answer) ?? { value: null };
      }),
    );
  }

  return calculated;
}

/** A branch of a formula, which is calculated when it is asked for. */
type Branch = () => Argument;
const isBranch = (given: Argument | Branch): given is Branch => typeof given === 'function';
const calculate = (given: Argument | Branch): Argument => (isBranch(given) ? given() : given);

/** The value of a place that may have been given as a column of one cell; undefined of more cells. */
function single(given: Argument): One | 'several' {
  if (!helpers.isMatrix(given)) return given;
  return given.length === 1 && given[0]?.length === 1 ? given[0][0] : 'several';
}

/** Which branch is taken, by what stands before the branches: -1 for that itself; undefined where the engine is asked. */
const BRANCHING: Readonly<Record<string, (first: Argument) => number | undefined>> = {
  IF(first) {
    const condition = single(first);
    if (condition === 'several') return undefined;
    const value = condition?.value;
    return typeof value === 'boolean' || typeof value === 'number' ? Number(!value) : undefined;
  },
  IFERROR(first) {
    const value = single(first);
    if (value === 'several') return undefined;
    return isError(value) ? 0 : -1;
  },
};

/** A function of which only the branch that is taken is calculated. */
function branching(engines: Calculation, choose: (first: Argument) => number | undefined): Calculation {
  return function (this: Surroundings, first: Argument, ...branches: (Argument | Branch)[]) {
    const taken = isDirect(this) ? choose(first) : undefined;
    if (taken === undefined) return engines.call(this, first, ...branches.map(calculate));
    return (taken < 0 ? first : calculate(branches[taken])) ?? { value: 0 };
  };
}

let isReady = false;

/** Lets, once, the functions that are known be called directly; those that formulas bring later are a few cells’. */
export function callDirectly(): void {
  if (isReady) return;
  isReady = true;
  const { mapping } = functionRegistry;
  for (const [name, engines] of Object.entries(mapping)) {
    const choose = BRANCHING[name];
    mapping[name] = choose ? branching(engines, choose) : direct(engines, functionRegistry.get(name));
  }
}

const NAME = /(?<![\w'])_\d+\b/g;
const CALL = /^ctx\['(\w+)'\]\((.*)\)$/;

/**
 * What the engine has made of a formula, `const _1 = …;` for each part of it and each used once, as one expression whose
 * branches are calculated when they are asked for.
 */
function whole(source: string): string | undefined {
  const parts = new Map<string, string>();
  const made = (expression: string): string => expression.replace(NAME, (name) => parts.get(name) ?? name);
  for (const line of source.slice(source.indexOf('{') + 1, source.lastIndexOf('}')).split('\n')) {
    const [, name, expression, answer] = /^\s*(?:const (_\d+) = (.*);|return (.*);)$/.exec(line) ?? [];
    const [, called, args] = CALL.exec(answer ?? expression ?? '') ?? [];
    const text =
      called !== undefined && called in BRANCHING
        ? `ctx['${called}'](${(args ?? '').split(',').map((arg, place) => (place === 0 ? made(arg) : `() => (${made(arg)})`))})`
        : made(answer ?? expression ?? '');
    if (answer !== undefined) return text;
    if (name !== undefined) parts.set(name, text);
    else if (line.trim() !== '') return undefined;
  }
  return undefined;
}

/** Formulas that have been looked through. */
const known = new WeakSet<object>();

/** The same formula, and all that are to come of its kind, with branches that are calculated when they are asked for. */
export function withBranches(formula: CompiledFormula): CompiledFormula {
  const { normalizedFormula, execute } = formula;
  if (formula.isBadExpression || known.has(execute)) return formula;
  const source = String(execute);
  const expression = source.includes("ctx['IF") ? whole(source) : undefined;
  if (expression === undefined) {
    known.add(execute);
    return formula;
  }
  const branched = new Function('deps', 'ref', 'range', 'getSymbolValue', 'ctx', `return ${expression};`);
  known.add(branched);
  Reflect.set(functionCache, normalizedFormula, branched);
  Reflect.set(formula, 'execute', branched);
  return formula;
}

/** A range is made once for all formulas that name it: found by the range itself, where the engine writes a text first. */
const Evaluation = registries.coreViewsPluginRegistry.get('evaluation');
registries.coreViewsPluginRegistry.replace(
  'evaluation',
  class extends Evaluation {
    constructor(config: ConstructorParameters<typeof Evaluation>[0]) {
      super(config);
      const evaluator: unknown = Reflect.get(this, 'evaluator');
      if (!isEvaluator(evaluator)) throw new Error('this version of the engine calculates in another way');
      if (!isOn(config.custom, 'direct')) return;
      const update = evaluator.updateCompilationParameters;
      evaluator.updateCompilationParameters = () => {
        update.call(evaluator);
        const params = evaluator.compilationParams;
        const { ensureRange } = params;
        const made = new Map<object, readonly unknown[]>();
        params.ensureRange = (range) => {
          const there = made.get(range);
          if (there) return there;
          const cells = ensureRange(range);
          made.set(range, cells);
          return cells;
        };
      };
    }
  },
);
