export * from './commands';
export { completeRow } from './edit';
export * from './endpoints';
export { buildMenu } from './menu';
export { printPages } from './print';
export { showReference } from './reference';
export { showSidebar } from './sidebar';
export { copyValuesOnly } from './valuesOnly';
