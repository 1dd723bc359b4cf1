import { callCell } from './functions';

/** The part behind menu, triggers and endpoints: evaluated when first needed, never for a cell. */
declare function require(path: './app'): typeof import('./app');
const app = (): typeof import('./app') => require('./app');

export { callCell };

export const onOpen = (): void => app().buildMenu();
export const onInstall = (): void => app().buildMenu();
export const onEdit = (event: GoogleAppsScript.Events.SheetsOnEdit): void => app().completeRow(event);

export const generateWorkbook = (): void => app().generateWorkbook();
/** The menu's `generate_<section>` functions, one for each section, forward here. */
export const generateSection = (section: string): void => app().generateSection(section);
export const checkWorkbook = (): void => app().checkWorkbook();
export const repairWorkbook = (): void => app().repairWorkbook();
export const switchLanguage = (): void => app().switchLanguage();
export const showReference = (): void => app().showReference();

export const describePlan = () => app().describePlan();
export const generatePlan = (request: unknown) => app().generatePlan(request);
export const listRecords = (request: unknown) => app().listRecords(request);
export const readRecord = (request: unknown) => app().readRecord(request);
export const saveRecord = (request: unknown) => app().saveRecord(request);
export const addRecords = (request: unknown) => app().addRecords(request);
export const removeRecords = (request: unknown) => app().removeRecords(request);
export const importRecords = (request: unknown) => app().importRecords(request);

export const openPlan = () => app().openPlan();
export const openPart = (request: unknown) => app().openPart(request);
export const checkParts = (request: unknown) => app().checkParts(request);
export const restoreRecords = (request: unknown) => app().restoreRecords(request);
export const showRecord = (request: unknown) => app().showRecord(request);
export const selectedRecord = () => app().selectedRecord();
export const recallColumns = (request: unknown) => app().recallColumns(request);
export const rememberColumns = (request: unknown) => app().rememberColumns(request);
