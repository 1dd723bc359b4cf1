import type { ChoiceList, Field } from '../../src/model/field';
import type { ChoiceNames, FieldNames } from '../../src/model/headers';
import { foldedName } from '../../src/model/key';
import type { Text } from '../../src/model/language';
import { folded as foldedText } from '../../src/model/parse';
import type { Section } from '../../src/model/section';
import type { Sold } from '../../src/model/sold';
import { cellKeys, type Tab } from '../../src/model/tab';
import { sections } from '../../src/sections';
import { fileNames } from '../../src/sections/headers';
import { simplified } from './simplified';

/** The table that a file is read for. */
export interface Target {
  readonly tab: Tab;
  readonly text: Section['text'];
  readonly lists: readonly ChoiceList[];
  /** The month the plan year starts in, 1–12: says which of the twelve cells `Jan` is. */
  readonly firstMonth: number;
  /** The calendar year of that month, where it is known: says which year was last year. */
  readonly planYear?: number | undefined;
  /** What the plan counts money in, by its ISO code, where it is known. */
  readonly currency?: string | undefined;
  /** What else files call its fields, and the choices of its lists. */
  readonly names: Readonly<Record<string, FieldNames>>;
  readonly choiceNames: Readonly<Record<string, ChoiceNames>>;
  /** Keys of records that are there already, folded: what tells the column of keys where its header does not. */
  readonly codes?: ReadonlySet<string>;
  /** Those of them, folded, whose records are known to have ended on a day. */
  readonly ended?: ReadonlySet<string>;
  /** Of keys that are none of those it is asked later which one is meant. */
  readonly asksCodes?: true;
  /** What January and February sell against each other, where one figure of both is parted by it. */
  readonly shares?: readonly [january: number, february: number];
  /** Of a table of figures by month: a line of a file, of which many make a record. */
  readonly lines?: Target;
}

const lists: readonly ChoiceList[] = sections.flatMap((section) => section.lists ?? []);
const choiceNames: Target['choiceNames'] = Object.assign({}, ...fileNames.map((names) => names.lists ?? {}));

/** The table of a tab of the plan as files are read for it. */
export function targetOf(
  tab: Tab,
  { text }: Pick<Section, 'text'>,
  firstMonth: number,
  planYear?: number | undefined,
  currency?: string | undefined,
): Target {
  const names: Target['names'] = Object.assign({}, ...fileNames.map(({ tabs = {} }) => tabs[tab.id] ?? {}));
  const target = { tab, text, lists, firstMonth, planYear, currency, names, choiceNames };
  if (!tab.sold) return target;
  const asking = { ...target, asksCodes: true } as const;
  return { ...asking, lines: { ...asking, ...lineOf(tab, text, tab.sold) } };
}

/** The table with the keys of records that are there already, as they are written; and of those that have ended. */
export function knowing(target: Target, keys: Iterable<string>, endedKeys: Iterable<string> = []): Target {
  const [codes, ended] = [foldedKeys(keys), foldedKeys(endedKeys)];
  return { ...target, codes, ended, ...(target.lines && { lines: { ...target.lines, codes } }) };
}

function foldedKeys(keys: Iterable<string>): ReadonlySet<string> {
  const folded = new Set<string>();
  for (const key of keys) if (key.trim() !== '') folded.add(foldedName(key));
  return folded;
}

/** A line of a file as a table of its own. */
function lineOf({ id }: Tab, text: Section['text'], { lines }: Sold): Pick<Target, 'tab' | 'text'> {
  const saying = (language: 'zh' | 'en') => {
    const { title, tabs } = text[language];
    const fields = tabs[id]?.lines ?? {};
    return { title, tabs: { ...tabs, [id]: { title: tabs[id]?.title ?? id, fields } } };
  };
  return { tab: { id, shape: 'table', fields: lines.fields }, text: { zh: saying('zh'), en: saying('en') } };
}

/** What the field is called in both languages. */
export function labelOf(field: Field, { tab, text }: Pick<Target, 'tab' | 'text'>): Text {
  const label = (language: 'zh' | 'en'): string => text[language].tabs[tab.id]?.fields[field.id]?.label || field.id;
  return { zh: label('zh'), en: label('en') };
}

/** The key of a column that is added to others in a field: `+lastYearSales`. */
export const addedKey = (field: string): string => `+${field}`;

/** The key that a column fills, alone or with others. */
export const bareKey = (key: string): string => key.replace(/^\+/, '');

/** Whether a column fills a field together with others. */
export const isAdded = (key: string): boolean => key.startsWith('+');

/** Fields that several columns may fill together, in the order of the form: amounts of a whole year. */
export const addable = ({ tab, names }: Target): readonly string[] =>
  tab.fields.filter(({ id, cells }) => names[id]?.ofLastYear === true && cells === undefined).map(({ id }) => id);

/** A field by the key of one of its cells, and which of its cells, from 0. */
export function placeOf(
  { tab }: Pick<Target, 'tab'>,
  key: string,
): { readonly field: Field; readonly cell: number } | undefined {
  const [id = '', number] = bareKey(key).split('.');
  const field = tab.fields.find((candidate) => candidate.id === id);
  if (!field) return undefined;
  const cell = number === undefined ? 0 : Number(number) - 1;
  return cellKeys(field)[cell] === bareKey(key) ? { field, cell } : undefined;
}

/** Cell keys that a file may fill, in the order of the form. */
export const importable = ({ tab }: Pick<Target, 'tab'>): readonly string[] =>
  tab.fields.filter((field) => field.role !== 'computed' && !field.hidden).flatMap(cellKeys);

/** A choice's name as names are compared: in simplified characters. */
const folded = (text: string): string => simplified(foldedText(text));

/** Reads a text as a choice of a field's list: by its id, its labels, or another word for it. */
export function choiceReader({ list, id }: Field, target: Target): (text: string) => string | undefined {
  const byName = new Map<string, string>();
  const found = target.lists.find((candidate) => candidate.id === list);
  for (const choice of found?.choices ?? []) {
    for (const name of [choice.id, choice.label.zh, choice.label.en]) byName.set(folded(name), choice.id);
  }
  for (const [choice, names] of Object.entries(target.choiceNames[list ?? id] ?? {})) {
    for (const name of names) if (!byName.has(folded(name))) byName.set(folded(name), choice);
  }
  return (text) => byName.get(folded(text));
}
