import type { ModelConfig } from '../../host/engine/model';
import { createWorkbook, Execution, servicesOf, type Workbook, type WorkbookOptions } from '../../host/index';
import type { Revision } from '../../host/page/shelf';

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

type Transport = NonNullable<ModelConfig['transportService']>;

/** A workbook as the page has it open: the whole that it was opened from, and every change since, as it is kept. */
export function keptBy(data: string) {
  const revisions: Revision[] = [];
  const receivers: Parameters<Transport['onNewMessage']>[1][] = [];
  const transportService: Transport = {
    async sendMessage(message) {
      const { nextRevisionId: id, serverRevisionId: after } = message;
      if (id !== undefined) revisions.push({ id, after, message: JSON.stringify(message) });
      for (const receive of receivers) receive(message);
    },
    onNewMessage: (_id, receive) => receivers.push(receive),
    leave: () => {},
  };
  const workbook = createWorkbook({ data: JSON.parse(data), config: { transportService } });
  return { workbook, revisions };
}
