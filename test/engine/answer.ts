import * as z from 'zod/mini';
import type { Addon } from '../../host/addon';

const answer = z.looseObject({ status: z.string() });
const done = z.object({ status: z.literal('done'), records: z.array(z.string()) });
const opened = z.object({
  status: z.literal('done'),
  ids: z.array(z.string()),
  columns: z.record(z.string(), z.array(z.unknown())),
});

/** What an endpoint answers: whatever it is, it says how it went. */
export function asked(addon: Addon, endpoint: string, request: object): z.infer<typeof answer> {
  return answer.parse(addon.run(endpoint, request));
}

/** The ids of the records that a request wrote; throws what it answered if it wrote nothing. */
export function wrote(addon: Addon, endpoint: string, request: object): readonly string[] {
  const given = addon.run(endpoint, request);
  const parsed = done.safeParse(given);
  if (!parsed.success) throw new Error(`${endpoint}: ${JSON.stringify(given)}`);
  return parsed.data.records;
}

/** All records of a part as forms are given them: each cell by its key. */
export function listing(
  addon: Addon,
  part: string,
): readonly { readonly id: string; readonly values: Readonly<Record<string, unknown>> }[] {
  const { ids, columns } = opened.parse(addon.run('openPart', { part }));
  return ids.map((id, index) => ({
    id,
    values: Object.fromEntries(Object.entries(columns).map(([key, values]) => [key, values[index]])),
  }));
}
