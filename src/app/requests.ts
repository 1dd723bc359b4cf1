import * as z from 'zod/mini';
import { type FieldValue, isScalar, isScalars, type Scalar } from '../model/answer';
import { blockSize } from '../model/block';
import { shortened, unkeptIn } from '../model/characters';
import { findingKinds } from '../model/finding';
import { dayOfIso } from '../model/value';

// Schemas that read one request each are not worth being compiled; a host may refuse code made from text.
z.config({ jitless: true });

/** The shape of a request: a schema that is built when the first one is read. */
export type Shape<T> = () => z.ZodMiniType<T>;

/** What fits a shape. */
type Fitting<S> = S extends Shape<infer T> ? T : never;

function shape<T>(build: () => z.ZodMiniType<T>): Shape<T> {
  let built: z.ZodMiniType<T> | undefined;
  return () => {
    built ??= build();
    return built;
  };
}

/** Longest text a cell is given: a cell holds 50,000 characters. */
const longestText = 20_000;

/** Most records that a request may announce: they cost empty rows until they come. */
const mostToFollow = 50_000;

/** Characters that a cell holds. */
const cellLength = 50_000;

/** Most fields that are given of one record: no part has so many. */
const mostFields = 500;

/** Most parts that one request changes: a plan has about so many. */
const mostParts = 40;

/** Ids of ours and of requests: short, and nothing unseen in them. */
const isId = (given: unknown): given is string =>
  typeof given === 'string' && given.length > 0 && given.length <= 100 && !/[\p{C}\p{Zl}\p{Zp}]/u.test(given);
const id = () => z.custom<string>(isId);
const part = id;
/** A line of text that goes into the log or a file's name. */
const line = (most: number) => z.custom<string>((given) => isLine(given, most));
const isLine = (given: unknown, most: number): given is string =>
  typeof given === 'string' && given.length <= most && unkeptIn(given) === undefined;

/** What is to stand in a cell, as it came: its field's rules say what is wrong with it. */
const isSent = (given: unknown): given is Scalar => isScalar(given) || typeof given === 'number';
const isSentValue = (given: unknown): given is FieldValue =>
  isSent(given) || (Array.isArray(given) && given.every(isSent));
/** What stands in a cell: no longer than one holds. */
const isHeld = (given: unknown): given is FieldValue =>
  (isScalar(given) || isScalars(given)) &&
  [given].flat().every((cell) => typeof cell !== 'string' || cell.length <= cellLength);
// Cells come by the ten thousand: one look at each.
const value = () => z.custom<FieldValue>(isSentValue);
const held = () => z.custom<FieldValue>(isHeld);
const reason = () => line(500);
/** `2027-03-16`. */
const day = () => z.custom<string>((given) => typeof given === 'string' && dayOfIso(given) !== undefined);
/** A cell of a tab, as `B7`. */
const cell = () => z.custom<string>((given) => typeof given === 'string' && /^[A-Z]{1,3}[1-9]\d{0,6}$/.test(given));
const values = () => z.record(id(), value()).check(z.refine((given) => Object.keys(given).length <= mostFields));
const changes = () =>
  z.array(z.strictObject({ record: id(), field: id(), from: held(), to: value() })).check(z.minLength(1));
const block = <T extends z.ZodMiniType>(one: T) => z.array(one).check(z.minLength(1), z.maxLength(blockSize));

/** What is noted of a file that was made. */
export const keptFile = shape(() =>
  z.strictObject({
    title: z.string(),
    url: z.string(),
    lacking: z.nullable(z.string()),
    pages: z.optional(z.number()),
    isPart: z.optional(z.literal(true)),
  }),
);

/** Headers of files, each with the cell key that it was matched to. */
export const keptColumns = shape(() => z.record(z.string(), z.string()));

/** Texts that were typed, by cell: as they came, since they are typed again into the same form. */
const texts = () => z.record(id(), z.string().check(z.maxLength(longestText)));

/** What of a draft is kept besides whose it is. */
const typed = () => ({
  /** As `2027-03-16T08:00:00.000Z`. */
  at: line(30),
  /** What the record was called; '' of a new one. */
  title: line(200),
  isNew: z.boolean(),
  edits: texts(),
  /** What stood in these cells when they were typed over. */
  was: z.record(id(), z.custom<Scalar>(isScalar)),
  /** The request that was sent and not answered, and the texts of it. */
  request: z.optional(id()),
  sent: z.optional(texts()),
});

/** What someone has typed into a form and not saved. */
export const keptDraft = shape(() => z.strictObject({ part: part(), record: id(), ...typed() }));
export type DraftKept = Fitting<typeof keptDraft>;

/** What the workbook said of itself, which is as long as a document's metadata may be. */
const registered = () => z.optional(z.string().check(z.maxLength(30_000)));

const planYear = () => z.int().check(z.gte(2000), z.lte(2100));
/** A region's workbook that is a file of its own. */
const newFile = () => ({
  region: line(longestText).check(z.refine((given) => given.trim() !== '')),
  planYear: planYear(),
  language: z.enum(['zh', 'en']),
});

/** What each endpoint takes: an object with these fields and no others. */
export const requests = {
  open: shape(() =>
    z.strictObject({
      part: part(),
      records: z.optional(z.array(id())),
      /** Of more records than `wholeTo` only these fields. */
      some: z.optional(z.strictObject({ fields: z.array(id()), wholeTo: z.int().check(z.gte(0)) })),
    }),
  ),
  check: shape(() => z.strictObject({ parts: z.array(part()).check(z.maxLength(6)) })),
  mend: shape(() =>
    z.strictObject({
      /** '' of what is about no tab. */
      tab: z.union([z.literal(''), id()]),
      kind: z.optional(z.enum(findingKinds)),
      cell: z.optional(cell()),
    }),
  ),
  generate: shape(() =>
    z.strictObject({
      /** '' for the tabs that are there. */
      section: z.optional(z.union([z.literal(''), id()])),
      language: z.optional(z.enum(['zh', 'en'])),
      region: z.optional(line(longestText)),
      planYear: z.optional(planYear()),
      currency: z.optional(id()),
      upgrade: z.optional(z.boolean()),
    }),
  ),
  makeFile: shape(() => z.strictObject({ request: id(), ...newFile(), currency: id(), sure: z.optional(z.boolean()) })),
  makeStorePages: shape(() =>
    z.strictObject({
      request: id(),
      /** '' for stores without one; all of the region's without this and `store`. */
      supervisor: z.optional(line(500)),
      /** One store by its key. */
      store: z.optional(line(500)),
      /** How many of them are in files before this one. */
      from: z.optional(z.int().check(z.gte(0), z.lte(mostToFollow))),
    }),
  ),
  makeNextYear: shape(() => z.strictObject({ request: id(), planYear: planYear(), sure: z.optional(z.boolean()) })),
  listFile: shape(() => z.strictObject({ request: id(), ...newFile(), url: line(2000) })),
  save: shape(() =>
    z.strictObject({
      request: id(),
      registered: registered(),
      part: part(),
      changes: changes(),
      reason: z.optional(reason()),
    }),
  ),
  saveParts: shape(() =>
    z.strictObject({
      request: id(),
      registered: registered(),
      parts: z
        .array(z.strictObject({ part: part(), changes: changes() }))
        .check(z.minLength(1), z.maxLength(mostParts)),
      reason: z.optional(reason()),
    }),
  ),
  add: shape(() =>
    z.strictObject({
      request: id(),
      registered: registered(),
      part: part(),
      records: block(values()),
      reason: z.optional(reason()),
    }),
  ),
  remove: shape(() => z.strictObject({ request: id(), registered: registered(), part: part(), records: block(id()) })),
  restore: shape(() =>
    z.strictObject({
      request: id(),
      registered: registered(),
      part: part(),
      records: block(z.strictObject({ id: id(), values: values() })),
    }),
  ),
  import: shape(() =>
    z.strictObject({
      request: id(),
      registered: registered(),
      part: part(),
      records: block(values()),
      confirmed: z.optional(z.boolean()),
      /** Why figures that are closed are corrected. */
      reason: z.optional(reason()),
      toFollow: z.optional(z.int().check(z.gte(0), z.lte(mostToFollow))),
    }),
  ),
  close: shape(() =>
    z.strictObject({
      request: id(),
      registered: registered(),
      part: part(),
      /** The month's row. */
      record: id(),
      /** Why it is opened again; left out to close it. */
      reason: z.optional(reason()),
    }),
  ),
  log: shape(() =>
    z.strictObject({
      part: z.optional(part()),
      record: z.optional(id()),
      who: z.optional(line(320)),
      since: z.optional(day()),
      until: z.optional(day()),
      skip: z.int().check(z.gte(0)),
    }),
  ),
  undo: shape(() =>
    z.strictObject({
      request: id(),
      part: part(),
      /** What the log knows the request by. */
      logged: line(200),
      record: id(),
      fields: z.optional(z.array(id()).check(z.minLength(1), z.maxLength(mostFields))),
      reason: z.optional(reason()),
    }),
  ),
  undoRequest: shape(() => z.strictObject({ request: id(), logged: line(200), reason: z.optional(reason()) })),
  purge: shape(() => z.strictObject({ before: day() })),
  sign: shape(() =>
    z.strictObject({
      request: id(),
      /** What the plan adds up to, as whoever signs has seen it. */
      planned: z.nullable(z.number()),
      /** Why, although there are doubts. */
      reason: z.optional(reason()),
    }),
  ),
  reopen: shape(() => z.strictObject({ request: id(), reason: reason() })),
  putYearBack: shape(() => z.strictObject({ request: id(), from: planYear(), to: planYear() })),
  keepYear: shape(() => z.strictObject({ request: id(), year: planYear() })),
  keepSigned: shape(() => z.strictObject({ request: id() })),
  compare: shape(() =>
    z.strictObject({
      from: z.int().check(z.gte(1)),
      /** Null for the plan as it is now. */
      to: z.nullable(z.int().check(z.gte(1))),
    }),
  ),
  respread: shape(() =>
    z.strictObject({
      records: z.optional(z.array(id()).check(z.minLength(1))),
      /** What the stores' years are to come to; left out, what months gone lacked is carried forward. */
      total: z.optional(z.number().check(z.gte(0))),
    }),
  ),
  show: shape(() =>
    z.strictObject({ part: part(), record: z.optional(id()), cell: z.optional(id()), at: z.optional(cell()) }),
  ),
  keep: shape(() => z.strictObject({ part: part(), record: id(), draft: z.optional(z.strictObject(typed())) })),
  recall: shape(() => z.strictObject({ part: part() })),
  remember: shape(() => z.strictObject({ part: part(), columns: keptColumns() })),
};

/** What a form sends to each endpoint; the sidebar's calls are typed by it. */
export interface Requests {
  readonly openPlan: null;
  readonly openPart: Fitting<typeof requests.open>;
  readonly checkParts: Fitting<typeof requests.check>;
  readonly listFindings: null;
  readonly mendFindings: Fitting<typeof requests.mend>;
  readonly generatePlan: Fitting<typeof requests.generate>;
  readonly makeFile: Fitting<typeof requests.makeFile>;
  readonly readNextYear: null;
  readonly readStorePages: null;
  readonly makeStorePages: Fitting<typeof requests.makeStorePages>;
  readonly makeNextYear: Fitting<typeof requests.makeNextYear>;
  readonly listFile: Fitting<typeof requests.listFile>;
  readonly saveRecord: Fitting<typeof requests.save>;
  readonly saveParts: Fitting<typeof requests.saveParts>;
  readonly addRecords: Fitting<typeof requests.add>;
  readonly removeRecords: Fitting<typeof requests.remove>;
  readonly restoreRecords: Fitting<typeof requests.restore>;
  readonly importRecords: Fitting<typeof requests.import>;
  readonly closeMonth: Fitting<typeof requests.close>;
  readonly readLog: Fitting<typeof requests.log>;
  readonly undoLogged: Fitting<typeof requests.undo>;
  readonly undoRequest: Fitting<typeof requests.undoRequest>;
  readonly purgeLog: Fitting<typeof requests.purge>;
  readonly readFollowing: null;
  readonly putYearBack: Fitting<typeof requests.putYearBack>;
  readonly keepYear: Fitting<typeof requests.keepYear>;
  readonly readSigning: null;
  readonly signPlan: Fitting<typeof requests.sign>;
  readonly reopenPlan: Fitting<typeof requests.reopen>;
  readonly keepSigned: Fitting<typeof requests.keepSigned>;
  readonly compareSigned: Fitting<typeof requests.compare>;
  readonly proposeRespread: Fitting<typeof requests.respread>;
  readonly showRecord: Fitting<typeof requests.show>;
  readonly selectedRecord: null;
  readonly workbookReader: null;
  readonly recallDrafts: null;
  readonly keepDraft: Fitting<typeof requests.keep>;
  readonly recallColumns: Fitting<typeof requests.recall>;
  readonly rememberColumns: Fitting<typeof requests.remember>;
}

/** Places that are named of a request that is otherwise than it should be. */
const mostPlaces = 10;

/**
 * Where a request is otherwise than it should be, `changes.0.field`, or `request` for the whole of it; or what it holds.
 * Of what was sent no more than a word is said back.
 */
export function read<T>(
  shapeOf: Shape<T>,
  request: unknown,
): { readonly value: T } | { readonly misfits: readonly string[] } {
  const { success, data, error } = shapeOf().safeParse(request);
  if (success) return { value: data };
  const places = error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.slice(0, mostPlaces).map((key) => [...issue.path, key])
      : [issue.path],
  );
  const named = places.map((path) => path.map((key) => shortened(String(key))).join('.') || 'request');
  return { misfits: [...new Set(named)].slice(0, mostPlaces) };
}
