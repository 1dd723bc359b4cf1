import { keyOf } from '../../src/model/key';
import { livePart } from '../form/around';
import { namedBy, type Part, parts } from '../planParts';
import { searched } from './find';
import { headlineOf, namingOf } from './title';

const known = new WeakMap<Part, readonly string[]>();

/**
 * The fields of a table that its list is drawn from: what its rows are called and told apart by, found by and filtered
 * by, and their usual figure; with them what other parts read of its rows: the fields that they name them by, and those
 * that the region is computed from.
 */
export function listFields(part: Part): readonly string[] {
  const found = known.get(part) ?? fieldsOf(part);
  known.set(part, found);
  return found;
}

function fieldsOf(part: Part): readonly string[] {
  const { title, key } = namingOf(part);
  const named = parts.flatMap(({ tab }) => tab.fields.flatMap((field) => namedBy(field) ?? []));
  const fields = [
    ...[title, key, headlineOf(part)].flatMap((field) => field ?? []),
    ...(keyOf(part.tab)?.fields ?? []),
    ...searched(part),
    ...named.filter(({ tab }) => tab === part.tab).map(({ field }) => field),
  ].map(({ id }) => id);
  return [...new Set([...fields, ...(livePart(part.tab.id)?.gives?.needs ?? [])])];
}
