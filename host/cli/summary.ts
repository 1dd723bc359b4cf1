import type { Language } from '../../src/model/language';
import { filled } from '../../src/model/sentence';
import type { RegionPlan } from './regionPlan';
import { type en, words } from './text';

const money = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** The plan in one line: what it holds and what it adds up to; money in the currency's unit, to two places. */
export function summaryText(plan: RegionPlan, seconds: number, language: Language): string {
  const { figures } = words[language];
  const line: string[] = [];
  const say = (figure: keyof typeof en.figures, value: string): void => {
    line.push(filled(figures[figure], { value }));
  };
  const sayMoney = (figure: keyof typeof en.figures, value: number | null): void => {
    say(figure, value === null ? '–' : money.format(value).replace('-', '−'));
  };
  say('tabs', String(plan.tabs));
  say('stores', String(plan.stores));
  sayMoney('lastYear', plan.lastYear);
  sayMoney('baseline', plan.averageStore);
  // Targets are blank until growth is entered, and a sum of blanks is 0.
  if (plan.target) sayMoney('target', plan.target);
  else say('noTarget', '');
  if (plan.companyTarget !== null) {
    sayMoney('companyTarget', plan.companyTarget);
    if (plan.target) sayMoney('gap', plan.gap);
  }
  say('seconds', seconds.toFixed(1));
  return line.join(' · ');
}
