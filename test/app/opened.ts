import * as z from 'zod/mini';
import type { Addon } from '../../host/addon';

const faultNames = [
  'locked',
  'needed',
  'text',
  'number',
  'whole',
  'date',
  'tick',
  'choice',
  'atLeast',
  'above',
  'atMost',
  'notBefore',
  'unique',
  'error',
] as const;

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const cells = z.object({
  part: z.string(),
  ids: z.array(z.string()),
  columns: z.record(z.string(), z.array(scalar)),
  typed: z.record(z.string(), z.array(z.number())),
  faults: z.array(
    z.object({
      record: z.string(),
      field: z.string(),
      rule: z.enum(faultNames),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
});
const statuses = z.array(
  z.object({ part: z.string(), records: z.number(), filled: z.number(), of: z.number(), faults: z.number() }),
);
const opened = z.object({
  status: z.literal('done'),
  language: z.string(),
  workbook: z.nullable(z.string()),
  standing: z.string(),
  present: z.array(z.string()),
  checked: statuses,
  figures: z.array(cells),
});
const checked = z.object({ status: z.literal('done'), checked: statuses });

/** What the sidebar shows first. */
export const openPlan = (addon: Addon): z.infer<typeof opened> => opened.parse(addon.run('openPlan'));
/** A part with its records, cell by cell. */
export const openPart = (addon: Addon, request: object): z.infer<typeof cells> =>
  cells.parse(addon.run('openPart', request));
/** How far parts are. */
export const checkParts = (addon: Addon, ...parts: string[]): z.infer<typeof statuses> =>
  checked.parse(addon.run('checkParts', { parts })).checked;
