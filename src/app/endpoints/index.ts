export { generatePlan } from './generate';
export { importRecords } from './import';
export { purgeLog, readLog } from './log';
export { checkParts, openPart, openPlan } from './open';
export { workbookReader } from './reader';
export { recallColumns, rememberColumns } from './remember';
export { addRecords, removeRecords, restoreRecords, saveRecord } from './save';
export { selectedRecord, showRecord } from './select';
export { undoLogged } from './undo';
