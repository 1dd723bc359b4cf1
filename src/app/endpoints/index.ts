export { describePlan } from './describe';
export { generatePlan } from './generate';
export { importRecords } from './import';
export { listRecords, readRecord } from './records';
export { addRecords, removeRecords, saveRecord } from './save';
