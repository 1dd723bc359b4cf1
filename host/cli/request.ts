import { randomUUID } from 'node:crypto';
import type { ImportRecord } from '../../sidebar/import/records';
import { bookOf } from '../../src/app/create';
import { workbookRequests } from '../../src/workbook/api/request';
import type { Typed } from '../sample/typed';
import type { Options } from './options';

/** What a new file is made of, as texts: the body of `spreadsheets.create`, and of the `batchUpdate` after it if any. */
export interface RequestFiles {
  readonly content: string;
  readonly followUp: string | undefined;
}

/** The requests that make a region's workbook in Google Sheets, as the add-on sends them. */
export function requestFiles(
  { language, region, year }: Options,
  stores: readonly ImportRecord[],
  typed: readonly Typed[],
): RequestFiles {
  const wish = {
    language,
    region,
    planYear: year,
    typed,
    records: new Map([['stores', stores.map(({ values }) => values)]]),
  };
  const origin = { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, newId: randomUUID };
  const { create, fill } = workbookRequests(bookOf(wish, origin));
  return {
    content: JSON.stringify(create),
    followUp: fill.length === 0 ? undefined : JSON.stringify({ requests: fill }),
  };
}
