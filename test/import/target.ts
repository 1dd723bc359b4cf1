import type { ImportFault } from '../../sidebar/import/fault';
import { targetOf as ofTab, type Target } from '../../sidebar/import/target';
import { sections } from '../../src/sections';

/** The table of that id, for reading files into; `firstMonth` 1–12. */
export function targetOf(id: string, firstMonth = 1, planYear: number | undefined = 2027): Target {
  const section = sections.find(({ tabs }) => tabs.some((tab) => tab.id === id));
  const tab = section?.tabs.find((candidate) => candidate.id === id);
  if (!section || !tab) throw new Error(`no tab ${id}`);
  return ofTab(tab, section, firstMonth, planYear);
}

/** What a fault is called. */
export const nameOf = (fault: ImportFault): string => ('rule' in fault ? fault.rule : fault.code);
