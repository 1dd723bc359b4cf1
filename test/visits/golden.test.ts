import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../src/model/language';
import { wrote } from '../engine/answer';
import { printed } from '../engine/print';
import { visitsDesk } from './desk';

/** `GOLDEN=write npx jest test/visits/golden` writes what is there as what is expected: look at it before it is committed. */
const isWriting = process.env.GOLDEN === 'write';

test.each<Language>(['zh', 'en'])('in %s its tab is printed as it was when it was last looked at', (language) => {
  const { addon, workbook } = visitsDesk(language);
  const store = { storeId: 'S1', name: 'North', ownership: 'franchised', lastYearSales: 1200, agreedTarget: 900 };
  wrote(addon, 'addRecords', { request: 'store', part: 'stores', records: [store] });
  const visit = { visitor: 'Li Na', store: 'S1', month: '2027-03', planned: 4, done: 1 };
  wrote(addon, 'importRecords', { request: 'visit', part: 'visits', records: [visit] });
  const folder = join(__dirname, 'golden', language);
  const file = join(folder, 'visits.txt');
  // New in every workbook: ids of records.
  const text = printed(addon, workbook, 'visits').replace(/[0-9a-f]{8}-1\b/g, '«id»');
  if (isWriting) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, text);
  }
  expect(text).toBe(existsSync(file) ? readFileSync(file, 'utf8') : 'nothing: no such file');
});
