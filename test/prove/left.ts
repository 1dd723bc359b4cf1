import { createHash } from 'node:crypto';
import { filesFrom } from '../../host/services/sheetsApi';
import { savedFile } from '../engine/addon';
import type { Shelf } from './shelf';

/**
 * What is new in each run: ids, digests and marks of them and of times, and times, which alone are not told apart. An id
 * that looks like a number, as `12e45678-1`, is kept with an apostrophe.
 */
const fresh =
  /'?\b(?:[0-9a-f]{8}-[0-9a-z-]+|[0-9a-f]{16}|(?<=")m[0-9a-z]{1,7}(?=")|(\d{4}-\d\d-\d\dT[\d:.]+Z|\d{13}))/g;

/**
 * All that is left in a workbook and by its users, with the titles of files that they have made, as a text that is the same
 * where it is the same: ids and their like are known by the order in which they come.
 */
export function leftIn({ workbook, addon, other }: Shelf): string {
  const properties = [addon, other].map(({ user }) => workbook.userProperties.get(user.email) ?? null);
  const known = new Map<string, number>();
  const titles = [...filesFrom(workbook).values()].map(({ settings }) => settings.title);
  const text = `${JSON.stringify([properties, titles])} ${savedFile(workbook)}`.replace(
    fresh,
    (found: string, when: string | undefined) => {
      if (when !== undefined) return 'when';
      const number = known.get(found) ?? known.size;
      known.set(found, number);
      return `new ${number}`;
    },
  );
  return createHash('sha1').update(text).digest('hex');
}
