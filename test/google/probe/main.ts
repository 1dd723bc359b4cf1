import { messageOf, tried } from '../case';
import { noted } from '../rooms/events';
import { wordsFor } from './text';

export { runProbe } from './run';

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
export function onEdit(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  const lock = LockService.getDocumentLock();
  const locked = lock.tryLock(1000);
  lock.releaseLock();
  const beside = event.range.offset(0, 1);
  const writes = tried(() => {
    beside.setValue('x');
    SpreadsheetApp.flush();
    beside.clearContent();
  });
  const sidebar = tried(() => SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x')));
  note(noted.edit, {
    authMode: String(event.authMode),
    cell: event.range.getA1Notation(),
    // Of a block there is neither, whatever is declared.
    value: event.value ?? null,
    oldValue: event.oldValue ?? null,
    locked,
    writes: writes.slice(0, 8),
    user: whoIsTold(),
    sidebar: sidebar.slice(0, 7),
  });
}
