import { keepable } from '../model/characters';
import type { Spreadsheet } from '../sheets/read';
import { barredIn } from './barred';
import { type Generated, generate, type Wish } from './generate';
import { userLanguage } from './language';
import { currencyIn, moneyWords } from './money';
import { ourWorkbook } from './ours';
import { reasonIn } from './reason';
import { showSidebar } from './sidebar';
import { keepAllValues } from './signedValues';
import { reopen, type SignAnswer, sign, signingState } from './signing';
import { words } from './text';
import { type Standing, standingOf } from './version';
import { listSigned, workingSection } from './working';

/** Characters of a reason that the log is given. */
const longestReason = 500;

/** Whether the user wants a workbook upgraded; one of a later version is only read, which is said. */
function agreesToUpgrade(standing: Exclude<Standing, 'current'>): boolean {
  const text = words[userLanguage()];
  const ui = SpreadsheetApp.getUi();
  if (standing === 'earlier') return ui.alert(text.upgradeTitle, text.upgrade, ui.ButtonSet.YES_NO) === ui.Button.YES;
  ui.alert(text.later);
  return false;
}

/** Generates while no one saves, and says in words how it went. */
function run(file: Spreadsheet, wish: Wish): void {
  const text = words[userLanguage()];
  file.toast(text.working);
  try {
    const done = generate(file, { ...wish, show: true });
    if (!done) file.toast(text.busy);
    else if (!('refused' in done)) {
      const hindrance = wish.section !== undefined && wish.section === workingSection ? listSigned(file) : undefined;
      file.toast(hindrance?.message ?? outcome(done));
    } else if (agreesToUpgrade(done.refused)) run(file, { ...wish, upgrade: true });
  } catch (error) {
    console.error(error);
    SpreadsheetApp.getUi().alert(barredIn(file, error) ?? text.failed(reasonIn(error, userLanguage())));
  }
}

/** How a run ended, in words. */
function outcome({ made, changed }: Generated): string {
  const text = words[userLanguage()];
  return made.length === 0 && changed === 0 ? text.unchanged : text.generated(made.length, changed);
}

/** Menu: opens the form beside the grid that asks for region, year, place, language and currency at once. */
export function generateWorkbook(file: Spreadsheet): void {
  const standing = standingOf(ourWorkbook(file));
  if (standing === 'later') agreesToUpgrade(standing);
  else showSidebar('generate');
}

/** Menu: generates the tabs of one part, in the workbook's language if it has one. */
export function generateSection(file: Spreadsheet, section: string): void {
  run(file, { section });
}

/** Menu: opens the list of what is not as it should be beside the grid. Of an earlier version it offers the upgrade instead. */
export function checkWorkbook(file: Spreadsheet): void {
  const text = words[userLanguage()];
  const workbook = ourWorkbook(file);
  if (workbook.language === undefined) {
    const ui = SpreadsheetApp.getUi();
    ui.alert(text.checkTitle, text.noWorkbook, ui.ButtonSet.OK);
    return;
  }
  const standing = standingOf(workbook);
  if (standing === 'current') showSidebar('check');
  else if (agreesToUpgrade(standing)) run(file, { section: '', upgrade: true });
}

/** Menu: opens the form beside the grid that says what the next year's plan would begin with, and makes it. */
export function startNextYear(file: Spreadsheet): void {
  const text = words[userLanguage()];
  const workbook = ourWorkbook(file);
  if (workbook.language === undefined) {
    const ui = SpreadsheetApp.getUi();
    ui.alert(text.menu.nextYear, text.noWorkbook, ui.ButtonSet.OK);
    return;
  }
  const standing = standingOf(workbook);
  if (standing === 'current') showSidebar('nextYear');
  else if (agreesToUpgrade(standing)) run(file, { section: '', upgrade: true });
}

/** Menu: puts right what stands between the workbook and its plan; what people typed is theirs to correct. */
export function repairWorkbook(file: Spreadsheet): void {
  const language = userLanguage();
  if (ourWorkbook(file).language === undefined) {
    const ui = SpreadsheetApp.getUi();
    ui.alert(words[language].checkTitle, words[language].noWorkbook, ui.ButtonSet.OK);
    return;
  }
  run(file, { section: '', mend: true });
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

/** A reason asked for until there is one; undefined if the user cancels. */
function reasonFor(question: string): string | undefined {
  const ui = SpreadsheetApp.getUi();
  const { signing } = words[userLanguage()];
  let prompt = question;
  for (;;) {
    const response = ui.prompt(signing.title, prompt, ui.ButtonSet.OK_CANCEL);
    if (response.getSelectedButton() !== ui.Button.OK) return undefined;
    const reason = keepable(response.getResponseText()).trim();
    if (reason !== '') return reason.slice(0, longestReason);
    prompt = `${signing.needsReason}\n\n${question}`;
  }
}

/** Menu: signs the plan, after what is still open in it; or opens a signed one again, for a reason. */
export function signWorkbook(file: Spreadsheet): void {
  const ui = SpreadsheetApp.getUi();
  const text = words[userLanguage()];
  const { language, version } = ourWorkbook(file);
  if (language === undefined) {
    ui.alert(text.signing.title, text.noWorkbook, ui.ButtonSet.OK);
    return;
  }
  const standing = standingOf({ version });
  if (standing !== 'current') {
    if (agreesToUpgrade(standing)) run(file, { section: '', upgrade: true });
    return;
  }
  const { signing, planned, doubts } = signingState(file);
  const request = Utilities.getUuid();
  if (signing && !signing.opened) {
    const reason = reasonFor(text.signing.askOpen(signing.version, signing.on));
    if (reason !== undefined) tellSigned(file, reopen(file, request, reason), text.signing.opened);
    return;
  }
  const total =
    planned === null ? text.signing.noTotal : moneyWords(Math.round(planned), currencyIn(ourWorkbook(file)));
  const reason =
    doubts.length > 0
      ? reasonFor(text.signing.askAlthough(total, doubts.map(({ message }) => `· ${message}`).join('\n')))
      : ui.alert(text.signing.title, text.signing.ask(total), ui.ButtonSet.YES_NO) === ui.Button.YES
        ? ''
        : undefined;
  if (reason === undefined) return;
  file.toast(text.working);
  const answer = sign(file, request, { planned, reason });
  tellSigned(file, answer, text.signing.done);
  if (answer.status !== 'done') return;
  const left = keepAllValues(file);
  if (left > 0) file.toast(text.signing.left(left));
}

/** Says how signing or opening ended. */
function tellSigned(file: Spreadsheet, answer: SignAnswer, done: (version: number) => string): void {
  if (answer.status === 'done') file.toast(done(answer.version));
  else SpreadsheetApp.getUi().alert(answer.message);
}
