import type { Spreadsheet } from '../sheets/read';
import { type Asked, askedWay } from './ask';
import { createWorkbookFile } from './create';
import { tabOfRole } from './described';
import { addRecords } from './endpoints';
import { generate } from './generate';
import { userLanguage } from './language';
import { ourWorkbook } from './ours';
import { linkPage } from './pages';
import { reasonIn } from './reason';
import { words } from './text';
import { userEmail } from './who';

/**
 * Whether this script is installed as an add-on. If not, it may belong to this spreadsheet, and then only a copy of the
 * file takes it along; or it is a test deployment of an add-on, of which Google says the same.
 */
function isInstalled(): boolean {
  try {
    return ScriptApp.getInstallationSource() !== ScriptApp.InstallationSource.NONE;
  } catch (error) {
    console.error(error);
    return false;
  }
}

/** Notes in the regions tab what was made, where, when and by whom; makes the tab with the first of them. */
function listRegion(file: Spreadsheet, { region, planYear, language }: Asked, link: string): void {
  const made = tabOfRole('made');
  if (!made) return;
  const workbook = ourWorkbook(file);
  if (!workbook.sheets.has(made.tab.id)) {
    generate(file, { section: made.section.id, language: workbook.language ?? language });
  }
  const madeOn = Utilities.formatDate(new Date(), file.getSpreadsheetTimeZone(), 'yyyy-MM-dd');
  addRecords(file, {
    request: Utilities.getUuid(),
    part: made.tab.id,
    records: [{ regionName: region, year: planYear, link, madeOn, madeBy: userEmail() }],
  });
}

/** A list of regions that cannot be kept is no reason to take the file for lost. */
function listIfPossible(file: Spreadsheet, wish: Asked, link: string): void {
  try {
    listRegion(file, wish, link);
  } catch (error) {
    console.error(error);
    const language = userLanguage();
    file.toast(words[language].notListed(reasonIn(error, language)));
  }
}

/** Makes the region's workbook as a new file and shows the way there; or, if that is chosen, the way to a copy. */
export function makeFile(file: Spreadsheet, wish: Asked): void {
  const language = userLanguage();
  const text = words[language];
  const show = (page: string, title: string): void =>
    SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput(page).setWidth(440).setHeight(240), title);
  const way = isInstalled() ? 'file' : askedWay(language);
  if (way === undefined) return;
  if (way === 'copy') {
    const [address] = file.getUrl().split('/edit');
    show(linkPage(language, [text.copyHint], [{ text: text.copy, url: `${address}/copy` }], []), text.whereTitle);
    return;
  }
  file.toast(text.working);
  try {
    const { url, title, lacking } = createWorkbookFile(wish, file.getSpreadsheetTimeZone());
    const said = [text.made(title), ...(lacking === undefined ? [] : [lacking])];
    // The way to the new file first: it is lost if anything after it fails.
    show(linkPage(language, said, [{ text: text.open, url }], text.startSteps), text.whereTitle);
    listIfPossible(file, wish, url);
  } catch (error) {
    console.error(error);
    SpreadsheetApp.getUi().alert(reasonIn(error, language));
  }
}
