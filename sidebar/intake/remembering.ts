import type { Opened } from '../import/import';
import type { Answers } from '../import/matching';
import { keptChoice, keptForAll, keptName, wishText } from '../import/memory';
import type { Reading } from '../import/read/reading';

/** What is worth remembering of how a file was read: columns, texts that were given a choice, what all rows are. */
export function remembering({ table }: Opened, { matching, readings, choices, all }: Answers): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [index, { text }] of table.headings.entries()) {
    const name = keptName(text);
    const match = matching[index];
    if (name === '' || !match) continue;
    // What the plan's own reasons leave out may be wanted from the next file.
    if (match.key !== '' || (match.by === 'person' && match.out === undefined)) {
      kept[name] = wishText({ key: match.key, reading: match.key === '' ? {} : lasting(readings[index]) });
    }
    for (const [said, choice] of Object.entries(choices[index] ?? {})) kept[keptChoice(text, said)] = choice;
  }
  for (const [field, value] of Object.entries(all)) kept[keptForAll(field)] = String(value);
  return kept;
}

/** A reading without what is of one file alone: the year that was added up. */
function lasting({ sum, ...reading }: Reading = {}): Reading {
  return sum === true ? { ...reading, sum } : reading;
}

/** Whether something of how a file is read was remembered, and is not what its headers say. */
export const isRemembered = ({ matching }: Answers): boolean => matching.some(({ by }) => by === 'remembered');
