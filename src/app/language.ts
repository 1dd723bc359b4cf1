import { type Language, languageOf } from '../model/language';

/** The user's language: English where it cannot be asked for, as may happen before the add-on is authorised. */
export function userLanguage(): Language {
  try {
    return languageOf(Session.getActiveUserLocale());
  } catch {
    return 'en';
  }
}
