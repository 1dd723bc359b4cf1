import type { Words } from '../text';
import type { DraftFault } from './draft';

/** A fault of a typed text in words. */
export function faultWords(fault: DraftFault, { faults }: Words): string {
  switch (fault.code) {
    case 'below':
    case 'notAbove':
    case 'beyond':
      return faults[fault.code](fault.bound);
    case 'tooLong':
      return faults.tooLong(fault.most);
    default:
      return faults[fault.code];
  }
}
