import type { Execution, Kind, Realm } from '../execution';
import { isDate } from './kinds';
import { checkArguments, misfit } from './signature';

/** The members a stand-in has, each with what it costs; every other member of Google's type throws. */
export type Members<Full> = Readonly<Partial<Record<keyof Full & string, Kind>>>;

/** The stand-in behind each handle that a script was given. */
const behind = new WeakMap<object, object>();

const isHandle = (value: object) => behind.has(value);

/**
 * Copies data across the border between script and host: arrays, plain objects and dates are made anew in `realm`,
 * handles and functions pass, anything else passes as it is.
 */
export function copied(value: unknown, realm: Realm): unknown {
  if (typeof value !== 'object' || value === null || isHandle(value)) return value;
  if (Array.isArray(value)) {
    const copy = realm.array();
    for (const item of value) copy.push(copied(item, realm));
    return copy;
  }
  if (isDate(value)) return realm.date(value.getTime());
  const prototype: unknown = Object.getPrototypeOf(value);
  // A plain object of any realm: its prototype has no prototype.
  if (prototype !== null && typeof prototype === 'object' && Object.getPrototypeOf(prototype) !== null) return value;
  const copy = realm.object();
  for (const [key, item] of Object.entries(value)) copy[key] = copied(item, realm);
  return copy;
}

const host: Realm = {
  array: () => [],
  object: () => ({}),
  date: (instant) => new Date(instant),
  error: (message) => new Error(message),
};

/** What several members need: whose execution it is, and the handle that a script holds. */
export abstract class StandIn<Full extends object> {
  /** The handle: Google's whole type to a script, though only the listed members work. */
  readonly self: Full;

  /** What the handle prints; its type unless a kind says otherwise. */
  get printed(): string {
    return this.type;
  }

  constructor(
    readonly execution: Execution,
    private readonly type: string,
    members: Members<Full>,
  ) {
    this.self = handle<Full>(this, execution, type, members);
  }
}

/** The stand-in of a handle. Throws if the handle is of another type, as Google does for a wrong argument. */
export function standInOf<T extends object>(
  value: unknown,
  kind: abstract new (...args: never[]) => T,
  name: string,
): T {
  const found = typeof value === 'object' && value !== null ? behind.get(value) : undefined;
  if (found instanceof kind) return found;
  throw misfit([value], name);
}

/** What is behind a handle that a script was given: where it points, or what it holds; undefined for what is none. */
export const pointedAt = (value: object): object | undefined => behind.get(value);

/** The sheet that a handle is on: its own, or that of its range. */
function sheetOf(target: object): string | undefined {
  if ('sheetId' in target && typeof target.sheetId === 'string') return target.sheetId;
  const place = 'place' in target ? target.place : undefined;
  return typeof place === 'object' && place !== null && 'sheet' in place && typeof place.sheet === 'string'
    ? place.sheet
    : undefined;
}

/**
 * A handle on a stand-in: members that are listed are counted, hooked, authorised and copied at the border; any other
 * throws and says its name. The one place where a part is passed off as Google's whole type.
 */
export function handle<Full extends object>(
  target: object,
  execution: Execution,
  type: string,
  members: Members<Full>,
): Full {
  const wrapped = new Map<string, unknown>();
  const printed = () => (target instanceof StandIn ? target.printed : type);
  const proxy = new Proxy(target, {
    get(_target, key) {
      if (typeof key === 'symbol') return key === Symbol.toPrimitive ? printed : undefined;
      if (key === 'toString') return printed;
      if (key === 'toJSON' || key === 'then' || key === 'constructor') return undefined;
      const known = wrapped.get(key);
      if (known !== undefined) return known;
      const kind = (members as Readonly<Record<string, Kind | undefined>>)[key];
      if (kind === undefined) throw execution.realm.error(`${type}.${key} is not implemented in the local host`);
      const member: unknown = Reflect.get(target, key);
      const made = isFunction(member) ? wrap(member, key, kind) : member;
      wrapped.set(key, made);
      return made;
    },
    set(_target, key) {
      throw execution.realm.error(`${type}.${String(key)} cannot be set`);
    },
  });
  const wrap =
    (member: (...args: never[]) => unknown, key: string, kind: Kind) =>
    (...args: unknown[]): unknown => {
      try {
        const given = args.map((argument) => copied(argument, host));
        checkArguments(type, key, given, isHandle);
        return copied(
          execution.callBy(type, key, kind, given, () => Reflect.apply(member, target, given), sheetOf(target)),
          execution.realm,
        );
      } catch (error) {
        throw execution.realm.error(error instanceof Error ? error.message : String(error));
      }
    };
  behind.set(proxy, target);
  return proxy as Full;
}

const isFunction = (value: unknown): value is (...args: never[]) => unknown => typeof value === 'function';

/** Marks a value that is neither data nor a stand-in, such as an enum's member, to pass the border as it is. */
export function unchanged<T extends object>(value: T): T {
  behind.set(value, value);
  return value;
}
