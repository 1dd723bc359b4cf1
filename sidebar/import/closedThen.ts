import { dayNumber } from '../../src/maths/day';
import { openMonths } from '../../src/maths/openMonths';
import { dayOfIso } from '../../src/model/value';
import type { ImportRecord } from './records';
import type { Target } from './target';

/** Records with a figure of last year and no month open in it, by what the file tells: they are in no average. */
export function closedThen(
  records: readonly ImportRecord[],
  { names, planYear, firstMonth }: Target,
): readonly ImportRecord[] {
  if (planYear === undefined) return [];
  const lastYear = dayNumber(planYear - 1, firstMonth, 1);
  return records.filter(({ values }) =>
    Object.entries(names).some(([field, { openIn }]) => {
      const figure = values[field];
      if (!openIn || typeof figure !== 'number') return false;
      const typed = values[openIn.months];
      const day = (id: string) => dayOfIso(String(values[id] ?? '')) ?? null;
      const span = { openedOn: day(openIn.from), closedOn: day(openIn.through) };
      return (typeof typed === 'number' ? typed : openMonths(span, lastYear)) === 0;
    }),
  );
}
