import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ownership } from '../../src/maths/store';

/** One store of the sample, as its line says. */
export interface Line {
  readonly storeId: string;
  readonly name: string;
  readonly ownership: Ownership;
  /** `2026-05-01`, '' for none. */
  readonly openedOn: string;
  readonly closedOn: string;
  readonly sales: number;
}

/** The made-up region of 72 stores, taken apart by hand: the file has no quotes. */
export const sample: readonly Line[] = readFileSync(
  join(__dirname, '..', '..', 'host', 'sample', 'stores.zh.csv'),
  'utf8',
)
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [storeId = '', name = '', own = '', , , , , , , openedOn = '', closedOn = '', sales = ''] = line.split(',');
    return {
      storeId,
      name,
      ownership: own === '加盟' ? 'franchised' : 'selfOperated',
      openedOn,
      closedOn,
      sales: Number(sales),
    };
  });

/** The sample's stores as an import sends them. */
export const sampleRecords = sample.map(({ sales, openedOn, closedOn, ...store }) => ({
  ...store,
  ...(openedOn === '' ? {} : { openedOn }),
  ...(closedOn === '' ? {} : { closedOn }),
  lastYearSales: sales,
}));
