import type { Request, Spreadsheet } from '../workbook/api/json';
import { type Created, missingFrom, wantedFields } from '../workbook/api/missing';
import type { Requests } from '../workbook/api/request';

/** The part of Google's Sheets service that makes files. */
interface Files {
  create(file: Spreadsheet, options: { readonly fields: string }): Created;
  batchUpdate(steps: { readonly requests: Request[] }, id: string): unknown;
}

/** A new file. */
export interface NewFile {
  readonly url: string;
  readonly title: string;
  /** Why it lacks part of what it was to hold, in Google's words. */
  readonly lacking?: string;
}

/** What keeps a file from being made, for the app to put into words. */
export class FileError extends Error {
  constructor(
    readonly code: 'noService' | 'refused',
    readonly reason: string = '',
  ) {
    super(reason === '' ? code : reason);
  }
}

/** `API call to sheets.spreadsheets.create failed with error: The caller…` → `The caller…` */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/^.*? failed with error: /s, '');
}

function service(): Files {
  const files = typeof Sheets === 'undefined' ? undefined : Sheets.Spreadsheets;
  if (!files) throw new FileError('noService');
  return files;
}

/**
 * Makes a new file by one request, and adds what the answer does not show, and what did not go into the request, by
 * one more. Throws FileError if there is no file; if only the second request fails, the file says so.
 */
export function createFile({ create, fill }: Requests): NewFile {
  const files = service();
  const created = answered(() => files.create(create, { fields: wantedFields }));
  const { spreadsheetId: id, spreadsheetUrl: url } = created;
  if (id === undefined || url === undefined) throw new FileError('refused');
  const file = { url, title: created.properties?.title ?? create.properties.title };
  const requests = [...missingFrom(create, created), ...fill];
  if (requests.length === 0) return file;
  try {
    files.batchUpdate({ requests }, id);
    return file;
  } catch (error) {
    console.error(error);
    return { ...file, lacking: reasonOf(error) };
  }
}

function answered<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    console.error(error);
    throw new FileError('refused', reasonOf(error));
  }
}
