import * as vm from 'node:vm';
import { type Addon, type AddonOptions, addonOn, type Runtime } from './addon';
import type { Realm } from './execution';

/** What a V8 context has by itself and Apps Script does not. */
const ABSENT: readonly string[] = ['SharedArrayBuffer', 'Atomics', 'WebAssembly', 'gc'];

/** The console of Apps Script. */
const LEVELS: readonly string[] = ['log', 'info', 'warn', 'error', 'time', 'timeEnd'];

const REALM = `({
  array: () => [],
  object: () => ({}),
  date: (instant) => new Date(instant),
  error: (message) => new Error(message),
})`;

/** A context whose global is an ordinary object: Node looks each one up in another otherwise. Older ones of Node 20 do. */
const bareContext = (): vm.Context =>
  vm.createContext(vm.constants?.DONT_CONTEXTIFY ?? Object.create(null), {
    codeGeneration: { strings: true, wasm: false },
  });

/** A script in a bare context of Node's for each start: the language, `console`, the services, and nothing of Node. */
function bareRuntime(code: string, print?: AddonOptions['print']): Runtime {
  const script = new vm.Script(code, { filename: 'Code.js' });
  return (globals) => {
    const context = bareContext();
    vm.runInContext(ABSENT.map((name) => `delete globalThis.${name};`).join(''), context);
    const console: Record<string, (...values: readonly unknown[]) => void> = {};
    for (const level of LEVELS) console[level] = (...values) => print?.(level, ...values);
    const realm: Realm = vm.runInContext(REALM, context);
    Object.assign(context, { console }, globals(realm));
    script.runInContext(context);
    return { realm, functionNamed: (name) => Reflect.get(context, name) };
  };
}

/** Loads the built script for one user of a workbook. */
export function loadAddon(options: AddonOptions): Addon {
  return addonOn(bareRuntime(options.code, options.print), options);
}
