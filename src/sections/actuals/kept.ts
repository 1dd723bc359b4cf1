import type { Field } from '../../model/field';
import { copyId, imported } from '../../model/imported';
import { type MonthFigure, monthFigures } from '../../model/monthFigures';
import type { Closes } from '../../model/sold';

const keptId = (id: string): string => `${id}Then`;

/** Figures of the monthly report stand as values beside the closing, and are shown in the history of the reports. */
const pairs = Object.entries(monthFigures).map(([id, kind]) => imported(keptId(id), kind, { hidden: true }));
export const thens: readonly Field[] = pairs.map(([field]) => field);
export const thenCopies: readonly Field[] = pairs.map(([, copy]) => copy);

export const keeps: Closes['keeps'] = Object.keys(monthFigures).map((id) => ({
  field: keptId(id),
  of: `reviewMonths.${id}`,
}));

/** The words of each, and of its copy. */
export function keptWords(
  labels: Readonly<Record<MonthFigure, string>>,
  atClosing: (label: string) => string,
  written: (label: string) => string,
): Readonly<Record<string, { readonly label: string }>> {
  const words = Object.entries(labels).flatMap(([id, label]) => {
    const then = atClosing(label);
    return [
      [keptId(id), { label: then }],
      [copyId(keptId(id)), { label: written(then) }],
    ] as const;
  });
  return Object.fromEntries(words);
}
