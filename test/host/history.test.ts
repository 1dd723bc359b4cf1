import { coreTypes, registries } from '@odoo/o-spreadsheet';
import { COMMANDS } from '../../host/commands';
import { type ModelConfig, quietly, type Revisions } from '../../host/engine/model';
import { createWorkbook, type Workbook } from '../../host/index';
import { numbersFrom } from '../numbers';
import { services } from './start';

type Host = Omit<ReturnType<typeof keptWorkbook>, 'reopened'>;
type Transport = NonNullable<ModelConfig['transportService']>;

/** A workbook of which each change is kept as text, as the page keeps it, and what opens it again from there. */
function keptWorkbook() {
  const data = JSON.stringify(createWorkbook({ rows: 20, columns: 8 }).exportData());
  const messages: string[] = [];
  const receivers: Parameters<Transport['onNewMessage']>[1][] = [];
  const transportService: Transport = {
    async sendMessage(message) {
      if ('nextRevisionId' in message) messages.push(JSON.stringify(message));
      for (const receive of receivers) receive(message);
    },
    onNewMessage: (_id, receive) => receivers.push(receive),
    leave: () => {},
  };
  const workbook = createWorkbook({ data: JSON.parse(data), config: { transportService } });
  const reopened = (): Workbook =>
    createWorkbook({
      data: JSON.parse(data),
      revisions: messages.map((message): Revisions[number] => JSON.parse(message)),
    });
  const commands = () => messages.filter((message) => JSON.parse(message).type === 'REMOTE_REVISION').length;
  return { ...services(workbook), workbook, reopened, commands };
}

/** Everything that is saved with a workbook, and what its cells show. */
function state(workbook: Workbook): unknown {
  workbook.settle();
  const { revisionId: _, ...saved }: Record<string, unknown> = JSON.parse(JSON.stringify(workbook.exportData()));
  const shown = services(workbook)
    .spreadsheet.getSheets()
    .map((sheet) => sheet.getDataRange().getValues());
  return { saved, shown };
}

test.each(COMMANDS)('%s is known to the engine as one that can be undone', (type) => {
  expect([...coreTypes]).toContain(type);
  expect(registries.inverseCommandRegistry.contains(type)).toBe(true);
});

const CHANGES: Readonly<Record<string, (host: Host) => unknown>> = {
  'a cell is typed': ({ workbook, sheet }) =>
    quietly(() =>
      workbook.model.dispatch('UPDATE_CELL', { sheetId: String(sheet.getSheetId()), col: 0, row: 3, content: '12' }),
    ),
  'cells are written': ({ sheet }) =>
    sheet.getRange('A1:B2').setValues([
      [4, 2],
      ['=A1+B1', '1st'],
    ]),
  'cells are cleared': ({ sheet }) => sheet.getRange('A1:C3').clearContent(),
  'looks are set': ({ sheet }) => sheet.getRange('B2').setFontWeight('bold').setBackground('#ff0000'),
  'looks are taken away': ({ sheet }) => sheet.getRange('A1:C6').clearFormat(),
  'text stays text': ({ sheet }) => sheet.getRange('D1').setNumberFormat('@').setValue('=1'),
  'a note is made': ({ sheet }) => sheet.getRange('C3').setNote('noted'),
  'a range is protected': ({ sheet }) => sheet.getRange('C3:D4').protect().setDescription('computed'),
  'metadata is kept': ({ sheet }) => sheet.addDeveloperMetadata('key', 'value'),
  'a rule is made': ({ sheet, SpreadsheetApp }) =>
    sheet
      .getRange('D2:D4')
      .setDataValidation(
        SpreadsheetApp.newDataValidation().requireValueInRange(sheet.getRange('A1:A6')).setHelpText('one').build(),
      ),
  'cells are sorted': ({ sheet }) => sheet.getRange('A1:B6').sort({ column: 1, ascending: false }),
  'rows are inserted': ({ sheet }) => sheet.insertRowsBefore(2, 2),
  'a row is deleted': ({ sheet }) => sheet.deleteRow(3),
  'a sheet is renamed': ({ sheet }) => sheet.setName(sheet.getName() === 'Figures' ? 'Plan' : 'Figures'),
};

function furnished() {
  const host = keptWorkbook();
  host.sheet.getRange('A1:B6').setValues([1, 5, 3, 9, 7, 2].map((value) => [value, value * 10]));
  host.sheet.getRange('C1:C6').setFormulas([1, 2, 3, 4, 5, 6].map((row) => [`=A${row}+B${row}`]));
  host.sheet.getRange('B2').setFontStyle('italic');
  host.sheet.getRange('A5').setNote('first');
  host.SpreadsheetApp.flush();
  return host;
}

const again = (times: number, { workbook }: Host, type: 'REQUEST_UNDO' | 'REQUEST_REDO'): void => {
  for (let time = 0; time < times; time += 1) quietly(() => workbook.model.dispatch(type));
};

test.each(Object.entries(CHANGES))('%s: undone, done again, and opened again', (_name, change) => {
  const host = furnished();
  const { workbook, reopened, commands, SpreadsheetApp } = host;
  const before = state(workbook);
  const first = commands();
  change(host);
  SpreadsheetApp.flush();
  const after = state(workbook);
  const steps = commands() - first;
  expect(steps).toBeGreaterThan(0);
  again(steps, host, 'REQUEST_UNDO');
  expect(state(workbook)).toEqual(before);
  expect(state(reopened())).toEqual(before);
  again(steps, host, 'REQUEST_REDO');
  expect(state(workbook)).toEqual(after);
  expect(state(reopened())).toEqual(after);
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])('changes, undone and done again in any order, are opened again (%i)', (seed) => {
  const host = furnished();
  const { workbook, reopened } = host;
  const next = numbersFrom(seed);
  const changes = Object.values(CHANGES);
  for (let turn = 0; turn < 30; turn += 1) {
    const kind = next(3);
    if (kind === 0) again(next(4), host, 'REQUEST_UNDO');
    else if (kind === 1) again(next(3), host, 'REQUEST_REDO');
    else changes[next(changes.length)]?.(host);
    host.SpreadsheetApp.flush();
  }
  expect(state(reopened())).toEqual(state(workbook));
  expect(state(createWorkbook({ data: workbook.exportData() }))).toEqual(state(workbook));
});
