import { randomUUID } from 'node:crypto';
import { contentsOf } from '../../src/app/contents';
import { bookOf } from '../../src/app/create';
import { workbookRequests } from '../../src/workbook/api/request';
import type { Figure, Group } from './figure';

/** Google advises requests of 2 MB at most. */
const mostBytes = 2_000_000;
const mostEmpty = 1_200_000;

function figuresOf(stores: number): readonly Figure[] {
  const records = Array.from({ length: stores }, (_, index) => ({
    storeId: `S${index + 1}`,
    name: `上海共和新路第${index + 1}店`,
    ownership: index % 5 === 0 ? 'selfOperated' : 'franchised',
    city: '上海',
    openedOn: '2022-11-20',
    lastYearSales: 1_754_080 + index,
  }));
  const given = { language: 'zh', records: new Map([['stores', records]]), newId: randomUUID } as const;
  const start = performance.now();
  const book = bookOf({ language: 'zh', region: '华东', planYear: 2027 }, 'Asia/Shanghai', contentsOf(given));
  const { create, fill } = workbookRequests(book);
  const took = performance.now() - start;
  const bytes = (value: object): number => Buffer.byteLength(JSON.stringify(value));
  const [made, next] = [`create request, ${stores} stores`, `what follows it, ${stores} stores`];
  return [
    { name: made, value: bytes(create), unit: 'bytes', most: stores === 0 ? mostEmpty : mostBytes },
    { name: next, value: fill.length === 0 ? 0 : bytes({ requests: fill }), unit: 'bytes', most: mostBytes },
    { name: `${made}, built`, value: took, unit: 'ms', most: 500 + 2 * stores },
  ];
}

/** The request that makes a whole workbook in Google Sheets: bytes and build time. */
export const createGroup: Group = {
  title: 'New file',
  runs: 3,
  figures: () => [0, 10, 100, 300, 1000].flatMap(figuresOf),
};
