import { CompiledFormula, type Model } from '@odoo/o-spreadsheet';

type Getters = Model['getters'];
type Position = Parameters<Getters['getCellConditionalFormatStyle']>[0];
type Style = NonNullable<ReturnType<Getters['getCellConditionalFormatStyle']>>;

/** A conditional format whose condition is a formula, where it holds; `left` and `top` are what the formula is written for. */
interface Rule {
  readonly formula: CompiledFormula;
  readonly style: Style;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Decides conditional formats cell by cell, when a cell is drawn. The engine decides them for every cell of a tab after
 * every change: with a thousand stores, nearly a second for what is mostly off the screen. Tabs that have rules of
 * another kind than formulas (colour scales, comparisons) stay with the engine. Gives a function to call when anything
 * may have changed.
 */
export function formatWhatIsSeen(model: Model): () => void {
  const { getters } = model;
  const engine = getters.getCellConditionalFormatStyle;
  const rules = new Map<string, readonly Rule[] | undefined>();
  const styles = new Map<string, Style | undefined>();

  const rulesOf = (sheetId: string): readonly Rule[] | undefined => {
    if (!rules.has(sheetId)) rules.set(sheetId, formulaRules(getters, sheetId));
    return rules.get(sheetId);
  };

  const styleOf = ({ sheetId, col, row }: Position, all: readonly Rule[]): Style | undefined => {
    let style: Style | undefined;
    for (const rule of all) {
      if (col < rule.left || col > rule.right || row < rule.top || row > rule.bottom) continue;
      const position = { sheetId, col, row };
      if (getters.getEvaluatedCell(position).type === 'error') continue;
      const formula = getters.getTranslatedCellFormula(sheetId, col - rule.left, row - rule.top, rule.formula);
      const holds = getters.evaluateFormula(sheetId, formula, position);
      if (holds === true || (typeof holds === 'number' && holds !== 0)) style = { ...style, ...rule.style };
    }
    return style;
  };

  getters.getCellConditionalFormatStyle = (position) => {
    const all = rulesOf(position.sheetId);
    if (!all) return engine(position);
    const key = `${position.sheetId} ${position.col} ${position.row}`;
    if (!styles.has(key)) styles.set(key, styleOf(position, all));
    return styles.get(key);
  };

  return () => {
    rules.clear();
    styles.clear();
  };
}

/** A tab's rules, the one that wins last, as the engine applies them; undefined if the engine has to do it itself. */
function formulaRules(getters: Getters, sheetId: string): readonly Rule[] | undefined {
  const found: Rule[] = [];
  for (const { rule, ranges } of [...getters.getConditionalFormats(sheetId)].reverse()) {
    if (rule.type !== 'CellIsRule' || rule.operator !== 'customFormula') return undefined;
    const [text] = rule.values;
    if (!text?.startsWith('=')) return undefined;
    const formula = CompiledFormula.Compile(text, sheetId, getters);
    for (const xc of ranges) {
      const { left, right, top, bottom } = getters.getRangeFromSheetXC(sheetId, xc).zone;
      found.push({ formula, style: rule.style, left, right, top, bottom });
    }
  }
  return found;
}
