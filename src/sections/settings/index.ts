import type { Section } from '../../model/section';
import { history, people, settings } from './fields';
import { lists } from './lists';
import { en, zh } from './text';

export const settingsSection: Section = {
  id: 'settings',
  tabs: [
    { id: 'settings', shape: 'record', role: 'terms', fields: settings },
    { id: 'history', shape: 'table', fields: history, frozenThrough: 'year', spareRows: 20 },
    { id: 'people', shape: 'table', fields: people, staysOpen: true, spareRows: 100 },
  ],
  lists,
  text: { zh, en },
};
