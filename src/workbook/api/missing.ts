import type { Request, Spreadsheet } from './json';

/** What Google's answer says of a new file, as far as it is asked for by {@link wantedFields}. */
interface CreatedSheet {
  readonly properties?: { readonly sheetId?: number | undefined } | undefined;
  readonly data?: readonly CreatedGrid[] | undefined;
  readonly merges?: readonly CreatedMerge[] | undefined;
  readonly conditionalFormats?: readonly CreatedFormat[] | undefined;
  readonly protectedRanges?: readonly object[] | undefined;
  readonly basicFilter?: object | undefined;
  readonly charts?: readonly { readonly spec?: { readonly title?: string | undefined } | undefined }[] | undefined;
}

interface CreatedGrid {
  readonly rowData?: readonly CreatedRow[] | undefined;
}

interface CreatedRow {
  readonly values?: readonly CreatedCell[] | undefined;
}

interface CreatedCell {
  readonly effectiveValue?: { readonly errorValue?: { readonly type?: string | undefined } | undefined } | undefined;
}

/** Places counted from 0; one that is 0 may be left out. */
interface CreatedMerge {
  readonly startRowIndex?: number | undefined;
  readonly startColumnIndex?: number | undefined;
}

interface CreatedFormat {
  readonly booleanRule?: { readonly condition?: CreatedCondition | undefined } | undefined;
}

interface CreatedCondition {
  readonly values?: readonly { readonly userEnteredValue?: string | undefined }[] | undefined;
}

/** What Google's answer says of a new file, as far as it is asked for by {@link wantedFields}. */
export interface Created {
  readonly spreadsheetId?: string | undefined;
  readonly spreadsheetUrl?: string | undefined;
  readonly properties?: { readonly title?: string | undefined } | undefined;
  readonly sheets?: readonly CreatedSheet[] | undefined;
  readonly namedRanges?: readonly { readonly name?: string | undefined }[] | undefined;
  readonly developerMetadata?: readonly { readonly metadataKey?: string | undefined }[] | undefined;
}

/** The part of the answer that is asked for: where the file is, what has to be counted, and of cells what has gone wrong. */
export const wantedFields = [
  'spreadsheetId',
  'spreadsheetUrl',
  'properties(title)',
  'sheets(properties(sheetId),data(rowData(values(effectiveValue(errorValue(type))))),merges,conditionalFormats(booleanRule(condition)),protectedRanges(protectedRangeId),basicFilter(range),charts(chartId,spec(title)))',
  'namedRanges(name)',
  'developerMetadata(metadataKey)',
].join(',');

/** Those of `wanted` whose name is not among `found`, with their places; each found one stands for one wanted. */
function absent<T>(
  wanted: readonly T[],
  nameOf: (item: T) => string | undefined,
  found: readonly (string | undefined)[],
): readonly (readonly [number, T])[] {
  if (found.length >= wanted.length) return [];
  const left = [...found];
  const missing: (readonly [number, T])[] = [];
  for (const [index, item] of wanted.entries()) {
    const at = left.indexOf(nameOf(item));
    if (at < 0) missing.push([index, item]);
    else left.splice(at, 1);
  }
  return missing;
}

const cornerOf = ({ startRowIndex = 0, startColumnIndex = 0 }: CreatedMerge): string =>
  `${startRowIndex} ${startColumnIndex}`;

/** The steps that add what a request asked for and the answer does not show. */
export function missingFrom(create: Spreadsheet, created: Created): readonly Request[] {
  const requests: Request[] = [];
  for (const sheet of create.sheets) {
    const { merges = [], conditionalFormats = [], protectedRanges, basicFilter, charts = [] } = sheet;
    const made = created.sheets?.find(({ properties }) => properties?.sheetId === sheet.properties.sheetId);
    for (const [, range] of absent(merges, cornerOf, (made?.merges ?? []).map(cornerOf))) {
      requests.push({ mergeCells: { range, mergeType: 'MERGE_ALL' } });
    }
    const formulas = (made?.conditionalFormats ?? []).map(
      ({ booleanRule }) => booleanRule?.condition?.values?.[0]?.userEnteredValue,
    );
    for (const [index, rule] of absent(
      conditionalFormats,
      ({ booleanRule }) => booleanRule.condition.values?.[0]?.userEnteredValue,
      formulas,
    )) {
      requests.push({ addConditionalFormatRule: { rule, index } });
    }
    for (const protectedRange of protectedRanges.slice(made?.protectedRanges?.length ?? 0)) {
      requests.push({ addProtectedRange: { protectedRange } });
    }
    if (basicFilter && !made?.basicFilter) requests.push({ setBasicFilter: { filter: basicFilter } });
    const titles = (made?.charts ?? []).map(({ spec }) => spec?.title);
    for (const [, chart] of absent(charts, ({ spec }) => spec.title, titles)) requests.push({ addChart: { chart } });
  }
  const names = (created.namedRanges ?? []).map(({ name }) => name);
  for (const [, namedRange] of absent(create.namedRanges, ({ name }) => name, names)) {
    requests.push({ addNamedRange: { namedRange } });
  }
  const keys = (created.developerMetadata ?? []).map(({ metadataKey }) => metadataKey);
  for (const [, developerMetadata] of absent(create.developerMetadata, ({ metadataKey }) => metadataKey, keys)) {
    requests.push({ createDeveloperMetadata: { developerMetadata } });
  }
  return requests;
}
