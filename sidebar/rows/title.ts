import type { Field } from '../../src/model/field';
import { keyOf, wordsFor } from '../../src/model/key';
import { sections } from '../../src/sections';
import type { Row } from '../book';
import { lists, type Part, rowLabel, textOf, visible } from '../planParts';
import { words } from '../text';
import { shownText } from '../value/shown';
import type { Terms } from '../value/terms';

/** What a row of a table is called, and what it is known by: `徐家汇店` and `S001`. */
export interface Naming {
  readonly title: Field | undefined;
  readonly key: Field | undefined;
}

/** What says the key in words names a row, with the key beside it; a key of several fields names it by itself. */
export function namingOf(part: Part): Naming {
  const key = part.tab.fields.find((field) => field.key);
  return { title: (key && wordsFor(part.tab, key)) ?? key ?? visible(part.tab)[0], key };
}

const shownIn = (row: Row, field: Field | undefined, terms: Terms): string =>
  field ? shownText(field, row.values[field.id] ?? null, lists, terms) : '';

/** What a record is called. */
export function titleOf(part: Part, row: Row, terms: Terms): string {
  const { language, firstMonth } = terms;
  if (part.tab.shape === 'record') return textOf(part, language).title;
  if (part.tab.shape === 'fixed') return rowLabel(part, row.id, language, firstMonth);
  const keys = keyOf(part.tab)?.fields ?? [];
  if (keys.length > 1) {
    const shown = keys.map((key) => shownIn(row, wordsFor(part.tab, key), terms) || shownIn(row, key, terms));
    return shown.filter(Boolean).join(' · ') || words[language].unnamed;
  }
  const { title, key } = namingOf(part);
  return shownIn(row, title, terms) || shownIn(row, key, terms) || words[language].unnamed;
}

/** The keys of a record that its title says in words. */
export function keysOf(part: Part, row: Row, terms: Terms): readonly string[] {
  const keys = keyOf(part.tab)?.fields ?? [];
  return keys.flatMap((key) =>
    shownIn(row, wordsFor(part.tab, key), terms) === '' ? [] : shownIn(row, key, terms) || [],
  );
}

const path = /\{([a-zA-Z]+)\.([a-zA-Z]+)/g;

/** The figure of a part that the other parts take most: what its rows are worth a look for. */
export function headlineOf({ tab }: Part): Field | undefined {
  const names = tab.fields.map((field) => field.key && wordsFor(tab, field));
  const counts = new Map<string, number>();
  for (const section of sections) {
    for (const other of section.tabs) {
      if (other.id === tab.id) continue;
      for (const formula of other.fields.flatMap(formulasOf)) {
        for (const [, id = '', field = ''] of formula.matchAll(path)) {
          if (id === tab.id) counts.set(field, (counts.get(field) ?? 0) + 1);
        }
      }
    }
  }
  const figures = visible(tab).filter(
    (field) =>
      field.role === 'computed' && field.kind !== 'choice' && field.cells === undefined && !names.includes(field),
  );
  let best: Field | undefined;
  for (const field of figures) if ((counts.get(field.id) ?? 0) > (best ? (counts.get(best.id) ?? 0) : 0)) best = field;
  return best ?? figures.find(({ kind }) => kind !== 'text') ?? figures[0];
}

function formulasOf({ formula, rows }: Field): readonly string[] {
  const own = typeof formula === 'function' ? formula(1) : formula;
  return [own, ...Object.values(rows ?? {}).map((row) => row.formula)].flatMap((texts) => texts ?? []);
}

/** Facts worth a word beside a row's name: its choices. */
export function factFields(part: Part): readonly Field[] {
  const { title, key } = namingOf(part);
  return visible(part.tab).filter((field) => field.kind === 'choice' && field !== title && field !== key);
}
