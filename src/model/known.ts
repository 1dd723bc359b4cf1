import type { Field } from './field';
import type { Meaning, TabRole } from './means';
import type { Section } from './section';
import type { Tab } from './tab';

/** A tab and where it is described. */
export interface DescribedTab {
  readonly section: Section;
  readonly tab: Tab;
}

/** A field and where it is described. */
export interface DescribedField extends DescribedTab {
  readonly field: Field;
}

const tabsOf = (sections: readonly Section[]): readonly DescribedTab[] =>
  sections.flatMap((section) => section.tabs.map((tab) => ({ section, tab })));

/** The tabs that have a role, by it. */
export function byRole(sections: readonly Section[]): ReadonlyMap<TabRole, DescribedTab> {
  return new Map(tabsOf(sections).flatMap((known) => (known.tab.role === undefined ? [] : [[known.tab.role, known]])));
}

/** The fields that have a meaning, by it. */
export function byMeaning(sections: readonly Section[]): ReadonlyMap<Meaning, DescribedField> {
  return new Map(
    tabsOf(sections).flatMap(({ section, tab }) =>
      tab.fields.flatMap((field): [Meaning, DescribedField][] =>
        field.means === undefined ? [] : [[field.means, { section, tab, field }]],
      ),
    ),
  );
}

/** Where formulas find what has a meaning: `settings.asOf` by `asOf`. */
export function pathsOf(sections: readonly Section[]): ReadonlyMap<string, string> {
  return new Map([...byMeaning(sections)].map(([meaning, { tab, field }]) => [meaning, `${tab.id}.${field.id}`]));
}
