import { isUnresolved, unresolved } from '../../separators';

type File = GoogleAppsScript.Sheets.Schema.Spreadsheet;
type Sheet = GoogleAppsScript.Sheets.Schema.Sheet;
type Cell = GoogleAppsScript.Sheets.Schema.CellData;

/** Parts of a new file that Google's service might leave out without a word. */
export const PARTS = [
  'merges',
  'conditionalFormats',
  'protectedRanges',
  'basicFilter',
  'charts',
  'namedRanges',
  'developerMetadata',
] as const;
export type NewFilePart = (typeof PARTS)[number];

/** How Google's service makes new files, where that is not known for certain; as documented where nothing is said. */
export interface NewFileWays {
  /** `create` takes the file alone: a second argument is refused. */
  readonly oneArgument?: boolean;
  /** A file that comes with cells is refused. */
  readonly bareOnly?: boolean;
  /** What is entered before the tab it refers to is there shows #REF! for good, and a choice among its cells is lost. */
  readonly forwardUnresolved?: boolean;
  /** The answer tells of cells if it is asked to; when the file is read, it does. */
  readonly answersCells?: boolean;
  /** Left out of the file, and so of the answer. */
  readonly drops?: readonly NewFilePart[];
  /** In the file, but not in the answer; when the file is read, they are told. */
  readonly untold?: readonly NewFilePart[];
}

/** A file of a request as Google's service makes it. */
export function asMade(file: File, { bareOnly, forwardUnresolved, drops = [] }: NewFileWays): File {
  const { sheets = [] } = file;
  if (bareOnly && sheets.some(({ data }) => data !== undefined))
    throw new Error('Request contains an invalid argument.');
  const made = forwardUnresolved
    ? sheets.map((sheet, index) => withoutForward(sheet, sheets.slice(index + 1)))
    : sheets;
  return lessParts(file.sheets === undefined ? file : { ...file, sheets: made }, drops);
}

/** A file, or an answer about one, without some parts. */
export function lessParts(file: File, parts: readonly string[]): File {
  const kept = <T extends object>(whole: T): T =>
    Object.assign({}, ...Object.entries(whole).map(([name, part]) => (parts.includes(name) ? {} : { [name]: part })));
  return file.sheets === undefined ? kept(file) : { ...kept(file), sheets: file.sheets.map(kept) };
}

/** Names of tabs before a `!`, in quotes or not. */
const TABS = /'((?:[^']|'')*)'!|([\p{L}\p{N}_.]+)!/gu;

const tabsIn = (text: string): readonly string[] =>
  [...text.matchAll(TABS)].map(([, quoted, bare]) => quoted?.replace(/''/g, "'") ?? bare ?? '');

/** A tab as it comes out where what refers to later tabs is not resolved. */
function withoutForward(sheet: Sheet, later: readonly Sheet[]): Sheet {
  const titles = new Set(later.map(({ properties }) => properties?.title ?? ''));
  const isForward = (text: string): boolean => tabsIn(text).some((title) => titles.has(title));
  const madeOf = (cell: Cell): Cell => {
    const { userEnteredValue, dataValidation, ...rest } = cell;
    const formula = userEnteredValue?.formulaValue;
    const choices = dataValidation?.condition?.values?.map((value) => value.userEnteredValue ?? '') ?? [];
    return {
      ...rest,
      ...(formula !== undefined && isForward(formula)
        ? { userEnteredValue: { formulaValue: unresolved(formula) } }
        : userEnteredValue && { userEnteredValue }),
      ...(dataValidation && !choices.some(isForward) && { dataValidation }),
    };
  };
  const { data = [] } = sheet;
  const grids = data.map((grid) => ({
    ...grid,
    rowData: (grid.rowData ?? []).map(({ values, ...row }) => ({
      ...row,
      ...(values && { values: values.map(madeOf) }),
    })),
  }));
  return { ...sheet, data: grids };
}

/**
 * What an answer says of a tab's cells whose errors are asked for: of what formulas come to only what stayed unresolved,
 * since nothing has been calculated yet.
 */
export const errorsOf = ({ data = [] }: Sheet): GoogleAppsScript.Sheets.Schema.RowData[] =>
  (data[0]?.rowData ?? []).map(({ values = [] }) => ({
    values: values.map(({ userEnteredValue }) =>
      isUnresolved(userEnteredValue?.formulaValue ?? '') ? { effectiveValue: { errorValue: { type: 'REF' } } } : {},
    ),
  }));
