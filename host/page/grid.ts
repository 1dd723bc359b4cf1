import { components, Spreadsheet } from '@odoo/o-spreadsheet';
import templates from '@odoo/o-spreadsheet/dist/o_spreadsheet.xml';
import { App } from '@odoo/owl';
import type { Workbook } from '../workbook';
import { translated } from './engineText';

// Wide enough for the script's menus, in the engine's own reckoning of where they open.
Object.assign(components.MenuPopover.defaultProps, { width: 290 });

/** What the grid says in its own words. */
export interface GridVoice {
  notify(text: string): void;
  /** Something went wrong; calls `then` when the person has read it. */
  complain(text: string, then?: () => void): void;
  confirm(text: string, yes: () => void, no?: () => void): void;
}

/** Shows a workbook's grid in an element; gives a function that takes it away. */
export async function showGrid(place: HTMLElement, workbook: Workbook, voice: GridVoice): Promise<() => void> {
  const app = new App(Spreadsheet, {
    props: {
      model: workbook.model,
      notifyUser: ({ text }) => voice.notify(String(text)),
      raiseError: (text, then) => voice.complain(String(text), then),
      askConfirmation: (text, yes, no) => voice.confirm(String(text), yes, no),
    },
    templates,
    translateFn: (text) => translated(text),
  });
  await app.mount(place);
  return () => app.destroy();
}
