import type { Field } from '../../src/model/field';
import { foldedName, tidied } from '../../src/model/key';
import type { Tab } from '../../src/model/tab';
import type { Book } from '../book';
import type { ImportRecord } from '../import/records';

/** Records for the list of people, before what names them is written. */
export interface NewPeople {
  readonly part: string;
  readonly records: readonly Readonly<Record<string, string>>[];
}

/** The list of people: where it stands, its field of names, and that of what they are. */
export interface PeopleList {
  readonly tab: Tab;
  readonly name: Field;
  readonly role: Field | undefined;
}

/** The list that a tab is, whose names mean people. */
export const peopleListOf = (tab: Tab, name: Field): PeopleList => ({
  tab,
  name,
  role: tab.fields.find(({ kind, list }) => kind === 'choice' && list === 'role'),
});

/** Whether records of a tab name people. */
export const namesPeople = ({ fields }: Tab): boolean =>
  fields.some(({ kind, role }) => kind === 'person' && role === 'input');

/**
 * People whom records name and the list lacks, each once as first written, and what they are where the field that
 * names them says it. Whoever is not in the list is in no table or chart by person.
 */
export function unlisted(
  records: readonly Pick<ImportRecord, 'values'>[],
  { fields }: Tab,
  { tab, name, role }: PeopleList,
  listed: Book | undefined,
): NewPeople {
  const known = new Set(listed?.rows.map(({ values }) => foldedName(String(values[name.id] ?? ''))));
  const naming = fields.filter(({ kind, role: typed }) => kind === 'person' && typed === 'input');
  const people: Record<string, string>[] = [];
  for (const { values } of records) {
    for (const field of naming) {
      const said = values[field.id];
      const called = typeof said === 'string' ? tidied(said) : '';
      if (called === '' || known.has(foldedName(called))) continue;
      known.add(foldedName(called));
      const what = role && field.personRole !== undefined ? { [role.id]: field.personRole } : {};
      people.push({ [name.id]: called, ...what });
    }
  }
  return { part: tab.id, records: people };
}
