/** An object as it was: its prototype, whether it takes new properties, and those it has. */
interface Noted {
  readonly object: object;
  readonly prototype: object | null;
  readonly isOpen: boolean;
  readonly keys: readonly PropertyKey[];
  readonly properties: readonly PropertyDescriptor[];
}

const isObject = (value: unknown): value is object =>
  typeof value === 'function' || (typeof value === 'object' && value !== null);

const descriptorOf = (object: object, key: PropertyKey): PropertyDescriptor =>
  Reflect.getOwnPropertyDescriptor(object, key) ?? {};

function notedAs(object: object): Noted {
  const keys = Reflect.ownKeys(object);
  return {
    object,
    prototype: Reflect.getPrototypeOf(object),
    isOpen: Reflect.isExtensible(object),
    keys,
    properties: keys.map((key) => descriptorOf(object, key)),
  };
}

function isAsNoted({ object, prototype, isOpen, keys, properties }: Noted): boolean {
  if (Reflect.getPrototypeOf(object) !== prototype || Reflect.isExtensible(object) !== isOpen) return false;
  const now = Reflect.ownKeys(object);
  if (now.length !== keys.length) return false;
  for (const [index, key] of keys.entries()) {
    if (now[index] !== key) return false;
    const [before, after] = [properties[index], descriptorOf(object, key)];
    if (
      before === undefined ||
      !Object.is(before.value, after.value) ||
      before.get !== after.get ||
      before.set !== after.set ||
      before.writable !== after.writable ||
      before.enumerable !== after.enumerable ||
      before.configurable !== after.configurable
    )
      return false;
  }
  return true;
}

/** Notes objects and all that can be reached from them by properties; gives what says whether all of it is as it was. */
export function untouched(roots: readonly unknown[]): () => boolean {
  const seen = new Set<object>();
  const all: Noted[] = [];
  const waiting = roots.filter(isObject);
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    if (seen.has(object)) continue;
    seen.add(object);
    const noted = notedAs(object);
    all.push(noted);
    const reached: unknown[] = noted.properties.flatMap(({ value, get, set }) => [value, get, set]);
    waiting.push(...[noted.prototype, ...reached].filter(isObject));
  }
  return () => all.every(isAsNoted);
}
