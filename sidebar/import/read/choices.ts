import type { Scalar } from '../../../src/model/answer';
import { keptText } from '../../../src/model/key';
import { folded, parsed } from '../../../src/model/parse';
import { type Cell, cellText } from '../cell';
import { choiceReader } from '../target';
import { under } from '../under';
import type { Found, Given } from './given';
import type { CellWrong, Question } from './reading';

/** Most different texts that are asked about one by one: more are no choices. */
const mostTexts = 20;

/** Reads yes and no as the choice that a header asks for and the other one, if it asks so. */
function whetherIn({ field, heading, target }: Given): ((text: string) => string | undefined) | undefined {
  const asked = Object.entries(target.names[field.id]?.whether ?? {}).find(([, names]) =>
    names.some((name) => [heading.text, heading.name].some((said) => folded(name) === folded(said))),
  );
  if (!asked) return undefined;
  const [yes] = asked;
  const no = target.lists.find(({ id }) => id === field.list)?.choices.find(({ id }) => id !== yes)?.id;
  return (text) => {
    const read = parsed({ id: field.id, kind: 'tick', role: 'input' }, text, []);
    return !('value' in read) || read.value === null ? undefined : read.value ? yes : no;
  };
}

/** Texts as choices of the field's list; those that are none are asked about, one by one. */
export function readChoices(texts: readonly (Cell | undefined)[], given: Given): Found {
  const { index, field, target, choices } = given;
  const faults = new Map<number, CellWrong>();
  const choiceOf = whetherIn(given) ?? choiceReader(field, target);
  const left = new Set<number>();
  const strange = new Map<string, string>();
  const known = new Map<string, string | undefined>();
  const values = texts.map((cell, at): Scalar => {
    if (cell === undefined) return null;
    const text = cellText(cell).trim();
    if (!known.has(text)) known.set(text, under(choices, folded(text)) ?? choiceOf(text));
    const choice = known.get(text);
    if (choice === '' && field.required) left.add(at);
    if (choice !== undefined) return choice === '' ? null : choice;
    strange.set(folded(text), text);
    if (field.open) return keptText(field, text) || null;
    faults.set(at, { rule: 'choice', list: field.list ?? '' });
    return null;
  });
  const isAsked = !field.open && strange.size > 0 && strange.size <= mostTexts;
  const questions: readonly Question[] = isAsked ? [{ ask: 'values', index, texts: [...strange.values()] }] : [];
  const [wrong, pending] = isAsked ? [new Map(), new Set(faults.keys())] : [faults, new Set<number>()];
  return { values, faults: wrong, pending, left, facts: [], questions, strange: [...strange.values()] };
}
