export { generatePlan } from './generate';
export { importRecords } from './import';
export { checkParts, openPart, openPlan } from './open';
export { workbookReader } from './reader';
export { recallColumns, rememberColumns } from './remember';
export { addRecords, removeRecords, restoreRecords, saveRecord } from './save';
export { selectedRecord, showRecord } from './select';
