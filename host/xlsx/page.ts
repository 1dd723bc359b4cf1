import type { WriteOptions, WriteSheet } from 'hucre/xlsx';
import { describedTab } from '../../src/app/described';
import type { Execution } from '../execution';
import { letters } from '../services/place';
import { writable } from './letters';
import { type OurTab, type OurTabs, ourTabs } from './tabs';
import { words } from './text';

type Setup = NonNullable<WriteSheet['pageSetup']>;
type Name = NonNullable<WriteOptions['namedRanges']>[number];

/** How a sheet is printed. */
export interface Page {
  readonly setup: Pick<WriteSheet, 'pageSetup' | 'headerFooter' | 'colBreaks'>;
  /** What is printed, and what again on every page: the writer would not quote the sheet's name. */
  readonly names: readonly Name[];
}

interface Parts {
  readonly setup: Setup;
  /** The tab itself says at its top what it is. */
  readonly isTitled?: boolean;
  readonly titles: readonly string[];
  /** The columns, counted from 0, with which a page across begins, and the last one that is printed. */
  readonly breaks?: readonly number[];
  readonly lastColumn?: number;
}

/** How each sheet of a workbook is printed. */
export function pagesOf(execution: Execution): (sheetId: string) => Page {
  const ours = ourTabs(execution);
  const printed = footer(ours, dayOf(execution));
  const { getters } = execution.model;
  return (sheetId) => {
    const tab = [...ours.tabs.values()].find((candidate) => candidate.sheetId === sheetId);
    const { setup, titles, breaks, lastColumn, isTitled } = tab?.plan.printed
      ? upright(execution, tab)
      : tab === undefined && isPage(execution, sheetId)
        ? onePage
        : sideways(execution, sheetId, tab);
    return {
      setup: {
        pageSetup: { fitToPage: true, ...setup, paperSize: 'a4', margins: MARGINS },
        // What a page is of, on each of them: `&A` is the tab's name as it is when it is printed.
        headerFooter: { ...(!isTitled && { oddHeader: '&L&9&A' }), oddFooter: printed },
        ...(breaks && { colBreaks: breaks.map((column) => column - 1) }),
      },
      // Some programs print hidden sheets, too, if they know what of them.
      names: getters.isSheetVisible(sheetId)
        ? names(getters.getSheetName(sheetId), area(execution, sheetId, tab, lastColumn), titles)
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
  isTitled: true,
};

/** A form or a list as wide as an upright page: the form on one, the list with its frozen rows on each. */
function upright(execution: Execution, { plan, sheetId }: OurTab): Parts {
  const fitToHeight = plan.printed?.onePage ? 1 : 0;
  return {
    setup: { orientation: 'portrait', fitToWidth: 1, fitToHeight, horizontalCentered: true },
    titles: frozenRows(execution, sheetId),
    // Its heading is printed, the list's among the rows of every page.
    isTitled: true,
  };
}

/**
 * Pixels across a page on its side at full size, with a little left over. Columns are as many digits wide: where Arial, and
 * what has its widths, is missing, a page of a table that is parted may spill over.
 */
const FULL_WIDTH = 1024;

/** The most that a page takes across: type of 10 points then has 5.8, which can still be read. */
const PAGE_WIDTH = 1760;

/**
 * One page across where that can be read. A wider table is parted where its groups of columns begin, its frozen columns and
 * rows on every page, all at one size; pages at its end on which nobody has written anything take no paper.
 */
function sideways(execution: Execution, sheetId: string, tab: OurTab | undefined): Parts {
  const titles = frozenRows(execution, sheetId);
  const widthAt = widthsOf(execution, sheetId);
  const width = widthAt.reduce((sum, one) => sum + one, 0);
  if (width <= PAGE_WIDTH) return { setup: { orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 }, titles };
  const { xSplit } = execution.model.getters.getPaneDivisions(sheetId);
  const frozen = widthAt.slice(0, xSplit).reduce((sum, one) => sum + one, 0);
  const pages = pagesAcross(widthAt, xSplit, frozen, groupStarts(tab));
  const [first, ...others] = writtenOn(execution, sheetId, pages);
  if (!first) return { setup: { orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 }, titles };
  const widest = Math.max(...[first, ...others].map((page) => page.width));
  return {
    setup: {
      orientation: 'landscape',
      fitToPage: false,
      scale: Math.min(100, Math.floor((FULL_WIDTH / widest) * 100)),
    },
    titles: [...(xSplit > 0 ? [`$A:$${letters(xSplit - 1)}`] : []), ...titles],
    breaks: others.map(({ from }) => from),
    lastColumn: (others[others.length - 1] ?? first).to,
  };
}

/** Columns of a page, the first and the last, and how wide they are with the frozen ones. */
interface Across {
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

/** Parts columns into pages: where groups begin if whole groups fit, else where the page is full. */
function pagesAcross(
  widthAt: readonly number[],
  xSplit: number,
  frozen: number,
  starts: ReadonlySet<number>,
): readonly Across[] {
  const pages: Across[] = [];
  let [from, width, groupFrom, groupWidth] = [0, frozen, xSplit, 0];
  const close = (to: number, own: number): void => {
    pages.push({ from, to, width: own });
    from = to + 1;
  };
  for (let col = xSplit; col < widthAt.length; col++) {
    if (starts.has(col)) [groupFrom, groupWidth] = [col, 0];
    const own = widthAt[col] ?? 0;
    if (width + own > PAGE_WIDTH) {
      const isWhole = groupFrom > Math.max(from, xSplit);
      close(isWhole ? groupFrom - 1 : col - 1, isWhole ? width - groupWidth : width);
      width = frozen + (isWhole ? groupWidth : 0);
      if (!isWhole) [groupFrom, groupWidth] = [col, 0];
    }
    width += own;
    groupWidth += own;
  }
  close(widthAt.length - 1, width);
  return pages;
}

/** The columns with which groups of a tab begin. */
function groupStarts(tab: OurTab | undefined): ReadonlySet<number> {
  const groups = tab && describedTab(tab.plan.id)?.tab.groups;
  return new Set(groups?.flatMap(({ from }) => tab?.columns.get(from) ?? tab?.columns.get(`${from}.1`) ?? []));
}

/** Pages up to the last on which something stands below the frozen rows. */
function writtenOn(execution: Execution, sheetId: string, pages: readonly Across[]): readonly Across[] {
  const { getters } = execution.model;
  const { ySplit } = getters.getPaneDivisions(sheetId);
  let last = -1;
  for (const position of getters.getEvaluatedCellsPositions(sheetId)) {
    const { col, row } = position;
    if (row < ySplit || getters.isColHidden(sheetId, col)) continue;
    if (getters.getEvaluatedCell(position).formattedValue !== '') last = Math.max(last, col);
  }
  return pages.filter(({ from }) => from <= last);
}

function frozenRows(execution: Execution, sheetId: string): readonly string[] {
  const { ySplit } = execution.model.getters.getPaneDivisions(sheetId);
  return ySplit > 0 ? [`$1:$${ySplit}`] : [];
}

/** The widths of columns in pixels; of hidden ones 0. */
function widthsOf(execution: Execution, sheetId: string): readonly number[] {
  const { getters } = execution.model;
  return Array.from({ length: getters.getNumberCols(sheetId) }, (_, col) =>
    getters.isColHidden(sheetId, col) ? 0 : getters.getColSize(sheetId, col),
  );
}

/** What is printed: as far as anything is shown, so that rows kept ready for typing take no paper. */
function area(execution: Execution, sheetId: string, tab: OurTab | undefined, upTo: number | undefined): string {
  const { getters } = execution.model;
  const printed = tab?.columns.get(tab.plan.printed?.lastColumn ?? '');
  const lastColumn = upTo ?? printed ?? getters.getNumberCols(sheetId) - 1;
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
