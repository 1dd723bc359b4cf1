import { messageOf, tried } from '../case';
import { noted } from '../rooms/events';
import { seen } from '../rooms/script';
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

/** What a page handed over, as text. */
export const probeEcho = (value: unknown): string => JSON.stringify(value);

/** How long a text is that a page handed over. */
export const probeLength = (text: string): number => text.length;

/** Answers a page with what may not pass. */
export function probeAnswer(what: string): object {
  if (what === 'error') throw new Error('as it should');
  return what === 'date' ? { d: new Date() } : { a: undefined, b: 1 };
}

/** Notes down what a page has seen. */
export function probePage(told: string): void {
  PropertiesService.getDocumentProperties().setProperty(seen, told);
}
