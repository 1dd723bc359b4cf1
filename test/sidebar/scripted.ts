import { createStore } from '../../sidebar/store';
import { NoAnswer, type Server } from '../../sidebar/wire';
import type { PartCells } from '../../src/app/endpoints/open';
import type { Requests } from '../../src/app/requests';
import { type Answer, type Change, isScalars, type Scalar } from '../../src/model/answer';
import { cells } from './kit';

type Answered = Answer | NoAnswer;

export const done = (...records: string[]): Answer => ({ status: 'done', records });

export const two = cells('stores', {
  r1: { storeId: 'S1', name: 'One', ownership: 'franchised' },
  r2: { storeId: 'S2', name: 'Two', ownership: 'franchised' },
});

/** What the add-on answers of a part: the records asked for, and of many only some fields. */
export function opened(all: PartCells, { records, some }: Requests['openPart']): PartCells {
  const places = all.ids.flatMap((id, place) => (records === undefined || records.includes(id) ? [place] : []));
  const fields = some && places.length > some.wholeTo ? some.fields : undefined;
  const sent = <T>(columns: Readonly<Record<string, T>>): readonly (readonly [string, T])[] =>
    Object.entries(columns).filter(([key]) => fields?.includes(key.split('.')[0] ?? '') ?? true);
  const columns: Record<string, readonly Scalar[]> = {};
  for (const [key, column] of sent(all.columns)) columns[key] = places.map((place) => column[place] ?? null);
  const typed: Record<string, readonly number[]> = {};
  for (const [key, over] of sent(all.typed))
    typed[key] = places.flatMap((place, index) => (over.includes(place) ? [index] : []));
  const ids = places.map((place) => all.ids[place] ?? '');
  return { ...all, ids, columns, typed, ...(fields && { fields }) };
}

/** What stands in the workbook after some changes of its records, and with some more of them. */
function changed(all: PartCells, changes: readonly Change[], added: readonly string[]): PartCells {
  const ids = [...all.ids, ...added.filter((id) => !all.ids.includes(id))];
  const columns: Record<string, readonly Scalar[]> = {};
  for (const [key, column] of Object.entries(all.columns)) {
    const cells = ids.map((_, place) => column[place] ?? null);
    for (const { record, field, to } of changes) {
      const [name, cell = '1'] = key.split('.');
      if (name === field) cells[ids.indexOf(record)] = isScalars(to) ? (to[Number(cell) - 1] ?? null) : to;
    }
    columns[key] = cells;
  }
  return { ...all, ids, columns };
}

const isChanges = (asked: unknown): asked is readonly Change[] => Array.isArray(asked);

/** What a request that is answered asks to be changed, or was answered to have been, and what it added. */
function writtenBy(
  request: unknown,
  answer: Answer,
): { readonly changes: readonly Change[]; readonly added: readonly string[] } {
  if (answer.status !== 'done') return { changes: [], added: [] };
  const asked = typeof request === 'object' && request !== null && 'changes' in request ? request.changes : undefined;
  return { changes: answer.changes ?? (isChanges(asked) ? asked : []), added: answer.added ?? [] };
}

/**
 * A sidebar, what was sent, in order, and answers to come; an endpoint that has none left answers done. `stores` is what
 * stands in the workbook, `figures` what stands there of other parts.
 */
export function scripted(
  answers: Partial<Record<keyof Requests, Answered[]>> = {},
  stores: () => PartCells = () => two,
  figures: () => readonly PartCells[] = () => [],
) {
  const sent: { readonly name: keyof Requests; readonly request: unknown }[] = [];
  let written: { readonly over: PartCells; readonly now: PartCells } | undefined;
  // What a test says of the workbook goes before what was written into it.
  const standing = (): PartCells => (written?.over === stores() ? written.now : stores());
  const next = async (name: keyof Requests, request: unknown): Promise<Answer> => {
    sent.push({ name, request });
    const answer = answers[name]?.shift() ?? done('r1');
    if (answer instanceof NoAnswer) throw answer;
    const { changes, added } = writtenBy(request, answer);
    if (changes.length + added.length > 0) written = { over: stores(), now: changed(standing(), changes, added) };
    return answer;
  };
  const server: Server = {
    openPlan: async () => ({
      status: 'done',
      language: 'en',
      workbook: 'en',
      standing: 'current',
      signing: null,
      registered: '',
      present: ['stores', ...figures().map(({ part }) => part)],
      checked: [],
      figures: figures(),
    }),
    checkParts: async () => ({ status: 'done', checked: [] }),
    openPart: async (request) => {
      await next('openPart', request);
      const part = figures().find(({ part: id }) => id === request.part) ?? standing();
      return { status: 'done', registered: '', ...opened(part, request) };
    },
    recallDrafts: async () => ({ status: 'done', owner: null, drafts: [] }),
    keepDraft: async () => ({ status: 'done', kept: true }),
    listFindings: async () => ({ status: 'done', found: [] }),
    mendFindings: async () => ({ status: 'done', made: [], changed: 0 }),
    generatePlan: async () => ({ status: 'done', language: 'en', made: [], changed: 0 }),
    makeFile: async () => ({ status: 'done', title: 'East 2027', url: 'https://file', lacking: null }),
    readStorePages: async () => ({ status: 'invalid', message: '', faults: [] }),
    makeStorePages: async () => ({ status: 'invalid', message: '', faults: [] }),
    readNextYear: async () => ({ status: 'invalid', message: '', faults: [] }),
    makeNextYear: async () => ({ status: 'unsure' }),
    listFile: async () => ({ status: 'done' }),
    saveRecord: (request) => next('saveRecord', request),
    saveParts: (request) => next('saveParts', request),
    addRecords: (request) => next('addRecords', request),
    removeRecords: (request) => next('removeRecords', request),
    restoreRecords: (request) => next('restoreRecords', request),
    importRecords: (request) => next('importRecords', request),
    closeMonth: (request) => next('closeMonth', request),
    readLog: async () => ({ status: 'done', lines: [], more: false, people: [] }),
    undoLogged: (request) => next('undoLogged', request),
    undoRequest: (request) => next('undoRequest', request),
    purgeLog: async () => ({ status: 'done', purged: 0 }),
    putYearBack: (request) => next('putYearBack', request),
    keepYear: (request) => next('keepYear', request),
    readFollowing: async () => ({
      status: 'done',
      yearMoved: null,
      overdue: 0,
      soon: 0,
      due: [],
      through: null,
      region: null,
      pace: null,
      toOpen: 0,
      stores: { green: 0, amber: 0, red: 0, missing: 0 },
      worst: [],
      unacted: [],
      unactedCount: 0,
      months: [],
      closing: null,
    }),
    readSigning: async () => ({
      status: 'done',
      signing: null,
      planned: 0,
      doubts: [],
      versions: [],
      isWhole: null,
      lacking: 0,
    }),
    signPlan: async () => ({ status: 'done', version: 1 }),
    reopenPlan: async () => ({ status: 'done', version: 1 }),
    keepSigned: async () => ({ status: 'done', kept: 0, left: 0 }),
    proposeRespread: async () => ({ status: 'invalid', message: 'Not signed', faults: [] }),
    compareSigned: async () => ({ status: 'done', differences: [] }),
    showRecord: async () => ({ status: 'done' }),
    selectedRecord: async () => ({ status: 'none' }),
    workbookReader: async () => ({ status: 'done', script: '' }),
    recallColumns: async () => ({ status: 'done', columns: {} }),
    rememberColumns: async () => ({ status: 'done', columns: {} }),
  };
  let count = 0;
  const store = createStore(server, 'en', () => {
    count += 1;
    return `q${count}`;
  });
  const named = (name: keyof Requests) => sent.filter((call) => call.name === name).map(({ request }) => request);
  const writes = () => sent.filter(({ name }) => name !== 'openPart');
  return { store, writes, named };
}

/** Lets everything run that needs no more than answers; pauses are over at once. */
export const settle = (): Promise<void> => jest.advanceTimersByTimeAsync(10_000).then(() => undefined);
