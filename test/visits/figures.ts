import { type FieldIds, type Figures, type LivePart, number, type Row } from '../../src/model/live';
import type { en } from './text';

type Id = FieldIds<(typeof en)['tabs']['visits']>;

function visitFigures(row: Row<Id>): Figures<Id> {
  const planned = number(row, 'planned');
  return { open: planned === null ? null : Math.max(0, planned - (number(row, 'done') ?? 0)) };
}

export const visitsFigures: readonly LivePart[] = [{ tab: 'visits', figures: visitFigures }];
