import { turningOff } from '../../host/engine/switches';
import { createWorkbook, type Workbook } from '../../host/index';

type Dispatch = (type: string, payload: object) => unknown;

const sheetId = '0';
const rows = (...elements: readonly number[]) => ({ sheetId, dimension: 'ROW', elements });

/** What changes how high a row is, where it begins, which sheet is shown or what colours are used. */
const COMMANDS: readonly (readonly [type: string, payload: object])[] = [
  ['RESIZE_SHEETVIEW', { width: 600, height: 300 }],
  ['UPDATE_CELL', { sheetId, col: 1, row: 2, content: 'two\nlines', style: { fillColor: '#A1B2C3' } }],
  ['UPDATE_CELL', { sheetId, col: 2, row: 2, content: 'high', style: { fontSize: 30 } }],
  ['UPDATE_CELL', { sheetId, col: 2, row: 4, content: 'A long text that is cut', style: { wrapping: 'wrap' } }],
  ['RESIZE_COLUMNS_ROWS', { sheetId, dimension: 'COL', elements: [2], size: 40 }],
  ['RESIZE_COLUMNS_ROWS', { ...rows(5), size: 60.4 }],
  ['ADD_COLUMNS_ROWS', { sheetId, sheetName: 'Sheet1', dimension: 'ROW', position: 'before', base: 2, quantity: 3 }],
  ['CREATE_SHEET', { sheetId: 'second', position: 1, name: 'Second' }],
  [
    'UPDATE_CELL',
    { sheetId: 'second', col: 0, row: 0, content: 'high', style: { fontSize: 24, textColor: '#123456' } },
  ],
  ['HIDE_COLUMNS_ROWS', rows(0, 1)],
  ['FREEZE_ROWS', { sheetId: 'second', quantity: 2 }],
  ['ACTIVATE_SHEET', { sheetIdFrom: sheetId, sheetIdTo: 'second' }],
  ['SET_VIEWPORT_OFFSET', { offsetX: 0, offsetY: 120 }],
  ['REQUEST_UNDO', {}],
  ['REQUEST_UNDO', {}],
  ['REQUEST_REDO', {}],
  ['DUPLICATE_SHEET', { sheetId, sheetIdTo: 'third', sheetNameTo: 'Third' }],
  ['ADD_MERGE', { sheetId, target: [{ left: 2, right: 2, top: 5, bottom: 6 }], force: true }],
  ['ACTIVATE_SHEET', { sheetIdFrom: 'second', sheetIdTo: 'third' }],
  ['CLEAR_CELLS', { sheetId: 'third', target: [{ left: 0, right: 3, top: 0, bottom: 9 }] }],
  ['SET_FORMATTING', { sheetId: 'third', target: [{ left: 0, right: 0, top: 0, bottom: 1 }], style: { fontSize: 18 } }],
  ['REMOVE_COLUMNS_ROWS', { sheetId: 'third', sheetName: 'Third', dimension: 'ROW', elements: [0, 3] }],
  ['DELETE_SHEET', { sheetId: 'third', sheetName: 'Third' }],
  ['ACTIVATE_SHEET', { sheetIdFrom: 'second', sheetIdTo: sheetId }],
];

/** A canvas that measures texts, which Node's engine has none of: half as wide as they are high. */
class Canvas {
  font = '';
  getContext = () => this;
  save(): void {}
  restore(): void {}
  measureText(text: string) {
    const size = Number(/ (\d+)px/.exec(this.font)?.[1]);
    return { width: (text.length * size) / 2, fontBoundingBoxAscent: size, fontBoundingBoxDescent: size / 4 };
  }
}

/** All that a screen shows of a workbook but its cells. */
function shown({ model: { getters } }: Workbook) {
  const sheets = getters.getSheetIds().map((id) => ({
    rows: Array.from({ length: getters.getNumberRows(id) }, (_, row) => getters.getRowDimensions(id, row)),
    columns: Array.from({ length: getters.getNumberCols(id) }, (_, col) => getters.getColDimensions(id, col)),
  }));
  return {
    sheets,
    active: getters.getActiveSheetId(),
    visible: [getters.getSheetViewVisibleRows(), getters.getSheetViewVisibleCols()],
    scrolled: getters.getActiveSheetScrollInfo(),
    colors: getters.getCustomColors(),
  };
}

test('what is found out only when it is asked for is what the engine keeps ready', () => {
  Object.assign(globalThis, { OffscreenCanvas: Canvas });
  const options = { rows: 30, columns: 6 };
  const lazy = createWorkbook(options);
  const engine = createWorkbook({ ...options, config: { custom: turningOff(['screen']) } });
  const heights = new Set<number>();
  for (const [index, [type, payload]] of COMMANDS.entries()) {
    for (const workbook of [lazy, engine]) {
      const dispatch = workbook.model.dispatch as unknown as Dispatch;
      expect([type, workbook.change(() => dispatch(type, payload))]).toEqual([
        type,
        expect.objectContaining({ reasons: [] }),
      ]);
      workbook.settle();
    }
    const expected = shown(engine);
    expect({ index, type, ...shown(lazy) }).toEqual({ index, type, ...expected });
    for (const { rows } of expected.sheets) for (const { size } of rows) heights.add(size);
  }
  expect(heights.size).toBeGreaterThan(4);
});
