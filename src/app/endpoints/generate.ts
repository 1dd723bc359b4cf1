import { requests } from '../../model/schema';
import { type Generated, generate } from '../generate';
import { type Invalid, parsedRequest } from './request';

export type GenerateAnswer = ({ readonly status: 'done' } & Generated) | Invalid;

/** Generates the workbook, or brings it up to date: `{section, language, region, planYear, currency}`, all optional. */
export function generatePlan(request: unknown): GenerateAnswer {
  const parsed = parsedRequest(requests.generate, request);
  if ('answer' in parsed) return parsed.answer;
  return { status: 'done', ...generate(parsed.value) };
}
