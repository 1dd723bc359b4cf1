import type { Realm } from './execution';

/**
 * Data as it passes between a page and `google.script.run`: plain JSON. `undefined` becomes null, dates, maps, sets and
 * other objects with a class fail, as they do on Google. Copies are made in `realm`.
 */
export function plainCopy(value: unknown, realm?: Realm): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object') throw new Error(`A ${typeof value} cannot pass between page and script`);
  if (Array.isArray(value)) {
    const copy = realm?.array() ?? [];
    for (const item of value) copy.push(plainCopy(item, realm));
    return copy;
  }
  const kind = Object.prototype.toString.call(value);
  const prototype: unknown = Object.getPrototypeOf(value);
  const isPlain = prototype === null || (typeof prototype === 'object' && Object.getPrototypeOf(prototype) === null);
  if (kind !== '[object Object]' || !isPlain)
    throw new Error(`${kind.slice(8, -1)} cannot pass between page and script`);
  const copy = realm?.object() ?? {};
  for (const [key, item] of Object.entries(value)) copy[key] = plainCopy(item, realm);
  return copy;
}
