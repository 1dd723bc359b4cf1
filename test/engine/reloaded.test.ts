import { quietly } from '../../host/engine/model';
import { readContents } from '../../host/page/reading';
import { createWorkbook, type Workbook } from '../../host/workbook';
import { keptBy } from '../host/start';
import { kept } from '../kept';
import { numbersFrom } from '../numbers';
import { shared } from '../sheets/desk';
import { type Desk, deskOn, savedFile } from './addon';
import { recordIds, tabIn } from './book';

const file = kept('six stores to be reloaded', () => savedFile(shared().workbook));

/** The six stores as the page has them open: each change goes out as text and is kept. */
function pageDesk() {
  const { workbook, revisions } = keptBy(file);
  const desk = deskOn(workbook);
  const reloaded = (): Workbook => deskOn(createWorkbook(readContents({ data: file, revisions }))).workbook;
  return { ...desk, reloaded };
}

/** Every cell that holds something: what stands in it, and what it shows. */
function cells(workbook: Workbook): Readonly<Record<string, unknown>> {
  workbook.settle();
  const { getters } = workbook.model;
  const found: Record<string, unknown> = {};
  for (const sheetId of getters.getSheetIds()) {
    for (const cell of getters.getCells(sheetId)) {
      const position = getters.getCellPosition(cell.id);
      const { value, format } = getters.getEvaluatedCell(position);
      const text = getters.getCellText(position, { showFormula: true });
      if (text === '' && (value === null || value === '')) continue;
      found[`${getters.getSheetName(sheetId)} ${position.row + 1} ${position.col + 1}`] = [text, value, format];
    }
  }
  return found;
}

type Number = (below: number) => number;
type Doing = (desk: Desk, next: Number, turn: string) => void;

const anyStore = ({ workbook }: Desk, next: Number): string => {
  const ids = recordIds(tabIn(workbook, 'stores'));
  return ids[next(ids.length)] ?? '';
};

const inGrid = ({ addon, workbook }: Desk, work: (sheet: GoogleAppsScript.Spreadsheet.Sheet) => void): void => {
  const { name } = tabIn(workbook, 'stores');
  addon.use(({ SpreadsheetApp }) => {
    const sheet = SpreadsheetApp.getActive().getSheetByName(name);
    if (sheet) work(sheet);
  });
};

const again = ({ workbook }: Desk, type: 'REQUEST_UNDO' | 'REQUEST_REDO', times: number): void => {
  for (let time = 0; time < times; time += 1) quietly(() => workbook.model.dispatch(type));
};

/** What the sidebar and the grid can do, whatever stands there by then: a request may well be refused. */
const doings: Readonly<Record<string, Doing>> = {
  'save a field': (desk, next, turn) => {
    const record = anyStore(desk, next);
    const tab = tabIn(desk.workbook, 'stores');
    const from = tab.values[tab.rows.get(record) ?? -1]?.[tab.columns.get('city') ?? -1] || null;
    const changes = [{ record, field: 'city', from, to: `City ${turn}` }];
    desk.addon.run('saveRecord', { request: turn, part: 'stores', changes });
  },
  'add a store': ({ addon }, _, turn) => {
    const records = [{ storeId: `N${turn}`, name: `New ${turn}`, ownership: 'franchised', lastYearSales: 5000 }];
    addon.run('addRecords', { request: turn, part: 'stores', records });
  },
  'remove a store': (desk, next, turn) => {
    desk.addon.run('removeRecords', { request: turn, part: 'stores', records: [anyStore(desk, next)] });
  },
  'import stores': ({ addon }, next, turn) => {
    const records = [1, 2, 3].map((number) => ({
      storeId: `S${number + next(4)}x`,
      name: `Imported ${turn}`,
      area: 90,
    }));
    addon.run('importRecords', { request: turn, part: 'stores', records: records.slice(0, 1), confirmed: true });
  },
  repair: ({ addon }) => addon.command('repairWorkbook'),
  'switch the language': ({ addon }) => addon.command('switchLanguage'),
  'type into a cell': ({ addon, workbook }, next, turn) =>
    addon.type(tabIn(workbook, 'stores').name, `F${4 + next(9)}`, `Typed ${turn}`),
  'type over a formula': (desk, next) => inGrid(desk, (sheet) => sheet.getRange(4 + next(6), 16).setValue(7)),
  'sort the stores': (desk, next) =>
    inGrid(desk, (sheet) =>
      sheet.getRange(4, 1, 12, sheet.getMaxColumns()).sort({ column: 2 + next(6), ascending: next(2) === 0 }),
    ),
  'insert a row': (desk, next) => inGrid(desk, (sheet) => sheet.insertRowBefore(4 + next(6))),
  'delete a row': (desk, next) => inGrid(desk, (sheet) => sheet.deleteRow(4 + next(8))),
  'rename the tab': (desk, _, turn) => inGrid(desk, (sheet) => sheet.setName(`Stores ${turn}`)),
};

const names = Object.keys(doings);

/** Runs more than usual by RUNS. */
const seeds = Array.from({ length: 2 * Number(process.env.RUNS ?? 1) }, (_, seed) => seed + 1);

test.each(seeds)(
  'whatever the sidebar and the grid did, undone and done again, is there when it is opened again (%i)',
  (seed) => {
    const desk = pageDesk();
    const { workbook, reloaded } = desk;
    const next = numbersFrom(seed);
    const done: string[] = [];
    for (let turn = 0; turn < 16; turn += 1) {
      const kind = next(5);
      if (kind === 0) again(desk, 'REQUEST_UNDO', 1 + next(12));
      else if (kind === 1) again(desk, 'REQUEST_REDO', 1 + next(8));
      else {
        const name = names[next(names.length)] ?? '';
        try {
          doings[name]?.(desk, next, `${seed}-${turn}`);
          done.push(name);
        } catch (error) {
          done.push(`${name}: ${String(error)}`);
        }
      }
      workbook.settle();
    }
    const now = cells(workbook);
    expect(Object.keys(now).length).toBeGreaterThan(100);
    expect({ done, cells: cells(reloaded()) }).toEqual({ done, cells: now });
    expect({ done, cells: cells(deskOn(createWorkbook({ data: JSON.parse(savedFile(workbook)) })).workbook) }).toEqual({
      done,
      cells: now,
    });
  },
);
