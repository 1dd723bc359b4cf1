/** What JSON from outside is expected to be. */
export interface Expected<T> {
  fits(value: unknown): value is T;
  /** Where a value is something else: `changes.0.field`, '' for the whole of it; none if it fits. */
  misfits(value: unknown): readonly string[];
}

/** What fits. */
export type Given<E> = E extends Expected<infer T> ? T : never;

/** The values that `holds` is true for. */
export function where<T>(holds: (value: unknown) => value is T): Expected<T> {
  return { fits: holds, misfits: (value) => (holds(value) ? [] : ['']) };
}

/** Text of at least and at most so many characters. */
export function text(most = Number.POSITIVE_INFINITY, least = 0): Expected<string> {
  return where((value): value is string => typeof value === 'string' && value.length >= least && value.length <= most);
}

/** A finite number for which `holds` is true. */
export function number(holds: (value: number) => boolean = () => true): Expected<number> {
  return where((value): value is number => typeof value === 'number' && Number.isFinite(value) && holds(value));
}

export const yesNo = where((value) => typeof value === 'boolean');

/** One of some texts. */
export function oneOf<const T extends string>(choices: readonly T[]): Expected<T> {
  return where((value): value is T => choices.some((choice) => choice === value));
}

/** As `one`, or null for blank. */
export function orNull<T>(one: Expected<T>): Expected<T | null> {
  return expected((value) => (value === null ? [] : one.misfits(value)));
}

/** As `one`, or left out. */
export function optional<T>(one: Expected<T>): Expected<T | undefined> {
  return expected((value) => (value === undefined ? [] : one.misfits(value)));
}

/** As one or as the other. */
export function either<T, U>(one: Expected<T>, other: Expected<U>): Expected<T | U> {
  return expected((value) => (one.fits(value) ? [] : other.misfits(value)));
}

/** A list of at least and at most so many values, each as `one`. */
export function listOf<T>(one: Expected<T>, most = Number.POSITIVE_INFINITY, least = 0): Expected<T[]> {
  return expected((value) => {
    if (!Array.isArray(value) || value.length < least || value.length > most) return [''];
    return value.flatMap((inner: unknown, index) => below(index, one.misfits(inner)));
  });
}

/** Values under any keys, each as `one`. */
export function recordOf<T>(one: Expected<T>): Expected<Record<string, T>> {
  return expected((value) => {
    if (!isObject(value)) return [''];
    return Object.entries(value).flatMap(([key, inner]) => below(key, one.misfits(inner)));
  });
}

type Fields = Readonly<Record<string, Expected<unknown>>>;
type OptionalOf<F extends Fields> = { [K in keyof F]: undefined extends Given<F[K]> ? K : never }[keyof F];
type ObjectOf<F extends Fields> = { [K in Exclude<keyof F, OptionalOf<F>>]: Given<F[K]> } & {
  [K in OptionalOf<F>]?: Given<F[K]>;
};

/** An object with these fields and no others. */
export function objectOf<F extends Fields>(fields: F): Expected<ObjectOf<F>> {
  const known = Object.entries(fields);
  return expected((value) => {
    if (!isObject(value)) return [''];
    const given = new Map<string, unknown>(Object.entries(value));
    const misfits = known.flatMap(([key, field]) => below(key, field.misfits(given.get(key))));
    return [...misfits, ...[...given.keys()].filter((key) => !known.some(([name]) => name === key))];
  });
}

function expected<T>(misfits: Expected<T>['misfits']): Expected<T> {
  return { misfits, fits: (value): value is T => misfits(value).length === 0 };
}

function below(key: string | number, paths: readonly string[]): readonly string[] {
  return paths.map((path) => (path === '' ? String(key) : `${key}.${path}`));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
