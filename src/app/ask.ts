import { keepable, shortened } from '../model/characters';
import type { Language } from '../model/language';
import { lists } from './described';
import { words } from './text';

type Ui = GoogleAppsScript.Base.Ui;

/** Asks until the answer is understood; undefined if the user cancels. */
function asked<T>(
  ui: Ui,
  title: string,
  question: string,
  understand: (answer: string) => { readonly value: T } | { readonly problem: string },
): { readonly value: T } | undefined {
  let prompt = question;
  for (;;) {
    const response = ui.prompt(title, prompt, ui.ButtonSet.OK_CANCEL);
    if (response.getSelectedButton() !== ui.Button.OK) return undefined;
    const understood = understand(keepable(response.getResponseText()).trim());
    if ('value' in understood) return understood;
    prompt = `${understood.problem}\n\n${question}`;
  }
}

const currencies = (lists.find((list) => list.id === 'currency')?.choices ?? []).map((choice) => choice.id);

/** The region's workbook that is asked for. */
export interface Asked {
  readonly region: string;
  readonly planYear: number;
  readonly language: Language;
  readonly currency: string;
}

/** Whether the workbook is to be made here or as a new file; undefined if the user cancels. */
export function askedPlace(language: Language): 'here' | 'file' | undefined {
  const ui = SpreadsheetApp.getUi();
  const text = words[language];
  const button = ui.alert(text.whereTitle, text.where, ui.ButtonSet.YES_NO_CANCEL);
  if (button === ui.Button.YES) return 'here';
  return button === ui.Button.NO ? 'file' : undefined;
}

/** Where it cannot be told whether a new file would know the script: whether to make one or a copy of this one. */
export function askedWay(language: Language): 'file' | 'copy' | undefined {
  const ui = SpreadsheetApp.getUi();
  const text = words[language];
  const button = ui.alert(text.whereTitle, text.way, ui.ButtonSet.YES_NO_CANCEL);
  if (button === ui.Button.YES) return 'file';
  return button === ui.Button.NO ? 'copy' : undefined;
}

/** Region, plan year, language and currency, asked one after the other; undefined if the user cancels. */
export function askedWish(language: Language, nextYear: number): Asked | undefined {
  const ui = SpreadsheetApp.getUi();
  const { ask } = words[language];
  const region = asked(ui, ask.title, ask.region, (text) =>
    text === '' ? { problem: ask.noRegion } : { value: text },
  );
  if (!region) return undefined;
  const planYear = asked(ui, ask.title, ask.year(nextYear), (text) => {
    const year = text === '' ? nextYear : Number(text.normalize('NFKC'));
    return Number.isInteger(year) && year >= 2000 && year <= 2100
      ? { value: year }
      : { problem: ask.badYear(shortened(text)) };
  });
  if (!planYear) return undefined;
  const spoken = asked<Language>(ui, ask.title, ask.language, (text) => {
    const wanted = text === '' ? language : text.toLowerCase();
    return wanted === 'zh' || wanted === 'en' ? { value: wanted } : { problem: ask.badLanguage(shortened(text)) };
  });
  if (!spoken) return undefined;
  const currency = asked(ui, ask.title, ask.currency(currencies.join(', ')), (text) => {
    const code = text === '' ? 'CNY' : text.toUpperCase();
    return currencies.includes(code) ? { value: code } : { problem: ask.badCurrency(shortened(text)) };
  });
  if (!currency) return undefined;
  return { region: region.value, planYear: planYear.value, language: spoken.value, currency: currency.value };
}
