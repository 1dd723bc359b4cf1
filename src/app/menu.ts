import { sections } from '../sections';
import { userLanguage } from './language';
import { words } from './text';

/** The menu, in the user's language. Touches no document: it runs before the add-on is authorised. */
export function buildMenu(): void {
  const language = userLanguage();
  const { menu } = words[language];
  const ui = SpreadsheetApp.getUi();
  const tabs = ui.createMenu(menu.tabs);
  for (const section of sections) {
    if (section.tabs.some((tab) => tab.onDemand) && !section.offered) continue;
    tabs.addItem(section.text[language].title, `generate_${section.id}`);
  }
  ui.createAddonMenu()
    .addItem(menu.sidebar, 'showSidebar')
    .addSeparator()
    .addItem(menu.generate, 'generateWorkbook')
    .addSubMenu(tabs)
    .addSeparator()
    .addItem(menu.check, 'checkWorkbook')
    .addItem(menu.repair, 'repairWorkbook')
    .addItem(menu.language, 'switchLanguage')
    .addItem(menu.values, 'copyValuesOnly')
    .addSeparator()
    .addItem(menu.sign, 'signWorkbook')
    .addItem(menu.nextYear, 'startNextYear')
    .addItem(menu.print, 'printPages')
    .addItem(menu.reference, 'showReference')
    .addToUi();
}
