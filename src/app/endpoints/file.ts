import type { Answer } from '../../model/answer';
import { keepable, shortened } from '../../model/characters';
import type { Spreadsheet } from '../../sheets/read';
import { barredIn } from '../barred';
import { createWorkbookFile } from '../create';
import { isCurrency, tabOfRole } from '../described';
import { generate } from '../generate';
import { said, userLanguage } from '../language';
import { type FileMade, madeOnce, type Unmade } from '../once';
import { ourWorkbook } from '../ours';
import { reasonIn } from '../reason';
import { requests } from '../requests';
import { userEmail } from '../who';
import { type Invalid, invalid, parsedRequest, refused } from './request';
import { addRecords } from './save';

export type FileAnswer =
  | ({ readonly status: 'done' } & FileMade)
  /** Whether a new file would know the script cannot be told; the address makes a copy of this one, which does. */
  | { readonly status: 'unsure'; readonly copy: string }
  | Unmade;

export type ListAnswer = { readonly status: 'done' } | Invalid;

/**
 * Whether this script is installed as an add-on. If not, it may belong to this spreadsheet, and then only a copy of the
 * file takes it along; or it is a test deployment of an add-on, of which Google says the same.
 */
export function isInstalled(): boolean {
  try {
    return ScriptApp.getInstallationSource() !== ScriptApp.InstallationSource.NONE;
  } catch (error) {
    console.error(error);
    return false;
  }
}

/** Makes a region's workbook as a new file: `{request, region, planYear, language, currency, sure}`, `sure` once people have chosen. */
export function makeFile(file: Spreadsheet, request: unknown): FileAnswer {
  const parsed = parsedRequest(requests.makeFile, request);
  if ('answer' in parsed) return parsed.answer;
  const { request: _, sure, currency, ...wish } = parsed.value;
  if (!isCurrency(currency)) return invalid([{ field: 'currency', message: said().badCurrency(shortened(currency)) }]);
  if (!sure && !isInstalled()) return { status: 'unsure', copy: `${file.getUrl().split('/edit')[0]}/copy` };
  return madeOnce(file, parsed.value, (born) => {
    const region = keepable(wish.region).trim();
    const zone = file.getSpreadsheetTimeZone();
    const { url, title, lacking } = createWorkbookFile({ ...wish, region, currency }, zone, { born });
    return { title, url, lacking: lacking ?? null };
  });
}

/**
 * Notes in the regions tab what was made as a new file, where, when and by whom; makes the tab with the first of them:
 * `{request, region, planYear, language, url}`. A call of its own, so that the way to the file is shown whatever comes of it.
 */
export function listFile(file: Spreadsheet, request: unknown): ListAnswer {
  const parsed = parsedRequest(requests.listFile, request);
  if ('answer' in parsed) return parsed.answer;
  const { request: id, region, planYear, language, url } = parsed.value;
  const made = tabOfRole('made');
  if (!made) return { status: 'done' };
  try {
    const workbook = ourWorkbook(file);
    if (!workbook.sheets.has(made.tab.id)) {
      generate(file, { section: made.section.id, language: workbook.language ?? language });
    }
    const madeOn = Utilities.formatDate(new Date(), file.getSpreadsheetTimeZone(), 'yyyy-MM-dd');
    const answer = addRecords(file, {
      request: id,
      part: made.tab.id,
      records: [{ regionName: keepable(region).trim(), year: planYear, link: url, madeOn, madeBy: userEmail() }],
    });
    return answer.status === 'done' ? { status: 'done' } : refused(said().notListed(messageOf(answer)));
  } catch (error) {
    console.error(error);
    return refused(said().notListed(barredIn(file, error) ?? reasonIn(error, userLanguage())));
  }
}

const messageOf = (answer: Exclude<Answer, { status: 'done' }>): string =>
  answer.status === 'invalid' ? (answer.faults[0]?.message ?? answer.message) : answer.message;
