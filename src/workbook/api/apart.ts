import type { BareSpreadsheet, DimensionProperties, Request, Spreadsheet } from './json';
import { type Created, missingFrom } from './missing';

/** A file with its tabs and nothing in them, for where the whole of it is refused. */
export const bareOf = ({ properties, sheets }: Spreadsheet): BareSpreadsheet => ({
  properties,
  sheets: sheets.map((sheet) => ({ properties: sheet.properties })),
});

/** The steps that make the file of a request out of its bare tabs. */
export const stepsFromBare = (create: Spreadsheet): readonly Request[] => [
  ...cellSteps(create),
  ...sizeSteps(create),
  ...missingFrom(create, {}),
];

/** The steps that enter the cells of a request once more, when all tabs are there that their formulas and checks refer to. */
export const cellSteps = ({ sheets }: Spreadsheet): readonly Request[] =>
  sheets.flatMap(({ properties: { sheetId }, data: [{ rowData }] }): Request[] =>
    rowData.length === 0
      ? []
      : [
          {
            updateCells: {
              start: { sheetId, rowIndex: 0, columnIndex: 0 },
              rows: rowData,
              fields: 'userEnteredValue,userEnteredFormat,note,dataValidation',
            },
          },
        ],
  );

/** Sizes and what is hidden: neighbours that are alike in one step. */
function sizeSteps({ sheets }: Spreadsheet): readonly Request[] {
  return sheets.flatMap(({ properties: { sheetId }, data: [{ rowMetadata, columnMetadata }] }) => [
    ...sizesAlong(sheetId, 'ROWS', rowMetadata),
    ...sizesAlong(sheetId, 'COLUMNS', columnMetadata),
  ]);
}

function sizesAlong(
  sheetId: number,
  dimension: 'ROWS' | 'COLUMNS',
  sizes: readonly DimensionProperties[],
): readonly Request[] {
  const steps: Request[] = [];
  let startIndex = 0;
  while (startIndex < sizes.length) {
    const properties = sizes[startIndex] ?? {};
    const text = JSON.stringify(properties);
    let endIndex = startIndex + 1;
    while (endIndex < sizes.length && JSON.stringify(sizes[endIndex]) === text) endIndex += 1;
    const fields = Object.keys(properties).join(',');
    const range = { sheetId, dimension, startIndex, endIndex };
    if (fields !== '') steps.push({ updateDimensionProperties: { range, properties, fields } });
    startIndex = endIndex;
  }
  return steps;
}

/**
 * Whether a formula of the request may refer to nothing for good, as one does that was entered before the tab it refers
 * to was there: the answer shows a cell so, or does not show the cells of a tab that has some.
 */
export function mayBeUnresolved(create: Spreadsheet, created: Created): boolean {
  return create.sheets.some(({ properties, data: [{ rowData }] }) => {
    const hasFormulas = rowData.some(({ values = [] }) =>
      values.some(({ userEnteredValue }) => userEnteredValue !== undefined && 'formulaValue' in userEnteredValue),
    );
    if (!hasFormulas) return false;
    const made = created.sheets?.find((sheet) => sheet.properties?.sheetId === properties.sheetId);
    const rows = made?.data?.flatMap((grid) => grid.rowData ?? []) ?? [];
    if (rows.length === 0) return true;
    return rows.some(({ values = [] }) => values.some((cell) => cell.effectiveValue?.errorValue?.type === 'REF'));
  });
}
