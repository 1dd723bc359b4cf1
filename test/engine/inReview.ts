import { bookFor, workbookFor } from '../../host/book';
import { dayNumber } from '../../src/maths/day';
import { kept } from '../kept';
import { type Desk, openedDesk, savedFile } from './addon';
import { followed, worked } from './followed';

/** A region with all that explains how it does, and with parts in which things are due; nothing in them. */
export const region = (): Desk =>
  openedDesk(
    kept('a region in review', () => {
      const needed = ['actuals', 'followUp', 'actions', 'storeRates', 'review'];
      const nothing = { stores: [], prefilled: [], people: [] };
      return savedFile(workbookFor(bookFor({ language: 'en', region: '华东', year: 2027, ...nothing, needed })));
    }),
  );

/** The four stores in April with what explains them, made once. */
export const reviewed = (): Desk =>
  openedDesk(
    kept('four stores in review', () => savedFile(followed(worked, dayNumber(2027, 4, 15), region()).workbook)),
  );
