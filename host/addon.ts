import { answerFrom, argumentFor } from './arguments';
import { valueAt } from './cells';
import { googleFormat } from './dialect';
import type { Answer, Argument, CellFunction } from './engine/functions';
import {
  type Access,
  type AfterCall,
  type Authority,
  type BeforeCall,
  type Dialogs,
  Execution,
  type ExecutionOptions,
  Ledger,
  type MenuEntry,
  type Realm,
  type Scope,
  type Shown,
  type User,
} from './execution';
import type { Place } from './extras';
import { plainCopy } from './plain';
import { AuthMode } from './services/enums';
import { rangeOf, spreadsheetOf } from './services/given';
import { servicesOf } from './services/index';
import { placeOf } from './services/place';
import { userEntered } from './userEntered';
import type { Workbook } from './workbook';
import { serialAt } from './zones';

export interface AddonOptions {
  /** The text of the built script, `dist/Code.js`. */
  readonly code: string;
  readonly workbook: Workbook;
  readonly user?: User;
  /** HTML files by name without ending, as `{ Sidebar: '<!doctype html>…' }`. */
  readonly files?: Readonly<Record<string, string>>;
  /** What the user answers to alerts and prompts, in order; a question that finds none fails. */
  readonly answers?: readonly UserAnswer[];
  /** Who is asked and shown things instead; `answers` and `seen` then stay unused. */
  readonly dialogs?: Dialogs;
  readonly beforeCall?: BeforeCall;
  /** Whether the user's locale is hidden from `onOpen` under AuthMode.NONE. */
  readonly hideLocale?: boolean;
  /** The permissions that the user has given; all of them by default. */
  readonly scopes?: readonly Scope[];
  /** The script belongs to this workbook instead of being installed as an add-on, or is a test deployment: no source is told. */
  readonly bound?: boolean;
  /** What of the workbook the user may change; all of it by default. */
  readonly access?: Access;
  /** What a cell function gets for a single empty cell; in a range it is always `''`. */
  readonly emptyCell?: '' | null | undefined;
  /** Whether formulas of the workbook can call the add-on's cell functions; they can unless this says false. */
  readonly cells?: boolean;
  /** Where `console.log` and its kin of the script go; nowhere by default. */
  readonly print?: (level: string, ...values: readonly unknown[]) => void;
}

/** An answer to an alert (a button) or to a prompt (a button and a text; a text alone means OK). */
export type UserAnswer = { readonly button: string; readonly text?: string } | { readonly text: string };

/** What the user was asked or shown, in order. */
export type Seen =
  | { readonly kind: 'alert' | 'prompt'; readonly title: string; readonly prompt: string; readonly buttons: string }
  | { readonly kind: 'toast'; readonly title: string; readonly message: string }
  | Shown;

/** What a person changed in the grid; Google tells the values of a single cell only. */
export interface Edit {
  readonly place: Place;
  readonly value?: unknown;
  readonly oldValue?: unknown;
}

/** The add-on as one user runs it. Every call starts the script afresh, as Google does. */
export interface Addon {
  readonly user: User;
  readonly workbook: Workbook;
  /** Every service call since the last `calls.reset()`. */
  readonly calls: Ledger;
  /** How often each cell function was called, by name. */
  readonly cellCalls: Readonly<Record<string, number>>;
  readonly seen: Seen[];
  /** Replaces the hook that runs before each service call; none takes it away. */
  hook(beforeCall?: BeforeCall): void;
  /** Replaces who is told of each service call once it was made, in executions that start from now on; none takes it away. */
  listen(afterCall?: AfterCall): void;
  answer(...answers: readonly UserAnswer[]): void;
  /** Calls an endpoint as `google.script.run` does: plain JSON both ways. Errors are thrown. */
  run(name: string, ...args: readonly unknown[]): unknown;
  /** Calls a function as a menu item does. */
  command(name: string): void;
  /** Runs `onOpen` under AuthMode.NONE and gives the menu it builds. */
  menu(authority?: 'NONE' | 'LIMITED'): MenuEntry | undefined;
  /** Chooses a menu item by its captions, from the outermost on. */
  choose(...captions: readonly string[]): void;
  /** Types into a cell as a person does, and fires `onEdit`. */
  type(sheetName: string, a1: string, text: string): void;
  /** Fires `onEdit`, where the script has it, for what a person has changed in the grid. */
  edited(edit: Edit): void;
  /** Runs `work` with the services as this user has them, outside the script: to look, or to act as a person. */
  use<T>(work: (services: ReturnType<typeof servicesOf>) => T): T;
}

/** A function of the script that formulas can call: a top-level declaration with `@customfunction` in its comment. */
const CELL_FUNCTION =
  /\/\*\*(?:(?!\*\/)[\s\S])*?@customfunction(?:(?!\*\/)[\s\S])*?\*\/\s*function\s+([A-Za-z_]\w*)\s*\(/gi;

/** What is found out about the text of a script: it is long, and most often the same for every user of every workbook. */
interface Declared {
  readonly cellFunctions: readonly string[];
  readonly hasEdit: boolean;
}

const known = new Map<string, Declared>();

function declaredIn(code: string): Declared {
  const before = known.get(code);
  if (before) return before;
  const cellFunctions = [...code.matchAll(CELL_FUNCTION)].flatMap(([, name]) => name ?? []);
  const declared = { cellFunctions, hasEdit: /function\s+onEdit\s*\(/.test(code) };
  known.set(code, declared);
  return declared;
}

/** One start of the script: its realm, and its top-level functions by name. */
export interface Instance {
  readonly realm: Realm;
  functionNamed(name: string): unknown;
  /** Called when nothing more is asked of it. */
  end?(): void;
}

/** Starts the script afresh: in a context that is as new, with the globals of `globals(realm)`. */
export type Runtime = (globals: (realm: Realm) => object) => Instance;

function answering(queue: UserAnswer[], seen: Seen[], onMenu: (menu: MenuEntry) => void): Dialogs {
  const next = (prompt: string): UserAnswer => {
    const answer = queue.shift();
    if (!answer) throw new Error(`Nobody answers: ${prompt}`);
    return answer;
  };
  return {
    alert(title, prompt, buttons) {
      seen.push({ kind: 'alert', title, prompt, buttons });
      if (buttons === 'OK' && queue.length === 0) return 'OK';
      const answer = next(prompt);
      return 'button' in answer ? answer.button : 'OK';
    },
    prompt(title, prompt, buttons) {
      seen.push({ kind: 'prompt', title, prompt, buttons });
      const answer = next(prompt);
      return { button: 'button' in answer ? answer.button : 'OK', text: answer.text ?? '' };
    },
    show: (shown) => seen.push(shown),
    menu: onMenu,
    toast: (message, title) => seen.push({ kind: 'toast', title, message }),
  };
}

/** The add-on of one user of a workbook, its script run by `runtime`. */
export function addonOn(runtime: Runtime, options: AddonOptions): Addon {
  const { workbook } = options;
  const user = options.user ?? { email: 'planner@example.com', locale: workbook.settings.locale };
  const calls = new Ledger();
  const seen: Seen[] = [];
  const queue: UserAnswer[] = [...(options.answers ?? [])];
  const cellCalls: Record<string, number> = {};
  let { beforeCall } = options;
  let afterCall: AfterCall | undefined;
  let menu: MenuEntry | undefined;
  const onMenu = (built: MenuEntry) => {
    menu = built;
  };
  const dialogs = options.dialogs ? { ...options.dialogs, menu: onMenu } : answering(queue, seen, onMenu);

  const executionOptions = (authority: Authority, ledger: Ledger, realm?: Realm): ExecutionOptions => ({
    authority,
    ledger,
    dialogs,
    beforeCall: authority === 'CELL' ? undefined : beforeCall,
    afterCall: authority === 'CELL' ? undefined : afterCall,
    hideLocale: options.hideLocale ?? false,
    bound: options.bound ?? false,
    ...(options.scopes && { scopes: options.scopes }),
    ...(options.access && { access: options.access }),
    files: options.files ?? {},
    ...(realm && { realm }),
  });

  /** Starts the script afresh. */
  const start = (authority: Authority, ledger: Ledger) => {
    let execution: Execution | undefined;
    const instance = runtime((realm) => {
      execution = new Execution(workbook, user, executionOptions(authority, ledger, realm));
      return servicesOf(execution);
    });
    if (!execution) throw new Error('the runtime started without asking for the services');
    return { ...instance, execution };
  };

  const functionOf = (instance: Instance, name: string): ((...args: readonly unknown[]) => unknown) => {
    const found = /^[A-Za-z_]\w*$/.test(name) ? instance.functionNamed(name) : undefined;
    if (typeof found !== 'function') throw new Error(`Script function not found: ${name}`);
    return (...args) => Reflect.apply(found, undefined, args);
  };

  const call = (
    authority: Authority,
    name: string,
    args: (started: ReturnType<typeof start>) => readonly unknown[],
  ) => {
    const started = start(authority, calls);
    try {
      return functionOf(started, name)(...args(started));
    } finally {
      started.execution.end();
      started.end?.();
    }
  };

  let forCells: ReturnType<typeof start> | undefined;
  workbook.onChange.add(() => {
    forCells?.end?.();
    forCells = undefined;
  });
  const cellFunction =
    (name: string): CellFunction =>
    (args: readonly Argument[]): Answer => {
      cellCalls[name] = (cellCalls[name] ?? 0) + 1;
      forCells ??= start('CELL', new Ledger());
      const instance = forCells;
      try {
        const given = args.map((argument) =>
          argumentFor(argument, instance.realm, workbook.settings.timeZone, options.emptyCell),
        );
        return answerFrom(functionOf(instance, name)(...given), workbook.settings);
      } catch (error) {
        return { value: '#ERROR!', message: messageOf(error) };
      }
    };
  if (options.cells !== false) {
    const functions: Record<string, CellFunction> = {};
    for (const name of declaredIn(options.code).cellFunctions) functions[name] = cellFunction(name);
    workbook.addFunctions(functions);
  }

  const addon: Addon = {
    user,
    workbook,
    calls,
    cellCalls,
    seen,
    hook(hook) {
      beforeCall = hook;
    },
    listen(listener) {
      afterCall = listener;
    },
    answer(...answers) {
      queue.push(...answers);
    },
    run(name, ...args) {
      if (name.endsWith('_')) throw new Error(`Script function not found: ${name}`);
      const result = call('FULL', name, ({ realm }) => args.map((argument) => plainCopy(argument, realm)));
      return plainCopy(result);
    },
    command(name) {
      call('FULL', name, () => []);
    },
    menu(authority = 'NONE') {
      menu = undefined;
      call(authority, 'onOpen', ({ realm, execution }) => {
        const event = realm.object();
        event.authMode = AuthMode[authority];
        if (authority === 'LIMITED') event.source = spreadsheetOf(execution);
        return [event];
      });
      return menu;
    },
    choose(...captions) {
      let entry = menu ?? addon.menu();
      for (const caption of captions) {
        const inside: readonly MenuEntry[] = entry?.kind === 'menu' ? entry.entries : [];
        entry = inside.find((item) => item.kind !== 'separator' && item.caption === caption);
        if (!entry) throw new Error(`There is no menu item ${caption}`);
      }
      if (entry?.kind !== 'item') throw new Error(`${captions.join(' ▸ ')} is not a menu item`);
      addon.command(entry.functionName);
    },
    type(sheetName, a1, text) {
      const sheetId = workbook.model.getters.getSheetIdByName(sheetName);
      if (sheetId === undefined) throw new Error(`There is no sheet ${sheetName}`);
      const place = placeOf(workbook.model, a1, sheetId);
      const position = { sheetId, col: place.zone.left, row: place.zone.top };
      const { timeZone, locale } = workbook.settings;
      const oldValue = valueAt(workbook.model, position, timeZone);
      const format = googleFormat(workbook.model.getters.getCell(position)?.format, workbook.extras.kept.formats);
      const { input, format: taken } = userEntered(text, format, { locale, today: serialAt(workbook.now(), timeZone) });
      const person = new Execution(workbook, user);
      person.hold({
        sheet: place.sheet,
        col: position.col,
        row: position.row,
        input,
        ...(taken !== undefined && { format: person.formatName(taken) }),
      });
      person.commit();
      addon.edited({ place, value: text, oldValue });
    },
    edited({ place, value, oldValue }) {
      if (!declaredIn(options.code).hasEdit) return;
      call('LIMITED', 'onEdit', ({ realm, execution }) => {
        const event = realm.object();
        event.authMode = AuthMode.LIMITED;
        event.range = rangeOf(execution, place);
        event.source = spreadsheetOf(execution);
        if (value !== undefined && value !== '') event.value = value;
        if (oldValue !== undefined && oldValue !== '') event.oldValue = oldValue;
        return [event];
      });
    },
    use(work) {
      const execution = new Execution(workbook, user, { dialogs, files: options.files ?? {} });
      try {
        return work(servicesOf(execution));
      } finally {
        execution.end();
      }
    },
  };
  return addon;
}

const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
