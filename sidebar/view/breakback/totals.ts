import { region } from '../../../src/maths/region';
import type { Given } from '../../../src/model/live';
import type { Total } from '../../../src/model/proposal';
import { meant } from '../../planParts';

/** What the region comes to now and would come to, and how far that is from what the company asks. */
export function plannedTotals(input: Given, after: number): readonly Total[] {
  const { planned: before, gap: gapBefore } = region(input);
  const [planned, gap] = [meant('planned'), meant('gap')];
  const gapAfter = input.companyTarget === null ? null : cents(after - input.companyTarget);
  return [
    { part: planned?.tab.id ?? '', field: planned?.field.id ?? '', before, after: cents(after) },
    { part: gap?.tab.id ?? '', field: gap?.field.id ?? '', before: gapBefore, after: gapAfter },
  ];
}

const cents = (value: number): number => Math.round(value * 100) / 100 || 0;
