import { components, type Model, Spreadsheet } from '@odoo/o-spreadsheet';
import { App } from '@odoo/owl';
import { registryKey, registryOf } from '../../src/workbook/registry';
import { gid } from '../services/place';
import type { Workbook } from '../workbook';
import { translated } from './engineText';
import { endOf, paperOf } from './paper';
import { mendTyping } from './typing';

// Wide enough for the script's menus, in the engine's own reckoning of where they open.
Object.assign(components.MenuPopover.defaultProps, { width: 290 });

/** What the grid says in its own words. */
export interface GridVoice {
  notify(text: string): void;
  /** Something went wrong; calls `then` when the person has read it. */
  complain(text: string, then?: () => void): void;
  confirm(text: string, yes: () => void, no?: () => void): void;
  /** What is asked before a tab of the plan is deleted. */
  losing(tab: string): string;
}

export interface Grid {
  /** Gives the keyboard to the selected cell. */
  focus(): void;
  /** Shows a tab as it prints, by Google's number for it, as far as a range goes; without one as the grid itself prints. */
  print(tab: string, range?: string): void;
  /** Takes the grid off the page. */
  close(): void;
}

/** What the grid asks before it deletes the tab that is shown. */
const DELETING = 'Are you sure you want to delete this sheet?';

/** The name of the tab that is shown, if it is one of the plan's. */
function shownPart({ model: { getters }, extras }: Workbook): string | undefined {
  const { tabs } = registryOf(extras.kept.metadata.find(({ key }) => key === registryKey)?.value);
  const shown = gid(getters.getActiveSheetId());
  return Object.values(tabs).some(({ sheet }) => sheet === shown) ? getters.getActiveSheetName() : undefined;
}

/** Selects the next cell that is seen where a hidden one is selected, as Google does when a row is hidden. */
export function selectWhatIsSeen({ getters, selection }: Model): void {
  const position = getters.getActivePosition();
  const { sheetId } = position;
  if (!getters.isColHidden(sheetId, position.col) && !getters.isRowHidden(sheetId, position.row)) return;
  const { col, row } = getters.getNextVisibleCellPosition(position);
  selection.selectCell(col, row);
}

/** What is written otherwise in the grid's own templates: no sum of nothing at its foot, its menus however narrow it is. */
const mended: readonly (readonly [from: string, to: string])[] = [
  [
    't-if="selectedStatistic !== undefined"',
    't-if="selectedStatistic !== undefined and !selectedStatistic.endsWith(\'__\')"',
  ],
  ['<div t-if="!env.isSmall" class="o-topbar-top ', '<div class="o-topbar-top '],
];

const mendedTemplates = (templates: string): string =>
  mended.reduce((text, [from, to]) => text.replace(from, to), templates);

/** Shows a workbook's grid in an element; `templates` are the grid's own. */
export async function showGrid(
  place: HTMLElement,
  workbook: Workbook,
  templates: string,
  voice: GridVoice,
): Promise<Grid> {
  const app = new App(Spreadsheet, {
    props: {
      model: workbook.model,
      notifyUser: ({ text }) => voice.notify(String(text)),
      raiseError: (text, then) => voice.complain(String(text), then),
      askConfirmation: (text, yes, no) => {
        const part = String(text) === translated(DELETING) ? shownPart(workbook) : undefined;
        voice.confirm(part === undefined ? String(text) : voice.losing(part), yes, no);
      },
    },
    templates: mendedTemplates(templates),
    translateFn: (text) => translated(text),
  });
  const closing = new AbortController();
  mendTyping(place, workbook.model, closing.signal);
  const spreadsheet = await app.mount(place);
  const { model } = workbook;
  return {
    focus: () => spreadsheet.focusGrid(),
    print(tab, range) {
      const sheetIdTo = model.getters.getSheetIds().find((id) => String(gid(id)) === tab);
      if (sheetIdTo === undefined) return;
      model.dispatch('ACTIVATE_SHEET', { sheetIdFrom: model.getters.getActiveSheetId(), sheetIdTo });
      const end = endOf(range);
      if (!end) {
        spreadsheet.state.printModeEnabled = true;
        return;
      }
      const paper = document.createElement('main');
      paper.className = 'paper';
      paper.append(paperOf(model, { sheetId: sheetIdTo, lastColumn: end.column, lastRow: end.row }));
      document.body.append(paper);
      document.documentElement.dataset.paper = 'true';
      window.print();
    },
    close() {
      closing.abort();
      app.destroy();
    },
  };
}
