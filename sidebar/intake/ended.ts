import { neededKeys } from '../../src/model/key';
import type { Book } from '../book';
import type { Target } from '../import/target';

/** The keys of records that are there already and have ended on a day that is known. */
export function endedKeys({ tab, names }: Target, { rows }: Book): readonly string[] {
  const day = tab.fields.find(({ id }) => names[id]?.ended !== undefined);
  const [key] = neededKeys(tab);
  if (!day || !key) return [];
  return rows.flatMap(({ values }) => ((values[day.id] ?? '') === '' ? [] : String(values[key.id] ?? '')));
}
