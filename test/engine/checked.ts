import type { Addon } from '../../host/addon';
import { reader } from '../../sidebar/answers';
import { type Found, mendedBy } from '../../src/model/finding';

/** All that the check finds, as the sidebar is told; throws where it refuses to look. */
export function foundIn(addon: Addon): readonly Found[] {
  const answer = reader('listFindings')(addon.run('listFindings'));
  if (answer.status !== 'done') throw new Error(answer.message);
  return answer.found;
}

/** A finding as lines, one for each of its cells that are named: `Stores B7: Please enter a number.` */
const linesOf = ({ title, message, cells }: Found): readonly string[] =>
  cells.length === 0 ? [`${title}: ${message}`] : cells.map(({ cell }) => `${title} ${cell}: ${message}`);

/** All that the check finds, line by line; nothing where all is as it should be. */
export const checked = (addon: Addon): readonly string[] => foundIn(addon).flatMap(linesOf);

/** What of it a repair puts right, or only people. */
export const checkedBy = (addon: Addon, by: ReturnType<typeof mendedBy>): readonly string[] =>
  foundIn(addon)
    .filter(({ kind }) => mendedBy(kind) === by)
    .flatMap(linesOf);
