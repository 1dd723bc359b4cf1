import { messageOf, tried } from '../case';
import { noted } from '../rooms/events';
import { wordsFor } from './text';

export { answersOf as probeRoom, runProbe } from './run';

/** What Google hands to a trigger, as far as it is looked at. */
interface Event {
  readonly authMode: unknown;
  readonly range: GoogleAppsScript.Spreadsheet.Range;
  readonly value?: string;
  readonly oldValue?: string;
}

const note = (key: string, what: object): void => {
  PropertiesService.getDocumentProperties().setProperty(key, JSON.stringify(what));
};

/** Builds the menu: one item. */
export function onOpen(event: { readonly authMode: unknown }): void {
  const words = wordsFor(Session.getActiveUserLocale());
  SpreadsheetApp.getUi().createAddonMenu().addItem(words.run, 'runProbe').addToUi();
  // Not permitted where nobody uses the add-on yet.
  tried(() => note(noted.open, { authMode: String(event.authMode) }));
}

function whoIsTold(): string {
  try {
    return Session.getActiveUser().getEmail() === '' ? '' : 'told';
  } catch (error) {
    return messageOf(error) === '' ? '' : 'refused';
  }
}

/** Notes what the trigger was told and could do. */
export function onEdit({ authMode, range, value, oldValue }: Event): void {
  const lock = LockService.getDocumentLock();
  const locked = lock.tryLock(1000);
  lock.releaseLock();
  const beside = range.offset(0, 1);
  const writes = tried(() => {
    beside.setValue('x');
    SpreadsheetApp.flush();
    beside.clearContent();
  });
  const sidebar = tried(() => SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x')));
  note(noted.edit, {
    authMode: String(authMode),
    cell: range.getA1Notation(),
    value: value ?? null,
    oldValue: oldValue ?? null,
    locked,
    writes: writes.slice(0, 8),
    user: whoIsTold(),
    sidebar: sidebar.slice(0, 7),
  });
}
