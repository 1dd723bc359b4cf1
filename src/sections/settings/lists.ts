import type { ChoiceList } from '../../model/field';

/** Choices that more than one part of the plan uses. */
export const lists: readonly ChoiceList[] = [
  {
    id: 'ownership',
    choices: [
      { id: 'franchised', label: { zh: '加盟', en: 'Franchised' } },
      { id: 'selfOperated', label: { zh: '自营', en: 'Self-operated' } },
    ],
  },
  {
    id: 'salesBasis',
    choices: [
      { id: 'retail', label: { zh: '零售额', en: 'Retail sales' } },
      { id: 'purchases', label: { zh: '进货额', en: 'Purchases' } },
    ],
  },
  {
    id: 'displayUnit',
    choices: [
      { id: 'tenThousand', label: { zh: '万元', en: '10 thousand' } },
      { id: 'thousand', label: { zh: '千元', en: 'Thousand' } },
      { id: 'one', label: { zh: '元', en: 'One' } },
    ],
  },
  {
    id: 'currency',
    choices: [
      'CNY',
      'USD',
      'EUR',
      'GBP',
      'HKD',
      'TWD',
      'MOP',
      'JPY',
      'KRW',
      'SGD',
      'MYR',
      'THB',
      'VND',
      'IDR',
      'PHP',
      'INR',
      'AUD',
      'CAD',
    ].map((code) => ({ id: code, label: { zh: code, en: code } })),
  },
  {
    id: 'role',
    choices: [
      { id: 'director', label: { zh: '区域总监', en: 'Regional director' } },
      { id: 'manager', label: { zh: '区域经理', en: 'Regional manager' } },
      { id: 'supervisor', label: { zh: '督导', en: 'Supervisor' } },
      { id: 'expansion', label: { zh: '拓展', en: 'Expansion staff' } },
      { id: 'planner', label: { zh: '总部计划', en: 'Headquarters planner' } },
      { id: 'storeManager', label: { zh: '店长', en: 'Store manager' } },
    ],
  },
];
