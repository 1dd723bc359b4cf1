import type { Part } from '../planParts';
import type { View } from '../store/state';

/** Where a part is shown: its list, or, of one that is a single record, its form. */
export const viewOf = ({ tab }: Part): View =>
  tab.role === 'alternatives'
    ? { kind: 'alternatives' }
    : tab.shape === 'record'
      ? { kind: 'record', part: tab.id, record: tab.id }
      : { kind: 'part', part: tab.id };
