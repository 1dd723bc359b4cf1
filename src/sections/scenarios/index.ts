import type { Section } from '../../model/section';
import { scenarios } from './fields';
import { en, zh } from './text';

/** The plan as it might be, in four columns of values beside each other. Its tab comes when it is asked for. */
export const scenariosSection: Section = {
  id: 'scenarios',
  offered: 'always',
  tabs: [
    {
      id: 'scenarios',
      shape: 'record',
      role: 'alternatives',
      fields: scenarios,
      groups: [
        { id: 'scenario', from: 'name' },
        { id: 'results', from: 'plannedTotal' },
        { id: 'growth', from: 'franchised' },
        { id: 'ramp', from: 'ramp1' },
        { id: 'openings', from: 'fair' },
        { id: 'rates', from: 'entry' },
      ],
      onDemand: true,
      staysOpen: true,
    },
  ],
  text: { zh, en },
};
