import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Workbook } from '../../host/workbook';
import { openedDesk, plannedDesk } from './addon';
import { ourSheets, tabIn } from './book';

/** A cell's rule as the engine has it: a rule that is set again is another one, which has lost what people gave it. */
interface Ruled {
  readonly id: string;
  readonly says: string;
}

/** The rules of all cells of our tabs by tab and keys; of a table's spare rows that of the first. */
function rulesIn(workbook: Workbook): ReadonlyMap<string, Ruled> {
  const { getters } = workbook.model;
  const rules = new Map<string, Ruled>();
  for (const [id, sheetId] of ourSheets(workbook)) {
    const tab = tabIn(workbook, id);
    const last = Math.max(0, ...tab.rows.values());
    for (let row = 0; row <= Math.min(last + 1, tab.values.length - 1); row += 1) {
      for (let col = 1; col < (tab.values[0]?.length ?? 0); col += 1) {
        const rule = getters.getValidationRuleForCell({ sheetId, col, row });
        if (!rule) continue;
        const { type, values } = rule.criterion;
        // A tab that is renamed is the same tab.
        const wanted = values.map((value) => value.replace(/^.*!/, ''));
        const says = JSON.stringify([type, wanted, rule.isBlocking, workbook.extras.kept.help[rule.id] ?? '']);
        rules.set(`${id} ${row} ${col}`, { id: rule.id, says });
      }
    }
  }
  return rules;
}

/** Cells whose rule says the same before and after, and cells whose rule is the same one. */
function compared(before: ReadonlyMap<string, Ruled>, after: ReadonlyMap<string, Ruled>) {
  const inBoth = [...before].flatMap(([at, was]) => {
    const now = after.get(at);
    return now ? [{ at, saysTheSame: was.says === now.says, isTheSame: was.id === now.id }] : [];
  });
  const at = (cells: typeof inBoth) => cells.map((cell) => cell.at);
  return {
    saySame: at(inBoth.filter(({ saysTheSame }) => saysTheSame)),
    areSame: at(inBoth.filter(({ isTheSame }) => isTheSame)),
    sayOther: at(inBoth.filter(({ saysTheSame }) => !saysTheSame)),
  };
}

test('a language switched: rules with words are set anew, ticks, which say nothing, are left alone', () => {
  const { workbook, addon } = plannedDesk({ language: 'en' });
  const before = rulesIn(workbook);
  addon.command('switchLanguage');
  const { saySame, areSame, sayOther } = compared(before, rulesIn(workbook));
  expect(areSame).toEqual(saySame);
  expect(saySame.length).toBeGreaterThan(0);
  expect(sayOther.length).toBeGreaterThan(saySame.length);
});

test('a switch that was cut off and goes on sets no rule twice', () => {
  const { workbook, addon } = plannedDesk({ language: 'en', sections: ['stores'] });
  addon.calls.reset();
  let cut = 0;
  addon.hook((name) => {
    if (name === 'Range.setDataValidations') cut += 1;
    if (cut === 4) throw new Error('cut off');
  });
  expect(() => addon.run('generatePlan', { section: '', language: 'zh' })).toThrow('cut off');
  addon.hook();
  const before = rulesIn(workbook);
  addon.run('generatePlan', { section: '', language: 'zh' });
  const { saySame, areSame } = compared(before, rulesIn(workbook));
  expect(saySame.length).toBeGreaterThan(0);
  expect(areSame).toEqual(saySame);
});

test('an upgrade sets only the rules that say something else from now on', () => {
  const file = gunzipSync(readFileSync(join(__dirname, '..', 'data', 'plan0.json.gz'))).toString('utf8');
  const { workbook, addon } = openedDesk(file);
  const before = rulesIn(workbook);
  addon.run('generatePlan', { section: '', upgrade: true });
  const { saySame, areSame } = compared(before, rulesIn(workbook));
  expect(saySame.length).toBeGreaterThan(100);
  expect(areSame).toEqual(saySame);
});
