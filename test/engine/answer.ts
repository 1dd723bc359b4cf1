import * as z from 'zod/mini';
import type { Addon } from '../../host/addon';

const answer = z.looseObject({ status: z.string() });
const done = z.object({ status: z.literal('done'), records: z.array(z.string()) });
const listed = z.object({
  status: z.literal('done'),
  records: z.array(z.object({ id: z.string(), values: z.record(z.string(), z.unknown()), typed: z.array(z.string()) })),
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

/** All records of a part as forms are given them. */
export function listing(addon: Addon, part: string): z.infer<typeof listed>['records'] {
  return listed.parse(addon.run('listRecords', { part })).records;
}
