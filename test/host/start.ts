import { createWorkbook, Execution, servicesOf, type Workbook, type WorkbookOptions } from '../../host/index';

export const planner = { email: 'planner@example.com', locale: 'en' };

/** A workbook with one sheet, and the services as its planner has them. */
export function started(options: WorkbookOptions = {}) {
  const workbook = createWorkbook(options);
  return { workbook, ...services(workbook) };
}

/** The services of a workbook, its execution, and its first sheet. */
export function services(workbook: Workbook) {
  const execution = new Execution(workbook, planner);
  const all = servicesOf(execution);
  const spreadsheet = all.SpreadsheetApp.getActive();
  const sheet = spreadsheet.getSheets()[0];
  if (!sheet) throw new Error('a workbook has at least one sheet');
  execution.ledger.reset();
  return { execution, ...all, spreadsheet, sheet };
}
