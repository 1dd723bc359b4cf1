import { idColumn, labelsRow, type TabPlan } from './plan';
import type { TabState, Value } from './state';

/** What a cell says in words: a text, or of a formula the texts in it; '' for none. */
function wordsIn(value: Value | null | undefined, formula: string): string {
  if (formula === '') return typeof value === 'string' ? value : '';
  const texts = [...formula.matchAll(/"((?:[^"]|"")*)"/g)].map(([, text]) => text);
  return texts.length === 0 ? '' : `=${texts.join('|')}`;
}

/** What a planned label says, in each language. */
function saidBy(plans: readonly TabPlan[], row: string, column: string): readonly string[] {
  return plans.flatMap((plan) => {
    const content = plan.rows.find(({ key }) => key === row)?.cells[column]?.content;
    if (content === undefined || content === null) return [];
    if (typeof content !== 'object') return [wordsIn(content, '')];
    return [content.formula].flat().map((formula) => wordsIn('', formula));
  });
}

/**
 * Lines whose hidden keys have changed places with each other, by where they stand: beside or below the key of each stand the
 * words of another one, in a circle. A label that someone has worded otherwise, or that several lines share, tells nothing.
 */
function circles(
  places: ReadonlyMap<string, number>,
  wordsOf: (key: string) => readonly string[],
  found: (place: number) => string,
): ReadonlyMap<string, number> {
  const owners = new Map<string, string | undefined>();
  for (const key of places.keys())
    for (const words of new Set(wordsOf(key))) if (words !== '') owners.set(words, owners.has(words) ? undefined : key);
  /** Whose words stand at a key's place. */
  const said = new Map<string, string>();
  for (const [key, place] of places) {
    const words = found(place);
    const owner = wordsOf(key).includes(words) ? undefined : owners.get(words);
    if (owner !== undefined) said.set(key, owner);
  }
  // A place whose words are another's is that one's only if the other's place is taken in turn.
  for (;;) {
    const owned = [...said.values()];
    const open = [...said].filter(
      ([key, owner]) => !said.has(owner) || !owned.includes(key) || owned.indexOf(owner) !== owned.lastIndexOf(owner),
    );
    if (open.length === 0) break;
    for (const [key] of open) said.delete(key);
  }
  return new Map([...said].map(([key, owner]): [string, number] => [owner, places.get(key) ?? 0]));
}

/**
 * A tab with its columns, and the rows of one without records, by what stands above or beside them where their hidden keys
 * have changed places: people see the labels, never the keys. The same tab where none have. `plans` are the tab's plans in
 * all languages.
 */
export function truedByLabels(plans: readonly TabPlan[], state: TabState): TabState {
  const [plan] = plans;
  const { placement } = state;
  const found = (row: number, column: number): string =>
    wordsIn(state.values[row - 1]?.[column - 1], state.formulas[row - 1]?.[column - 1] ?? '');
  const labels = placement.rows.get(labelsRow);
  const columns = new Map<string, number>();
  const rows = new Map<string, number>();
  if (!plan || plan.shape === 'report') return state;
  if (labels !== undefined && plan.shape !== 'record') {
    const known = present(placement.columns, plan.columns);
    for (const [key, place] of circles(
      known,
      (key) => saidBy(plans, labelsRow, key),
      (column) => found(labels, column),
    ))
      columns.set(key, place);
  }
  const beside = placement.columns.get('label');
  if (beside !== undefined && !plan.body && plan.listRows === 0) {
    const known = present(placement.rows, plan.rows);
    for (const [key, place] of circles(
      known,
      (key) => saidBy(plans, key, 'label'),
      (row) => found(row, beside),
    ))
      rows.set(key, place);
  }
  if (columns.size + rows.size === 0) return state;
  return {
    ...state,
    placement: {
      ...placement,
      columns: new Map([...placement.columns, ...columns]),
      rows: new Map([...placement.rows, ...rows]),
    },
  };
}

/** Where planned lines stand. */
function present(
  places: ReadonlyMap<string, number>,
  planned: readonly { readonly key: string }[],
): ReadonlyMap<string, number> {
  return new Map(
    planned.flatMap(({ key }): readonly (readonly [string, number])[] => {
      const place = places.get(key);
      return place === undefined || key.startsWith('#') || key === idColumn ? [] : [[key, place]];
    }),
  );
}
