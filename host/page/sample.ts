import { importText } from '../../sidebar/import/import';
import { blocksOf } from '../../sidebar/import/records';
import { type Target, targetOf } from '../../sidebar/import/target';
import type { Language } from '../../src/model/language';
import { sections } from '../../src/sections';
import { changesOf, type Prefill, samplePeople, samplePrefill, sampleTarget, sampleYear } from '../sample/prefill';
import type { Script } from './script';

const target: Prefill = { part: 'settings', record: 'settings', values: { companyTarget: sampleTarget } };

function storesTable(): Target {
  for (const section of sections) {
    const tab = section.tabs.find(({ id }) => id === 'stores');
    if (tab) return targetOf(tab, section, 1, sampleYear);
  }
  throw new Error('no section has the stores');
}

/** Plans the made-up region in an empty workbook, through the endpoints that a person's forms call. */
export async function loadSample(script: Script, csv: string, region: string, language: Language): Promise<void> {
  const firstTab = script.addon.use(({ SpreadsheetApp }) => SpreadsheetApp.getActive().getSheets()[0]?.getSheetId());
  await asked(script, 'generatePlan', { language, region, planYear: sampleYear });
  removeTab(script, firstTab);
  const request = () => crypto.randomUUID();
  await asked(script, 'addRecords', { request: request(), part: 'people', records: samplePeople(language) });
  for (const prefill of [...samplePrefill(language), target]) {
    await asked(script, 'saveRecord', { request: request(), part: prefill.part, changes: changesOf(prefill) });
  }
  const { records, faults } = importText(csv, storesTable());
  if (faults.length > 0) throw new Error(JSON.stringify(faults[0]));
  for (const block of blocksOf(records)) {
    await asked(script, 'importRecords', { request: request(), part: 'stores', records: block });
  }
}

async function asked(script: Script, endpoint: string, request: object): Promise<void> {
  const answer = await script.run(endpoint, [request]);
  const status = typeof answer === 'object' && answer !== null && 'status' in answer ? answer.status : undefined;
  if (status !== 'done') throw new Error(JSON.stringify(answer));
}

/** The empty tab that a new workbook starts with. */
function removeTab(script: Script, id: number | undefined): void {
  script.addon.use(({ SpreadsheetApp }) => {
    const file = SpreadsheetApp.getActive();
    const sheets = file.getSheets();
    const tab = sheets.find((sheet) => sheet.getSheetId() === id);
    if (tab && sheets.length > 1) file.deleteSheet(tab);
  });
}
