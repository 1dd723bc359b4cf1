import type { Language } from '../model/language';
import { isPermissionError, permissionsNamed } from '../model/permission';
import { words } from './text';

/** Why something failed, in words: of a permission that is missing what it is for and how to give it, else Google's own. */
export function reasonIn(error: unknown, language: Language): string {
  const message = error instanceof Error ? error.message : String(error);
  if (!isPermissionError(message)) return message;
  const { permissions, notPermitted, separator } = words[language];
  const named = permissionsNamed(message).flatMap((scope) => permissions[scope] ?? []);
  return notPermitted([...new Set(named)].join(separator));
}
