import type { Section } from '../../model/section';
import { actuals, sold } from './fields';
import { en, zh } from './text';

/** What was sold, laid beside the plan. Its tab comes when it is asked for. */
export const actualsSection: Section = {
  id: 'actuals',
  offered: 'signed',
  tabs: [
    {
      id: 'actuals',
      shape: 'table',
      fields: actuals,
      onDemand: true,
      staysOpen: true,
      sold,
      frozenThrough: 'name',
      highlights: [
        { fields: ['flag', 'storeId'], formula: '{flag}<>""', look: 'bad' },
        { fields: ['missing'], formula: 'AND(ISNUMBER({missing}),{missing}>0)', look: 'warn' },
      ],
      spareRows: 100,
    },
  ],
  text: { zh, en },
};
