import { locked } from '../sheets/lock';
import { ourWorkbook, type Spreadsheet } from '../sheets/read';
import { askedPlace, askedWish } from './ask';
import { findings } from './check';
import { compare, generate, idMaker, type Wish } from './generate';
import { userLanguage } from './language';
import { makeFile } from './newFile';
import { words } from './text';

/** Most findings shown at once: an alert does not scroll. */
const shownFindings = 20;

/** Generates while no one saves, and says in words how it went. */
function run(file: Spreadsheet, wish: Wish): void {
  const language = userLanguage();
  const text = words[language];
  file.toast(text.working);
  try {
    const done = locked(() => generate(file, { ...wish, show: true }));
    if (!done) file.toast(text.busy);
    else if (done.made.length === 0 && done.changed === 0) file.toast(text.unchanged);
    else file.toast(text.generated(done.made.length, done.changed));
  } catch (error) {
    console.error(error);
    SpreadsheetApp.getUi().alert(text.failed(error instanceof Error ? error.message : String(error)));
  }
}

/** Menu: asks for region, year, language, currency and place, then generates every part. */
export function generateWorkbook(file: Spreadsheet): void {
  const language = userLanguage();
  const wish = askedWish(language, new Date().getFullYear() + 1);
  if (!wish) return;
  const place = askedPlace(language);
  if (place === 'here') run(file, wish);
  if (place === 'file') makeFile(file, wish);
}

/** Menu: generates the tabs of one part, in the workbook's language if it has one. */
export function generateSection(file: Spreadsheet, section: string): void {
  run(file, { section });
}

/** Menu: lists what is not as it should be; changes nothing. */
export function checkWorkbook(file: Spreadsheet): void {
  const language = userLanguage();
  const text = words[language];
  const ui = SpreadsheetApp.getUi();
  const plan = ourWorkbook(file);
  if (plan.language === undefined) {
    ui.alert(text.checkTitle, text.noWorkbook, ui.ButtonSet.OK);
    return;
  }
  const lines = findings(compare({ section: '' }, plan, idMaker()), language);
  const shown = lines.slice(0, shownFindings);
  if (lines.length > shown.length) shown.push(text.more(lines.length - shown.length));
  ui.alert(
    text.checkTitle,
    lines.length === 0 ? text.allFine : [...shown, '', text.repairHint].join('\n'),
    ui.ButtonSet.OK,
  );
}

/** Menu: puts right what "check" lists. */
export function repairWorkbook(file: Spreadsheet): void {
  const language = userLanguage();
  if (ourWorkbook(file).language === undefined) {
    const ui = SpreadsheetApp.getUi();
    ui.alert(words[language].checkTitle, words[language].noWorkbook, ui.ButtonSet.OK);
    return;
  }
  run(file, { section: '' });
}

/** Menu: the workbook's own words in the other language; what people typed stays as it is. */
export function switchLanguage(file: Spreadsheet): void {
  const { language } = ourWorkbook(file);
  if (language === undefined) {
    const ui = SpreadsheetApp.getUi();
    ui.alert(words[userLanguage()].checkTitle, words[userLanguage()].noWorkbook, ui.ButtonSet.OK);
    return;
  }
  run(file, { section: '', language: language === 'zh' ? 'en' : 'zh' });
}
