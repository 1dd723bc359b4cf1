import type { Formula } from '../src/model/field';
import { pathsOf } from '../src/model/known';
import type { TabRole } from '../src/model/means';
import { cellKeys, formulaOf, roleOf, type Tab } from '../src/model/tab';
import { sections } from '../src/sections';
import { liveParts } from '../src/sections/figures';
import { references, resolved } from '../src/workbook/formula';
import { listsOf, listsPlan, tabPlan } from '../src/workbook/layout';
import { freshPlacement } from '../src/workbook/place';
import type { TabPlan } from '../src/workbook/plan';

const tabs = sections.flatMap((section) => section.tabs.map((tab) => ({ section, tab })));
const lists = listsOf(sections);
const means = pathsOf(sections);

/** Parts that formulas may name before they are built; each such reference carries a fallback. */
const laterParts: readonly string[] = [];

function formulasOf(tab: Tab): readonly { readonly field: string; readonly formula: Formula }[] {
  return tab.fields.flatMap((field) => {
    const rows = tab.rows ?? [undefined];
    const found = rows.flatMap((row) => cellKeys(field).map((_, index) => formulaOf(field, row, index + 1)));
    const total =
      field.total === undefined || field.total === 'sum'
        ? []
        : [typeof field.total === 'function' ? field.total(1) : field.total];
    return [...found, ...total].flatMap((formula) => (formula === undefined ? [] : [{ field: field.id, formula }]));
  });
}

function atlas(present: readonly TabPlan[]) {
  return {
    placements: new Map(present.map((plan) => [plan.id, freshPlacement(plan)])),
    lists: new Map(lists.map((list) => [list.id, list.choices.map((choice) => choice.id)])),
    means,
    separator: ',' as const,
  };
}

const plans = [...tabs.map(({ section, tab }) => tabPlan(section, tab, 'en', lists)), listsPlan(lists, 'en')];

describe('sections', () => {
  test.each(tabs.map(({ section, tab }) => ({ id: tab.id, section, tab })))(
    '$id: every field has its words in zh and en, and none is left over',
    ({ section, tab }) => {
      const ids = tab.fields.map((field) => field.id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const language of ['zh', 'en'] as const) {
        const text = section.text[language].tabs[tab.id];
        expect(Object.keys(text?.fields ?? {}).sort()).toEqual([...ids].sort());
        expect(Object.keys(text?.rows ?? {}).sort()).toEqual([...(tab.rows ?? [])].sort());
        for (const field of tab.fields) {
          const words = text?.fields[field.id];
          expect({ field: field.id, label: words?.label !== '' || field.monthly === true }).toEqual({
            field: field.id,
            label: true,
          });
          expect({
            field: field.id,
            note: field.role === 'input' || (words?.note ?? '') !== '' || field.hidden === true,
          }).toEqual({ field: field.id, note: true });
        }
      }
    },
  );

  test.each(tabs.map(({ section, tab }) => ({ id: tab.id, section, tab })))(
    '$id: its groups begin with the first field, go by the order of its fields and have their words',
    ({ section, tab }) => {
      const { groups = [] } = tab;
      const from = groups.map((group) => tab.fields.findIndex(({ id }) => id === group.from));
      if (groups.length > 0) expect(from[0]).toBe(0);
      expect([...from].sort((one, other) => one - other)).toEqual(from);
      for (const language of ['zh', 'en'] as const)
        expect(Object.keys(section.text[language].tabs[tab.id]?.groups ?? {})).toEqual(groups.map(({ id }) => id));
    },
  );

  test('Chinese words are Chinese and English ones are not', () => {
    const han = /\p{Script=Han}/u;
    for (const { section, tab } of tabs) {
      for (const field of tab.fields) {
        const [zh, en] = [
          section.text.zh.tabs[tab.id]?.fields[field.id],
          section.text.en.tabs[tab.id]?.fields[field.id],
        ];
        if (zh?.label) expect(zh.label).toMatch(han);
        if (zh?.note) expect(zh.note).toMatch(han);
        expect(`${en?.label} ${en?.note}`).not.toMatch(han);
      }
    }
  });

  test('what is doubtful before signing is a field with its words, and what is kept stands somewhere', () => {
    const paths = new Set(tabs.flatMap(({ tab }) => tab.fields.map(({ id }) => `${tab.id}.${id}`)));
    for (const { section, tab } of tabs) {
      const doubts = (tab.doubts ?? []).map(({ id }) => id);
      for (const language of ['zh', 'en'] as const)
        expect(Object.keys(section.text[language].tabs[tab.id]?.doubts ?? {})).toEqual(doubts);
      const named = (tab.doubts ?? []).flatMap(({ field, where }) => [field, ...(where ? [where.field] : [])]);
      expect(named.filter((field) => !paths.has(`${tab.id}.${field}`))).toEqual([]);
      const kept = tab.fields.flatMap(({ keeps }) => keeps ?? []);
      expect(kept.filter((path) => !paths.has(path))).toEqual([]);
      const { key, name, figure } = tab.kept?.records ?? {};
      expect([key, name, figure].filter((id) => id !== undefined && !paths.has(`${tab.id}.${id}`))).toEqual([]);
    }
  });

  test('no field has the name of a tab, so that a reference has one meaning', () => {
    const names = new Set(tabs.map(({ tab }) => tab.id));
    expect(
      tabs.flatMap(({ tab }) =>
        tab.fields.filter((field) => names.has(field.id)).map((field) => `${tab.id}.${field.id}`),
      ),
    ).toEqual([]);
  });

  test('no two tabs have one role, no two fields one meaning, and what the house asks for is there', () => {
    const roles = tabs.flatMap(({ tab }) => tab.role ?? []);
    const meanings = tabs.flatMap(({ tab }) => tab.fields.flatMap((field) => field.means ?? []));
    expect(new Set(roles).size).toBe(roles.length);
    expect(new Set(meanings).size).toBe(meanings.length);
    const asked: Readonly<Record<TabRole, true>> = {
      terms: true,
      outcome: true,
      ownerships: true,
      outlets: true,
      made: true,
      signings: true,
      tasks: true,
      pace: true,
      paces: true,
      begun: true,
      alternatives: true,
    };
    expect([...roles].sort()).toEqual(Object.keys(asked).sort());
  });

  /** Parts with a form: what is typed or read there has its figures beside it. */
  const withForm = tabs.filter(({ tab }) => tab.shape !== 'report' && tab.rowsFor === undefined);

  test.each(withForm.map(({ tab }) => ({ id: tab.id, tab })))(
    '$id: every visible computed field has a live figure, or is said to be known only after saving',
    ({ tab }) => {
      const live = liveParts.find((known) => known.tab === tab.id);
      const row = { id: tab.rows?.[0] ?? tab.id, values: {}, typedOver: new Set<string>() };
      const figures = Object.keys(live?.figures(row, { given: {}, region: undefined }) ?? {});
      const shown = tab.fields.filter((field) => !field.hidden);
      const computed = shown.filter((field) =>
        (tab.rows ?? [undefined]).some((id) => roleOf(field, id) === 'computed'),
      );
      const marked = computed.filter((field) => field.afterSaving).map((field) => field.id);
      const expected = computed.map((field) => field.id);
      expect(figures.filter((id) => marked.includes(id))).toEqual([]);
      expect(expected.filter((id) => !figures.includes(id) && !marked.includes(id))).toEqual([]);
      // Of what people see, and not of what they only type.
      const figured = shown.filter((field) => (tab.rows ?? [undefined]).some((id) => roleOf(field, id) !== 'input'));
      expect(figures.filter((id) => !figured.some((field) => field.id === id))).toEqual([]);
      expect(shown.filter((field) => field.afterSaving && !computed.includes(field))).toEqual([]);
    },
  );

  test('there are no live figures of a part that is no more', () => {
    const known = withForm.map(({ tab }) => tab.id);
    const ids = liveParts.map((live) => live.tab);
    expect(ids.filter((id) => !known.includes(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('every computed and default field has a formula, what is typed or imported none, nor its copy or closing', () => {
    for (const { tab } of tabs) {
      for (const field of tab.fields) {
        for (const row of tab.rows ?? [undefined]) {
          const role = (row === undefined ? undefined : field.rows?.[row]?.role) ?? field.role;
          expect({ field: field.id, row, formula: formulaOf(field, row, 1) !== undefined }).toEqual({
            field: field.id,
            row,
            formula:
              (role === 'computed' || role === 'default') && field.copyOf === undefined && field.closedOf === undefined,
          });
        }
      }
    }
  });

  test.each(plans.filter((plan) => plan.id !== 'lists').map((plan) => [plan.id, plan] as const))(
    '%s: every reference leads to a cell that exists',
    (id, plan) => {
      const all = atlas(plans);
      for (const row of [...plan.rows.map((planned) => planned.cells), plan.body ?? {}]) {
        for (const [column, cell] of Object.entries(row)) {
          if (cell.content === null || typeof cell.content !== 'object') continue;
          const { formula, missing } = resolved(cell.content.formula, all, { tab: id, row: 7 });
          expect({ column, formula, missing: missing.filter((tab) => !laterParts.includes(tab)) }).toEqual({
            column,
            formula: expect.not.stringMatching(/[{}]/),
            missing: [],
          });
        }
      }
    },
  );

  test('a formula never fails for a part that is not there: it takes another, or stays blank and names the part', () => {
    for (const { tab } of tabs) {
      const alone = atlas(plans.filter((plan) => plan.id === tab.id || plan.id === 'lists'));
      for (const { formula } of formulasOf(tab)) {
        const { formula: text, missing } = resolved(formula, alone, { tab: tab.id, row: 7 });
        if (text === undefined) expect(missing.length).toBeGreaterThan(0);
        else expect(text).not.toMatch(/[{}]/);
      }
    }
  });

  test('formulas use only what Google Sheets, LibreOffice, Excel and the local engine have', () => {
    const known = [
      'SUM',
      'SUMIFS',
      'SUMPRODUCT',
      'COUNT',
      'COUNTA',
      'COUNTIF',
      'COUNTIFS',
      'INDEX',
      'IF',
      'IFERROR',
      'AND',
      'OR',
      'NOT',
      'ROUND',
      'INT',
      'MIN',
      'MAX',
      'MOD',
      'ABS',
      'MATCH',
      'ROUNDUP',
      'ROW',
      'SMALL',
      'SUBSTITUTE',
      'TEXT',
      'CHOOSE',
      'DATE',
      'EDATE',
      'EOMONTH',
      'TODAY',
      'YEAR',
      'MONTH',
      'DAY',
      'ISNUMBER',
      'ISFORMULA',
      'N',
      'NA',
    ];
    const ours = ['AVG_STORE_BASELINE', 'STORE_TARGET', 'REQUIRED_GROWTH'];
    const used = new Set(
      tabs.flatMap(({ tab }) =>
        formulasOf(tab).flatMap(({ formula }) =>
          [formula]
            .flat()
            .flatMap((text) => [...text.matchAll(/([A-Z_][A-Z0-9_]*)\(/g)].map((match) => match[1] ?? '')),
        ),
      ),
    );
    expect([...used].filter((name) => !known.includes(name) && !ours.includes(name))).toEqual([]);
  });

  test('every cell function in a tab falls back to the plain formula where the function is not known', () => {
    for (const { tab } of tabs) {
      for (const { formula } of formulasOf(tab)) {
        for (const text of [formula].flat()) {
          for (const match of text.matchAll(/(.{8})(AVG_STORE_BASELINE|STORE_TARGET|REQUIRED_GROWTH)\(/g))
            expect(match[1]).toBe('IFERROR(');
        }
      }
    }
  });

  test('highlights refer to their own tab and to choices only: other tabs cannot be reached from a condition', () => {
    for (const plan of plans) {
      for (const highlight of plan.highlights) {
        for (const path of references(highlight.formula)) {
          expect(tabs.map(({ tab }) => tab.id).filter((id) => id !== plan.id)).not.toContain(path.split('.')[0]);
          // Written for the row of heads, they have no record above.
          expect(path.split('.')[0]).not.toBe('above');
        }
      }
    }
  });
});

test('no formula holds a decimal or a pattern of TEXT: both are read by the spreadsheet’s locale', () => {
  const all = plans.flatMap((plan) => {
    const bodies = plan.body ? [plan.body] : [];
    const contents = [...plan.rows.map((row) => row.cells), ...bodies].flatMap((row) => Object.values(row));
    return [
      ...contents.flatMap(({ content }) => (content !== null && typeof content === 'object' ? [content.formula] : [])),
      ...plan.highlights.map((highlight) => highlight.formula),
    ].flat();
  });
  const outside = (formula: string): string => formula.replace(/"[^"]*"|\{[^{}|]*(?=[|}])/g, '');
  expect(all.length).toBeGreaterThan(500);
  expect(all.filter((formula) => /\d\.\d|\.\d|\d\.|\bTEXT\(/.test(outside(formula)))).toEqual([]);
});

test('no cell that holds a formula of ours, or is to hold one, has a rule that refuses what is in it', () => {
  const cells = plans.flatMap((plan) => [...plan.rows.map((row) => row.cells), ...(plan.body ? [plan.body] : [])]);
  const ruled = cells
    .flatMap((row) => Object.entries(row))
    .filter(([, { owner, rule }]) => owner === 'default' && rule !== undefined);
  expect(ruled.length).toBeGreaterThan(4);
  const refusing = ruled.filter(([, { rule }]) => rule?.type !== 'person' && !(rule?.type === 'choice' && rule.open));
  expect(refusing).toEqual([]);
  const computed = cells
    .flatMap((row) => Object.entries(row))
    .filter(([, { owner, rule }]) => owner === 'ours' && rule);
  expect(computed).toEqual([]);
});
