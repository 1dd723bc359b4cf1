import { ourWorkbook } from '../sheets/read';
import { userLanguage } from './language';
import { linkPage } from './pages';
import { planOf } from './plan';
import { words } from './text';

/** A4 upright, as wide as the page, no grid lines, the frozen rows again on each page, numbered. */
const pageSetup =
  'format=pdf&size=A4&portrait=true&fitw=true&gridlines=false&printtitle=false&sheetnames=false&fzr=true&pagenum=CENTER';

/** Menu: links to the target sheet and the store list as PDF, with their page setup. */
export function printPages(): void {
  const language = userLanguage();
  const text = words[language];
  const ui = SpreadsheetApp.getUi();
  const workbook = ourWorkbook();
  const [address] = SpreadsheetApp.getActive().getUrl().split('/edit');
  const links = [...workbook.sheets.values()].flatMap(({ id, sheet }) => {
    const plan = planOf(id, workbook.language ?? language);
    return plan?.printed
      ? [{ text: sheet.getName(), url: `${address}/export?${pageSetup}&gid=${sheet.getSheetId()}` }]
      : [];
  });
  if (links.length === 0) ui.alert(text.printTitle, text.nothingToPrint, ui.ButtonSet.OK);
  else
    ui.showModalDialog(
      HtmlService.createHtmlOutput(linkPage(language, [text.printHint], links, []))
        .setWidth(420)
        .setHeight(220),
      text.printTitle,
    );
}
