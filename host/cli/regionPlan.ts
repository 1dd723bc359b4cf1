import { randomUUID } from 'node:crypto';
import type { ImportRecord } from '../../sidebar/import/records';
import { contentsOf } from '../../src/app/contents';
import { bookOf } from '../../src/app/create';
import type { FieldValue } from '../../src/model/answer';
import type { Language } from '../../src/model/language';
import { type Book, everything, workbookRequests } from '../../src/workbook/api/request';
import { loadAddon, type User, type Workbook } from '../index';
import type { Prefill } from '../sample/prefill';
import { takeSteps, workbookOf } from '../services/sheetsApi';

/** A region's plan to be made. */
export interface Wish {
  readonly language: Language;
  readonly region: string;
  readonly year: number;
  readonly stores: readonly ImportRecord[];
  /** What the plan is filled with besides, and the names in the people list. */
  readonly prefilled: readonly Prefill[];
  readonly people: readonly Readonly<Record<string, FieldValue>>[];
}

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

/** The region's workbook, drawn: what the add-on would make as a new file, with all that is typed in it. */
export function bookFor({ language, region, year, stores, prefilled, people }: Wish): Book {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const records = new Map([
    ['stores', stores.map(({ values }) => values)],
    ['people', people],
  ]);
  const contents = contentsOf({ language, prefilled, records, newId: randomUUID });
  return bookOf({ language, region, planYear: year }, timeZone, contents);
}

const user: User = { email: '', locale: 'en' };

/**
 * The workbook of a book, calculated; `code` is the built script, whose cell functions its formulas call. It is the one
 * that the menu's command, the forms and an import would make, without their service calls.
 */
export function regionPlan(book: Book, code: string, stores: number): RegionPlan {
  const { create, fill } = workbookRequests(book, everything);
  const workbook = workbookOf(create, user);
  takeSteps(workbook, fill, user);
  loadAddon({ code, workbook, user });
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
