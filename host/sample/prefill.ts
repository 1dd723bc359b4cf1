import type { FieldValue } from '../../src/model/answer';
import type { Language } from '../../src/model/language';
import { type en, words } from './text';

/** What one record of the sample is filled with, by field id. */
export interface Prefill {
  readonly part: string;
  readonly record: string;
  readonly values: Readonly<Record<string, FieldValue>>;
}

/** The plan year that the sample's opening and closing dates stand for. */
export const sampleYear = 2027;

/** What the company asks of the made-up region, in the currency's unit. */
export const sampleTarget = 150_000_000;

/** People's names are no part of the sample: its owners and supervisors are departments and teams. */
type Owner = keyof typeof en.owners;

interface Channel {
  readonly record: keyof typeof en.actions;
  readonly carriedOver?: number;
  readonly leads: number;
  readonly rates: readonly [visit: number, sign: number, open: number];
  readonly openings: readonly number[];
  readonly budget: number;
  readonly owner: Owner;
  readonly dueOn: string;
  readonly progress: number;
}

/** By month the channels' openings add up to 0, 0, 2, 2, 3, 2, 1, 2, 3, 3, 2, 0. */
const channels: readonly Channel[] = [
  {
    record: 'employee',
    leads: 12,
    rates: [0.8, 0.7, 0.75],
    openings: [0, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 0],
    budget: 400_000,
    owner: 'humanResources',
    dueOn: '2027-01-31',
    progress: 1,
  },
  {
    record: 'mall',
    carriedOver: 2,
    leads: 40,
    rates: [0.4, 0.5, 0.75],
    openings: [0, 0, 1, 1, 1, 1, 0, 0, 1, 1, 1, 0],
    budget: 1_400_000,
    owner: 'expansion1',
    dueOn: '2027-03-31',
    progress: 0.4,
  },
  {
    record: 'alliance',
    leads: 30,
    rates: [0.4, 0.4, 0.7],
    openings: [0, 0, 0, 1, 0, 0, 1, 0, 1, 0, 0, 0],
    budget: 450_000,
    owner: 'expansion2',
    dueOn: '2027-04-30',
    progress: 0.2,
  },
  {
    record: 'media',
    leads: 60,
    rates: [0.3, 0.2, 0.6],
    openings: [0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0],
    budget: 600_000,
    owner: 'marketing',
    dueOn: '2027-03-15',
    progress: 0.1,
  },
  {
    record: 'joint',
    leads: 8,
    rates: [0.6, 0.6, 0.8],
    openings: [0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0],
    budget: 300_000,
    owner: 'expansion1',
    dueOn: '2027-05-31',
    progress: 0,
  },
  {
    record: 'other',
    leads: 15,
    rates: [0.4, 0.5, 0.7],
    openings: [0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0],
    budget: 200_000,
    owner: 'expansion2',
    dueOn: '2027-06-30',
    progress: 0,
  },
];

/** What is typed of the recruiting channels. */
function expansion(language: Language): readonly Prefill[] {
  const { owners, actions } = words[language];
  return channels.map(({ record, rates, openings, owner, ...others }) => {
    const [visitRate, signRate, openRate] = rates;
    const targetOpenings = openings.reduce((sum, count) => sum + count, 0);
    const values = { ...others, owner: owners[owner], keyActions: actions[record] };
    return {
      part: 'expansion',
      record,
      values: { ...values, visitRate, signRate, openRate, openings, targetOpenings },
    };
  });
}

/**
 * What is typed besides the stores: with it the sample's figures are those of the worked case, to the cent. Owners are
 * departments; the region, its stores and all figures are made up.
 */
export function samplePrefill(language: Language): readonly Prefill[] {
  const { owners, actions } = words[language];
  return [
    {
      part: 'settings',
      record: 'settings',
      values: { roundingUnit: 0.01, preparedBy: words[language].preparedBy, version: 'V1' },
    },
    { part: 'baseline', record: 'franchised', values: { growth: 0.1 } },
    { part: 'baseline', record: 'selfOperated', values: { growth: 0.05 } },
    ...expansion(language),
    {
      part: 'rates',
      record: 'region',
      values: {
        trafficNow: 9000,
        entryNow: 0.12,
        conversionNow: 0.35,
        attachNow: 1.7,
        priceNow: 200,
        entryTarget: 0.125,
        conversionTarget: 0.365,
        attachTarget: 1.75,
        owner: owners.supervisors,
        keyActions: actions.rates,
        dueOn: '2027-02-28',
        progress: 0.5,
      },
    },
    {
      part: 'members',
      record: 'members',
      values: {
        total: [180_000, 210_000],
        active: [62_000, 74_000],
        perActive: [820, 860],
        repurchaseRate: [0.44, 0.48],
        owner: owners.membership,
        keyActions: actions.members,
        dueOn: '2027-03-31',
        progress: 0.3,
      },
    },
    {
      part: 'staff',
      record: 'storeManager',
      values: {
        inPost: 60,
        certified: 51,
        coverageTarget: 1,
        sessionsPlanned: 12,
        sessionsDone: 3,
        openingStaff: 60,
        left: 4,
        retentionTarget: 0.95,
        owner: owners.training,
        keyActions: actions.storeManager,
        dueOn: '2027-04-30',
        progress: 0.25,
      },
    },
    {
      part: 'staff',
      record: 'clerk',
      values: {
        inPost: 240,
        certified: 186,
        coverageTarget: 0.9,
        sessionsPlanned: 24,
        sessionsDone: 6,
        openingStaff: 232,
        left: 36,
        retentionTarget: 0.88,
      },
    },
    {
      part: 'headcount',
      record: 'supervisor',
      values: {
        current: 6,
        expectedLeavers: 1,
        arrivals: [0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0],
        owner: owners.humanResources,
        keyActions: actions.supervisor,
        dueOn: '2027-02-15',
        progress: 0.2,
      },
    },
    {
      part: 'headcount',
      record: 'expansion',
      values: { current: 2, expectedLeavers: 0, arrivals: [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
    },
  ];
}

const departments: readonly { readonly owner: Owner; readonly role?: string }[] = [
  { owner: 'supervisors', role: 'supervisor' },
  { owner: 'expansion1', role: 'expansion' },
  { owner: 'expansion2', role: 'expansion' },
  { owner: 'humanResources' },
  { owner: 'marketing' },
  { owner: 'membership' },
  { owner: 'training' },
];

/** The people list: the supervisors' teams, which the list of stores names, and the departments that own something. */
export function samplePeople(language: Language): readonly Readonly<Record<string, FieldValue>>[] {
  const { owners, supervisorTeam } = words[language];
  return [
    ...[1, 2, 3, 4, 5, 6].map((number) => ({ person: supervisorTeam(number), role: 'supervisor' })),
    ...departments.map(({ owner, ...role }) => ({ person: owners[owner], ...role })),
  ];
}

/** The changes that a form sends for what is typed into a record that is still blank. */
export function changesOf({
  record,
  values,
}: Prefill): readonly { record: string; field: string; from: FieldValue; to: FieldValue }[] {
  return Object.entries(values).map(([field, to]) => ({
    record,
    field,
    from: Array.isArray(to) ? to.map(() => null) : null,
    to,
  }));
}
