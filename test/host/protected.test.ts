import { type Model, registries, UIPlugin } from '@odoo/o-spreadsheet';
import type { Place, Zone } from '../../host/extras';
import { changedBy, type GridCommand } from '../../host/page/changes';
import { isProtected } from '../../host/page/protected';
import { warnBefore } from '../../host/page/warning';
import { started } from './start';

beforeAll(() => {
  // The engine tells how long it took.
  jest.spyOn(console, 'debug').mockImplementation(() => {});
});
afterAll(() => jest.restoreAllMocks());

/** A sheet of ten rows and eight columns: numbers in A1:B4, texts in D1:D2, nothing elsewhere. */
function sheetOf() {
  const host = started({ rows: 10, columns: 8 });
  const { sheet, workbook, SpreadsheetApp } = host;
  sheet.getRange('A1:B4').setValues([
    [3, 30],
    [1, 10],
    [2, 20],
    [2, 20],
  ]);
  sheet.getRange('D1:D2').setValues([['a b c'], ['d']]);
  SpreadsheetApp.flush();
  workbook.settle();
  const { model } = workbook;
  const sheetId = String(sheet.getSheetId());
  const zone = (a1: string): Zone => model.getters.getRangeFromSheetXC(sheetId, a1).zone;
  const select = (a1: string): void => {
    const { left, top, right, bottom } = zone(a1);
    model.selection.selectZone({ cell: { col: left, row: top }, zone: { left, top, right, bottom } });
  };
  return { ...host, model, sheetId, zone, select };
}

type Bench = ReturnType<typeof sheetOf>;

const cellsOf = (places: readonly Place[]): readonly string[] => {
  const found = new Set<string>();
  for (const { zone } of places) {
    for (let row = zone.top; row <= zone.bottom; row++) {
      for (let col = zone.left; col <= zone.right; col++) found.add(`${String.fromCharCode(65 + col)}${row + 1}`);
    }
  }
  return [...found].sort();
};

/** Every command that models are given, and those that they give themselves, as long as anyone listens. */
let heard: ((command: GridCommand) => void) | undefined;
registries.featurePluginRegistry.add(
  'heard',
  class extends UIPlugin {
    override handle(command: GridCommand): void {
      heard?.(command);
    }
  },
);

const WRITES: ReadonlySet<string> = new Set([
  'UPDATE_CELL',
  'CLEAR_CELL',
  'CLEAR_CELLS',
  'DELETE_CONTENT',
  'SET_FORMATTING',
  'CLEAR_FORMATTING',
]);

/** The cells of the sheet that the engine really wrote or cleared while `work` ran. */
function written(model: Model, work: () => void): readonly string[] {
  const places: Place[] = [];
  heard = (command) => {
    if (WRITES.has(command.type)) places.push(...changedBy(command, model));
  };
  work();
  heard = undefined;
  return cellsOf(places).filter((cell) => /^[A-H]/.test(cell));
}

const dispatch = (model: Model, command: GridCommand): void => {
  const { type, ...payload } = command;
  Reflect.apply(model.dispatch, model, [type, payload]);
};

/** What a person does, with what is selected and done before, and the cells that it changes. */
const doings: readonly (readonly [
  what: string,
  before: (bench: Bench) => void,
  (bench: Bench) => GridCommand,
  string,
])[] = [
  [
    'types into a cell',
    () => {},
    ({ sheetId }) => ({ type: 'UPDATE_CELL', sheetId, col: 1, row: 2, content: '7' }),
    'B3',
  ],
  [
    'empties what is selected',
    () => {},
    ({ sheetId, zone }) => ({ type: 'DELETE_CONTENT', sheetId, target: [zone('A2:B3')] }),
    'A2 A3 B2 B3',
  ],
  [
    'pastes one cell over four',
    ({ select, model }) => {
      select('A1');
      model.dispatch('COPY');
    },
    ({ zone }) => ({ type: 'PASTE', target: [zone('F1:G2')] }),
    'F1 F2 G1 G2',
  ],
  [
    'pastes two rows, twice over',
    ({ select, model }) => {
      select('A1:B2');
      model.dispatch('COPY');
    },
    ({ zone }) => ({ type: 'PASTE', target: [zone('F1:G5')] }),
    'F1 F2 F3 F4 G1 G2 G3 G4',
  ],
  [
    'pastes what was cut: it goes from where it was',
    ({ select, model }) => {
      select('A1:B1');
      model.dispatch('CUT');
    },
    ({ zone }) => ({ type: 'PASTE', target: [zone('F5')] }),
    'A1 B1 F5 G5',
  ],
  [
    'pastes a text from elsewhere',
    () => {},
    ({ zone }) => ({
      type: 'PASTE_FROM_OS_CLIPBOARD',
      target: [zone('F1')],
      clipboardContent: { text: '1\t2\r\n3\t4' },
    }),
    'F1 F2 G1 G2',
  ],
  [
    'fills down by the handle',
    ({ select, model }) => {
      select('A1:B2');
      model.dispatch('AUTOFILL_SELECT', { col: 1, row: 3 });
    },
    () => ({ type: 'AUTOFILL' }),
    'A3 A4 B3 B4',
  ],
  [
    'fills by a double click on the handle, as far as the column beside goes',
    ({ select }) => select('C1'),
    () => ({ type: 'AUTOFILL_AUTO' }),
    'C2 C3 C4',
  ],
  ['fills down by the keys', ({ select }) => select('A1:A3'), () => ({ type: 'COPY_PASTE_CELLS_ABOVE' }), 'A1 A2 A3'],
  [
    'fills right by the keys',
    ({ select }) => select('A1:C1'),
    () => ({ type: 'COPY_PASTE_CELLS_ON_LEFT' }),
    'A1 B1 C1',
  ],
  [
    'sorts rows',
    () => {},
    ({ sheetId, zone }) => ({
      type: 'SORT_CELLS',
      sheetId,
      col: 0,
      row: 0,
      zone: zone('A1:B3'),
      sortDirection: 'asc',
    }),
    'A1 A2 A3 B1 B2 B3',
  ],
  [
    'splits texts into columns',
    ({ select }) => select('D1:D2'),
    () => ({ type: 'SPLIT_TEXT_INTO_COLUMNS', separator: ' ', addNewColumns: false }),
    'D1 D2 E1 E2 F1 F2',
  ],
  [
    'removes doubles',
    ({ select }) => select('A1:B4'),
    () => ({ type: 'REMOVE_DUPLICATES', columns: [0, 1], hasHeader: false }),
    'A1 A2 A3 A4 B1 B2 B3 B4',
  ],
  ['sums up', ({ select }) => select('A1:A5'), () => ({ type: 'SUM_SELECTION' }), 'A5'],
  [
    'shifts cells up',
    () => {},
    ({ zone }) => ({ type: 'DELETE_CELL', zone: zone('A2'), shiftDimension: 'ROW' }),
    'A10 A2 A3 A4 A5 A6 A7 A8 A9',
  ],
  [
    'makes them bold',
    () => {},
    ({ sheetId, zone }) => ({ type: 'SET_FORMATTING', sheetId, target: [zone('A1:A2')], style: { bold: true } }),
    'A1 A2',
  ],
  [
    'deletes a row',
    () => {},
    ({ sheetId }) => ({
      type: 'REMOVE_COLUMNS_ROWS',
      sheetId,
      sheetName: 'Sheet1',
      dimension: 'ROW',
      elements: [2],
    }),
    'A3 B3 C3 D3 E3 F3 G3 H3',
  ],
];

test.each(doings)(
  'whoever %s changes what is said beforehand, and nothing else',
  (_what, before, command, expected) => {
    const bench = sheetOf();
    before(bench);
    const given = command(bench);
    const said = cellsOf(changedBy(given, bench.model));
    expect(said.join(' ')).toBe(expected);
    const found = written(bench.model, () => dispatch(bench.model, given));
    expect(found.filter((cell) => !said.includes(cell))).toEqual([]);
  },
);

test('what shows another part, or undoes, changes no cells beforehand', () => {
  const { model, sheetId } = sheetOf();
  expect(changedBy({ type: 'REQUEST_UNDO' }, model)).toEqual([]);
  expect(changedBy({ type: 'ACTIVATE_SHEET', sheetIdFrom: sheetId, sheetIdTo: sheetId }, model)).toEqual([]);
  expect(changedBy({ type: 'AUTOFILL' }, model)).toEqual([]);
  expect(changedBy({ type: 'PASTE', target: [] }, model)).toEqual([]);
});

/** A sheet protected as a whole, A and C1:C3 open; and what is asked of the person who types in it. */
function warned() {
  const bench = sheetOf();
  const { sheet, workbook, SpreadsheetApp } = bench;
  const protection = sheet.protect();
  protection.setWarningOnly(true);
  protection.setUnprotectedRanges([sheet.getRange('A1:A10'), sheet.getRange('C1:C3')]);
  SpreadsheetApp.flush();
  const answers: { readonly isSure: boolean; readonly isEnough: boolean }[] = [];
  const at = { now: 1_000_000, isByHand: true, asked: 0, moved: 0, meanwhile: () => {} };
  warnBefore(workbook, {
    isByHand: () => at.isByHand,
    now: () => at.now,
    moved: () => {
      at.moved += 1;
    },
    failed: (error) => {
      throw error;
    },
    ask: async () => {
      at.asked += 1;
      at.meanwhile();
      const answer = answers.shift();
      if (!answer) throw new Error('nobody answers');
      return answer;
    },
  });
  const type = async (a1: string, content: string): Promise<string> => {
    const { left: col, top: row } = bench.zone(a1);
    bench.model.dispatch('UPDATE_CELL', { sheetId: bench.sheetId, col, row, content });
    await Promise.resolve().then(() => {});
    return String(sheet.getRange(a1).getValue());
  };
  return { ...bench, answers, at, type };
}

const YES = { isSure: true, isEnough: false };
const NO = { isSure: false, isEnough: false };
const ENOUGH = { isSure: true, isEnough: true };

test('a cell that is protected with a warning is changed once that is agreed to, and left alone where it is not', async () => {
  const { type, answers, at } = warned();
  answers.push(NO, YES);
  expect(await type('B1', '7')).toBe('30');
  expect(at.asked).toBe(1);
  expect(await type('B1', '7')).toBe('7');
  expect(at.asked).toBe(2);
});

test('what is left open in a protected sheet is typed into without a question', async () => {
  const { type, at } = warned();
  expect([await type('A1', '8'), await type('C3', '9'), at.asked]).toEqual(['8', '9', 0]);
});

test('one protected cell among those that are changed is asked about, and then all of them or none are changed', async () => {
  const { model, zone, sheetId, sheet, answers, at } = warned();
  const emptied = async (): Promise<unknown> => {
    model.dispatch('DELETE_CONTENT', { sheetId, target: [zone('A1:B1')] });
    await Promise.resolve().then(() => {});
    return sheet.getRange('A1:B1').getValues();
  };
  answers.push(NO, YES);
  expect(await emptied()).toEqual([[3, 30]]);
  expect(await emptied()).toEqual([['', '']]);
  expect(at.asked).toBe(2);
});

test('who says that it is enough is not asked for five minutes, and then again', async () => {
  const { type, answers, at } = warned();
  answers.push(ENOUGH, NO);
  expect(await type('B1', '7')).toBe('7');
  at.now += 5 * 60_000 - 1;
  expect([await type('B1', '8'), at.asked]).toEqual(['8', 1]);
  at.now += 1;
  expect([await type('B1', '9'), at.asked]).toEqual(['8', 2]);
});

test('to say that it is enough and to leave the cell alone silences nothing', async () => {
  const { type, answers, at } = warned();
  answers.push({ isSure: false, isEnough: true }, NO);
  expect([await type('B1', '7'), await type('B1', '8'), at.asked]).toEqual(['30', '30', 2]);
});

test('a script is not asked, and neither is who undoes what was agreed to', async () => {
  const { type, answers, at, model, sheet } = warned();
  at.isByHand = false;
  expect([await type('B1', '7'), at.asked]).toEqual(['7', 0]);
  at.isByHand = true;
  answers.push(YES);
  expect(await type('B1', '8')).toBe('8');
  model.dispatch('REQUEST_UNDO');
  expect([sheet.getRange('B1').getValue(), at.asked]).toEqual([7, 1]);
});

test('what the grid refuses anyway is not asked about', () => {
  const { model, at } = warned();
  const empty = model.dispatch('PASTE', { target: [{ left: 1, right: 1, top: 0, bottom: 0 }] });
  expect([empty.isSuccessful, at.asked]).toEqual([false, 0]);
});

test('what was agreed to is not done where rows have moved meanwhile, and that is said', async () => {
  const { type, answers, at, sheet, SpreadsheetApp } = warned();
  at.meanwhile = () => {
    at.isByHand = false;
    sheet.insertRowBefore(1);
    SpreadsheetApp.flush();
    at.isByHand = true;
  };
  answers.push(YES);
  expect(await type('B1', '7')).toBe('');
  expect([sheet.getRange('B2').getValue(), at.moved]).toEqual([30, 1]);
});

test('nor where others stand in its place now, as many as before', async () => {
  const { type, answers, at, sheet, SpreadsheetApp } = warned();
  at.meanwhile = () => {
    at.isByHand = false;
    sheet.insertRowBefore(1);
    sheet.deleteRow(4);
    SpreadsheetApp.flush();
    at.isByHand = true;
  };
  answers.push(YES);
  await type('B2', '777');
  expect([sheet.getRange('B2').getValue() === 777, sheet.getRange('B3').getValue() === 777, at.moved]).toEqual([
    false,
    false,
    1,
  ]);
});

test('a fill that is not made leaves nothing ready to be filled', async () => {
  const { model, sheet, select, answers, at } = warned();
  select('B1:B2');
  model.dispatch('AUTOFILL_SELECT', { col: 1, row: 4 });
  answers.push(NO, YES);
  model.dispatch('AUTOFILL');
  await Promise.resolve().then(() => {});
  expect(changedBy({ type: 'AUTOFILL' }, model)).toEqual([]);
  expect([sheet.getRange('B3').getValue(), at.asked]).toEqual([20, 1]);
  model.dispatch('AUTOFILL_SELECT', { col: 1, row: 4 });
  model.dispatch('AUTOFILL');
  await Promise.resolve().then(() => {});
  // From 30 and 10: two less than before, each time.
  expect([sheet.getRange('B3').getValue(), at.asked]).toEqual([-10, 2]);
});

test('a protected range warns of what lies in it, a lock does not, and other sheets are their own', () => {
  const zone = (left: number, top: number, right: number, bottom: number): Zone => ({ left, top, right, bottom });
  const range = { id: 1, whole: false, place: { sheet: '0', zone: zone(1, 1, 3, 3) }, open: [], description: '' };
  const warning = [{ ...range, warningOnly: true }];
  expect(isProtected(warning, { sheet: '0', zone: zone(3, 3, 5, 5) })).toBe(true);
  expect(isProtected(warning, { sheet: '0', zone: zone(4, 1, 5, 5) })).toBe(false);
  expect(isProtected(warning, { sheet: '1', zone: zone(2, 2, 2, 2) })).toBe(false);
  expect(isProtected([{ ...range, warningOnly: false }], { sheet: '0', zone: zone(2, 2, 2, 2) })).toBe(false);
  // Open ranges that only together cover what is changed.
  const open = [zone(0, 0, 2, 9), zone(3, 0, 5, 4)].map((each) => ({ sheet: '0', zone: each }));
  const whole = [{ ...range, whole: true, open, warningOnly: true }];
  expect(isProtected(whole, { sheet: '0', zone: zone(1, 1, 4, 4) })).toBe(false);
  expect(isProtected(whole, { sheet: '0', zone: zone(1, 1, 4, 5) })).toBe(true);
});
