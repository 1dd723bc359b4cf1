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

/** An instance of a script that nothing more is asked of; its functions are compiled, its globals are another's. */
export interface Spare {
  readonly context: vm.Context;
  readonly realm: Realm;
}

/**
 * A script in a bare context of Node's for each start: the language, `console`, the services, and nothing of Node. Where
 * there are spare instances one of them is given other services instead, and comes back to them when it has ended.
 */
export function bareRuntime(code: string, print?: AddonOptions['print'], spare?: Spare[]): Runtime {
  let script: vm.Script | undefined;
  const started = (one: Spare): ReturnType<Runtime> => ({
    realm: one.realm,
    functionNamed: (name) => Reflect.get(one.context, name),
    end: () => void spare?.push(one),
  });
  return (globals) => {
    const console: Record<string, (...values: readonly unknown[]) => void> = {};
    for (const level of LEVELS) console[level] = (...values) => print?.(level, ...values);
    const again = spare?.pop();
    if (again) {
      Object.assign(again.context, { console }, globals(again.realm));
      return started(again);
    }
    const context = bareContext();
    vm.runInContext(ABSENT.map((name) => `delete globalThis.${name};`).join(''), context);
    const realm: Realm = vm.runInContext(REALM, context);
    Object.assign(context, { console }, globals(realm));
    script ??= new vm.Script(code, { filename: 'Code.js' });
    script.runInContext(context);
    return started({ context, realm });
  };
}

/**
 * Loads the built script for one user of a workbook. Every execution starts it afresh, as Google does, unless there is a
 * list of spare instances of this very script: for who runs it so often that compiling it is most of the work, and knows
 * that it keeps nothing of an execution.
 */
export function loadAddon(options: AddonOptions, spare?: Spare[]): Addon {
  return addonOn(bareRuntime(options.code, options.print, spare), options);
}
