import type { Requests } from '../src/app/requests';
import { isPermissionError } from '../src/model/permission';
import { reader } from './answers';
import { type Endpoint, NoAnswer, type Server } from './wire';

interface Runner {
  withSuccessHandler(handler: (answer: unknown) => void): Runner;
  withFailureHandler(handler: (error: unknown) => void): Runner;
  readonly [name: string]: unknown;
}

declare const google: { readonly script: { readonly run: Runner } };

/** What Google's client says when the connection is gone: `NetworkError: Connection failure due to HTTP 0`. */
const connection = /NetworkError|Connection failure|HTTP 0\b|ERR_INTERNET/i;

function noAnswer(error: unknown): NoAnswer {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  if (navigator.onLine === false || connection.test(message)) return new NoAnswer('offline');
  console.error(message);
  return new NoAnswer(isPermissionError(message) ? 'barred' : 'failed');
}

/** Calls one endpoint; rejects with NoAnswer if none comes. */
function call(name: string, request: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const runner = google.script.run.withSuccessHandler(resolve).withFailureHandler((error) => reject(noAnswer(error)));
    const endpoint = runner[name];
    if (typeof endpoint !== 'function') reject(new NoAnswer('failed'));
    else if (request === null) endpoint.call(runner);
    else endpoint.call(runner, request);
  });
}

/** One endpoint; rejects with NoAnswer also where the answer is not of the form that this page knows. */
function endpoint<Name extends keyof Requests>(name: Name): Endpoint<Name> {
  const read = reader(name);
  return async (request) => read(await call(name, request));
}

export const server: Server = {
  openPlan: endpoint('openPlan'),
  openPart: endpoint('openPart'),
  checkParts: endpoint('checkParts'),
  recallDrafts: endpoint('recallDrafts'),
  keepDraft: endpoint('keepDraft'),
  listFindings: endpoint('listFindings'),
  mendFindings: endpoint('mendFindings'),
  generatePlan: endpoint('generatePlan'),
  makeFile: endpoint('makeFile'),
  readStorePages: endpoint('readStorePages'),
  makeStorePages: endpoint('makeStorePages'),
  readNextYear: endpoint('readNextYear'),
  makeNextYear: endpoint('makeNextYear'),
  listFile: endpoint('listFile'),
  saveRecord: endpoint('saveRecord'),
  addRecords: endpoint('addRecords'),
  removeRecords: endpoint('removeRecords'),
  restoreRecords: endpoint('restoreRecords'),
  importRecords: endpoint('importRecords'),
  closeMonth: endpoint('closeMonth'),
  readLog: endpoint('readLog'),
  undoLogged: endpoint('undoLogged'),
  purgeLog: endpoint('purgeLog'),
  readFollowing: endpoint('readFollowing'),
  readSigning: endpoint('readSigning'),
  signPlan: endpoint('signPlan'),
  reopenPlan: endpoint('reopenPlan'),
  keepSigned: endpoint('keepSigned'),
  compareSigned: endpoint('compareSigned'),
  proposeRespread: endpoint('proposeRespread'),
  showRecord: endpoint('showRecord'),
  selectedRecord: endpoint('selectedRecord'),
  workbookReader: endpoint('workbookReader'),
  recallColumns: endpoint('recallColumns'),
  rememberColumns: endpoint('rememberColumns'),
};
