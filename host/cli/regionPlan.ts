import type { Book } from '../../src/workbook/api/request';
import { workbookFor } from '../book';
import { loadAddon, type Workbook } from '../index';

/** The workbook and its figures; money in the currency's unit, null where it cannot be computed yet. */
export interface RegionPlan {
  readonly workbook: Workbook;
  readonly tabs: number;
  readonly stores: number;
  readonly lastYear: number | null;
  readonly averageStore: number | null;
  readonly target: number | null;
  readonly companyTarget: number | null;
  readonly gap: number | null;
}

/** The workbook of a book, calculated; `code` is the built script, whose cell functions its formulas call. */
export function regionPlan(book: Book, code: string, stores: number): RegionPlan {
  const workbook = workbookFor(book);
  loadAddon({ code, workbook });
  const tabs = book.drawings.filter(({ plan }) => !plan.hidden).length;
  return { workbook, tabs, stores, ...figuresIn(workbook, book) };
}

function figuresIn({ model }: Workbook, { drawings, atlas }: Book): Omit<RegionPlan, 'workbook' | 'tabs' | 'stores'> {
  const ids = model.getters.getSheetIds();
  const figure = (tab: string, row: string, column: string): number | null => {
    const { rows, columns } = atlas.placements.get(tab) ?? {};
    const sheetId = ids[drawings.findIndex(({ plan }) => plan.id === tab)];
    const [atRow, atColumn] = [rows?.get(row), columns?.get(column)];
    if (sheetId === undefined || atRow === undefined || atColumn === undefined) return null;
    const { value } = model.getters.getEvaluatedCell({ sheetId, row: atRow - 1, col: atColumn - 1 });
    return typeof value === 'number' ? value : null;
  };
  return {
    lastYear: figure('baseline', 'all', 'lastYearSales'),
    averageStore: figure('baseline', 'all', 'avgStore'),
    target: figure('summary', 'total', 'value.1'),
    companyTarget: figure('summary', 'companyTarget', 'value.1'),
    gap: figure('summary', 'gap', 'value.1'),
  };
}
