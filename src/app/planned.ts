import type { Language } from '../model/language';
import type { Planned } from '../sheets/pending';
import { type OurSheet, type Spreadsheet, tabCells } from '../sheets/read';
import { separatorIn } from '../sheets/separator';
import { citedTabs } from '../workbook/cited';
import { freshPlacement, type Placement } from '../workbook/place';
import type { TabState } from '../workbook/state';
import { words } from '../workbook/text';
import { atlasOf, choiceLabel, meantPaths, missingNoteIn, plannedTab, tabIds } from './described';
import { permits } from './permits';

/** A workbook's tabs and their plans, as whoever writes into them needs them. */
export function plannedIn({
  file,
  sheets,
  language,
}: {
  readonly file: Spreadsheet;
  readonly sheets: ReadonlyMap<string, OurSheet>;
  readonly language: Language;
}): Planned {
  return {
    sheets,
    plannedTab: (id) => plannedTab(id, language),
    missingNote: missingNoteIn(language),
    permits,
    surroundings: (state) => ({
      atlas: atlasOf(placementsAround(sheets, state), separatorIn(file)),
      sheets: new Map([...sheets].map(([id, ours]) => [id, ours.sheet])),
      words: words[language].rules,
      label: choiceLabel(language),
      labels: [],
      built: new Map(),
    }),
  };
}

/** Where the keys of a tab and of those it cites stand, for formulas: of the tab being written it is known already. */
function placementsAround(sheets: ReadonlyMap<string, OurSheet>, known: TabState): ReadonlyMap<string, Placement> {
  const own = plannedTab(known.id, 'en');
  const cited = own ? citedTabs(own, meantPaths) : new Set();
  const placements = new Map<string, Placement>();
  for (const id of tabIds) {
    const ours = sheets.get(id);
    const plan = plannedTab(id, 'en');
    if (!ours || !plan || !(id === known.id || cited.has(id))) continue;
    const keys = plan.columns.map(({ key }) => key);
    const { placement } = id === known.id ? known : tabCells(ours, false, keys);
    placements.set(id, { ...placement, title: ours.sheet.getName(), cells: freshPlacement(plan).cells });
  }
  return placements;
}
