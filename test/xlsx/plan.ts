import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { planOf } from '../../host/cli/plan';
import { storesIn } from '../../host/cli/stores';
import { loadAddon, type Workbook } from '../../host/index';
import { sampleTarget, sampleTyped, type Typed } from '../../host/sample/typed';
import type { Language } from '../../src/model/language';

const root = resolve(__dirname, '..', '..');

/** The script as it goes to Google, built from the source as it stands. */
function built(): string {
  const folder = mkdtempSync(join(tmpdir(), 'region-targets-xlsx-'));
  try {
    execFileSync(process.execPath, [join(root, 'build.mjs'), '--out', folder], { stdio: 'pipe' });
    return readFileSync(join(folder, 'Code.js'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

let code: string | undefined;

/** The built script; built once. */
export function script(): string {
  code ??= built();
  return code;
}

/** A day of its own: what depends on today would differ between two programs around midnight. */
const asOf: Typed = {
  part: 'settings',
  record: 'settings',
  values: { asOf: '2027-02-14', companyTarget: sampleTarget },
};

/** The sample region with so many stores, its plan filled in; the sample has 72. */
export function samplePlan(language: Language, count = 72): Workbook {
  const { records } = storesIn(join(root, 'host', 'sample', 'stores.zh.csv'));
  const stores = Array.from({ length: count }, (_, index) => {
    const record = records[index % records.length];
    if (!record) throw new Error('the sample has no stores');
    const round = Math.floor(index / records.length);
    if (round === 0) return record;
    return { ...record, values: { ...record.values, storeId: `${record.values.storeId}-${round}` } };
  });
  const plan = planOf({
    code: script(),
    language,
    region: '华东',
    year: 2027,
    stores,
    typed: [...sampleTyped(language), asOf],
  });
  if ('refusals' in plan) throw new Error(JSON.stringify(plan.refusals));
  // The list overleaf grows with the stores when the plan is generated again.
  loadAddon({ code: script(), workbook: plan.workbook }).run('generatePlan', { language });
  return plan.workbook;
}
