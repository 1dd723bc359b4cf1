import type { Language } from '../model/language';
import type { Prefill, Values } from '../model/nextYear';
import { startOf, type Tab } from '../model/tab';
import { cellsOfField } from '../model/value';
import type { Inputs } from '../workbook/image';
import type { TabPlan } from '../workbook/plan';
import type { Value } from '../workbook/state';
import type { Contents } from './create';
import { choices, describedTab, fieldOf } from './described';
import { filledFor, recordRoom } from './generate';

/** What a workbook is to hold besides its settings. */
export interface Given {
  readonly language: Language;
  readonly prefilled?: readonly Prefill[];
  /** Records added to tables, by the table's tab. */
  readonly records?: ReadonlyMap<string, readonly Values[]>;
  readonly newId: () => string;
}

/** Empty rows that a table with records keeps below them. */
const fewestSpareRows = 20;

function recordCells(tab: Tab, values: Values, language: Language): ReadonlyMap<string, Value> {
  const cells = new Map<string, Value>();
  for (const field of tab.fields) {
    const value = values[field.id];
    if (value === undefined) continue;
    for (const [key, cell] of Object.entries(cellsOfField(field, value, language, choices)))
      if (cell !== null) cells.set(key, cell);
  }
  return cells;
}

/** What is filled into a tab's own rows: in a record a field has a row, and a column for each of its values. */
function prefilledInputs(plan: TabPlan, tab: Tab, prefilled: readonly Prefill[], language: Language): Inputs {
  const inputs = new Map<string, ReadonlyMap<string, Value>>();
  for (const { record, values } of prefilled) {
    if (plan.shape !== 'record') {
      inputs.set(record, recordCells(tab, values, language));
      continue;
    }
    for (const [id, value] of Object.entries(values)) {
      const field = fieldOf(tab, id);
      const cells = field ? Object.values(cellsOfField(field, value, language, choices)) : [];
      const entries = cells.map((cell, index) => [`value.${index + 1}`, cell] as const);
      inputs.set(id, new Map(entries.flatMap(([key, cell]) => (cell === null ? [] : [[key, cell]]))));
    }
  }
  return inputs;
}

/** A workbook's first contents: values where they belong, records in place of some of their tables' empty rows. */
export function contentsOf({ language, prefilled = [], records = new Map(), newId }: Given): Contents {
  const recordsOf = (table: string): readonly Values[] => records.get(table) ?? [];
  const prefilledIn = (id: string): readonly Prefill[] => prefilled.filter(({ part }) => part === id);
  return {
    room: (table, only) => {
      const records = recordsOf(table);
      const seeds = describedTab(table)?.tab.seeds ?? [];
      if (!only) return recordRoom(seeds.length + records.length);
      if (records.length === 0) return 0;
      return filledFor(records.filter((values) => values[only.field] === only.choice).length);
    },
    planned: (plan) => {
      const tab = describedTab(plan.id)?.tab;
      if (!tab || !plan.body) return plan;
      const first = plan.seeds.map(({ id, values }) => {
        const own = prefilledIn(plan.id).find(({ record }) => record === id);
        return own ? { id, values: new Map([...values, ...recordCells(tab, own.values, language)]) } : { id, values };
      });
      const start = startOf(tab);
      const added = recordsOf(plan.id).map((values) => ({
        id: newId(),
        values: recordCells(tab, { ...start, ...values }, language),
      }));
      const spareRows = Math.max(plan.spareRows - added.length, Math.min(plan.spareRows, fewestSpareRows));
      return { ...plan, seeds: [...first, ...added], spareRows };
    },
    inputs: (plan) => {
      const tab = describedTab(plan.id)?.tab;
      return tab && !plan.body ? prefilledInputs(plan, tab, prefilledIn(plan.id), language) : new Map();
    },
  };
}
