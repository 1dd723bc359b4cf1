import { userLanguage } from './language';
import { words } from './text';

/** Where the sidebar's page shows what it shows; marked with a language, that is the function reference. */
const place = '<div id="sidebar"';

/** Menu: what each cell function does. Its words are in the sidebar's page: here they would burden every cell. */
export function showReference(): void {
  const language = userLanguage();
  const page = HtmlService.createHtmlOutputFromFile('Sidebar');
  page.setContent(page.getContent().replace(place, `${place} data-reference="${language}"`));
  SpreadsheetApp.getUi().showModalDialog(page.setWidth(640).setHeight(520), words[language].menu.reference);
}
