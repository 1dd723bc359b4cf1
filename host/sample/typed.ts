import type { FieldValue } from '../../src/model/answer';

/** What a planner types into one record. */
export interface Typed {
  readonly part: string;
  readonly record: string;
  readonly values: Readonly<Record<string, FieldValue>>;
}

/** The plan year that the sample's opening and closing dates stand for. */
export const sampleYear = 2027;

/** What the company asks of the made-up region, in the currency's unit. */
export const sampleTarget = 150_000_000;

interface Channel {
  readonly carriedOver?: number;
  readonly leads: number;
  readonly rates: readonly [visit: number, sign: number, open: number];
  readonly openings: readonly number[];
  readonly budget: number;
  readonly owner: string;
  readonly keyActions: string;
  readonly dueOn: string;
  readonly progress: number;
}

/** By month the channels' openings add up to 0, 0, 2, 2, 3, 2, 1, 2, 3, 3, 2, 0. */
const channels: Readonly<Record<string, Channel>> = {
  employee: {
    leads: 12,
    rates: [0.8, 0.7, 0.75],
    openings: [0, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 0],
    budget: 400_000,
    owner: '人力部',
    keyActions: '发布内部创业政策',
    dueOn: '2027-01-31',
    progress: 1,
  },
  mall: {
    carriedOver: 2,
    leads: 40,
    rates: [0.4, 0.5, 0.75],
    openings: [0, 0, 1, 1, 1, 1, 0, 0, 1, 1, 1, 0],
    budget: 1_400_000,
    owner: '拓展一组',
    keyActions: '进驻四家商场并发布招商信息',
    dueOn: '2027-03-31',
    progress: 0.4,
  },
  alliance: {
    leads: 30,
    rates: [0.4, 0.4, 0.7],
    openings: [0, 0, 0, 1, 0, 0, 1, 0, 1, 0, 0, 0],
    budget: 450_000,
    owner: '拓展二组',
    keyActions: '与三家联盟品牌签约',
    dueOn: '2027-04-30',
    progress: 0.2,
  },
  media: {
    leads: 60,
    rates: [0.3, 0.2, 0.6],
    openings: [0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0],
    budget: 600_000,
    owner: '市场部',
    keyActions: '春季招商广告投放',
    dueOn: '2027-03-15',
    progress: 0.1,
  },
  joint: {
    leads: 8,
    rates: [0.6, 0.6, 0.8],
    openings: [0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0],
    budget: 300_000,
    owner: '拓展一组',
    keyActions: '确定联体店选址',
    dueOn: '2027-05-31',
    progress: 0,
  },
  other: {
    leads: 15,
    rates: [0.4, 0.5, 0.7],
    openings: [0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0],
    budget: 200_000,
    owner: '拓展二组',
    keyActions: '老客户转介绍奖励',
    dueOn: '2027-06-30',
    progress: 0,
  },
};

const expansion = Object.entries(channels).map(([record, channel]): Typed => {
  const { rates, openings, ...others } = channel;
  const [visitRate, signRate, openRate] = rates;
  const targetOpenings = openings.reduce((sum, count) => sum + count, 0);
  return { part: 'expansion', record, values: { ...others, visitRate, signRate, openRate, openings, targetOpenings } };
});

/**
 * What is typed besides the stores: with it the sample's figures are those of the worked case, to the cent. Owners are
 * departments; the region, its stores and all figures are made up.
 */
export const sampleTyped: readonly Typed[] = [
  { part: 'settings', record: 'settings', values: { roundingUnit: 0.01, preparedBy: '区域计划组', version: 'V1' } },
  { part: 'baseline', record: 'franchised', values: { growth: 0.1 } },
  { part: 'baseline', record: 'selfOperated', values: { growth: 0.05 } },
  ...expansion,
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
      owner: '督导组',
      keyActions: '橱窗每两周更换并考核进店率',
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
      owner: '会员部',
      keyActions: '首购后三十天回访',
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
      owner: '培训部',
      keyActions: '店长认证班两期',
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
      owner: '人力部',
      keyActions: '内部选拔督导三名',
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

/** The changes that a form sends for what is typed into a record that is still blank. */
export function changesOf({
  record,
  values,
}: Typed): readonly { record: string; field: string; from: FieldValue; to: FieldValue }[] {
  return Object.entries(values).map(([field, to]) => ({
    record,
    field,
    from: Array.isArray(to) ? to.map(() => null) : null,
    to,
  }));
}
