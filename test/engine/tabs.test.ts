import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Field } from '../../src/model/field';
import type { Language } from '../../src/model/language';
import { sections } from '../../src/sections';
import { plannedDesk } from './addon';
import { wrote } from './answer';
import { printed } from './print';

const golden = join(__dirname, 'golden');

/** `GOLDEN=write npx jest test/engine/tabs` writes what is there as what is expected: look at it before it is committed. */
const isWriting = process.env.GOLDEN === 'write';

const described = sections.flatMap((section) => section.tabs).filter((tab) => tab.onDemand !== true);
const tabs = [...described.map(({ id }) => id), 'lists', 'log'];
const choices = new Map(
  sections.flatMap(({ lists = [] }) => lists).map((list) => [list.id, list.choices[0]?.id ?? '']),
);

/** Something that a required field takes. */
function anyValue({ kind, list = '', min = 0 }: Field): string | number {
  if (kind === 'choice') return choices.get(list) ?? '';
  return kind === 'text' || kind === 'longText' || kind === 'person' ? 'T1' : Math.max(min, 1);
}

/** Each table's first record, with what it must have, so that a row's formulas are seen. */
function planned(language: Language) {
  const desk = plannedDesk({ language });
  for (const { id, shape, fields, seeds = [] } of described) {
    if (shape !== 'table' || seeds.length > 0) continue;
    const required = fields.filter((field) => field.required);
    const record = Object.fromEntries(required.map((field) => [field.id, anyValue(field)]));
    wrote(desk.addon, 'addRecords', { request: id, part: id, records: [record] });
  }
  return desk;
}

describe.each<Language>(['zh', 'en'])('%s', (language) => {
  const folder = join(golden, language);
  const { workbook, addon } = planned(language);
  if (isWriting) mkdirSync(folder, { recursive: true });

  test.each(tabs)('%s is printed as it was when it was last looked at', (tab) => {
    const file = join(folder, `${tab}.txt`);
    const text = printed(addon, workbook, tab)
      // New in every workbook: ids of records, and when they were made.
      .replace(/[0-9a-f]{8}-1\b/g, '«id»')
      // A mark of a row of the log is made from what stands in it, ids among it.
      .replace(/^(A\d+ .*\| )m[0-9a-z]{1,7}$/gm, '$1«mark»')
      .replace(/\b\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, '«when»');
    if (isWriting) writeFileSync(file, text);
    expect(text).toBe(existsSync(file) ? readFileSync(file, 'utf8') : 'nothing: no such file');
  });

  test('there is no file of a tab that is no more', () => {
    const files = existsSync(folder) ? readdirSync(folder) : [];
    expect(files.sort()).toEqual(tabs.map((tab) => `${tab}.txt`).sort());
  });
});
