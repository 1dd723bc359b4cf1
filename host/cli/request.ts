import { randomUUID } from 'node:crypto';
import type { ImportRecord } from '../../sidebar/import/records';
import { contentsOf } from '../../src/app/contents';
import { bookOf } from '../../src/app/create';
import type { FieldValue } from '../../src/model/answer';
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
  people: readonly Readonly<Record<string, FieldValue>>[],
): RequestFiles {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const records = new Map([
    ['stores', stores.map(({ values }) => values)],
    ['people', people],
  ]);
  const contents = contentsOf({ language, typed, records, newId: randomUUID });
  const { create, fill } = workbookRequests(bookOf({ language, region, planYear: year }, timeZone, contents));
  return {
    content: JSON.stringify(create),
    followUp: fill.length === 0 ? undefined : JSON.stringify({ requests: fill }),
  };
}
