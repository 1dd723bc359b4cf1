import { comparedOnYear } from './history';

/** Labels of how groups stood. `month` and `year` are of all stores: their labels are words of their own. */
interface Standing {
  readonly due: string;
  readonly covered: string;
  readonly actual: string;
  readonly achievement: string;
  readonly gap: string;
  readonly onYear: string;
  readonly coverage: string;
}

interface Notes extends Pick<Standing, 'achievement' | 'gap' | 'coverage'> {
  readonly kept: string;
}

type Words = Readonly<Record<string, { readonly label: string; readonly note: string }>>;

const standing = (group: string, label: Standing, note: Notes): Words => ({
  [`${group}Due`]: { label: label.due, note: note.kept },
  [`${group}Covered`]: { label: label.covered, note: note.kept },
  [`${group}Actual`]: { label: label.actual, note: note.kept },
  [`${group}Achievement`]: { label: label.achievement, note: note.achievement },
  [`${group}Gap`]: { label: label.gap, note: note.gap },
  ...(comparedOnYear.has(group) && { [`${group}OnYear`]: { label: label.onYear, note: note.kept } }),
  [`${group}Coverage`]: { label: label.coverage, note: note.coverage },
});

const inEnglish = (group: string, due = 'target'): Standing => ({
  due: `${group}: ${due}`,
  covered: `${group}: covered target`,
  actual: `${group}: actual`,
  achievement: `${group}: achievement`,
  gap: `${group}: gap`,
  onYear: `${group}: on last year`,
  coverage: `${group}: coverage`,
});

const inChinese = (group: string): Standing => ({
  due: `${group}应达成`,
  covered: `${group}可比目标`,
  actual: `${group}实际`,
  achievement: `${group}达成率`,
  gap: `${group}缺口`,
  onYear: `${group}同比`,
  coverage: `${group}覆盖率`,
});

const kept = { en: 'As it was when the month was closed.', zh: '关账时的数。' };

const notes = {
  en: {
    kept: kept.en,
    achievement: 'Actual ÷ covered target.',
    gap: 'Actual less covered target.',
    coverage: 'Covered target ÷ target to date.',
  },
  zh: { kept: kept.zh, achievement: '实际÷可比目标。', gap: '实际−可比目标。', coverage: '可比目标÷应达成。' },
};

export const historyEn = {
  closedOn: { label: 'Closed on', note: 'From the closing of the month.' },
  reopenedOn: { label: 'Opened again on', note: 'What it was closed with stays until it is closed anew.' },
  ...standing(
    'month',
    {
      due: 'Target',
      covered: 'Covered target',
      actual: 'Actual',
      achievement: 'Achievement',
      gap: 'Gap',
      onYear: 'On last year',
      coverage: 'Coverage',
    },
    notes.en,
  ),
  ...standing('franchised', inEnglish('Franchised'), notes.en),
  ...standing('selfOperated', inEnglish('Self-operated'), notes.en),
  ...standing('opened', inEnglish('New stores'), notes.en),
  ...standing('year', inEnglish('Year', 'target to date'), notes.en),
  ...standing('franchisedYear', inEnglish('Franchised, year', 'target to date'), notes.en),
  ...standing('selfOperatedYear', inEnglish('Self-operated, year', 'target to date'), notes.en),
  ...standing('openedYear', inEnglish('New stores, year', 'target to date'), notes.en),
  forecastAtPlan: { label: 'Forecast at plan', note: kept.en },
  forecastSeason: { label: 'Forecast, season', note: kept.en },
  forecastRecent: { label: 'Forecast, recent', note: kept.en },
  yearForecast: { label: 'Forecast used', note: kept.en },
  yearSigned: { label: 'Signed target', note: kept.en },
  yearWorking: { label: 'Working target', note: kept.en },
  yearCompany: { label: 'Company target', note: kept.en },
  requiredRate: { label: 'Required on the rest', note: kept.en },
  perDay: { label: 'Needed a day', note: kept.en },
  forecastLessSigned: { label: 'Forecast less signed', note: 'Forecast used less signed target.' },
  forecastLessWorking: { label: 'Forecast less working', note: 'Forecast used less working target.' },
  forecastLessCompany: { label: 'Forecast less company', note: 'Forecast used less company target.' },
  storesRed: { label: 'Red stores', note: kept.en },
  storesRedTwice: { label: 'Red for two months', note: kept.en },
  openingsAgreed: { label: 'Openings agreed', note: kept.en },
  storesOpened: { label: 'New stores', note: kept.en },
  openingsToCome: { label: 'Openings to come', note: kept.en },
  openingsPlanned: { label: 'Openings planned', note: kept.en },
  entryRate: { label: 'Entry rate', note: kept.en },
  conversionRate: { label: 'Conversion rate', note: kept.en },
  attachRate: { label: 'Pieces a ticket', note: kept.en },
  unitPrice: { label: 'Unit price', note: kept.en },
  ratesSales: { label: 'Rates: month now', note: kept.en },
  ratesTarget: { label: 'Rates: month, target', note: kept.en },
  ratesUplift: { label: 'Rates: uplift', note: kept.en },
  memberSales: { label: 'Member sales', note: kept.en },
  memberTarget: { label: 'Member sales, target', note: kept.en },
  repurchaseRate: { label: 'Repurchase rate', note: kept.en },
  certifiedRate: { label: 'Certified', note: kept.en },
  supervisors: { label: 'Supervisors', note: kept.en },
  supervisorsNeeded: { label: 'Supervisors needed', note: kept.en },
  expansionStaff: { label: 'Expansion staff', note: kept.en },
  actionsOverdue: { label: 'Overdue actions', note: kept.en },
  correctedSince: {
    label: 'Corrected since',
    note: 'What the month has sold now less what it was closed with; red if it is not 0.',
  },
};

export const historyZh: typeof historyEn = {
  closedOn: { label: '关账日', note: '取自关账。' },
  reopenedOn: { label: '重新打开日', note: '原来的数保留到再次关账。' },
  ...standing('month', inChinese(''), notes.zh),
  ...standing('franchised', inChinese('加盟'), notes.zh),
  ...standing('selfOperated', inChinese('自营'), notes.zh),
  ...standing('opened', inChinese('新店'), notes.zh),
  ...standing('year', inChinese('本年'), notes.zh),
  ...standing('franchisedYear', inChinese('加盟本年'), notes.zh),
  ...standing('selfOperatedYear', inChinese('自营本年'), notes.zh),
  ...standing('openedYear', inChinese('新店本年'), notes.zh),
  forecastAtPlan: { label: '按计划预测', note: kept.zh },
  forecastSeason: { label: '按季节预测', note: kept.zh },
  forecastRecent: { label: '按近三月预测', note: kept.zh },
  yearForecast: { label: '采用的预测', note: kept.zh },
  yearSigned: { label: '签署目标', note: kept.zh },
  yearWorking: { label: '执行目标', note: kept.zh },
  yearCompany: { label: '公司目标', note: kept.zh },
  requiredRate: { label: '后续需达成率', note: kept.zh },
  perDay: { label: '日均需', note: kept.zh },
  forecastLessSigned: { label: '预测−签署', note: '采用的预测−签署目标。' },
  forecastLessWorking: { label: '预测−执行', note: '采用的预测−执行目标。' },
  forecastLessCompany: { label: '预测−公司目标', note: '采用的预测−公司目标。' },
  storesRed: { label: '红店数', note: kept.zh },
  storesRedTwice: { label: '连续两月红店数', note: kept.zh },
  openingsAgreed: { label: '约定开店数', note: kept.zh },
  storesOpened: { label: '新店数', note: kept.zh },
  openingsToCome: { label: '待开店数', note: kept.zh },
  openingsPlanned: { label: '当前计划开店', note: kept.zh },
  entryRate: { label: '进店率', note: kept.zh },
  conversionRate: { label: '成交率', note: kept.zh },
  attachRate: { label: '连带率', note: kept.zh },
  unitPrice: { label: '件单价', note: kept.zh },
  ratesSales: { label: '三率月业绩现状', note: kept.zh },
  ratesTarget: { label: '三率月业绩目标', note: kept.zh },
  ratesUplift: { label: '三率月业绩提升', note: kept.zh },
  memberSales: { label: '会员业绩', note: kept.zh },
  memberTarget: { label: '会员业绩目标', note: kept.zh },
  repurchaseRate: { label: '复购率', note: kept.zh },
  certifiedRate: { label: '持证率', note: kept.zh },
  supervisors: { label: '督导', note: kept.zh },
  supervisorsNeeded: { label: '督导需要数', note: kept.zh },
  expansionStaff: { label: '拓展人员', note: kept.zh },
  actionsOverdue: { label: '逾期事项', note: kept.zh },
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
  stores: '门店与开店',
  rates: '三率一价',
  people: '会员、人员与事项',
};
