import type { Addon } from '../../host/addon';
import { reader } from '../../sidebar/answers';
import type { Endpoint, Server } from '../../sidebar/wire';
import type { Requests } from '../../src/app/requests';

/** The endpoints of an add-on, as the sidebar calls them. */
export function serverOf(addon: Addon): Server {
  const endpoint = <Name extends keyof Requests>(name: Name): Endpoint<Name> => {
    const answer = reader(name);
    return async (request) => answer(addon.run(name, request));
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
    addRecords: endpoint('addRecords'),
    removeRecords: endpoint('removeRecords'),
    restoreRecords: endpoint('restoreRecords'),
    importRecords: endpoint('importRecords'),
    closeMonth: endpoint('closeMonth'),
    readLog: endpoint('readLog'),
    undoLogged: endpoint('undoLogged'),
    purgeLog: endpoint('purgeLog'),
    readSigning: endpoint('readSigning'),
    signPlan: endpoint('signPlan'),
    reopenPlan: endpoint('reopenPlan'),
    readFollowing: endpoint('readFollowing'),
    keepSigned: endpoint('keepSigned'),
    proposeRespread: endpoint('proposeRespread'),
    compareSigned: endpoint('compareSigned'),
    showRecord: endpoint('showRecord'),
    selectedRecord: endpoint('selectedRecord'),
    workbookReader: endpoint('workbookReader'),
    recallColumns: endpoint('recallColumns'),
    rememberColumns: endpoint('rememberColumns'),
  };
}
