import { type OurSheet, type Spreadsheet, tabCells } from '../sheets/read';
import { columnLetters } from '../workbook/formula';
import type { TabPlan } from '../workbook/plan';
import { plannedTab } from './described';
import { userLanguage } from './language';
import { ourWorkbook } from './ours';
import { linkPage } from './pages';
import { words } from './text';

/** A4 upright, as wide as the page, no grid lines, the frozen rows again on each page, numbered. */
const pageSetup =
  'format=pdf&size=A4&portrait=true&fitw=true&gridlines=false&printtitle=false&sheetnames=false&fzr=true&pagenum=CENTER';

/** What is printed of a tab: up to its last printed column, and to the last row in which something is shown there. */
function printedRange(ours: OurSheet, plan: TabPlan, lastColumn: string): string {
  const { placement, values } = tabCells(ours, false);
  const columns = [...placement.columns].filter(([key]) => !plan.columns.find((column) => column.key === key)?.hidden);
  const last = placement.columns.get(lastColumn) ?? 1;
  const shown = columns.filter(([key, at]) => key !== 'label' && at <= last).map(([, at]) => at - 1);
  let lastRow = 1;
  for (const [row, line] of values.entries()) if (shown.some((at) => (line[at] ?? '') !== '')) lastRow = row + 1;
  return `A1:${columnLetters(last)}${lastRow}`;
}

/** Menu: links to the target sheet and the store list as PDF, with their page setup. */
export function printPages(file: Spreadsheet): void {
  const language = userLanguage();
  const text = words[language];
  const ui = SpreadsheetApp.getUi();
  const workbook = ourWorkbook(file);
  const [address] = file.getUrl().split('/edit');
  const links = [...workbook.sheets.values()].flatMap((ours) => {
    const { id, sheet } = ours;
    const plan = plannedTab(id, workbook.language ?? language);
    if (!plan?.printed || workbook.language === undefined) return [];
    const range = printedRange(ours, plan, plan.printed.lastColumn);
    return [{ text: sheet.getName(), url: `${address}/export?${pageSetup}&gid=${sheet.getSheetId()}&range=${range}` }];
  });
  if (links.length === 0) ui.alert(text.printTitle, text.nothingToPrint, ui.ButtonSet.OK);
  else
    ui.showModalDialog(
      HtmlService.createHtmlOutput(linkPage(language, [text.printHint], links))
        .setWidth(420)
        .setHeight(220),
      text.printTitle,
    );
}
