import type { Target } from '../../sidebar/import/columns';
import { blocksOf, importOf } from '../../sidebar/import/records';
import type { Language } from '../../src/model/language';
import { sections } from '../../src/sections';
import type { Script } from './script';

/** The sample's plan year: its opening and closing dates stand for this one. */
const YEAR = 2027;

/** Most stores that the add-on takes in one call. */
const BLOCK = 500;

/** What is typed besides the stores: with it the sample's figures are those of the worked case, to the cent. */
const ENTRIES: readonly {
  readonly part: string;
  readonly record: string;
  readonly field: string;
  readonly value: number;
}[] = [
  { part: 'settings', record: 'settings', field: 'companyTarget', value: 150_000_000 },
  { part: 'settings', record: 'settings', field: 'roundingUnit', value: 0.01 },
  { part: 'baseline', record: 'franchised', field: 'growth', value: 0.1 },
  { part: 'baseline', record: 'selfOperated', field: 'growth', value: 0.05 },
];

function storesTable(): Target {
  const lists = sections.flatMap((section) => section.lists ?? []);
  for (const { tabs, text } of sections) {
    const tab = tabs.find(({ id }) => id === 'stores');
    if (tab) return { tab, text, lists, firstMonth: 1 };
  }
  throw new Error('no section has the stores');
}

/** Plans the made-up region in an empty workbook, through the endpoints that a person's forms call. */
export async function loadSample(script: Script, csv: string, region: string, language: Language): Promise<void> {
  const firstTab = script.addon.use(({ SpreadsheetApp }) => SpreadsheetApp.getActive().getSheets()[0]?.getSheetId());
  await asked(script, 'generatePlan', { language, region, planYear: YEAR });
  removeTab(script, firstTab);
  const request = () => crypto.randomUUID();
  for (const { part, record, field, value } of ENTRIES) {
    const changes = [{ record, field, from: null, to: value }];
    await asked(script, 'saveRecord', { request: request(), part, changes });
  }
  const { records, faults } = importOf(csv, storesTable());
  if (faults.length > 0) throw new Error(JSON.stringify(faults[0]));
  for (const block of blocksOf(records, BLOCK)) {
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
