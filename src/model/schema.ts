import * as z from 'zod/mini';
import type { ChoiceList, Field, Kind } from './field';
import { dayOfIso } from './value';

z.config({ jitless: true });

/** Longest text a cell is given: a cell holds 50,000 characters. */
const longest = 20_000;

const text = z.string().check(z.maxLength(longest));

function numberSchema(field: Field): z.ZodMiniType<number> {
  const whole = field.kind === 'count' || field.kind === 'year';
  return z.number().check(
    z.refine((value) => Number.isFinite(value) && (!whole || Number.isInteger(value))),
    z.refine((value) => field.min === undefined || (field.above ? value > field.min : value >= field.min)),
    z.refine((value) => field.max === undefined || value <= field.max),
  );
}

const kinds: Readonly<Record<Kind, (field: Field, lists: ReadonlyMap<string, ChoiceList>) => z.ZodMiniType>> = {
  text: () => text,
  longText: () => text,
  person: () => text,
  money: numberSchema,
  price: numberSchema,
  number: numberSchema,
  decimal: numberSchema,
  count: numberSchema,
  rate: numberSchema,
  growth: numberSchema,
  months: numberSchema,
  index: numberSchema,
  year: numberSchema,
  tick: () => z.boolean(),
  date: () => z.string().check(z.refine((value) => dayOfIso(value) !== undefined)),
  choice: (field, lists) =>
    field.open ? text : z.enum((lists.get(field.list ?? '')?.choices ?? []).map((choice) => choice.id)),
};

/** The schema of a field's value: null for blank (unless required), a list for a field of several cells. */
export function fieldSchema(field: Field, lists: ReadonlyMap<string, ChoiceList>): z.ZodMiniType {
  const one = kinds[field.kind](field, lists);
  const blankOr = field.required ? one : z.nullable(one);
  return field.cells === undefined ? blankOr : z.array(z.nullable(one)).check(z.length(field.cells));
}

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const value = z.union([scalar, z.array(scalar)]);
const request = z.string().check(z.minLength(1), z.maxLength(100));
const part = z.string();

/** What each endpoint takes. */
export const requests = {
  list: z.object({ part }),
  read: z.object({ part, record: z.string() }),
  save: z.object({
    request,
    part,
    changes: z.array(z.object({ record: z.string(), field: z.string(), from: value, to: value })).check(z.minLength(1)),
  }),
  add: z.object({
    request,
    part,
    records: z.array(z.record(z.string(), value)).check(z.minLength(1), z.maxLength(500)),
  }),
  remove: z.object({ request, part, records: z.array(z.string()).check(z.minLength(1), z.maxLength(500)) }),
  import: z.object({
    request,
    part,
    records: z.array(z.record(z.string(), value)).check(z.minLength(1), z.maxLength(500)),
    confirmed: z.optional(z.boolean()),
  }),
  generate: z.object({
    section: z.optional(z.string()),
    language: z.optional(z.enum(['zh', 'en'])),
    region: z.optional(text),
    planYear: z.optional(z.number().check(z.refine((year) => Number.isInteger(year) && year >= 2000 && year <= 2100))),
    currency: z.optional(z.string()),
  }),
};
