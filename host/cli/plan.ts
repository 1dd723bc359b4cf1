import * as z from 'zod/mini';
import { blocksOf, type ImportRecord } from '../../sidebar/import/records';
import type { FieldValue } from '../../src/model/answer';
import type { Language } from '../../src/model/language';
import { type Addon, createWorkbook, loadAddon, type Workbook } from '../index';
import { changesOf, type Typed } from '../sample/typed';

/** A region's plan to be made by the add-on. */
export interface Wish {
  /** The text of the built script. */
  readonly code: string;
  readonly language: Language;
  readonly region: string;
  readonly year: number;
  readonly stores: readonly ImportRecord[];
  /** What people type besides, and the names in the people list. */
  readonly typed: readonly Typed[];
  readonly people?: readonly Readonly<Record<string, FieldValue>>[];
}

/** The workbook and its figures; money in the currency's unit, null where it cannot be computed yet. */
export interface Plan {
  readonly workbook: Workbook;
  readonly tabs: number;
  readonly stores: number;
  readonly lastYear: number | null;
  readonly averageStore: number | null;
  readonly target: number | null;
  readonly companyTarget: number | null;
  readonly gap: number | null;
}

/** Something the add-on did not take: a record by its key, a field by its id, and the reason in words. */
export interface Refusal {
  readonly record?: string | undefined;
  readonly field?: string | undefined;
  readonly message: string;
}

const locales: Readonly<Record<Language, string>> = { zh: 'zh_CN', en: 'en_US' };

const done = z.object({ status: z.literal('done') });
const generated = z.object({ made: z.array(z.string()) });
const opened = z.object({ ids: z.array(z.string()), columns: z.record(z.string(), z.array(z.unknown())) });
const refused = z.object({
  message: z.string(),
  faults: z.optional(
    z.array(z.object({ record: z.optional(z.string()), field: z.optional(z.string()), message: z.string() })),
  ),
});

/** Ends the making of a plan at the first call that is refused. */
class RefusedError extends Error {
  constructor(readonly refusals: readonly Refusal[]) {
    super(refusals[0]?.message);
  }
}

/** What an endpoint answers once it has done its work; throws RefusedError if it has not. */
function called<T>(addon: Addon, endpoint: string, request: object, answer: z.ZodMiniType<T>): T {
  const given = addon.run(endpoint, request);
  if (done.safeParse(given).success) return answer.parse(given);
  const { message, faults = [] } = refused.parse(given);
  throw new RefusedError(faults.length > 0 ? faults : [{ message }]);
}

/**
 * The region's workbook, made as a planner would: generated from the menu's command, settings and growth entered,
 * stores imported. Runs the built add-on on an empty workbook.
 */
export function planOf(wish: Wish): Plan | { readonly refusals: readonly Refusal[] } {
  try {
    return made(wish);
  } catch (error) {
    if (error instanceof RefusedError) return { refusals: error.refusals };
    throw error;
  }
}

function made({ code, language, region, year, stores, typed, people = [] }: Wish): Plan {
  const locale = locales[language];
  const workbook = createWorkbook({ title: `${region} ${year}`, locale });
  const addon = loadAddon({ code, workbook, user: { email: '', locale } });
  const firstTab = addon.use(({ SpreadsheetApp }) =>
    SpreadsheetApp.getActiveSpreadsheet().getSheets()[0]?.getSheetId(),
  );
  const { made: tabs } = called(addon, 'generatePlan', { language, region, planYear: year }, generated);
  removeTab(addon, firstTab);
  if (people.length > 0) called(addon, 'addRecords', { request: 'people', part: 'people', records: people }, done);
  for (const [index, entry] of typed.entries()) {
    called(addon, 'saveRecord', { request: `typed-${index + 1}`, part: entry.part, changes: changesOf(entry) }, done);
  }
  let toFollow = stores.length;
  for (const [index, records] of [...blocksOf(stores)].entries()) {
    toFollow -= records.length;
    const request = { request: `stores-${index + 1}`, part: 'stores', records, toFollow };
    called(addon, 'importRecords', request, done);
  }
  return { workbook, tabs: tabs.length, stores: stores.length, ...figuresIn(addon) };
}

/** Removes the empty tab that a new workbook starts with. */
function removeTab(addon: Addon, id: number | undefined): void {
  addon.use(({ SpreadsheetApp }) => {
    const file = SpreadsheetApp.getActiveSpreadsheet();
    const tab = file.getSheets().find((sheet) => sheet.getSheetId() === id);
    if (tab) file.deleteSheet(tab);
  });
}

function figuresIn(addon: Addon): Omit<Plan, 'workbook' | 'tabs' | 'stores'> {
  const figure = (part: string, record: string, field: string): number | null => {
    const { ids, columns } = called(addon, 'openPart', { part, records: [record] }, opened);
    const value = columns[field]?.[ids.indexOf(record)];
    return typeof value === 'number' ? value : null;
  };
  return {
    lastYear: figure('baseline', 'all', 'lastYearSales'),
    averageStore: figure('baseline', 'all', 'avgStore'),
    target: figure('summary', 'summary', 'total'),
    companyTarget: figure('summary', 'summary', 'companyTarget'),
    gap: figure('summary', 'summary', 'gap'),
  };
}
