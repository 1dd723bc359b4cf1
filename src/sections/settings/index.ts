import type { Section } from '../../model/section';
import { history, people, settings } from './fields';
import { lists } from './lists';
import { en, zh } from './text';

export const settingsSection: Section = {
  id: 'settings',
  tabs: [
    {
      id: 'settings',
      shape: 'record',
      role: 'terms',
      fields: settings,
      groups: [
        { id: 'plan', from: 'region' },
        { id: 'money', from: 'companyTarget' },
        { id: 'days', from: 'dataThrough' },
        { id: 'lines', from: 'floorFactor' },
        { id: 'ramp', from: 'ramp' },
        { id: 'season', from: 'seasonIndex' },
        { id: 'signed', from: 'yearStart' },
        { id: 'festival', from: 'festival' },
      ],
    },
    {
      id: 'history',
      shape: 'table',
      fields: history,
      pastYears: { year: 'year', months: 'months', counts: 'takesPart', together: 'together' },
      frozenThrough: 'year',
      spareRows: 12,
    },
    { id: 'people', shape: 'table', fields: people, staysOpen: true, spareRows: 40 },
  ],
  lists,
  text: { zh, en },
};
