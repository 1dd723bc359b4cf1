import type { Scalar } from './answer';
import type { Given, Row } from './live';

/** How a record with owner, due date and progress stands on the as-of date; undefined before that is known. */
export function statusFigure(
  { values }: Row<'progress' | 'dueOn' | 'keyActions'>,
  { asOf }: Partial<Given>,
): Scalar | undefined {
  const { progress = null, dueOn = null, keyActions = null } = values;
  if (asOf === undefined) return undefined;
  if (progress === null && dueOn === null && keyActions === null) return null;
  const done = typeof progress === 'number' ? progress : 0;
  if (done >= 1) return 'done';
  // Dates as `2027-03-16` stand in their own order.
  if (typeof dueOn === 'string' && dueOn < asOf) return 'overdue';
  return done > 0 ? 'inProgress' : 'notStarted';
}
