export type { Authority, BeforeCall, Call, MenuEntry, User } from './execution';
export { Execution, Ledger } from './execution';
export { type Addon, type AddonOptions, loadAddon, type Seen, type UserAnswer } from './realm';
export { type Services, servicesOf } from './services/index';
export { createWorkbook, type Workbook, type WorkbookOptions } from './workbook';
