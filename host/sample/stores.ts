import { importText } from '../../sidebar/import/import';
import type { ImportRecord } from '../../sidebar/import/records';
import { type Target, targetOf } from '../../sidebar/import/target';
import { sections } from '../../src/sections';
import { sampleYear } from './prefill';

function storesTable(): Target {
  for (const section of sections) {
    const tab = section.tabs.find(({ id }) => id === 'stores');
    if (tab) return targetOf(tab, section, 1, sampleYear);
  }
  throw new Error('no section has the stores');
}

/** The stores of the sample's list, as an import sends them. Throws if anything in the list cannot be read. */
export function storesIn(csv: string): readonly ImportRecord[] {
  const { records, faults } = importText(csv, storesTable());
  if (faults.length > 0) throw new Error(JSON.stringify(faults[0]));
  return records;
}
