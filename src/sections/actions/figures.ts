import type { FieldIds, LivePart } from '../../model/live';
import { statusFigure } from '../../model/status';
import type { en } from './text';

type Id = FieldIds<(typeof en)['tabs']['actions']>;

export const actionsFigures: readonly LivePart<Id>[] = [
  { tab: 'actions', figures: (row, { given }) => ({ status: statusFigure(row, given) }) },
];
