import type { Opened } from '../../src/app/endpoints/open';
import type { Scalar } from '../../src/model/answer';
import type { Field } from '../../src/model/field';
import { foldedName } from '../../src/model/key';
import type { Tab } from '../../src/model/tab';
import { type Book, type Row, typedCell } from '../book';
import type { Draft } from '../form/draft';
import { lists, namedBy } from '../planParts';
import { titleOf } from '../rows/title';
import { meantValue } from '../steps';
import { words } from '../text';
import { inputText } from '../value/inputText';
import type { Terms } from '../value/terms';

/** What stands in the input of a cell: what is being typed, else what was read. */
export const inputTextOf = (tab: Tab, field: Field, draft: Draft, key: string, terms: Terms): string =>
  draft.edits[key] ?? inputText(field, typedCell(tab, field, draft.base, key), terms);

/** What is suggested for an input, with what it is called if that is something else. */
export interface Suggestion {
  readonly value: string;
  readonly label: string | undefined;
}

type Books = Readonly<Record<string, Book>>;

/** The months of the plan year. */
function monthsOf(opened: Pick<Opened, 'figures'> | undefined, { firstMonth, language }: Terms): readonly Suggestion[] {
  const year = meantValue(opened, 'planYear');
  if (typeof year !== 'number') return [];
  return Array.from({ length: 12 }, (_, index): Suggestion => {
    const [later, month] = [Math.floor((firstMonth - 1 + index) / 12), ((firstMonth - 1 + index) % 12) + 1];
    const value = `${year + later}-${String(month).padStart(2, '0')}`;
    return { value, label: words[language].monthOf(year + later, words[language].monthNames[month - 1] ?? '') };
  });
}

/** The records that a field may name, as far as they were read; of a month those of the plan year. */
export function suggestionsFor(
  field: Field,
  { books, opened }: { readonly books: Books; readonly opened: Pick<Opened, 'figures'> | undefined },
  terms: Terms,
): readonly Suggestion[] {
  if (field.kind === 'month') return monthsOf(opened, terms);
  const known = namedBy(field);
  if (!known) return [];
  return (books[known.tab.id]?.rows ?? []).flatMap((row) => {
    const value = String(row.values[known.field.id] ?? '');
    if (value === '') return [];
    const title = titleOf(known, row, terms);
    return [{ value, label: title === value ? undefined : title }];
  });
}

/** What computed fields show of the records that fields beside them name, as far as their tables were read. */
export function figuresNamed({ fields }: Tab, values: Row['values'], books: Books): Readonly<Record<string, Scalar>> {
  const figures: Record<string, Scalar> = {};
  for (const { id, shows } of fields) {
    const [tab, shown = ''] = shows?.split('.') ?? [];
    const naming = shows === undefined ? undefined : fields.find(({ ref }) => ref?.split('.')[0] === tab);
    const named = naming && recordNamed(naming, String(values[naming.id] ?? ''), books);
    const value = typeof named === 'object' ? named.values[shown] : undefined;
    if (value !== undefined) figures[id] = value;
  }
  return figures;
}

/** The record that a field names; `missing` if its table was read and does not have it. */
export function recordNamed(field: Field, text: string, books: Books): Row | 'missing' | undefined {
  const known = field.ref === undefined ? undefined : namedBy(field);
  const book = known && books[known.tab.id];
  const name = foldedName(text);
  const isChoice = lists.find(({ id }) => id === field.list)?.choices.some(({ id }) => id === text.trim());
  if (!known || !book || name === '' || isChoice) return undefined;
  return book.rows.find((row) => foldedName(String(row.values[known.field.id] ?? '')) === name) ?? 'missing';
}
