import { type MonthFigure, monthFigureIds, monthFiguresEn, monthFiguresZh } from '../../model/monthFigures';

interface Word {
  readonly label: string;
  readonly note: string;
}

type Words = Readonly<Record<string, Word>>;

/** Groups whose three figures stand beside what they come to, and what those are called after the group. */
const groups = {
  franchised: ['Franchised', '加盟'],
  selfOperated: ['Self-operated', '自营'],
  opened: ['New stores', '新店'],
  year: ['Year', '本年'],
  franchisedYear: ['Franchised, year', '加盟本年'],
  selfOperatedYear: ['Self-operated, year', '自营本年'],
  openedYear: ['New stores, year', '新店本年'],
} as const;

/** What the three figures of a group come to. */
interface Came {
  readonly achievement: string;
  readonly gap: string;
  readonly coverage: string;
}

const cameTo = (group: string, label: Came, note: Came): Words => ({
  [`${group}Achievement`]: { label: label.achievement, note: note.achievement },
  [`${group}Gap`]: { label: label.gap, note: note.gap },
  [`${group}Coverage`]: { label: label.coverage, note: note.coverage },
});

/** What the month was closed with goes by what its figures are called everywhere; of all stores they are the month’s own. */
const closedWith = (labels: Readonly<Record<MonthFigure, string>>, note: string): Words =>
  Object.fromEntries(monthFigureIds.map((id) => [id.replace(/^all/, 'month'), { label: labels[id], note }]));

const kept = { en: 'As it was when the month was closed.', zh: '关账时的数。' };

const notes = {
  en: {
    achievement: 'Actual ÷ covered target.',
    gap: 'Actual less covered target.',
    coverage: 'Covered target ÷ target to date.',
  },
  zh: { achievement: '实际÷可比目标。', gap: '实际−可比目标。', coverage: '可比目标÷应达成。' },
};

const inEnglish = (group: string): Came => ({
  achievement: `${group}: achievement`,
  gap: `${group}: gap`,
  coverage: `${group}: coverage`,
});
const inChinese = (group: string): Came => ({
  achievement: `${group}达成率`,
  gap: `${group}缺口`,
  coverage: `${group}覆盖率`,
});

const groupsCame = (language: 0 | 1, labels: (group: string) => Came, note: Came): Words =>
  Object.assign({}, ...Object.entries(groups).map(([id, names]) => cameTo(id, labels(names[language]), note)));

export const historyEn = {
  ...closedWith(monthFiguresEn, kept.en),
  closedOn: { label: 'Closed on', note: 'From the closing of the month.' },
  reopenedOn: { label: 'Opened again on', note: 'What it was closed with stays until it is closed anew.' },
  monthDue: { label: 'Target', note: kept.en },
  monthCovered: { label: 'Covered target', note: kept.en },
  monthActual: { label: 'Actual', note: kept.en },
  monthOnYear: { label: 'On last year', note: kept.en },
  ...cameTo('month', { achievement: 'Achievement', gap: 'Gap', coverage: 'Coverage' }, notes.en),
  ...groupsCame(0, inEnglish, notes.en),
  forecastLessSigned: { label: 'Forecast less signed', note: 'Forecast used less signed target.' },
  forecastLessWorking: { label: 'Forecast less working', note: 'Forecast used less working target.' },
  forecastLessCompany: { label: 'Forecast less company', note: 'Forecast used less company target.' },
  bridgeCheck: {
    label: 'Bridge: check',
    note: 'Company target, or without one the working target, + steps less the forecast used; red if it is not 0.',
  },
  correctedSince: {
    label: 'Corrected since',
    note: 'What the month has sold now less what it was closed with; red if it is not 0.',
  },
};

export const historyZh: typeof historyEn = {
  ...closedWith(monthFiguresZh, kept.zh),
  closedOn: { label: '关账日', note: '取自关账。' },
  reopenedOn: { label: '重新打开日', note: '原来的数保留到再次关账。' },
  monthDue: { label: '应达成', note: kept.zh },
  monthCovered: { label: '可比目标', note: kept.zh },
  monthActual: { label: '实际', note: kept.zh },
  monthOnYear: { label: '同比', note: kept.zh },
  ...cameTo('month', inChinese(''), notes.zh),
  ...groupsCame(1, inChinese, notes.zh),
  forecastLessSigned: { label: '预测−签署', note: '采用的预测−签署目标。' },
  forecastLessWorking: { label: '预测−执行', note: '采用的预测−执行目标。' },
  forecastLessCompany: { label: '预测−公司目标', note: '采用的预测−公司目标。' },
  bridgeCheck: {
    label: '桥：校验',
    note: '公司目标(没有时为执行目标)＋各项−采用的预测，不为 0 时为红。',
  },
  correctedSince: { label: '此后更正', note: '当月现在的业绩−关账时的业绩，不为 0 时为红。' },
};

export const historyGroupsEn = {
  closing: 'Closing',
  month: 'Month',
  franchised: 'Month, franchised',
  selfOperated: 'Month, self-operated',
  opened: 'Month, new stores',
  year: 'Year to date',
  franchisedYear: 'Year to date, franchised',
  selfOperatedYear: 'Year to date, self-operated',
  openedYear: 'Year to date, new stores',
  forecast: 'The year',
  bridge: 'Company target to forecast',
  stores: 'Stores and openings',
  rates: 'Three rates, one price',
  people: 'Members, people, actions',
};

export const historyGroupsZh: typeof historyGroupsEn = {
  closing: '关账',
  month: '当月',
  franchised: '当月加盟',
  selfOperated: '当月自营',
  opened: '当月新店',
  year: '本年至今',
  franchisedYear: '本年加盟',
  selfOperatedYear: '本年自营',
  openedYear: '本年新店',
  forecast: '全年',
  bridge: '公司目标→预测',
  stores: '门店与开店',
  rates: '三率一价',
  people: '会员、人员与事项',
};
