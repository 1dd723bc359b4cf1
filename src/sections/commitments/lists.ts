import type { ChoiceList } from '../../model/field';

/** What a store may promise: one of its figures, or one of its own. */
export const lists: readonly ChoiceList[] = [
  {
    id: 'promise',
    choices: [
      { id: 'floor', label: { zh: '保底', en: 'Floor' } },
      { id: 'target', label: { zh: '目标', en: 'Target' } },
      { id: 'stretch', label: { zh: '冲刺', en: 'Stretch' } },
      { id: 'own', label: { zh: '自报', en: 'Own figure' } },
    ],
  },
];
