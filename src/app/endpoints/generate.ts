import type { Answer } from '../../model/answer';
import { shortened } from '../../model/characters';
import { sections } from '../../sections';
import type { Spreadsheet } from '../../sheets/read';
import { isCurrency } from '../described';
import { type Generated, generate } from '../generate';
import { said } from '../language';
import { requests } from '../requests';
import { refusalOf } from '../version';
import { listSigned, workingSection } from '../working';
import { type Invalid, invalid, parsedRequest, refused } from './request';

export type GenerateAnswer = ({ readonly status: 'done' } & Generated) | Extract<Answer, { status: 'busy' }> | Invalid;

/**
 * Generates the workbook, or brings it up to date: `{section, language, region, planYear, currency, upgrade}`, all
 * optional; a section of '' is the tabs that are there. A workbook of an earlier version is touched only with `upgrade`,
 * one of a later version not at all.
 */
export function generatePlan(file: Spreadsheet, request: unknown): GenerateAnswer {
  const parsed = parsedRequest(requests.generate, request);
  if ('answer' in parsed) return parsed.answer;
  const { section, currency } = parsed.value;
  if (section && !sections.some(({ id }) => id === section))
    return invalid([{ message: said().unknownPart(shortened(section)) }]);
  if (currency !== undefined && !isCurrency(currency))
    return invalid([{ field: 'currency', message: said().badCurrency(shortened(currency)) }]);
  const done = generate(file, { ...parsed.value, show: true });
  if (!done) return { status: 'busy', message: said().busy };
  if ('refused' in done) return refused(refusalOf(done.refused));
  const hindrance = section === workingSection ? listSigned(file) : undefined;
  if (hindrance) return hindrance.status === 'busy' ? hindrance : refused(hindrance.message);
  return { status: 'done', ...done };
}
