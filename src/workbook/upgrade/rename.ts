import type { Placement } from '../place';
import type { Step } from './step';

/** What a key of a tab is called now: `months.3` of a field that was renamed is `sales.3`. */
export function keyNow(steps: readonly Step[], tab: string, key: string): string {
  const [field = '', ...cell] = key.split('.');
  let now = field;
  for (const { renamed = [] } of steps) now = renamed.find((one) => one.tab === tab && one.from === now)?.to ?? now;
  return [now, ...cell].join('.');
}

/** Keys under their present names. Of two that have come to bear one name the one that has long borne it counts. */
function keysNow(steps: readonly Step[], tab: string, keys: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const now = new Map<string, number>();
  for (const [key, at] of keys) {
    const name = keyNow(steps, tab, key);
    if (name === key || !keys.has(name)) now.set(name, at);
  }
  return now;
}

/**
 * Where the keys of a tab stand by their present names, whatever version the tab was made by: in a record a field is a
 * row, elsewhere its columns. Rows of a table are people's records.
 */
export function placementNow(steps: readonly Step[], tab: string, placement: Placement): Placement {
  if (!steps.some(({ renamed = [] }) => renamed.some((one) => one.tab === tab))) return placement;
  return placement.shape === 'record'
    ? { ...placement, rows: keysNow(steps, tab, placement.rows) }
    : { ...placement, columns: keysNow(steps, tab, placement.columns) };
}
