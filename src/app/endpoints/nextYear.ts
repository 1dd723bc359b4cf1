import type { Language } from '../../model/language';
import type { NextPlan, Told } from '../../model/nextYear';
import type { Spreadsheet } from '../../sheets/read';
import { contentsOf } from '../contents';
import { createWorkbookFile } from '../create';
import { fieldThatMeans, tabOfRole } from '../described';
import { idMaker } from '../ids';
import { said } from '../language';
import { neededFor, nextPlanIn } from '../nextYear';
import { madeOnce } from '../once';
import { ourWorkbook } from '../ours';
import { requests } from '../requests';
import { versionRefusal } from '../version';
import { type FileAnswer, isInstalled } from './file';
import { type Invalid, parsedRequest, refused } from './request';

export type NextYearAnswer =
  | {
      readonly status: 'done';
      readonly region: string;
      readonly planYear: number;
      readonly language: Language;
      /** Whether stores are followed: without that nothing is expected of them. */
      readonly isFollowed: boolean;
      readonly told: Told;
    }
  | Invalid;

/** A copy of this file would hold this year's plan: none is offered. */
export type YearFileAnswer = Exclude<FileAnswer, { status: 'unsure' }> | { readonly status: 'unsure' };

interface Begun {
  readonly plan: NextPlan;
  readonly language: Language;
  readonly region: string;
  readonly isFollowed: boolean;
}

/** The next year's plan, if there is a plan of this year to begin it from. */
function begunIn(file: Spreadsheet): Begun | Invalid {
  const workbook = ourWorkbook(file);
  const refusal = workbook.language === undefined ? said().noWorkbook : versionRefusal(workbook);
  if (workbook.language === undefined || refusal !== undefined) return refused(refusal ?? said().noWorkbook);
  const plan = nextPlanIn(file);
  if (!plan) return refused(said().noPlanYear);
  const terms = tabOfRole('terms')?.tab.id;
  const region = plan.prefilled.find(({ part }) => part === terms)?.values[fieldThatMeans('region') ?? ''];
  const isFollowed = workbook.sheets.has(tabOfRole('paces')?.tab.id ?? '');
  return { plan, language: workbook.language, region: typeof region === 'string' ? region : '', isFollowed };
}

/** What of this year's plan the next one would begin with, and what not. Gives rows typed in the grid their ids, no more. */
export function readNextYear(file: Spreadsheet): NextYearAnswer {
  const begun = begunIn(file);
  if ('status' in begun) return begun;
  const { plan, ...rest } = begun;
  return { status: 'done', planYear: plan.planYear, told: plan.told, ...rest };
}

/**
 * Makes the next year's workbook as a new file, `{request, planYear, sure}`: the year that people have seen, `sure` once they have
 * chosen although it cannot be told whether the new file would know the script.
 */
export function makeNextYear(file: Spreadsheet, request: unknown): YearFileAnswer {
  const parsed = parsedRequest(requests.makeNextYear, request);
  if ('answer' in parsed) return parsed.answer;
  if (!parsed.value.sure && !isInstalled()) return { status: 'unsure' };
  return madeOnce(file, parsed.value, (born) => {
    const begun = begunIn(file);
    if ('status' in begun) return begun;
    const { plan, language, region } = begun;
    if (plan.planYear !== parsed.value.planYear) return refused(said().otherYear(plan.planYear));
    const { prefilled, records, planYear } = plan;
    const contents = contentsOf({ language, prefilled, records, newId: idMaker() });
    const wish = { language, region, planYear };
    const zone = file.getSpreadsheetTimeZone();
    const { url, title, lacking } = createWorkbookFile(wish, zone, { contents, needed: neededFor(plan), born });
    return { title, url, lacking: lacking ?? null };
  });
}
