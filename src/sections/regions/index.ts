import type { Section } from '../../model/section';
import { en, zh } from './text';

/** What new regions' workbooks were made from here. The tab comes with the first of them. */
export const regionsSection: Section = {
  id: 'regions',
  tabs: [
    {
      id: 'regions',
      shape: 'table',
      role: 'made',
      onDemand: true,
      staysOpen: true,
      fields: [
        { id: 'regionName', kind: 'text', role: 'input', required: true, width: 160 },
        { id: 'year', kind: 'year', role: 'input', min: 2000, max: 2100 },
        { id: 'link', kind: 'text', role: 'input', width: 240 },
        { id: 'madeOn', kind: 'date', role: 'input' },
        { id: 'madeBy', kind: 'text', role: 'input', width: 160 },
      ],
      spareRows: 50,
    },
  ],
  text: { zh, en },
};
