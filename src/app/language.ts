import { type Language, languageOf } from '../model/language';
import { words } from './text';

let known: Language | undefined;

/**
 * The user's language: English where it cannot be asked for, as may happen before the add-on is authorised. Asked for
 * once an execution, and only when there is something to say.
 */
export function userLanguage(): Language {
  if (known) return known;
  try {
    known = languageOf(Session.getActiveUserLocale());
  } catch {
    known = 'en';
  }
  return known;
}

/** The words for the user. */
export const said = (): (typeof words)[Language] => words[userLanguage()];
