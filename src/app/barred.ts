import { isPermissionError, permissionsNamed } from '../model/permission';
import { lockedTabs, mayEdit } from '../sheets/access';
import type { Spreadsheet } from '../sheets/read';
import { userLanguage } from './language';
import { words } from './text';

/*
 * Who may not write: a workbook that a person may only view or comment on, and what someone has protected in a tab. Google
 * says so where something is written, in words that are not known for all cases, so that it is asked once a write has failed.
 */

/** What Google says of a protected cell. Sources: Blacksmoke16/GESI#48, theoephraim/node-google-spreadsheet#20. */
const ofProtection = /protected cell|protected (?:range|sheet)|受保护|保护的单元格/i;

/** What else it may say to who may not write. */
const ofAccess = /not allowed|no access|access denied|cannot edit|can.t edit|无权|拒绝/i;

/** Why a person may not write, in words; undefined where something else went wrong. */
export function barredIn(file: Spreadsheet, error: unknown): string | undefined {
  const message = error instanceof Error ? error.message : String(error);
  const isOfProtection = ofProtection.test(message);
  // A permission that is named was not given to the add-on: that is another matter.
  const isOfPermission = isPermissionError(message) && permissionsNamed(message).length === 0;
  if (!isOfProtection && !isOfPermission && !ofAccess.test(message)) return undefined;
  const text = words[userLanguage()];
  const tabs = isOfProtection ? lockedTabs(file) : [];
  if (tabs.length > 0) return text.lockedTabs(tabs.map(text.quoted).join(text.separator));
  if (!mayEdit(file)) return text.readOnly;
  return isOfProtection ? text.lockedSomewhere : undefined;
}
