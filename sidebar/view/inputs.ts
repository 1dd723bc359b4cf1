import type { Field } from '../../src/model/field';
import type { Tab } from '../../src/model/tab';
import { type Book, typedCell } from '../book';
import type { Draft } from '../form/draft';
import { meant } from '../plan';
import type { Terms } from '../value/terms';
import { inputText } from '../value/typed';

/** What stands in the input of a cell: what is being typed, else what was read. */
export const inputTextOf = (tab: Tab, field: Field, draft: Draft, key: string, terms: Terms): string =>
  draft.edits[key] ?? inputText(field, typedCell(tab, field, draft.base, key), terms);

/** The names that people are chosen from, as far as they were read. */
export function peopleNames(books: Readonly<Record<string, Book>>): readonly string[] {
  const known = meant('person');
  if (!known) return [];
  return (books[known.tab.id]?.rows ?? []).flatMap((row) => {
    const name = row.values[known.field.id] ?? null;
    return name === null ? [] : [String(name)];
  });
}
