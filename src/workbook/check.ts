import { filled } from '../model/sentence';
import type { Atlas } from './formula';
import { choicesTab } from './own';
import { bodyStart, type Placement } from './place';
import type { Rule } from './plan';
import type { RuleWords } from './text';

/** A rule that knows where its choices stand and says what it wants: what a sheet is told to check. */
export type Check =
  | {
      readonly type: 'range';
      readonly tab: string;
      readonly row: number;
      readonly column: number;
      /** To the tab's end if left out. */
      readonly rows?: number;
      /** Anything else may be typed as well. */
      readonly open: boolean;
      readonly help: string;
    }
  | { readonly type: 'between'; readonly min: number; readonly max: number; readonly help: string }
  | { readonly type: 'atLeast' | 'above'; readonly min: number; readonly help: string }
  | { readonly type: 'date'; readonly help: string }
  | { readonly type: 'tick' };

/** Any number at all: what a sheet can hold ends far below this. */
const anyNumber = 1e15;

/** The first row of a table's records: heads that people have deleted are planned below them, until they are put back. */
function choicesStart(placement: Placement): number {
  const records = [...placement.rows].flatMap(([key, row]) => (key.startsWith('#') ? [] : [row]));
  return records.reduce((first, row) => Math.min(first, row), bodyStart(placement));
}

function rangeCheck(
  atlas: Atlas,
  tab: string,
  column: string,
  rest: { readonly rows?: number; readonly open: boolean; readonly help: string },
): Check | undefined {
  const placement = atlas.placements.get(tab);
  const at = placement?.columns.get(column);
  if (!placement || at === undefined) return undefined;
  return { type: 'range', tab, row: placement.rows.get('1') ?? choicesStart(placement), column: at, ...rest };
}

function numberCheck({ min, max, above }: Extract<Rule, { type: 'number' }>, words: RuleWords): Check {
  if (min !== undefined && above) return { type: 'above', min, help: filled(words.above, { min }) };
  if (min !== undefined && max !== undefined)
    return { type: 'between', min, max, help: filled(words.between, { min, max }) };
  if (min !== undefined) return { type: 'atLeast', min, help: filled(words.atLeast, { min }) };
  return { type: 'between', min: -anyNumber, max: anyNumber, help: words.number };
}

/** What a sheet is to check for a rule; undefined where the tab of its choices is not in the workbook. */
export function checkOf(rule: Rule, atlas: Atlas, words: RuleWords): Check | undefined {
  switch (rule.type) {
    case 'choice':
      return rangeCheck(atlas, choicesTab, rule.list, {
        rows: atlas.lists.get(rule.list)?.length ?? 1,
        open: rule.open === true,
        help: words.choice,
      });
    case 'record': {
      const [tab = '', column = ''] = rule.key.split('.');
      const title = atlas.placements.get(tab)?.title ?? tab;
      return rangeCheck(atlas, tab, column, { open: true, help: filled(words.record, { title }) });
    }
    case 'person': {
      const [tab = '', column = ''] = atlas.means.get('person')?.split('.') ?? [];
      return rangeCheck(atlas, tab, column, { open: true, help: words.person });
    }
    case 'month':
      return { type: 'date', help: words.month };
    case 'date':
      return { type: 'date', help: words.date };
    case 'tick':
      return { type: 'tick' };
    case 'number':
      return numberCheck(rule, words);
  }
}
