import type { Answer } from '../../model/answer';
import { requests } from '../../model/schema';
import { locked } from '../../sheets/lock';
import type { Spreadsheet } from '../../sheets/read';
import { type Generated, generate } from '../generate';
import { said } from '../language';
import { type Invalid, parsedRequest } from './request';

export type GenerateAnswer = ({ readonly status: 'done' } & Generated) | Extract<Answer, { status: 'busy' }> | Invalid;

/** Generates the workbook, or brings it up to date: `{section, language, region, planYear, currency}`, all optional. */
export function generatePlan(file: Spreadsheet, request: unknown): GenerateAnswer {
  const parsed = parsedRequest(requests.generate, request);
  if ('answer' in parsed) return parsed.answer;
  const done = locked(() => generate(file, { ...parsed.value, show: true }));
  if (!done) return { status: 'busy', message: said().busy };
  return { status: 'done', ...done };
}
