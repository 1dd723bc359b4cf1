export type { Addon, AddonOptions, Seen, UserAnswer } from './addon';
export type { Authority, BeforeCall, Call, MenuEntry, User } from './execution';
export { Execution, Ledger } from './execution';
export { loadAddon } from './realm';
export { type Services, servicesOf } from './services/index';
export { createWorkbook, type Workbook, type WorkbookOptions } from './workbook';
export { doubtfulFormulas, exportXlsx } from './xlsx';
