import type { Section } from '../../model/section';
import { storeRates } from './fields';
import { en, zh } from './text';

/** The three rates that stores came to, month by month, where anyone counts them. Its tab comes when it is asked for. */
export const storeRatesSection: Section = {
  id: 'storeRates',
  offered: 'signed',
  tabs: [
    {
      id: 'storeRates',
      shape: 'table',
      fields: storeRates,
      groups: [
        { id: 'store', from: 'store' },
        { id: 'rates', from: 'traffic' },
        { id: 'result', from: 'sales' },
      ],
      onDemand: true,
      staysOpen: true,
      frozenThrough: 'month',
      spareRows: 100,
    },
  ],
  text: { zh, en },
};
