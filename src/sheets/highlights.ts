import type { TabChange } from '../workbook/diff';
import { type HeldRule, highlightsOf, type OurRules, ourRules } from '../workbook/highlights';
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

const rulesOf = ({ plan, placement, formerHighlights }: TabChange, around: Surroundings): OurRules =>
  ourRules(
    plan,
    placement,
    around.labels.map((label) => ({ ...around, label })),
    formerHighlights,
  );

/** A tab's highlights anew, in the workbook's language and over all its rows; people's own rules stay below them. */
export function relabelHighlights(sheet: Sheet, change: TabChange, around: Surroundings): void {
  const { plan, placement, state } = change;
  if (plan.highlights.length === 0) return;
  const { isOurs } = rulesOf(change, around);
  const theirs = sheet.getConditionalFormatRules().filter((rule) => !isOurs(heldRule(rule)));
  const highlights = highlightsOf(plan, placement, state.maxRows, around);
  sheet.setConditionalFormatRules([...highlightRules(sheet, highlights), ...theirs]);
}
