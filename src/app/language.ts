import { type Language, languageOf } from '../model/language';
import { words } from './text';

/** What was asked of a session. */
let known: { readonly session: typeof Session; readonly language: Language } | undefined;

/**
 * The user's language: English where it cannot be asked for, as may happen before the add-on is authorised. Asked for
 * once an execution, and only when there is something to say.
 */
export function userLanguage(): Language {
  if (known?.session === Session) return known.language;
  known = { session: Session, language: asked() };
  return known.language;
}

function asked(): Language {
  try {
    return languageOf(Session.getActiveUserLocale());
  } catch {
    return 'en';
  }
}

/** The words for the user. */
export const said = (): (typeof words)[Language] => words[userLanguage()];
