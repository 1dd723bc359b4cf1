import type { AddonOptions, Runtime } from '../addon';
import type { Realm } from '../execution';

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

/**
 * A script in a realm of its own for each start: that of an empty frame, which has its own arrays, dates and errors as
 * Google's side has, and is taken off the page again at once. A frame's `window` and `document` cannot be deleted, so
 * the script runs as the body of a function whose parameters hide every name of the web; where it looks them up by
 * `globalThis`, it finds the language and the services only. (The bare context of the runtime for Node is the strict
 * one; a `this` that is left to itself is a window here.)
 */
export function frameRuntime(code: string, print?: AddonOptions['print']): Runtime {
  const functions = topLevel(code);
  const found = functions.map((name) => `${name}: typeof ${name} === 'function' ? ${name} : undefined`);
  const body = `${code}\nreturn { ${found.join(', ')} };`;
  let web: readonly string[] | undefined;

  return (globals) => {
    const frame = document.createElement('iframe');
    frame.hidden = true;
    document.body.append(frame);
    const window = frame.contentWindow;
    if (window === null) throw new Error('this browser gives an empty frame no realm of its own');
    web ??= namesOfWeb(window);
    const realm = compiled(window, [], REALM)() as Realm;
    const console = realm.object();
    for (const level of LEVELS) console[level] = (...values: readonly unknown[]) => print?.(level, ...values);
    const given: Globals = { console, ...globals(realm) };
    const root = Object.assign(realm.object(), given);
    for (const name of LANGUAGE) root[name] = Reflect.get(window, name);
    root.globalThis = root;
    const hidden = web.filter((name) => !(name in given));
    const script = compiled(window, ['globalThis', ...Object.keys(given), ...hidden], body);
    frame.remove();
    const instance = script(root, ...Object.values(given)) as Globals;
    return { realm, functionNamed: (name) => instance[name] };
  };
}
