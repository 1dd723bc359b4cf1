import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ImportFault } from '../../sidebar/import/fault';
import { faultText, noticeText } from '../../sidebar/import/words';
import { peopleListOf, unlisted } from '../../sidebar/intake/people';
import { meant } from '../../sidebar/planParts';
import type { Language } from '../../src/model/language';
import { filled } from '../../src/model/sentence';
import { bookFor } from '../book';
import { exportXlsx } from '../index';
import { bareRuntime } from '../realm';
import { aprilSections, broughtToApril, inApril } from '../sample/april';
import { samplePeople, samplePrefill } from '../sample/prefill';
import { type Complaint, complaintText } from './complaint';
import { type Options, optionsOf, type Place } from './options';
import { regionPlan } from './regionPlan';
import { requestFiles } from './request';
import { type ListFile, type Stores, storesIn } from './stores';
import { summaryText } from './summary';
import { words } from './text';
import { askedLine, takenLines } from './told';

/** Where the command finds what it works with, and how long it has been running, in seconds. */
export interface Surroundings extends Place {
  /** The built script. */
  readonly code: string;
  /** The sample's list of stores in a language. */
  readonly sample: (language: Language) => string;
  readonly seconds: () => number;
}

/** What the command says and how it ends. */
export interface Outcome {
  readonly said: readonly string[];
  readonly warned: readonly string[];
  readonly status: 0 | 1;
}

/** Runs the command: a region's workbook from a list of stores, or all that keeps it from being made. */
export async function generated(args: readonly string[], around: Surroundings): Promise<Outcome> {
  const asked = optionsOf(args, around);
  const text = words[asked.kind === 'do' ? asked.options.language : asked.language];
  if (asked.kind === 'help') return { said: [text.usage], warned: [], status: 0 };
  if (asked.kind === 'wrong') {
    const lines = asked.complaints.map((complaint) => complaintText(complaint, asked.language));
    return { said: [], warned: [...lines, text.seeHelp], status: 1 };
  }
  const { options } = asked;
  try {
    return await written(options, around);
  } catch (error) {
    return failed([complaintText({ code: 'failed', reason: reasonOf(error) }, options.language)], options.language);
  }
}

async function written(options: Options, around: Surroundings): Promise<Outcome> {
  const { language, region, year, target, isApril, out } = options;
  const sample = around.sample(language);
  const files = options.stores ?? [{ name: basename(sample), path: sample }];
  const file = files.map(({ name }) => name).join(' + ');
  const stores = await storesOf(files, options);
  if ('code' in stores) return failed([complaintText({ ...stores, file }, language)], language);
  // Of several files each thing that is said names its own.
  const inFile = (said: string): string => (files.length > 1 ? said : filled(words[language].inFile, { file, said }));
  const notices = stores.notices.map((notice) => inFile(noticeText(notice, language, stores.target)));
  if (stores.encoding !== undefined && stores.encoding !== 'utf-8') {
    notices.unshift(inFile(filled(words[language].readAs, { encoding: stores.encoding })));
  }
  const taken = options.stores === undefined ? [] : takenLines(stores, language);
  const wrong = [
    ...stores.complaints.map((complaint) => complaintText(complaint, language)),
    ...stores.faults.map((fault) => inFile(faultText(fault, language)) + answerTo(fault, language)),
    ...stores.questions.map((question) => inFile(askedLine(stores, question, language))),
  ];
  if (wrong.length > 0) return failed([...taken, ...notices, ...wrong], language);
  const sampled = options.stores === undefined ? samplePrefill(language) : [];
  const prefilled = [...(isApril ? inApril(sampled) : sampled)];
  const people = options.stores === undefined ? samplePeople(language) : peopleNamed(stores);
  if (options.stores !== undefined && people.length > 0) {
    const names = people.map((one) => one[meant('person')?.field.id ?? '']).join(words[language].columns.and);
    notices.push(inFile(filled(words[language].people, { names })));
  }
  if (target !== undefined) prefilled.push({ part: 'settings', record: 'settings', values: { companyTarget: target } });
  const needed = isApril ? aprilSections : [];
  const book = bookFor({ language, region, year, stores: stores.records, prefilled, people, needed });
  const code = readFileSync(around.code, 'utf8');
  const plan = regionPlan(book, code, stores.records.length);
  if (isApril) Array.from(broughtToApril(plan.workbook, { code, runtime: bareRuntime(code), language, year }));
  const { content, followUp } = /\.json$/i.test(out.name)
    ? requestFiles(book)
    : { content: await exportXlsx(plan.workbook), followUp: undefined };
  const next = { name: out.name.replace(/\.json$/i, '.fill.json'), path: out.path.replace(/\.json$/i, '.fill.json') };
  const made = [{ ...out, content }, ...(followUp === undefined ? [] : [{ ...next, content: followUp }])];
  for (const file of made) {
    const failure = saved(file.path, file.content);
    if (failure !== undefined) {
      return failed([complaintText({ code: 'unwritable', file: file.name, reason: failure }, language)], language);
    }
  }
  const said = [...taken, summaryText(plan, around.seconds(), language)];
  if (followUp !== undefined) said.push(filled(words[language].followUp, { file: basename(next.name) }));
  return { said, warned: notices, status: 0 };
}

/** People whom stores of a file name: without them in the list of people they would be in no table of theirs. */
function peopleNamed({ records, target }: Stores): readonly Readonly<Record<string, string>>[] {
  const person = meant('person');
  return person ? unlisted(records, target.tab, peopleListOf(person.tab, person.field), undefined).records : [];
}

async function storesOf(
  files: readonly ListFile[],
  { year, wishes }: Options,
): Promise<Stores | Pick<Complaint, 'code' | 'reason'>> {
  try {
    return await storesIn(files, year, wishes);
  } catch (error) {
    return { code: 'unreadable', reason: reasonOf(error) };
  }
}

/** The option that mends a fault, behind it. */
function answerTo(fault: ImportFault, language: Language): string {
  if (!('code' in fault)) return '';
  const { forAll, inEncoding } = words[language];
  if (fault.code === 'missingColumn') return filled(forAll, { field: fault.field });
  return fault.code === 'notEncoded' ? inEncoding : '';
}

function failed(lines: readonly string[], language: Language): Outcome {
  return { said: [], warned: [...lines, words[language].nothingWritten], status: 1 };
}

/** Written beside its place and then renamed, so that a file is there whole or not at all; the reason if it fails. */
function saved(path: string, content: Uint8Array | string): string | undefined {
  const draft = join(dirname(path), `.region-targets-${process.pid}.part`);
  try {
    writeFileSync(draft, content);
    renameSync(draft, path);
    return undefined;
  } catch (error) {
    rmSync(draft, { force: true });
    return reasonOf(error);
  }
}

/** `EACCES: permission denied` of a system's message, without the call and the draft's name that follow. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? (error.message.split(', ')[0] ?? error.message) : error.message;
}
