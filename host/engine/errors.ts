import { type Model, registries } from '@odoo/o-spreadsheet';

type Getters = Model['getters'];
type Target = Parameters<Getters['getEvaluatedCell']>[0];
interface Rule {
  readonly operator: string;
  readonly values: readonly string[];
}

/**
 * The engine highlights no cell that holds an error. On Google a formula of a highlight is asked of these as well, as
 * `=ISERROR(A1)` is to be.
 */
const Highlights = registries.coreViewsPluginRegistry.get('evaluation_cf').prototype;
const engines: unknown = Reflect.get(Highlights, 'getRuleResultForTarget');
if (typeof engines !== 'function') throw new Error('this version of the engine highlights in another way');

Reflect.set(
  Highlights,
  'getRuleResultForTarget',
  function (this: { readonly getters: Getters }, target: Target, rule: Rule, ...rest: unknown[]): boolean {
    const [formula = ''] = rule.values;
    const { getters } = this;
    if (
      rule.operator !== 'customFormula' ||
      !formula.startsWith('=') ||
      getters.getEvaluatedCell(target).type !== 'error'
    )
      return engines.call(this, target, rule, ...rest);
    const holds = getters.evaluateFormula(target.sheetId, formula, target);
    return (typeof holds === 'boolean' || typeof holds === 'number') && Boolean(holds);
  },
);
