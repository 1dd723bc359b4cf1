import { isPermissionError } from '../model/permission';
import { bareOf, cellSteps, mayBeUnresolved, stepsFromBare } from '../workbook/api/apart';
import type { BareSpreadsheet, Request, Spreadsheet } from '../workbook/api/json';
import { type Created, missingFrom, wantedFields } from '../workbook/api/missing';
import type { Requests } from '../workbook/api/request';

/** The part of Google's Sheets service that makes files. */
interface Files {
  create(file: Spreadsheet | BareSpreadsheet, options?: { readonly fields: string }): Created;
  get(id: string, options: { readonly fields: string }): Created;
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

/** Told of a file as soon as it is there, and whether it is whole: what it lacks comes after that. */
export type Born = (file: NewFile, isWhole: boolean) => void;

/** A file as it was made, and the steps that it still needs. */
interface Made {
  readonly created: Created;
  readonly steps: readonly Request[];
}

/**
 * Makes a new file by one request, and adds what it came out without, and what did not go into the request, by one more;
 * where the whole is refused, bare tabs are made and everything else goes into the second request. Throws FileError
 * if there is no file; if only the second request fails, the file says so.
 */
export function createFile({ create, fill }: Requests, born: Born = () => {}): NewFile {
  const files = service();
  const { created, steps } = madeWhole(files, create) ?? madeBare(files, create);
  const { spreadsheetId: id, spreadsheetUrl: url } = created;
  if (id === undefined || url === undefined) throw new FileError('refused');
  const file = { url, title: created.properties?.title ?? create.properties.title };
  const requests = [...steps, ...fill];
  born(file, requests.length === 0);
  if (requests.length === 0) return file;
  try {
    files.batchUpdate({ requests }, id);
    return file;
  } catch (error) {
    console.error(error);
    return { ...file, lacking: reasonOf(error) };
  }
}

/** The whole file by one request; undefined if that is refused, for another reason than that it is not permitted. */
function madeWhole(files: Files, create: Spreadsheet): Made | undefined {
  let created: Created;
  try {
    created = files.create(create, { fields: wantedFields });
  } catch (error) {
    console.error(error);
    if (isPermissionError(String(error))) throw new FileError('refused', reasonOf(error));
    return undefined;
  }
  if (isWhole(create, created)) return { created, steps: [] };
  const told = askedAgain(files, created);
  const again = mayBeUnresolved(create, told) ? cellSteps(create) : [];
  return { created, steps: [...again, ...missingFrom(create, told)] };
}

const isWhole = (create: Spreadsheet, told: Created): boolean =>
  !mayBeUnresolved(create, told) && missingFrom(create, told).length === 0;

/**
 * What the file itself says, where the answer to the request leaves a doubt: what is there and was not told would come
 * twice, or be refused together with all that is added. The answer as it was, where Google does not say.
 */
function askedAgain(files: Files, created: Created): Created {
  try {
    return files.get(created.spreadsheetId ?? '', { fields: wantedFields });
  } catch (error) {
    console.error(error);
    return created;
  }
}

/** Bare tabs, by a request that has neither anything in it that could be refused nor a word on what to answer. */
function madeBare(files: Files, create: Spreadsheet): Made {
  try {
    return { created: files.create(bareOf(create)), steps: stepsFromBare(create) };
  } catch (error) {
    console.error(error);
    throw new FileError('refused', reasonOf(error));
  }
}
