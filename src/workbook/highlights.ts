import type { Area } from './areas';
import { type Atlas, citingAny, inAnyRow, isCutOff, resolved, withLabels } from './formula';
import { bodyStart, type Placement } from './place';
import { type HighlightPlan, idColumn, type TabPlan } from './plan';
import { highlightTheme } from './theme';

/** Cells that look so while a formula holds, which is written for the first of them. */
export interface Highlight {
  readonly areas: readonly Area[];
  readonly formula: string;
  readonly background?: string;
  readonly color: string;
  readonly bold: boolean;
}

/** What drawing needs to know of the workbook around a tab. */
export interface Scene {
  readonly atlas: Atlas;
  /** A choice's label in the workbook's language. */
  readonly label: (list: string, choice: string) => string;
}

/**
 * The row that a highlight's formula is written for: its own, or the row of heads right above the body. A formula is lost
 * with the row that it is written for (or is not: nobody tells of Google), and rows of the body are deleted every day; and
 * a row that is inserted above the first of them lies within what begins above it.
 */
function anchorOf(highlight: HighlightPlan, placement: Placement): number | undefined {
  return highlight.row === undefined ? Math.max(1, bodyStart(placement) - 1) : placement.rows.get(highlight.row);
}

/** A formula that holds in no row of heads: the hidden ids of those begin with #. */
const inBody = (formula: string): string => `AND(LEFT({${idColumn}})<>"#",${formula})`;

/** As highlights were written while they began with the body. */
const anywhere = (formula: string): string => formula;

/** Where a highlight applies: from the heads to the end of a table or of fixed rows, or one row of a record. */
function areasOf(highlight: HighlightPlan, placement: Placement, rows: number): readonly Area[] {
  const row = anchorOf(highlight, placement);
  if (row === undefined) return [];
  const columns = highlight.columns
    .map((key) => placement.columns.get(key))
    .filter((column) => column !== undefined)
    .sort((one, other) => one - other);
  const height = highlight.row === undefined ? rows - row + 1 : 1;
  const areas: Area[] = [];
  for (const column of columns) {
    const last = areas[areas.length - 1];
    if (last && last.column + last.columns === column) areas[areas.length - 1] = { ...last, columns: last.columns + 1 };
    else areas.push({ row, column, rows: height, columns: 1 });
  }
  return height > 0 ? areas : [];
}

/** A tab's highlights, the one that counts first in front; those whose formula cannot be written yet are left out. */
export const highlightsOf = (plan: TabPlan, placement: Placement, rows: number, scene: Scene): readonly Highlight[] =>
  written(plan, placement, rows, scene, inBody);

function written(
  plan: TabPlan,
  placement: Placement,
  rows: number,
  scene: Scene,
  within: (formula: string) => string,
): readonly Highlight[] {
  // Where rows and columns stand now, and not where it was planned that they would.
  const atlas = { ...scene.atlas, placements: new Map(scene.atlas.placements).set(plan.id, placement) };
  const highlights: Highlight[] = [];
  for (const highlight of plan.highlights) {
    const areas = areasOf(highlight, placement, rows);
    const [first] = areas;
    if (!first) continue;
    const template = highlight.row === undefined ? within(highlight.formula) : highlight.formula;
    const site = { tab: plan.id, row: first.row, column: first.column };
    const { formula } = resolved(withLabels(template, scene.label), atlas, site);
    if (formula !== undefined) highlights.push({ areas, formula, ...highlightTheme[highlight.look] });
  }
  return highlights;
}

/** A rule that a tab has: its formula, '' of what is none, and its look. */
export interface HeldRule {
  readonly formula: string;
  readonly background: string | undefined;
  readonly color: string | undefined;
  readonly bold: boolean;
}

/** Tells rules of ours among those that a tab has. */
export interface OurRules {
  /** Whatever rows it has come to stand in, and whatever it has lost. */
  readonly isOurs: (rule: HeldRule) => boolean;
  /** It cites what is not there any more, and never holds again. */
  readonly isBroken: (rule: HeldRule) => boolean;
}

/** A formula whatever it cites, and its look. */
const likeness = ({ formula, background, color, bold }: HeldRule | Highlight): string =>
  JSON.stringify([citingAny(formula), background ?? '', color ?? '', bold]);

/**
 * Rules of ours of a tab, in the words of each of some languages. Those of earlier versions, `former`, were known by less: what
 * has their look and cites other cells was left behind when columns moved.
 */
export function ourRules(
  plan: TabPlan,
  placement: Placement,
  scenes: readonly Scene[],
  former: readonly HighlightPlan[],
): OurRules {
  const rows = bodyStart(placement);
  const own = scenes.flatMap((scene) => written(plan, placement, rows, scene, inBody));
  const before = scenes.flatMap((scene) => written({ ...plan, highlights: former }, placement, rows, scene, anywhere));
  const formulas = [...own, ...before].map(({ formula }) => formula);
  const [whole, lost] = [new Set(formulas.map(inAnyRow)), new Set(formulas.map(citingAny))];
  const left = new Set(before.map(likeness));
  const isBroken = ({ formula }: HeldRule): boolean => isCutOff(formula) && lost.has(citingAny(formula));
  return {
    isBroken,
    isOurs: (rule) => isBroken(rule) || whole.has(inAnyRow(rule.formula)) || left.has(likeness(rule)),
  };
}

/** Whether a tab's highlights are lost: one of them never holds again, or it should have some and has none. */
export function areLost(
  plan: TabPlan,
  placement: Placement,
  scenes: readonly Scene[],
  held: readonly HeldRule[],
): boolean {
  const { isOurs, isBroken } = ourRules(plan, placement, scenes, []);
  if (held.some((rule) => isBroken(rule))) return true;
  const [scene] = scenes;
  const rows = bodyStart(placement);
  return scene !== undefined && !held.some(isOurs) && highlightsOf(plan, placement, rows, scene).length > 0;
}
