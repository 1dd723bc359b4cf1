import type { AddonOptions, Runtime } from '../addon';
import type { Realm } from '../execution';
import { untouched } from './untouched';

/** The language itself, without memory shared between threads and WebAssembly, which Apps Script does not have. */
const LANGUAGE: readonly string[] = [
  ...[
    'Object',
    'Function',
    'Array',
    'Number',
    'Boolean',
    'String',
    'Symbol',
    'Date',
    'RegExp',
    'BigInt',
    'Math',
    'JSON',
  ],
  ...['Promise', 'Proxy', 'Reflect', 'Intl', 'Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'FinalizationRegistry'],
  ...['Error', 'AggregateError', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'],
  ...['ArrayBuffer', 'DataView', 'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array'],
  ...['Int32Array', 'Uint32Array', 'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array'],
  ...['parseFloat', 'parseInt', 'isFinite', 'isNaN', 'escape', 'unescape', 'eval'],
  ...['encodeURI', 'encodeURIComponent', 'decodeURI', 'decodeURIComponent', 'NaN', 'Infinity', 'undefined'],
];

/** The console of Apps Script. */
const LEVELS: readonly string[] = ['log', 'info', 'warn', 'error', 'time', 'timeEnd'];

const REALM = `return {
  array: () => [],
  object: () => ({}),
  date: (instant) => new Date(instant),
  error: (message) => new Error(message),
}`;

/** The names of a script's top-level functions: those that Google finds. */
export function topLevel(code: string): readonly string[] {
  return [...new Set([...code.matchAll(/^function\s+([A-Za-z_]\w*)\s*\(/gm)].flatMap((match) => match[1] ?? []))];
}

/** Everything that a window has by name and the language has not. */
function namesOfWeb(window: object): readonly string[] {
  const names = new Set<string>();
  for (let holder: object | null = window; holder !== null; holder = Object.getPrototypeOf(holder)) {
    for (const name of Object.getOwnPropertyNames(holder)) names.add(name);
  }
  const spoken = new Set([...LANGUAGE, 'globalThis', 'constructor']);
  return [...names].filter((name) => /^[A-Za-z_$][\w$]*$/.test(name) && !spoken.has(name));
}

type Globals = Readonly<Record<string, unknown>>;

const isFunction = (value: unknown): value is (...args: readonly unknown[]) => unknown => typeof value === 'function';

/** A function of a window's realm; its text may be code of ours or the script only. */
function compiled(
  window: object,
  parameters: readonly string[],
  body: string,
): (...args: readonly unknown[]) => unknown {
  const maker: unknown = Reflect.get(window, 'Function');
  const made: unknown = isFunction(maker) ? maker(...parameters, body) : undefined;
  if (!isFunction(made)) throw new Error('this browser gives an empty frame no realm of its own');
  return made;
}

/** Objects of the language that no name leads to. */
const UNNAMED = `return [
  function* () {}, async function () {}, async function* () {},
  [][Symbol.iterator](), new Map()[Symbol.iterator](), new Set()[Symbol.iterator](), ''[Symbol.iterator](),
  'a'.matchAll(/a/g),
]`;

/** An empty frame's realm with the script compiled in it, for as many starts as leave it as it was. */
interface Ground {
  readonly realm: Realm;
  /** The language by its names. */
  readonly language: Globals;
  /** Starts the script with `globalThis` and the globals that it is given; answers its functions by name. */
  start(root: object, given: Globals): Globals;
  /** Whether nothing has been added, changed or taken away that the next start would find. */
  isUntouched(): boolean;
}

/** Lays a ground; the globals of every start on it have the same names. */
function groundFor(body: string): Ground {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  document.body.append(frame);
  const window = frame.contentWindow;
  if (window === null) throw new Error('this browser gives an empty frame no realm of its own');
  const realm = compiled(window, [], REALM)() as Realm;
  const unnamed = compiled(window, [], UNNAMED)() as readonly unknown[];
  const language = Object.fromEntries(LANGUAGE.map((name) => [name, Reflect.get(window, name)]));
  const isLanguageUntouched = untouched([...Object.values(language), ...unnamed]);
  const own = Reflect.ownKeys(window);
  /** The script by the names of its globals, made at the first start: only a frame that is on the page makes functions. */
  const scriptOf = (names: readonly string[]) => {
    const hidden = namesOfWeb(window).filter((name) => !names.includes(name));
    const script = compiled(window, ['globalThis', ...names, ...hidden], body);
    frame.remove();
    return (root: object, given: Globals) => script(root, ...names.map((name) => given[name])) as Globals;
  };
  let script: ReturnType<typeof scriptOf> | undefined;
  return {
    realm,
    language,
    start(root, given) {
      script ??= scriptOf(Object.keys(given));
      return script(root, given);
    },
    isUntouched: () =>
      LANGUAGE.every((name) => Object.is(Reflect.get(window, name), language[name])) &&
      Reflect.ownKeys(window).length === own.length &&
      isLanguageUntouched(),
  };
}

/**
 * A script in a realm of its own: that of an empty frame, which has its own arrays, dates and errors as Google's side has,
 * and is taken off the page again at once. To lay one takes as long as a small script runs: one that a start has left as
 * it was serves the next, whose variables are new all the same, the script being the body of a function. A frame's
 * `window` and `document` cannot be deleted, so the function's parameters hide every name of the web; where the script
 * looks them up by `globalThis`, it finds the language and the services only. (The bare context of the runtime for Node
 * is the strict one; a `this` that is left to itself is a window here.)
 */
export function frameRuntime(code: string, print?: AddonOptions['print']): Runtime {
  const functions = topLevel(code);
  const found = functions.map((name) => `${name}: typeof ${name} === 'function' ? ${name} : undefined`);
  const body = `${code}\nreturn { ${found.join(', ')} };`;
  const free: Ground[] = [];

  return (globals) => {
    const ground = free.pop() ?? groundFor(body);
    const { realm, language } = ground;
    const console = realm.object();
    for (const level of LEVELS) console[level] = (...values: readonly unknown[]) => print?.(level, ...values);
    const given: Globals = { console, ...globals(realm) };
    const root = Object.assign(realm.object(), given, language);
    root.globalThis = root;
    const instance = ground.start(root, given);
    let isOver = false;
    return {
      realm,
      functionNamed: (name) => instance[name],
      end() {
        if (!isOver && ground.isUntouched()) free.push(ground);
        isOver = true;
      },
    };
  };
}
