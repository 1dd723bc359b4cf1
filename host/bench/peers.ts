import { buildSync } from 'esbuild';
import { createWorkbook, loadAddon } from '../index';
import type { Figure, Group } from './figure';
import { cost, type Desk, deskOf, type Files, filesOf, importBlock, removingFrom, savingOf } from './region';

/** How many rows are added at once, beside how many that are there already. */
const added = 100;
const there = 1000;

/** What each way does: adds rows, changes one field of one row, removes one row. */
type Act = 'add' | 'change' | 'remove';

interface Peer {
  readonly name: string;
  /** A script with `add(rows)`, `change(id)` and `remove(id)` on the tab Rows, whose first row holds field ids. */
  readonly script: () => string;
  /** What is missing in comparison with ours. */
  readonly lacks: string;
}

const fields = ['storeId', 'name', 'ownership', 'city', 'openedOn', 'lastYearSales', 'area', 'manager'];

const common = 'no lock, no look whether the row is still as it was read, no checks, no log, no way back';

/** A script for the host: `contents` bundled with the packages it names. */
function bundled(contents: string): string {
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'peer',
    target: 'es2020',
  });
  const forwarders = ['add', 'change'].map((name) => `function ${name}(given) { return peer.${name}(given); }`);
  return [outputFiles[0]?.text ?? '', ...forwarders].join('\n');
}

const peers: readonly Peer[] = [
  {
    // It removes a row by shifting up the cells below it, which the local host does not do.
    name: 'sheetquery',
    script: () =>
      bundled(`
        import { sheetQuery } from 'sheetquery';
        const rows = () => sheetQuery().from('Rows');
        const is = (id) => (row) => row.storeId === id;
        export const add = (given) => void rows().insertRows(given);
        export const change = (id) => void rows().where(is(id)).updateRows((row) => { row.area = 106; return row; });`),
    lacks: `${common}; a change writes the whole row, formulas become values`,
  },
  {
    // Tamotsu is a library of Apps Script's own, not on npm: here is its way of working, not its code.
    name: 'Tamotsu’s way (whole table read, rows written)',
    script: () => `
      function sheet() { return SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Rows'); }
      function table() { return sheet().getDataRange().getValues(); }
      function rowOf(values, id) { return values.findIndex((row) => row[0] === id); }
      function add(given) {
        const keys = table()[0];
        const rows = given.map((record) => keys.map((key) => record[key] ?? null));
        sheet().getRange(sheet().getDataRange().getLastRow() + 1, 1, rows.length, keys.length).setValues(rows);
      }
      function change(id) {
        const values = table();
        const row = rowOf(values, id);
        const next = values[row].map((value, at) => (values[0][at] === 'area' ? 106 : value));
        sheet().getDataRange().offset(row, 0, 1).setValues([next]);
      }
      function remove(id) { sheet().deleteRow(rowOf(table(), id) + 1); }`,
    lacks: `${common}; a change writes the whole row, formulas become values`,
  },
  {
    name: 'appendRow for each row',
    script: () => `
      function sheet() { return SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Rows'); }
      function add(given) { for (const record of given) sheet().appendRow(${JSON.stringify(fields)}.map((key) => record[key] ?? '')); }`,
    lacks: `${common}; knows no columns by name`,
  },
  {
    name: 'setValue for each cell',
    script: () => `
      function add(given) {
        const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Rows');
        const first = sheet.getLastRow() + 1;
        given.forEach((record, down) => ${JSON.stringify(fields)}.forEach((key, across) =>
          sheet.getRange(first + down, across + 1).setValue(record[key] ?? '')));
      }`,
    lacks: `${common}; knows no columns by name`,
  },
];

const recordOf = (index: number): Readonly<Record<string, unknown>> => ({
  storeId: `S${index}`,
  name: `第${index}店`,
  ownership: 'franchised',
  city: '上海',
  openedOn: '2022-11-20',
  lastYearSales: 1_754_080 + index,
});

/** A workbook with one plain tab of so many rows, without formulas: kinder to the peers than a plan would be. */
function plainDesk(script: string): Desk {
  const workbook = createWorkbook({ locale: 'en_US' });
  const addon = loadAddon({ code: script, workbook, user: { email: 'planner@example.com', locale: 'en_US' } });
  addon.use(({ SpreadsheetApp }) => {
    const sheet = SpreadsheetApp.getActiveSpreadsheet().insertSheet('Rows');
    const rows = Array.from({ length: there }, (_, index) => recordOf(index + 1));
    const values = [fields, ...rows.map((row) => fields.map((field) => row[field] ?? ''))];
    sheet.insertRowsAfter(sheet.getMaxRows(), values.length + added);
    sheet.getRange(1, 1, values.length, fields.length).setValues(values);
  });
  return { workbook, addon };
}

const acts: Readonly<Record<Act, { readonly said: string; readonly given: () => unknown }>> = {
  add: {
    said: `${added} rows added`,
    given: () => Array.from({ length: added }, (_, index) => recordOf(there + index + 1)),
  },
  change: { said: 'one field of a row changed', given: () => 'S7' },
  remove: { said: 'one row removed', given: () => 'S7' },
};

function costOf({ name, script, lacks }: Peer): readonly Figure[] {
  const text = script();
  return (['add', 'change', 'remove'] as const)
    .filter((act) => new RegExp(`function ${act}\\(`).test(text))
    .flatMap((act, index): readonly Figure[] => {
      const desk = plainDesk(text);
      // Said once for each way.
      const note = index === 0 ? { note: `lacks: ${lacks}` } : {};
      const spent = cost(desk, () => desk.addon.run(act, acts[act].given()));
      const figure = `${acts[act].said}: ${name}`;
      return [
        { name: figure, value: spent.calls.length, unit: 'calls', most: 'comparison', ...note },
        { name: figure, value: spent.seconds, unit: 's', most: 'comparison' },
      ];
    });
}

/** Calls that ours may take: no more than a peer's for a hundred rows; for one row a lock, a look, a log and a write. */
const mostCalls: Readonly<Record<Act, number>> = { add: 60, change: 15, remove: 25 };

function ourCost(files: Files): readonly Figure[] {
  const works: Readonly<Record<Act, (desk: Desk) => () => void>> = {
    add: (desk) => () => importBlock(desk, there + 1, added, 0),
    change: savingOf,
    remove: removingFrom,
  };
  return (['add', 'change', 'remove'] as const).flatMap((act): readonly Figure[] => {
    const desk = deskOf(files.code, files.file(there));
    const spent = cost(desk, works[act](desk));
    const figure = `${acts[act].said}: Region Targets, in a whole plan`;
    return [
      { name: figure, value: spent.calls.length, unit: 'calls', most: mostCalls[act] },
      { name: figure, value: spent.seconds, unit: 's', most: 2 },
    ];
  });
}

/** Other ways to write a table in Google Sheets, on the same host in the same run. */
export function peersGroup(code: string): Group {
  const files = filesOf(code);
  return {
    title: `Peers: a table of ${there.toLocaleString('en-US')} rows`,
    runs: 3,
    figures: () => [...ourCost(files), ...peers.flatMap(costOf)],
  };
}
