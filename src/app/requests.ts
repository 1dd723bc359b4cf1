import * as z from 'zod/mini';
import { type FieldValue, isScalar, isScalars } from '../model/answer';
import { blockSize } from '../model/block';

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

const part = z.string;
const id = () => z.string().check(z.minLength(1), z.maxLength(100));
// Cells come by the ten thousand: one look at each.
const value = () => z.custom<FieldValue>((given) => isScalar(given) || isScalars(given));
const reason = () => z.string().check(z.maxLength(500));
const values = () => z.record(z.string(), value());
const block = <T extends z.ZodMiniType>(one: T) => z.array(one).check(z.minLength(1), z.maxLength(blockSize));

/** Headers of files, each with the cell key that it was matched to. */
export const keptColumns = shape(() => z.record(z.string(), z.string()));

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
  generate: shape(() =>
    z.strictObject({
      section: z.optional(z.string()),
      language: z.optional(z.enum(['zh', 'en'])),
      region: z.optional(z.string().check(z.maxLength(longestText))),
      planYear: z.optional(z.int().check(z.gte(2000), z.lte(2100))),
      currency: z.optional(z.string()),
      upgrade: z.optional(z.boolean()),
    }),
  ),
  save: shape(() =>
    z.strictObject({
      request: id(),
      part: part(),
      changes: z
        .array(z.strictObject({ record: z.string(), field: z.string(), from: value(), to: value() }))
        .check(z.minLength(1)),
      reason: z.optional(reason()),
    }),
  ),
  add: shape(() =>
    z.strictObject({ request: id(), part: part(), records: block(values()), reason: z.optional(reason()) }),
  ),
  remove: shape(() => z.strictObject({ request: id(), part: part(), records: block(z.string()) })),
  restore: shape(() =>
    z.strictObject({
      request: id(),
      part: part(),
      records: block(z.strictObject({ id: id(), values: values() })),
    }),
  ),
  import: shape(() =>
    z.strictObject({
      request: id(),
      part: part(),
      records: block(values()),
      confirmed: z.optional(z.boolean()),
      toFollow: z.optional(z.int().check(z.gte(0), z.lte(mostToFollow))),
    }),
  ),
  show: shape(() => z.strictObject({ part: part(), record: z.optional(id()), cell: z.optional(z.string()) })),
  recall: shape(() => z.strictObject({ part: part() })),
  remember: shape(() => z.strictObject({ part: part(), columns: keptColumns() })),
};

/** What a form sends to each endpoint; the sidebar's calls are typed by it. */
export interface Requests {
  readonly openPlan: null;
  readonly openPart: Fitting<typeof requests.open>;
  readonly checkParts: Fitting<typeof requests.check>;
  readonly generatePlan: Fitting<typeof requests.generate>;
  readonly saveRecord: Fitting<typeof requests.save>;
  readonly addRecords: Fitting<typeof requests.add>;
  readonly removeRecords: Fitting<typeof requests.remove>;
  readonly restoreRecords: Fitting<typeof requests.restore>;
  readonly importRecords: Fitting<typeof requests.import>;
  readonly showRecord: Fitting<typeof requests.show>;
  readonly selectedRecord: null;
  readonly workbookReader: null;
  readonly recallColumns: Fitting<typeof requests.recall>;
  readonly rememberColumns: Fitting<typeof requests.remember>;
}

/** Where a request is otherwise than it should be, `changes.0.field`, or `request` for the whole of it; or what it holds. */
export function read<T>(
  shapeOf: Shape<T>,
  request: unknown,
): { readonly value: T } | { readonly misfits: readonly string[] } {
  const { success, data, error } = shapeOf().safeParse(request);
  if (success) return { value: data };
  const places = error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path],
  );
  return { misfits: [...new Set(places.map((path) => path.join('.') || 'request'))] };
}
