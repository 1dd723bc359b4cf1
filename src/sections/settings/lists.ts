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
      { id: 'clerk', label: { zh: '店员', en: 'Sales assistant' } },
    ],
  },
  {
    id: 'channel',
    choices: [
      { id: 'fair', label: { zh: '招商会', en: 'Franchise fair' } },
      { id: 'employee', label: { zh: '内部创业', en: 'Employee-owner stores' } },
      { id: 'mall', label: { zh: '商场招募', en: 'Mall placement' } },
      { id: 'alliance', label: { zh: '异业联盟', en: 'Cross-industry alliance' } },
      { id: 'media', label: { zh: '媒体广告', en: 'Media advertising' } },
      { id: 'joint', label: { zh: '联体店', en: 'Joint store' } },
      { id: 'other', label: { zh: '其他', en: 'Other' } },
    ],
  },
  {
    id: 'status',
    choices: [
      { id: 'done', label: { zh: '已完成', en: 'Done' } },
      { id: 'overdue', label: { zh: '已逾期', en: 'Overdue' } },
      { id: 'inProgress', label: { zh: '进行中', en: 'In progress' } },
      { id: 'notStarted', label: { zh: '未开始', en: 'Not started' } },
    ],
  },
  {
    id: 'pace',
    choices: [
      { id: 'green', label: { zh: '绿', en: 'Green' } },
      { id: 'amber', label: { zh: '黄', en: 'Amber' } },
      { id: 'red', label: { zh: '红', en: 'Red' } },
    ],
  },
];
