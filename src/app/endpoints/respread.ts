import type { Spreadsheet } from '../../sheets/read';
import { requests } from '../requests';
import { type ProposedRespread, proposedRespread } from '../respread';
import { type Invalid, parsedRequest } from './request';

/**
 * How what is followed would be spread anew, `{records, total}`: all stores where none are named; what months gone lacked
 * is carried forward where no total is given. Writes nothing: its changes are saved with a reason.
 */
export function proposeRespread(file: Spreadsheet, request: unknown): ProposedRespread | Invalid {
  const parsed = parsedRequest(requests.respread, request);
  return 'answer' in parsed ? parsed.answer : proposedRespread(file, parsed.value);
}
