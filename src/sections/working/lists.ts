import type { ChoiceList } from '../../model/field';

/** How what is followed has come about. */
export const lists: readonly ChoiceList[] = [
  {
    id: 'workingKind',
    choices: [
      { id: 'signed', label: { zh: '签署', en: 'Signed' } },
      { id: 'adjusted', label: { zh: '调整', en: 'Adjusted' } },
    ],
  },
];
