import { type Book, workbookRequests } from '../../src/workbook/api/request';

/** What a new file is made of, as texts: the body of `spreadsheets.create`, and of the `batchUpdate` right after it. */
export interface RequestFiles {
  readonly content: string;
  readonly followUp: string;
}

/** The requests that make a region's workbook in Google Sheets, as the add-on sends them. */
export function requestFiles(book: Book): RequestFiles {
  const { create, fill } = workbookRequests(book);
  return { content: JSON.stringify(create), followUp: JSON.stringify({ requests: fill }) };
}
