import { kept } from '../kept';
import { plannedDesk, savedFile } from './addon';
import { wrote } from './answer';
import { sampleRecords } from './sample';

type Entered = Readonly<Record<string, number | string | boolean | readonly (number | null)[]>>;

const nothing = (value: Entered[string]): null | readonly null[] =>
  Array.isArray(value) ? value.map(() => null) : null;

const drivers = ['traffic', 'entry', 'conversion', 'attach', 'price'];
const now = [200, 0.5, 0.5, 1.5, 200];
const target = [220, 0.48, 0.55, 1.6, 195];
const figures = (when: string, values: readonly number[]): Entered =>
  Object.fromEntries(drivers.map((driver, index) => [`${driver}${when}`, values[index] ?? 0]));

/** The worked cases of every part, typed into one workbook: part, record, values. */
export const worked: readonly (readonly [part: string, record: string, values: Entered])[] = [
  ['settings', 'settings', { companyTarget: 150_000_000, roundingUnit: 0.01, asOf: '2027-02-14' }],
  ['baseline', 'franchised', { growth: 0.1 }],
  ['baseline', 'selfOperated', { growth: 0.05 }],
  [
    'expansion',
    'mall',
    {
      carriedOver: 14,
      leads: 40,
      visitRate: 0.4,
      signRate: 0.5,
      openRate: 0.75,
      targetOpenings: 20,
      openings: [0, 0, 2, 2, 3, 2, 1, 2, 3, 3, 2, 0],
      budget: 2_000_000,
      owner: '王',
      progress: 0.25,
    },
  ],
  [
    'rates',
    'region',
    { ...figures('Now', now), ...figures('Target', target), keyActions: '橱窗', dueOn: '2027-02-13', progress: 0.5 },
  ],
  ['members', 'members', { active: [100, 120], perActive: [1000, 1100], repurchaseRate: [0.4, 0.45] }],
  [
    'staff',
    'clerk',
    { inPost: 50, certified: 48, coverageTarget: 1, openingStaff: 50, left: 6, sessionsPlanned: 10, sessionsDone: 4 },
  ],
  ['staff', 'storeManager', { inPost: 10, certified: 6, coverageTarget: 0.8, keyActions: '认证', dueOn: '2027-03-31' }],
  ['headcount', 'supervisor', { current: 6, expectedLeavers: 1 }],
];

/** A whole workbook with the sample's stores and the worked cases, as a file: made once for all test files. */
export const wholeFile = (language: 'zh' | 'en'): string => kept(`whole ${language}`, () => made(language));

function made(language: 'zh' | 'en'): string {
  const desk = plannedDesk({ language });
  for (const [index, [part, record, values]] of worked.entries()) {
    const changes = Object.entries(values).map(([field, to]) => ({ record, field, from: nothing(to), to }));
    wrote(desk.addon, 'saveRecord', { request: `worked ${index}`, part, changes });
  }
  wrote(desk.addon, 'importRecords', { request: 'stores', part: 'stores', records: sampleRecords });
  return savedFile(desk.workbook);
}
