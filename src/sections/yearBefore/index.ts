import type { Section } from '../../model/section';
import { yearBefore } from './fields';
import { en, zh } from './text';

/** What the plan was begun with where it was begun from the year before. Its tab comes with such a workbook. */
export const yearBeforeSection: Section = {
  id: 'yearBefore',
  tabs: [
    {
      id: 'yearBefore',
      shape: 'table',
      role: 'begun',
      fields: yearBefore,
      onDemand: true,
      frozenThrough: 'name',
      doubts: [{ id: 'forecast', field: 'stillForecast', is: 'notZero' }],
      highlights: [{ fields: ['takenAs', 'stillForecast'], formula: 'ISNUMBER({stillForecast})', look: 'warn' }],
      spareRows: 20,
    },
  ],
  text: { zh, en },
};
