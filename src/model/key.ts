import type { FieldValue } from './answer';
import { bare, keepable } from './characters';
import type { Field } from './field';
import type { Tab } from './tab';

type ValueOf = (field: string) => FieldValue | undefined;

/** What a table knows its records by: one field, or several together. */
export interface Key {
  readonly fields: readonly Field[];
  /** What a record with these values is called; '' while a part of it is blank that every record needs. */
  readonly nameOf: (value: ValueOf) => string;
  /** What tells it from others: the same however it is typed; '' while a part of it is blank that every record needs. */
  readonly idOf: (value: ValueOf) => string;
  /** What its name looks like: the same for names that people cannot tell apart by sight. */
  readonly looksOf: (value: ValueOf) => string;
}

const between = ' · ';

/** The parts as one text that no other parts have. */
const joined = (parts: readonly string[]): string =>
  parts.length > 1 && parts.some((part) => part.includes(between)) ? JSON.stringify(parts) : parts.join(between);

/** The text beside a key that says it in words, typed or of the record that the key names: beside a store's id its name. */
export function wordsFor({ fields }: Pick<Tab, 'fields'>, key: Field): Field | undefined {
  const shown = fields.filter(({ hidden }) => !hidden);
  const beside = shown[shown.indexOf(key) + 1];
  return beside?.kind === 'text' && !beside.key ? beside : undefined;
}

/** Whether people type what a field holds and records are told apart or found by it: a store's number, a person's name. */
export const isTypedName = ({ kind, key, ref, open }: Field): boolean =>
  (key === true || ref !== undefined) && (kind === 'text' || (kind === 'choice' && open === true));

/** Characters of no width that stand in no word: a joiner may, and so may what chooses how a letter is drawn. */
const unseen = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** A typed name as it is kept: nothing unseen in it or around it, full-width letters, digits and signs as plain ones. */
export const tidied = (name: string): string =>
  seen(name.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)));

const seen = (text: string): string => bare(text.replace(unseen, ''));

/** A text as a field keeps it that may be a name: tidied, but for the signs of one that is said in words. */
export function keptName(field: Field, text: string): string {
  if (!isTypedName(field)) return text;
  return field.worded ? seen(text) : tidied(text);
}

/** A text as a field keeps it: without what no cell can hold, and a name tidied. */
export const keptText = (field: Field, text: string): string => keptName(field, keepable(text));

/** A typed name as names are told apart: whatever its case, its width, its spaces and what is unseen in it. */
export function foldedName(name: string): string {
  const seen = name.normalize('NFKC').replace(/\p{C}/gu, '').replace(/\s+/g, ' ').trim();
  // There and back: ß and SS, ſ and s are one.
  return seen.toUpperCase().toLowerCase();
}

/** Capital letters of other alphabets, each beneath the Latin one that it looks like. 0 and O are none: ids have both. */
const latin = 'ABEKMHOPCTYXSIJABEZHIKMNOPTYX';
const alike = 'АВЕКМНОРСТУХЅІЈΑΒΕΖΗΙΚΜΝΟΡΤΥΧ';
const looks: ReadonlyMap<string, string> = new Map([...alike].map((letter, index) => [letter, latin[index] ?? letter]));

/** What a name looks like: Cyrillic and Greek letters as the Latin ones that they look like. */
export const looksLike = (name: string): string =>
  [...foldedName(name).toUpperCase()].map((letter) => looks.get(letter) ?? letter).join('');

/** Whether a record is known without this part of its key: of several parts, one that not every record needs. */
const isSpared = ({ required }: Field, fields: readonly Field[]): boolean => fields.length > 1 && required !== true;

/** The parts of a table's key without which none of its records is known. */
export function neededKeys({ fields: all }: Tab): readonly Field[] {
  const fields = all.filter((field) => field.key);
  return fields.filter((field) => !isSpared(field, fields));
}

/** What a table knows its records by, if it does. */
export function keyOf({ fields: all }: Tab): Key | undefined {
  const fields = all.filter((field) => field.key);
  if (fields.length === 0) return undefined;
  const partsBy =
    (made: (name: string, field: Field) => string) =>
    (value: ValueOf): string => {
      const parts = fields.map((field) => {
        const part = String(value(field.id) ?? '');
        return isTypedName(field) ? made(part, field) : part;
      });
      const lacks = fields.some((field, index) => parts[index] === '' && !isSpared(field, fields));
      return lacks ? '' : joined(parts);
    };
  return {
    fields,
    nameOf: partsBy((name, field) => keptName(field, name)),
    idOf: partsBy(foldedName),
    looksOf: partsBy(looksLike),
  };
}
