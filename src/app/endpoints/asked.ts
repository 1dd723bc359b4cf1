import { blockSize } from '../../model/block';
import {
  either,
  type Given,
  listOf,
  number,
  objectOf,
  optional,
  orNull,
  recordOf,
  text,
  yesNo,
} from '../../model/expected';
import type { requests } from '../../model/schema';

const part = text();
const cell = orNull(either(either(text(), number()), yesNo));
const id = text(100, 1);

/** What the sidebar's own endpoints take. */
export const asked = {
  open: objectOf({ part, records: optional(listOf(id)) }),
  check: objectOf({ parts: listOf(part, 6) }),
  restore: objectOf({
    request: id,
    part,
    records: listOf(objectOf({ id, values: recordOf(either(cell, listOf(cell))) }), blockSize, 1),
  }),
  show: objectOf({ part, record: optional(id), cell: optional(text()) }),
  recall: objectOf({ part }),
  remember: objectOf({ part, columns: recordOf(text()) }),
};

/** What a form sends to each endpoint; the sidebar's calls are typed by it. */
export interface Requests {
  readonly openPlan: null;
  readonly openPart: Given<typeof asked.open>;
  readonly checkParts: Given<typeof asked.check>;
  readonly generatePlan: Given<typeof requests.generate>;
  readonly saveRecord: Given<typeof requests.save>;
  readonly addRecords: Given<typeof requests.add>;
  readonly removeRecords: Given<typeof requests.remove>;
  readonly restoreRecords: Given<typeof asked.restore>;
  readonly importRecords: Given<typeof requests.import>;
  readonly showRecord: Given<typeof asked.show>;
  readonly selectedRecord: null;
  readonly recallColumns: Given<typeof asked.recall>;
  readonly rememberColumns: Given<typeof asked.remember>;
}
