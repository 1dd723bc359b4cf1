import type * as reader from '../reader';
import type { Server } from '../wire';
import type { ReadWorkbook } from './given';

/** What the script of `sidebar/reader.ts` leaves behind when it has run. */
declare const regionTargetsReader: typeof reader | undefined;

let fetched: Promise<ReadWorkbook> | undefined;

/** What reads workbooks, fetched once; asked for again if it did not come. */
export function workbookReader(server: Pick<Server, 'workbookReader'>): Promise<ReadWorkbook> {
  fetched ??= fetchedFrom(server).catch((error: unknown) => {
    fetched = undefined;
    throw error;
  });
  return fetched;
}

async function fetchedFrom(server: Pick<Server, 'workbookReader'>): Promise<ReadWorkbook> {
  const { script } = await server.workbookReader(null);
  const element = document.createElement('script');
  element.text = script;
  document.head.append(element);
  if (typeof regionTargetsReader === 'undefined') throw new Error('the reader of workbooks did not run');
  return regionTargetsReader.readWorkbook;
}
