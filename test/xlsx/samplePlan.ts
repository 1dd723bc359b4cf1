import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bookFor } from '../../host/book';
import { regionPlan } from '../../host/cli/regionPlan';
import { storesTable } from '../../host/cli/stores';
import type { Workbook } from '../../host/index';
import { type Prefill, samplePrefill, sampleTarget } from '../../host/sample/prefill';
import { importText } from '../../sidebar/import/import';
import type { Language } from '../../src/model/language';
import { code, openedDesk, savedFile } from '../engine/addon';
import { kept } from '../kept';

const list = join(__dirname, '..', '..', 'host', 'sample', 'stores.zh.csv');

/** A day of its own: what depends on today would differ between two programs around midnight. */
const asOf: Prefill = {
  part: 'settings',
  record: 'settings',
  values: { asOf: '2027-02-14', companyTarget: sampleTarget },
};

/** The sample region with so many stores, its plan filled in; the sample has 72. Made once for all test files. */
export function samplePlan(language: Language, count = 72): Workbook {
  return openedDesk(kept(`sample ${language} ${count}`, () => savedFile(made(language, count)))).workbook;
}

function made(language: Language, count: number): Workbook {
  const { records } = importText(readFileSync(list, 'utf8'), storesTable(2027));
  const stores = Array.from({ length: count }, (_, index) => {
    const record = records[index % records.length];
    if (!record) throw new Error('the sample has no stores');
    const round = Math.floor(index / records.length);
    if (round === 0) return record;
    return { ...record, values: { ...record.values, storeId: `${record.values.storeId}-${round}` } };
  });
  const prefilled = [...samplePrefill(language), asOf];
  const book = bookFor({ language, region: '华东', year: 2027, stores, prefilled, people: [] });
  return regionPlan(book, code, count).workbook;
}
