import { userLanguage } from './language';
import { words } from './text';

/** Menu: opens the plan's forms beside the grid. */
export function showSidebar(): void {
  const page = HtmlService.createHtmlOutputFromFile('Sidebar').setTitle(words[userLanguage()].sidebar);
  SpreadsheetApp.getUi().showSidebar(page);
}
