import type { Words } from '../text';
import type { DraftFault } from './draft';

/** A fault of a typed text in words, which may name another field by its label. */
export function faultWords(fault: DraftFault, { faults }: Words, labelOf: (field: string) => string): string {
  switch (fault.code) {
    case 'below':
    case 'notAbove':
    case 'beyond':
      return faults[fault.code](fault.bound);
    case 'early':
      return faults.early(labelOf(fault.other), fault.least);
    case 'tooLong':
      return faults.tooLong(fault.most);
    default:
      return faults[fault.code];
  }
}
