import * as z from 'zod/mini';
import type { DraftKept, Requests } from '../src/app/requests';
import { type FieldValue, isScalar, isScalars, type Scalar } from '../src/model/answer';
import { findingKinds } from '../src/model/finding';
import { statuses as paces } from '../src/model/pace';
import type { FaultName } from '../src/model/rules';
import { isFaultName } from '../src/model/ruleText';
import { type AnswerOf, NoAnswer } from './wire';

// The frame may refuse code that is made from text.
z.config({ jitless: true });

// Cells come by the ten thousand: one look at each.
const cells = () => z.custom<readonly Scalar[]>(isScalars);
const value = () => z.custom<FieldValue>((given) => isScalar(given) || isScalars(given));
const texts = () => z.array(z.string());
const done = () => z.literal('done');
const language = () => z.enum(['zh', 'en']);

const busy = () => z.object({ status: z.literal('busy'), message: z.string() });
const invalid = () =>
  z.object({
    status: z.literal('invalid'),
    message: z.string(),
    faults: z.array(
      z.object({
        record: z.exactOptional(z.string()),
        field: z.exactOptional(z.string()),
        message: z.string(),
        lacks: z.exactOptional(z.literal('reason')),
      }),
    ),
  });

const signedPlan = () =>
  z.nullable(
    z.object({
      version: z.number(),
      on: z.string(),
      by: z.string(),
      opened: z.nullable(z.object({ on: z.string(), by: z.string(), why: z.string() })),
    }),
  );
const madeFile = () =>
  z.object({ status: done(), title: z.string(), url: z.string(), lacking: z.nullable(z.string()) });
const doubts = () => z.array(z.object({ part: z.string(), message: z.string() }));
const signedNow = () => z.object({ status: done(), version: z.number() });

const written = () =>
  z.union([
    z.object({
      status: done(),
      records: texts(),
      added: z.exactOptional(texts()),
      message: z.exactOptional(z.string()),
      changes: z.exactOptional(
        z.array(z.object({ record: z.string(), field: z.string(), from: value(), to: value() })),
      ),
    }),
    busy(),
    z.object({ status: z.literal('signed'), message: z.string() }),
    z.object({
      status: z.literal('conflict'),
      message: z.string(),
      conflicts: z.array(
        z.object({
          record: z.string(),
          field: z.string(),
          from: value(),
          to: value(),
          now: value(),
          by: z.exactOptional(z.object({ who: z.string(), at: z.string() })),
        }),
      ),
    }),
    z.object({ status: z.literal('gone'), message: z.string(), records: texts() }),
    invalid(),
    z.object({
      status: z.literal('confirm'),
      message: z.string(),
      jumps: z.array(z.object({ record: z.string(), field: z.string(), from: z.number(), to: z.number() })),
    }),
  ]);

const yearOfMonths = () => z.object({ year: z.number(), months: z.array(z.number()) });

const partCells = () => ({
  part: z.string(),
  ids: texts(),
  columns: z.record(z.string(), cells()),
  typed: z.record(z.string(), z.array(z.number())),
  faults: z.array(
    z.object({
      record: z.string(),
      field: z.string(),
      rule: z.custom<FaultName>(isFaultName),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  fields: z.exactOptional(texts()),
});
const statuses = () =>
  z.array(z.object({ part: z.string(), records: z.number(), filled: z.number(), of: z.number(), faults: z.number() }));
const logLines = () =>
  z.array(
    z.object({
      request: z.string(),
      at: z.string(),
      who: z.string(),
      mine: z.boolean(),
      part: z.string(),
      record: z.string(),
      name: z.nullable(z.string()),
      what: z.enum(['changed', 'added', 'removed', 'purged', 'lost']),
      state: z.string(),
      reason: z.nullable(z.string()),
      together: z.number(),
      changes: z.array(z.object({ field: z.string(), from: value(), to: value() })),
      formulas: z.array(z.object({ key: z.string(), formula: z.string() })),
    }),
  );
const scalar = () => z.custom<Scalar>(isScalar);
const typedTexts = () => z.record(z.string(), z.string());
const draftsKept = () =>
  z.array(
    z.object({
      part: z.string(),
      record: z.string(),
      at: z.string(),
      title: z.string(),
      isNew: z.boolean(),
      edits: typedTexts(),
      was: z.record(z.string(), scalar()),
      request: z.optional(z.string()),
      sent: z.optional(typedTexts()),
    }),
  );
const found = () =>
  z.array(
    z.object({
      kind: z.enum(findingKinds),
      tab: z.string(),
      title: z.string(),
      message: z.string(),
      count: z.number(),
      cells: z.array(
        z.object({ cell: z.string(), record: z.exactOptional(z.string()), field: z.exactOptional(z.string()) }),
      ),
    }),
  );
const recalled = () => z.union([z.object({ status: done(), columns: z.record(z.string(), z.string()) }), invalid()]);

const monthOf = () => ({ month: z.number(), record: z.string() });

/**
 * What each endpoint answers, each schema built when its first answer is read. A page that was opened before the script
 * changed may get an answer of another form: it is told from none.
 */
export const answers: { readonly [Name in keyof Requests]: () => z.ZodMiniType<AnswerOf<Name>> } = {
  openPlan: () =>
    z.object({
      status: done(),
      language: language(),
      workbook: z.nullable(language()),
      standing: z.enum(['earlier', 'current', 'later']),
      signing: signedPlan(),
      registered: z.string(),
      present: texts(),
      checked: statuses(),
      figures: z.array(z.object(partCells())),
    }),
  openPart: () => z.union([z.object({ status: done(), registered: z.string(), ...partCells() }), invalid()]),
  checkParts: () => z.union([z.object({ status: done(), checked: statuses() }), invalid()]),
  recallDrafts: () => z.object({ status: done(), owner: z.nullable(z.string()), drafts: draftsKept() }),
  keepDraft: () => z.union([z.object({ status: done(), kept: z.boolean() }), invalid()]),
  listFindings: () => z.union([z.object({ status: done(), found: found() }), invalid()]),
  mendFindings: () => z.union([z.object({ status: done(), made: texts(), changed: z.number() }), busy(), invalid()]),
  generatePlan: () =>
    z.union([
      z.object({ status: done(), language: language(), made: texts(), changed: z.number() }),
      busy(),
      invalid(),
    ]),
  makeFile: () => z.union([madeFile(), z.object({ status: z.literal('unsure'), copy: z.string() }), busy(), invalid()]),
  readStorePages: () =>
    z.union([
      z.object({
        status: done(),
        supervisors: z.array(z.object({ name: z.string(), stores: z.number(), isShared: z.boolean() })),
        stores: z.number(),
        most: z.number(),
        isFollowed: z.boolean(),
        through: z.nullable(z.string()),
      }),
      invalid(),
    ]),
  makeStorePages: () =>
    z.union([
      z.object({
        status: done(),
        title: z.string(),
        pages: z.number(),
        url: z.string(),
        pdf: z.string(),
        xlsx: z.string(),
        lacking: z.nullable(z.string()),
      }),
      busy(),
      invalid(),
    ]),
  readNextYear: () => {
    const store = () => ({ key: z.string(), name: z.string() });
    return z.union([
      z.object({
        status: done(),
        region: z.string(),
        planYear: z.number(),
        language: language(),
        isFollowed: z.boolean(),
        told: z.object({
          stores: z.number(),
          closed: z.array(z.object({ ...store(), on: z.string() })),
          nameless: z.number(),
          forecast: z.array(z.object({ ...store(), knownMonths: z.number(), months: z.number() })),
          unknown: z.array(z.object(store())),
          later: z.number(),
          through: z.nullable(z.string()),
          pastMonths: z.nullable(z.number()),
          records: z.record(z.string(), z.number()),
        }),
      }),
      invalid(),
    ]);
  },
  makeNextYear: () => z.union([madeFile(), z.object({ status: z.literal('unsure') }), busy(), invalid()]),
  listFile: () => z.union([z.object({ status: done() }), invalid()]),
  saveRecord: written,
  saveParts: written,
  addRecords: written,
  removeRecords: written,
  restoreRecords: written,
  importRecords: written,
  closeMonth: written,
  readLog: () =>
    z.union([z.object({ status: done(), lines: logLines(), more: z.boolean(), people: texts() }), invalid()]),
  undoLogged: written,
  undoRequest: written,
  purgeLog: () => z.union([z.object({ status: done(), purged: z.number() }), busy(), invalid()]),
  putYearBack: written,
  keepYear: written,
  readFollowing: () => {
    const store = () =>
      z.object({
        record: z.string(),
        key: z.string(),
        name: z.string(),
        gap: z.number(),
        achievement: z.nullable(z.number()),
      });
    const figure = () => z.nullable(z.number());
    return z.object({
      status: done(),
      yearMoved: z.nullable(z.object({ from: z.number(), to: z.number(), who: z.string() })),
      overdue: z.number(),
      soon: z.number(),
      due: z.array(
        z.object({
          part: z.string(),
          record: z.string(),
          name: z.string(),
          dueOn: z.string(),
          owner: z.string(),
          what: z.string(),
          isOverdue: z.boolean(),
        }),
      ),
      through: z.nullable(z.string()),
      pace: z.nullable(z.enum(paces)),
      toOpen: z.number(),
      region: z.nullable(
        z.object({
          year: figure(),
          due: figure(),
          covered: figure(),
          actual: figure(),
          achievement: figure(),
          gap: figure(),
          coverage: figure(),
          used: figure(),
          signedYear: figure(),
        }),
      ),
      stores: z.object({ green: z.number(), amber: z.number(), red: z.number(), missing: z.number() }),
      worst: z.array(store()),
      unacted: z.array(store()),
      unactedCount: z.number(),
      months: z.array(z.object({ month: z.number(), lacking: z.number() })),
      closing: z.nullable(
        z.object({
          part: z.string(),
          toClose: z.array(z.object(monthOf())),
          closed: z.array(z.object({ ...monthOf(), on: z.string() })),
          changed: z.array(z.object({ ...monthOf(), by: z.number() })),
          unknown: z.array(z.object(monthOf())),
        }),
      ),
    });
  },
  readSigning: () =>
    z.object({
      status: done(),
      signing: signedPlan(),
      planned: z.nullable(z.number()),
      doubts: doubts(),
      versions: z.array(
        z.object({
          version: z.number(),
          signedOn: z.string(),
          signedBy: z.string(),
          reason: z.string(),
          openedOn: z.string(),
          openedBy: z.string(),
          openedFor: z.string(),
        }),
      ),
      isWhole: z.nullable(z.boolean()),
      lacking: z.number(),
    }),
  signPlan: () =>
    z.union([
      signedNow(),
      z.object({ status: z.literal('doubtful'), message: z.string(), doubts: doubts() }),
      busy(),
      invalid(),
    ]),
  reopenPlan: () => z.union([signedNow(), busy(), invalid()]),
  keepSigned: () => z.union([z.object({ status: done(), kept: z.number(), left: z.number() }), busy(), invalid()]),
  proposeRespread: () =>
    z.union([
      z.object({
        status: done(),
        part: z.string(),
        amount: z.number(),
        years: z.array(
          z.object({
            record: z.string(),
            key: z.string(),
            name: z.string(),
            signed: z.nullable(z.number()),
            before: yearOfMonths(),
            after: yearOfMonths(),
          }),
        ),
        region: z.object({ signed: z.number(), before: z.number(), after: z.number() }),
        changes: z.array(z.object({ record: z.string(), field: z.string(), from: value(), to: value() })),
        cells: z.number(),
        notClosed: z.array(z.number()),
        unknown: z.number(),
        dropped: z.number(),
      }),
      invalid(),
    ]),
  compareSigned: () =>
    z.union([
      z.object({
        status: done(),
        differences: z.array(
          z.object({
            part: z.string(),
            name: z.string(),
            from: z.nullable(z.number()),
            to: z.nullable(z.number()),
            months: z.array(z.number()),
          }),
        ),
      }),
      invalid(),
    ]),
  showRecord: () =>
    z.union([z.object({ status: done() }), z.object({ status: z.literal('gone'), message: z.string() }), invalid()]),
  selectedRecord: () =>
    z.union([
      z.object({ status: done(), part: z.string(), record: z.string(), cell: z.nullable(z.string()) }),
      z.object({ status: z.literal('none') }),
    ]),
  workbookReader: () => z.object({ status: done(), script: z.string() }),
  recallColumns: recalled,
  rememberColumns: () => z.union([...recalled().def.options, busy()]),
};

/** Drafts as a browser has kept them, as JSON; none of what cannot be read. */
export function draftsRead(text: string | null): readonly DraftKept[] {
  try {
    const { success, data } = draftsKept().safeParse(JSON.parse(text ?? '[]'));
    return success ? data : [];
  } catch {
    return [];
  }
}

/** Reads what an endpoint answered; throws NoAnswer where it is not of the form that this page knows. */
export function reader<Name extends keyof Requests>(name: Name): (given: unknown) => AnswerOf<Name> {
  let schema: z.ZodMiniType<AnswerOf<Name>> | undefined;
  return (given) => {
    schema ??= answers[name]();
    const { success, data, error } = schema.safeParse(given);
    if (success) return data;
    console.error(`${name}: ${error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join(', ')}`);
    throw new NoAnswer('failed');
  };
}
