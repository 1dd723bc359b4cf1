import type { WriteOptions, WriteSheet } from 'hucre/xlsx';
import type { Execution } from '../execution';
import { letters } from '../services/place';
import { writable } from './letters';
import { type OurTab, type OurTabs, ourTabs } from './tabs';
import { words } from './text';

type Setup = NonNullable<WriteSheet['pageSetup']>;
type Name = NonNullable<WriteOptions['namedRanges']>[number];

/** How a sheet is printed. */
export interface Page {
  readonly setup: Pick<WriteSheet, 'pageSetup' | 'headerFooter'>;
  /** What is printed, and what again on every page: the writer would not quote the sheet's name. */
  readonly names: readonly Name[];
}

interface Parts {
  readonly setup: Setup;
  readonly titles: readonly string[];
}

/** How each sheet of a workbook is printed. */
export function pagesOf(execution: Execution): (sheetId: string) => Page {
  const ours = ourTabs(execution);
  const printed = footer(ours, dayOf(execution));
  const { getters } = execution.model;
  return (sheetId) => {
    const tab = [...ours.tabs.values()].find((candidate) => candidate.sheetId === sheetId);
    const { setup, titles } = tab?.plan.printed
      ? upright(execution, tab)
      : tab === undefined && isPage(execution, sheetId)
        ? onePage
        : sideways(execution, sheetId);
    return {
      setup: {
        pageSetup: { ...setup, paperSize: 'a4', fitToPage: true, margins: MARGINS },
        headerFooter: { oddFooter: printed },
      },
      // Some programs print hidden sheets, too, if they know what of them.
      names: getters.isSheetVisible(sheetId)
        ? names(getters.getSheetName(sheetId), area(execution, sheetId, tab), titles)
        : [],
    };
  };
}

/** Inches. */
const MARGINS = { top: 0.5, bottom: 0.6, left: 0.4, right: 0.4, header: 0.25, footer: 0.25 };

function names(sheet: string, printed: string, titles: readonly string[]): readonly Name[] {
  const on = (range: string): string => `'${sheet.replace(/'/g, "''")}'!${range}`;
  const area = { name: '_xlnm.Print_Area', range: on(printed), scope: sheet };
  if (titles.length === 0) return [area];
  return [area, { name: '_xlnm.Print_Titles', range: titles.map(on).join(','), scope: sheet }];
}

/** A page that is no plan's tab, as stores have one each: keys in a hidden first row and column, as all that the add-on draws. */
function isPage({ model: { getters } }: Execution, sheetId: string): boolean {
  return getters.isRowHidden(sheetId, 0) && getters.isColHidden(sheetId, 0);
}

const onePage: Parts = {
  setup: { orientation: 'portrait', fitToWidth: 1, fitToHeight: 1, horizontalCentered: true },
  titles: [],
};

/** A form or a list as wide as an upright page: the form on one, the list with its frozen rows on each. */
function upright(execution: Execution, { plan, sheetId }: OurTab): Parts {
  const fitToHeight = plan.printed?.onePage ? 1 : 0;
  return {
    setup: { orientation: 'portrait', fitToWidth: 1, fitToHeight, horizontalCentered: true },
    titles: frozenRows(execution, sheetId),
  };
}

/** What is readable across a page on its side, in pixels. */
const PAGE_WIDTH = 2100;

/** As many pages across as stay readable; the frozen rows and columns on every one. */
function sideways(execution: Execution, sheetId: string): Parts {
  const { xSplit } = execution.model.getters.getPaneDivisions(sheetId);
  const across = Math.max(1, Math.ceil(widthOf(execution, sheetId) / PAGE_WIDTH));
  const columns = xSplit > 0 && across > 1 ? [`$A:$${letters(xSplit - 1)}`] : [];
  return {
    setup: { orientation: 'landscape', fitToWidth: across, fitToHeight: 0 },
    titles: [...columns, ...frozenRows(execution, sheetId)],
  };
}

function frozenRows(execution: Execution, sheetId: string): readonly string[] {
  const { ySplit } = execution.model.getters.getPaneDivisions(sheetId);
  return ySplit > 0 ? [`$1:$${ySplit}`] : [];
}

function widthOf(execution: Execution, sheetId: string): number {
  const { getters } = execution.model;
  let width = 0;
  for (let col = 0; col < getters.getNumberCols(sheetId); col++) {
    if (!getters.isColHidden(sheetId, col)) width += getters.getColSize(sheetId, col);
  }
  return width;
}

/** What is printed: as far as anything is shown, so that rows kept ready for typing take no paper. */
function area(execution: Execution, sheetId: string, tab: OurTab | undefined): string {
  const { getters } = execution.model;
  const lastColumn = tab?.columns.get(tab.plan.printed?.lastColumn ?? '') ?? getters.getNumberCols(sheetId) - 1;
  // The numbers of a list's rows are there before there is anything to list.
  const numbers = tab?.columns.get('label');
  let lastRow = getters.getPaneDivisions(sheetId).ySplit;
  for (const position of getters.getEvaluatedCellsPositions(sheetId)) {
    const { col, row } = position;
    if (row <= lastRow || col === 0 || col > lastColumn || getters.isColHidden(sheetId, col)) continue;
    const { formattedValue, type } = getters.getEvaluatedCell(position);
    if (formattedValue === '' || (col === numbers && type === 'number')) continue;
    lastRow = row;
  }
  return `$A$1:$${letters(lastColumn)}$${lastRow + 1}`;
}

/** A text of a footer, in which `&` would begin a code. */
const escaped = (text: string): string => writable(text).replace(/&/g, '&&');

/** Today in the workbook's time zone, as its other dates are written; `&D` would be in the form of whoever prints. */
function dayOf({ workbook }: Execution): string {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: workbook.settings.timeZone });
  return day.format(workbook.now());
}

/** Region and year, version and date, page. Without a date of its own the plan shows the day on which the file was made. */
function footer({ language, shown }: OurTabs, today: string): string {
  const setting = (field: string): string => escaped(shown('settings', field, 'value.1'));
  const text = words[language];
  const plan = [setting('region'), setting('planYear')].filter(Boolean).join(' ');
  const version = setting('version');
  const stand = [version && text.version(version), setting('preparedOn') || today].filter(Boolean).join(' · ');
  return `&L&8${plan && ` ${plan}`}&C&8 ${stand}&R&8 ${text.page('&P', '&N')}`;
}
