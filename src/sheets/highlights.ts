import type { TabChange } from '../workbook/diff';
import { isCutOff } from '../workbook/formula';
import { areLost, type HeldRule, highlightsOf, ourRules, type Scene } from '../workbook/highlights';
import { highlightRules, type Surroundings } from './print';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

/** What a rule says; rules of other kinds than formulas are people's. */
function heldRule(rule: Rule): HeldRule {
  const condition = rule.getBooleanCondition();
  return {
    formula: String(condition?.getCriteriaValues()[0] ?? ''),
    background: condition?.getBackground() ?? undefined,
    color: condition?.getFontColor() ?? undefined,
    bold: condition?.getBold() === true,
  };
}

/** The rules that a tab has. One service call. */
export const heldRules = (sheet: Sheet): readonly HeldRule[] => sheet.getConditionalFormatRules().map(heldRule);

const scenesOf = (around: Surroundings): readonly Scene[] => around.labels.map((label) => ({ ...around, label }));

/** A tab's highlights anew, in the workbook's language and over all its rows; people's own rules stay below them. */
export function relabelHighlights(sheet: Sheet, change: TabChange, around: Surroundings): void {
  const { plan, placement, state, formerHighlights } = change;
  if (plan.highlights.length === 0) return;
  const { isOurs } = ourRules(plan, placement, scenesOf(around), formerHighlights);
  const theirs = sheet.getConditionalFormatRules().filter((rule) => !isOurs(heldRule(rule)));
  const ours = highlightRules(sheet, highlightsOf(plan, placement, state.maxRows, around));
  try {
    sheet.setConditionalFormatRules([...ours, ...theirs]);
  } catch (error) {
    // Whether Google takes a rule that cites what is not there any more, nobody tells: it never holds again.
    const sound = theirs.filter((rule) => !isCutOff(heldRule(rule).formula));
    if (sound.length === theirs.length) throw error;
    sheet.setConditionalFormatRules([...ours, ...sound]);
  }
}

/** Whether a tab's highlights are lost. One service call, of a tab that is to have some. */
export const hasLostHighlights = (sheet: Sheet, { plan, placement }: TabChange, around: Surroundings): boolean =>
  plan.highlights.length > 0 && areLost(plan, placement, scenesOf(around), heldRules(sheet));
