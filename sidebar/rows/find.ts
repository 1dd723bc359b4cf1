import type { Scalar } from '../../src/model/answer';
import type { Field } from '../../src/model/field';
import type { Language } from '../../src/model/language';
import { folded } from '../../src/model/parse';
import type { Book, Row } from '../book';
import { lists, type Part, visible } from '../planParts';
import { choiceText } from '../value/shown';

/** Which rows of a part are looked at. */
export interface Filter {
  readonly text: string;
  /** A field's id and the value it is to have; '' in a field for blank. */
  readonly values: Readonly<Record<string, string>>;
  /** Only rows with something to correct. */
  readonly faulty: boolean;
}

export const noFilter: Filter = { text: '', values: {}, faulty: false };

export const isFiltered = ({ text, values, faulty }: Filter): boolean =>
  text.trim() !== '' || faulty || Object.keys(values).length > 0;

const words = new Set(['text', 'longText', 'person', 'choice']);

/** Fields that a row can be found by. */
export const searched = (part: Part): readonly Field[] =>
  visible(part.tab).filter((field) => words.has(field.kind) && field.cells === undefined);

/** Rows that hold every word of the text somewhere, have the values, and, if asked, need another look. */
export function rowsFound(part: Part, book: Book, filter: Filter, language: Language): readonly Row[] {
  if (!isFiltered(filter)) return book.rows;
  const wanted = filter.text.split(/\s+/).map(folded).filter(Boolean);
  const fields = searched(part);
  const faulty = new Set(book.faults.map(({ record }) => record));
  return book.rows.filter((row) => {
    if (filter.faulty && !faulty.has(row.id)) return false;
    for (const [id, value] of Object.entries(filter.values)) if (String(row.values[id] ?? '') !== value) return false;
    if (wanted.length === 0) return true;
    const haystack = folded(fields.map((field) => wordsOf(field, row.values[field.id], language)).join(' '));
    return wanted.every((word) => haystack.includes(word));
  });
}

function wordsOf(field: Field, value: Scalar | undefined, language: Language): string {
  if (value === null || value === undefined) return '';
  return field.kind === 'choice' ? choiceText(field, String(value), lists, language) : String(value);
}

/** Most values that a filter offers to choose from. */
const mostChoices = 30;

/** Fields worth filtering by, each with the values it has: choices and people, and texts of which there are few. */
export function filterable(
  part: Part,
  book: Book,
): readonly { readonly field: Field; readonly values: readonly string[] }[] {
  const found: { readonly field: Field; readonly values: readonly string[] }[] = [];
  for (const field of searched(part)) {
    if (field.key || field.kind === 'longText') continue;
    const values = [...new Set(book.rows.map((row) => String(row.values[field.id] ?? '')))];
    const few = field.kind === 'text' ? Math.min(mostChoices, book.rows.length / 2) : mostChoices;
    if (values.length < 2 || values.length > few) continue;
    found.push({ field, values: inOrder(field, values) });
  }
  return found;
}

function inOrder(field: Field, values: readonly string[]): readonly string[] {
  const order = lists.find((list) => list.id === field.list)?.choices.map(({ id }) => id);
  const rank = (value: string): number => {
    const index = order?.indexOf(value) ?? -1;
    return index < 0 ? Number.POSITIVE_INFINITY : index;
  };
  return [...values].sort((one, other) =>
    one === '' || other === ''
      ? Number(one === '') - Number(other === '')
      : (order ? rank(one) - rank(other) : 0) || one.localeCompare(other, 'zh-Hans-CN'),
  );
}
