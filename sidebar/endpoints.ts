import type { Requests } from '../src/app/requests';
import { reader } from './answers';
import type { Endpoint, Server } from './wire';

/** Calls an endpoint by its name. */
export type Call = (name: keyof Requests, request: unknown) => Promise<unknown>;

/** The add-on's endpoints by whatever calls them; each rejects also where the answer is not of the form that is known here. */
export function serverBy(call: Call): Server {
  const endpoint = <Name extends keyof Requests>(name: Name): Endpoint<Name> => {
    const read = reader(name);
    return async (request) => read(await call(name, request));
  };
  return {
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
    saveParts: endpoint('saveParts'),
    addRecords: endpoint('addRecords'),
    removeRecords: endpoint('removeRecords'),
    restoreRecords: endpoint('restoreRecords'),
    importRecords: endpoint('importRecords'),
    closeMonth: endpoint('closeMonth'),
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
