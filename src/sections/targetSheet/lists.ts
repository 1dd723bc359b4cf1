import type { ChoiceList } from '../../model/field';

/** Words of the list overleaf, which its formulas take. */
export const lists: readonly ChoiceList[] = [
  {
    id: 'storeGroup',
    choices: [
      { id: 'existing', label: { zh: '现有店小计', en: 'Existing stores' } },
      { id: 'opened', label: { zh: '新店小计', en: 'New stores' } },
      { id: 'mark', label: { zh: '新', en: 'new' } },
    ],
  },
];
