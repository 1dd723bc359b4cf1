import * as z from 'zod/mini';
import type { Requests } from '../src/app/requests';
import { reader } from './answers';
import type { Endpoint, Server } from './wire';

/** Endpoints that take along what the workbook said of itself. */
type Writing = {
  [Name in keyof Requests]: 'registered' extends keyof Requests[Name] ? Name : never;
}[keyof Requests];

/** Calls an endpoint by its name. */
export type Call = (name: keyof Requests, request: unknown) => Promise<unknown>;

/** An answer that tells what the workbook says of itself. */
const telling = z.object({ registered: z.string() });

/**
 * The add-on's endpoints by whatever calls them; each rejects also where the answer is not of the form that is known here.
 * What the workbook said of itself when something was opened last goes along with what is written.
 */
export function serverBy(call: Call): Server {
  let registered: string | undefined;
  const endpoint = <Name extends keyof Requests>(name: Name): Endpoint<Name> => {
    const read = reader(name);
    return async (request) => read(await call(name, request));
  };
  const opening = <Name extends 'openPlan' | 'openPart'>(name: Name): Endpoint<Name> => {
    const opened = endpoint(name);
    return async (request) => {
      const answer = await opened(request);
      registered = telling.safeParse(answer).data?.registered ?? registered;
      return answer;
    };
  };
  const writing = <Name extends Writing>(name: Name): Endpoint<Name> => {
    const written = endpoint(name);
    return (request) => written(registered === undefined ? request : { ...request, registered });
  };
  return {
    openPlan: opening('openPlan'),
    openPart: opening('openPart'),
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
    saveRecord: writing('saveRecord'),
    saveParts: writing('saveParts'),
    addRecords: writing('addRecords'),
    removeRecords: writing('removeRecords'),
    restoreRecords: writing('restoreRecords'),
    importRecords: writing('importRecords'),
    closeMonth: writing('closeMonth'),
    readLog: endpoint('readLog'),
    undoLogged: endpoint('undoLogged'),
    undoRequest: endpoint('undoRequest'),
    purgeLog: endpoint('purgeLog'),
    readFollowing: endpoint('readFollowing'),
    putYearBack: endpoint('putYearBack'),
    keepYear: endpoint('keepYear'),
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
}
