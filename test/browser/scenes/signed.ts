import type { Frame } from 'playwright-core';
import * as sidebarText from '../../../sidebar/text';
import { home, stored } from '../hands';
import type { Props } from '../scene';
import { looked } from './views';

/** From the sidebar's first view: signs the plan for a reason, is refused a change, opens it again and sees what moved. */
export async function signedAndOpened(props: Props, side: Frame, change: () => Promise<void>): Promise<void> {
  const { page, language } = props;
  const text = { en: sidebarText.en, zh: sidebarText.zh }[language];
  const words = text.signing;
  const button = (name: string) => side.getByRole('button', { name, exact: true });
  const signs = async (name: string) => {
    await button(name).click();
    await side.locator('main h1', { hasText: name === words.look ? words.look : words.title }).waitFor();
    await side.getByText(words.intro).waitFor();
  };
  await signs(words.open);
  await side.getByText(words.unsigned).waitFor();
  await looked(props, 'view-signing');
  // From what is still open there is a way to it.
  await side.locator('.points .text-button').first().click();
  await side.locator('main h1').filter({ hasNotText: words.title }).waitFor();
  await home(side, language);
  await signs(words.open);
  // Without a reason it is asked for, and the keyboard is where it goes.
  await button(words.go(1)).click();
  await side.getByText(words.needsReason).waitFor();
  await page.keyboard.type(language === 'zh' ? '十月会议商定' : 'Agreed in October');
  await button(words.go(1)).click();
  await side.getByText(words.whole).waitFor();
  await looked(props, 'view-signed');
  await button(text.common.back).click();

  await change();
  await side
    .locator('main')
    .getByText(/planner|V1|第 1 版/)
    .first()
    .waitFor();
  await looked(props, 'view-signed-refusal');
  await side.getByRole('button', { name: text.form.revert }).click();
  await button(text.common.back).click();

  await home(side, language);
  await signs(words.look);
  await side.getByLabel(words.whyOpen).fill(language === 'zh' ? '一家店要关闭' : 'A store closes');
  await button(words.reopen).click();
  await button(words.go(2)).waitFor();
  await button(text.common.back).click();
  await looked(props, 'view-opened');
  await change();
  await stored(side, language);
  await button(text.common.back).click();
  await home(side, language);
  await signs(words.open);
  await button(words.compare).click();
  await side.getByText(words.differ(1)).waitFor();
  await side
    .getByRole('caption')
    .filter({ hasText: text.moneyIn('') })
    .waitFor();
  await looked(props, 'view-compared');
  await button(text.common.back).click();
}
