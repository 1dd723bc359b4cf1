import type { Spreadsheet } from '../../sheets/read';
import type { Version } from '../kept';
import { requests } from '../requests';
import { keepValues, type ValuesAnswer } from '../signedValues';
import { type Difference, type Doubted, differences, reopen, type SignAnswer, sign, signingState } from '../signing';
import { type Signed, signedOf } from './open';
import { type Invalid, parsedRequest } from './request';

/** A version as the sidebar lists it. */
export type VersionLine = Omit<Version, 'checksum'>;

export interface SigningAnswer {
  readonly status: 'done';
  readonly signing: Signed | null;
  readonly planned: number | null;
  readonly doubts: readonly Doubted[];
  /** The last one first. */
  readonly versions: readonly VersionLine[];
  /** Whether the last version's values are those that were signed; null without one. */
  readonly isWhole: boolean | null;
  /** Values of signed versions that are not yet where headquarters reads them. */
  readonly lacking: number;
}

/** How the plan stands to being signed: what there is to know before and after. Writes nothing. */
export function readSigning(file: Spreadsheet): SigningAnswer {
  const { signing, planned, doubts, versions, isWhole, lacking } = signingState(file);
  const lines = versions.map(({ checksum: _, ...line }): VersionLine => line);
  return { status: 'done', signing: signedOf(signing), planned, doubts, versions: lines, isWhole, lacking };
}

/** Signs the plan, `{request, planned, reason}`: with doubts only for a reason, and only what whoever signs has seen. */
export function signPlan(file: Spreadsheet, request: unknown): SignAnswer {
  const parsed = parsedRequest(requests.sign, request);
  if ('answer' in parsed) return parsed.answer;
  const { request: id, planned, reason } = parsed.value;
  return sign(file, id, { planned, reason });
}

/** Opens the plan again, `{request, reason}`. */
export function reopenPlan(file: Spreadsheet, request: unknown): ReturnType<typeof reopen> {
  const parsed = parsedRequest(requests.reopen, request);
  if ('answer' in parsed) return parsed.answer;
  return reopen(file, parsed.value.request, parsed.value.reason);
}

/** Adds the next values of signed versions to those that headquarters reads, `{request}`; what is left is for further requests. */
export function keepSigned(file: Spreadsheet, request: unknown): ValuesAnswer {
  const parsed = parsedRequest(requests.keepSigned, request);
  return 'answer' in parsed ? parsed.answer : keepValues(file, parsed.value.request);
}

export type Compared = { readonly status: 'done'; readonly differences: readonly Difference[] } | Invalid;

/** What one version has otherwise than an earlier one, `{from, to}`; `to` null is the plan as it is now. Writes nothing. */
export function compareSigned(file: Spreadsheet, request: unknown): Compared {
  const parsed = parsedRequest(requests.compare, request);
  if ('answer' in parsed) return parsed.answer;
  return { status: 'done', differences: differences(file, parsed.value.from, parsed.value.to) };
}
