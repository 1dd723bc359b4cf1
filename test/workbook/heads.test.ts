import { plannedTab, tabIds } from '../../src/app/described';
import { foundPlacement } from '../../src/workbook/heads';
import { freshPlacement, type Placement } from '../../src/workbook/place';
import { fieldsRow, idColumn, labelsRow, type TabPlan } from '../../src/workbook/plan';

const plansOf = (tab: string): readonly TabPlan[] =>
  (['zh', 'en'] as const).flatMap((language) => plannedTab(tab, language) ?? []);

const tables = tabIds.filter((tab) => plansOf(tab)[0]?.body !== undefined);

/** A table without its row of keys: what stands in its heads, formulas by some text that they show. */
function headless(plan: TabPlan): { readonly placement: Placement; readonly values: string[][] } {
  const fresh = freshPlacement(plan);
  const heads = plan.rows.filter(({ key }) => key !== fieldsRow);
  const values = heads.map(({ key, cells }) =>
    plan.columns.map((column) => {
      if (column.key === idColumn) return key;
      const content = cells[column.key]?.content ?? '';
      return typeof content === 'object' ? 'shown' : String(content);
    }),
  );
  const rows = new Map(heads.map(({ key }, index) => [key, index + 1]));
  return { placement: { ...fresh, columns: new Map([[idColumn, 1]]), rows }, values };
}

/** What a planned cell shows: a formula some text. */
function textIn(content: unknown = ''): string {
  return content !== null && typeof content === 'object' ? 'shown' : String(content ?? '');
}

const former = { keyNow: (key: string) => key, isFormer: () => false };
const found = (plans: readonly TabPlan[], placement: Placement, values: readonly (readonly string[])[]) => {
  const { columns } = foundPlacement(placement, { values, formulas: [] }, plans, former);
  return plans[0]?.columns.map(({ key }) => columns.get(key));
};

test.each(tables)('%s: without the row of keys all columns are known, months whose labels are formulas too', (tab) => {
  const plans = plansOf(tab);
  const [plan] = plans;
  if (!plan) throw new Error(`there is no ${tab}`);
  const { placement, values } = headless(plan);
  expect(found(plans, placement, values)).toEqual(plan.columns.map((_, index) => index + 1));
});

test('a column of people’s own between two months is none of them; one with a label leaves it open which are months', () => {
  const plans = plansOf('actuals');
  const [plan] = plans;
  if (!plan) throw new Error('there are no actuals');
  const { placement, values } = headless(plan);
  const may = plan.columns.findIndex(({ key }) => key === 'sales.5');
  const labels = values.findIndex(([key]) => key === labelsRow);
  const withOwn = (label: string) =>
    values.map((line, row) => [...line.slice(0, may), row === labels ? label : '', ...line.slice(may)]);
  expect(found(plans, placement, withOwn(''))).toEqual(plan.columns.map((_, at) => (at < may ? at + 1 : at + 2)));
  const open = found(plans, placement, withOwn('mine'));
  expect(plan.columns.map(({ key }, at) => open?.[at] === undefined && key)).toEqual(
    plan.columns.map(({ key }) => key.startsWith('sales.') && key),
  );
});

test('months whose keys were cleared are known between others; keys that may never have been there are not guessed', () => {
  const plans = plansOf('actuals');
  const [plan] = plans;
  if (!plan) throw new Error('there are no actuals');
  const { placement, values } = headless(plan);
  const keys = (without: RegExp) => plan.columns.map(({ key }) => (without.test(key) ? '' : key));
  const withKeys = (without: RegExp) => {
    const line = keys(without).map((key) => (key === idColumn ? fieldsRow : key));
    const columns = new Map(keys(without).flatMap((key, at) => (key === '' ? [] : [[key, at + 1] as const])));
    const rows = new Map([[fieldsRow, 1], ...[...placement.rows].map(([key, row]) => [key, row + 1] as const)]);
    return found(plans, { ...placement, columns, rows }, [line, ...values]);
  };
  expect(withKeys(/^sales\.[345]$/)).toEqual(plan.columns.map((_, index) => index + 1));
  expect(withKeys(/^sales\./)?.filter((column) => column === undefined)).toHaveLength(12);
});

/** Without the row of totals, a record below the labels that holds a formula in every column that has one. */
test.each(tables)('%s: where the row of totals was deleted the first record is not taken for it', (tab) => {
  const plans = plansOf(tab);
  const [plan] = plans;
  if (!plan?.rows.some(({ key }) => key === '#total')) return;
  const fresh = freshPlacement(plan);
  const heads = plan.rows.filter(({ key }) => key !== '#total');
  const isTyped = (key: string): boolean => ['theirs', 'imported'].includes(plan.body?.[key]?.owner ?? '');
  const values = [
    ...heads.map(({ key, cells }) =>
      plan.columns.map((column) => textIn(column.key === idColumn ? key : cells[column.key]?.content)),
    ),
    plan.columns.map(({ key }) => (key === idColumn ? 'made-1' : isTyped(key) ? 'typed' : 'shown')),
  ];
  const formulas = values.map((line, row) =>
    line.map((_, column) => (row === heads.length && !isTyped(plan.columns[column]?.key ?? '') ? '=1' : '')),
  );
  const rows = new Map([
    ...heads.map(({ key }, index) => [key, index + 1] as const),
    ['made-1', heads.length + 1] as const,
  ]);
  const { rows: known } = foundPlacement({ ...fresh, rows }, { values, formulas }, plans, former);
  expect([known.get('#total'), known.get('made-1')]).toEqual([undefined, heads.length + 1]);
});
