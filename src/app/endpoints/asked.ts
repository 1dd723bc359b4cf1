import * as z from 'zod/mini';
import type { requests } from '../../model/schema';

const part = z.string();
const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const id = z.string().check(z.minLength(1), z.maxLength(100));

/** What the sidebar's own endpoints take. */
export const asked = {
  open: z.object({ part, records: z.optional(z.array(id)) }),
  check: z.object({ parts: z.array(part).check(z.maxLength(6)) }),
  restore: z.object({
    request: id,
    part,
    records: z
      .array(z.object({ id, values: z.record(z.string(), z.union([cell, z.array(cell)])) }))
      .check(z.minLength(1), z.maxLength(500)),
  }),
  show: z.object({ part, record: z.optional(id), cell: z.optional(z.string()) }),
  recall: z.object({ part }),
  remember: z.object({ part, columns: z.record(z.string(), z.string()) }),
};

/** What a form sends to each endpoint; the sidebar's calls are typed by it. */
export interface Requests {
  readonly openPlan: null;
  readonly openPart: z.infer<typeof asked.open>;
  readonly checkParts: z.infer<typeof asked.check>;
  readonly generatePlan: z.infer<typeof requests.generate>;
  readonly saveRecord: z.infer<typeof requests.save>;
  readonly addRecords: z.infer<typeof requests.add>;
  readonly removeRecords: z.infer<typeof requests.remove>;
  readonly restoreRecords: z.infer<typeof asked.restore>;
  readonly importRecords: z.infer<typeof requests.import>;
  readonly showRecord: z.infer<typeof asked.show>;
  readonly selectedRecord: null;
  readonly recallColumns: z.infer<typeof asked.recall>;
  readonly rememberColumns: z.infer<typeof asked.remember>;
}
