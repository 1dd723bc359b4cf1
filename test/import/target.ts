import type { Target } from '../../sidebar/import/columns';
import type { ImportFault } from '../../sidebar/import/fault';
import { sections } from '../../src/sections';

/** The table of that id, for reading files into; `firstMonth` 1–12. */
export function targetOf(id: string, firstMonth = 1): Target {
  const section = sections.find(({ tabs }) => tabs.some((tab) => tab.id === id));
  const tab = section?.tabs.find((candidate) => candidate.id === id);
  if (!section || !tab) throw new Error(`no tab ${id}`);
  return { tab, text: section.text, lists: sections.flatMap(({ lists }) => lists ?? []), firstMonth };
}

/** What a fault is called. */
export const nameOf = (fault: ImportFault): string => ('rule' in fault ? fault.rule : fault.code);
