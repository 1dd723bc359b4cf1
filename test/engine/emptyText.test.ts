import { createWorkbook, type Workbook } from '../../host/workbook';
import { deskOn, plannedDesk, savedFile } from './addon';
import { wholeFile } from './whole';

/** Rows whose looks are compared too: highlights are formulas as well. */
const looked = 30;

/** What every cell shows, of a file opened with the add-on's cell functions. */
function shown(file: string, emptyText: 'above' | 'below'): Readonly<Record<string, unknown>> {
  const workbook = createWorkbook({ data: JSON.parse(file), emptyText, waits: true });
  deskOn(workbook);
  workbook.settle();
  return cellsOf(workbook);
}

function cellsOf({ model: { getters } }: Workbook): Readonly<Record<string, unknown>> {
  const cells: Record<string, unknown> = {};
  for (const sheetId of getters.getSheetIds()) {
    const { right, bottom } = getters.getSheetZone(sheetId);
    for (let row = 0; row <= bottom; row += 1)
      for (let col = 0; col <= right; col += 1) {
        const { value } = getters.getEvaluatedCell({ sheetId, col, row });
        const look = row < looked ? JSON.stringify(getters.getCellComputedStyle({ sheetId, col, row })) : '{}';
        if (look !== '{}') cells[`${getters.getSheetName(sheetId)} ${row + 1} ${col + 1} look`] = look;
        if (value !== null && value !== '') cells[`${getters.getSheetName(sheetId)} ${row + 1} ${col + 1}`] = value;
      }
  }
  return cells;
}

test.each([
  ['an empty plan', () => savedFile(plannedDesk().workbook)],
  ['a plan that is filled', () => wholeFile('en')],
])('%s shows the same wherever empty text stands in the order of values', (_, file) => {
  const usual = shown(file(), 'above');
  expect(Object.keys(usual).length).toBeGreaterThan(500);
  expect(shown(file(), 'below')).toEqual(usual);
});
