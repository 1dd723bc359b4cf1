/**
 * What we say to Google's Sheets API v4, and no more of it: the names are Google's.
 * https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets
 */

/** Parts from 0 to 1; one that is left out is 0. */
export interface Color {
  readonly red?: number;
  readonly green?: number;
  readonly blue?: number;
}

export interface ColorStyle {
  readonly rgbColor: Color;
}

/** Counted from 0, the end left out; without an end it goes on to the sheet's. */
export interface GridRange {
  readonly sheetId: number;
  readonly startRowIndex?: number;
  readonly endRowIndex?: number;
  readonly startColumnIndex?: number;
  readonly endColumnIndex?: number;
}

export interface NumberFormat {
  readonly type: 'TEXT' | 'NUMBER' | 'PERCENT' | 'DATE';
  readonly pattern?: string;
}

export interface TextFormat {
  readonly foregroundColorStyle?: ColorStyle;
  /** Points. */
  readonly fontSize?: number;
  readonly bold?: true;
}

export interface Border {
  readonly style: 'SOLID';
  readonly colorStyle: ColorStyle;
}

export interface Borders {
  readonly top?: Border;
  readonly left?: Border;
  readonly bottom?: Border;
  readonly right?: Border;
}

export interface InnerBorders {
  readonly innerHorizontal?: Border;
  readonly innerVertical?: Border;
}

export interface CellFormat {
  readonly numberFormat?: NumberFormat;
  readonly backgroundColorStyle?: ColorStyle;
  readonly horizontalAlignment?: 'LEFT' | 'CENTER' | 'RIGHT';
  readonly verticalAlignment?: 'MIDDLE';
  readonly wrapStrategy?: 'WRAP';
  readonly textFormat?: TextFormat;
}

export interface BooleanCondition {
  readonly type:
    | 'ONE_OF_RANGE'
    | 'NUMBER_BETWEEN'
    | 'NUMBER_GREATER'
    | 'NUMBER_GREATER_THAN_EQ'
    | 'DATE_IS_VALID'
    | 'BOOLEAN'
    | 'CUSTOM_FORMULA';
  readonly values?: { readonly userEnteredValue: string }[];
}

export interface DataValidation {
  readonly condition: BooleanCondition;
  readonly inputMessage?: string;
  readonly strict?: true;
  readonly showCustomUi?: true;
}

export type ExtendedValue =
  | { readonly stringValue: string }
  | { readonly numberValue: number }
  | { readonly boolValue: boolean }
  | { readonly formulaValue: string };

export interface CellData {
  readonly userEnteredValue?: ExtendedValue;
  readonly userEnteredFormat?: CellFormat;
  readonly note?: string;
  readonly dataValidation?: DataValidation;
}

export interface RowData {
  readonly values?: CellData[];
}

export interface DimensionProperties {
  readonly pixelSize?: number;
  readonly hiddenByUser?: true;
}

export interface GridData {
  readonly rowData: RowData[];
  readonly rowMetadata: DimensionProperties[];
  readonly columnMetadata: DimensionProperties[];
}

export interface SheetProperties {
  readonly sheetId: number;
  readonly title: string;
  readonly index: number;
  readonly hidden?: true;
  readonly tabColorStyle?: ColorStyle;
  readonly gridProperties: {
    readonly rowCount: number;
    readonly columnCount: number;
    readonly frozenRowCount?: number;
    readonly frozenColumnCount?: number;
    readonly hideGridlines?: true;
  };
}

export interface ConditionalFormatRule {
  readonly ranges: GridRange[];
  readonly booleanRule: { readonly condition: BooleanCondition; readonly format: CellFormat };
}

export interface ProtectedRange {
  readonly range: GridRange;
  readonly unprotectedRanges?: GridRange[];
  readonly warningOnly: true;
}

export interface NamedRange {
  readonly name: string;
  readonly range: GridRange;
}

export interface DeveloperMetadata {
  readonly metadataKey: string;
  readonly metadataValue: string;
  readonly location: { readonly spreadsheet: true };
  readonly visibility: 'DOCUMENT';
}

export interface ChartData {
  readonly sourceRange: { readonly sources: [GridRange] };
}

export interface EmbeddedChart {
  readonly spec: {
    readonly title: string;
    readonly basicChart: {
      readonly chartType: 'COLUMN' | 'LINE';
      readonly stackedType?: 'STACKED';
      readonly legendPosition: 'BOTTOM_LEGEND' | 'NO_LEGEND';
      readonly headerCount: 1;
      readonly domains: [{ readonly domain: ChartData }];
      readonly series: {
        readonly series: ChartData;
        readonly targetAxis: 'LEFT_AXIS';
        readonly colorStyle: ColorStyle;
        /** Pixels. */
        readonly lineStyle?: { readonly type: 'SOLID' | 'MEDIUM_DASHED'; readonly width: number };
      }[];
    };
  };
  readonly position: {
    readonly overlayPosition: {
      readonly anchorCell: { readonly sheetId: number; readonly rowIndex: number; readonly columnIndex: number };
      /** Pixels. */
      readonly widthPixels: number;
      readonly heightPixels: number;
    };
  };
}

export interface Sheet {
  readonly properties: SheetProperties;
  readonly data: [GridData];
  readonly merges?: GridRange[];
  readonly conditionalFormats?: ConditionalFormatRule[];
  readonly protectedRanges: ProtectedRange[];
  readonly basicFilter?: { readonly range: GridRange };
  readonly charts?: EmbeddedChart[];
}

/** The body of `spreadsheets.create` for a file of bare tabs. */
export interface BareSpreadsheet {
  readonly properties: Spreadsheet['properties'];
  readonly sheets: Pick<Sheet, 'properties'>[];
}

/** The body of `spreadsheets.create`. */
export interface Spreadsheet {
  readonly properties: { readonly title: string; readonly locale: string; readonly timeZone: string };
  readonly sheets: Sheet[];
  readonly namedRanges: NamedRange[];
  readonly developerMetadata: DeveloperMetadata[];
}

/** One step of `spreadsheets.batchUpdate`. */
export type Request =
  | {
      readonly updateCells: {
        readonly start: { readonly sheetId: number; readonly rowIndex: number; readonly columnIndex: number };
        readonly rows: RowData[];
        readonly fields: string;
      };
    }
  | {
      readonly updateDimensionProperties: {
        readonly range: {
          readonly sheetId: number;
          readonly dimension: 'ROWS' | 'COLUMNS';
          readonly startIndex: number;
          readonly endIndex: number;
        };
        readonly properties: DimensionProperties;
        readonly fields: string;
      };
    }
  | { readonly mergeCells: { readonly range: GridRange; readonly mergeType: 'MERGE_ALL' } }
  | { readonly repeatCell: { readonly range: GridRange; readonly cell: CellData; readonly fields: string } }
  | { readonly updateBorders: { readonly range: GridRange } & Borders & InnerBorders }
  | { readonly addChart: { readonly chart: EmbeddedChart } }
  | { readonly addConditionalFormatRule: { readonly rule: ConditionalFormatRule; readonly index: number } }
  | { readonly addProtectedRange: { readonly protectedRange: ProtectedRange } }
  | { readonly addNamedRange: { readonly namedRange: NamedRange } }
  | { readonly createDeveloperMetadata: { readonly developerMetadata: DeveloperMetadata } }
  | { readonly setBasicFilter: { readonly filter: { readonly range: GridRange } } };
