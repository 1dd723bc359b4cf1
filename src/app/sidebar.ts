import { userLanguage } from './language';
import { words } from './text';

/** Where the sidebar's page shows what it shows. */
const place = '<div id="sidebar"';

/** Opens the plan's forms beside the grid, in one of its views or in the first one. */
export function showSidebar(view?: 'check' | 'generate' | 'nextYear'): void {
  const page = HtmlService.createHtmlOutputFromFile('Sidebar').setTitle(words[userLanguage()].sidebar);
  if (view !== undefined) page.setContent(page.getContent().replace(place, `${place} data-view="${view}"`));
  SpreadsheetApp.getUi().showSidebar(page);
}
