import { createWorkbook } from '../../host/workbook';
import { reader } from '../../sidebar/answers';
import { openedDesk, plannedDesk, savedFile, userOf } from '../engine/addon';

const file = savedFile(plannedDesk({ sections: ['settings', 'stores'] }).workbook);

/** Two people in one workbook, and the first of them in another one. */
function people() {
  const { workbook, addon: one } = openedDesk(file);
  const other = userOf(workbook, 'other@example.com');
  const elsewhere = createWorkbook({
    data: JSON.parse(file),
    id: 'another-workbook',
    userProperties: workbook.userProperties,
  });
  return { one, other, elsewhere: userOf(elsewhere, one.user.email), workbook };
}

type Addon = ReturnType<typeof people>['one'];

const recalled = (addon: Addon) => reader('recallDrafts')(addon.run('recallDrafts'));
const keep = (addon: Addon, record: string, draft?: object) =>
  addon.run('keepDraft', { part: 'stores', record, ...(draft && { draft }) });

const draft = (edits: Readonly<Record<string, string>>, at = '2027-03-16T08:00:00.000Z') => ({
  at,
  title: 'One',
  isNew: false,
  edits,
  was: { name: 'One', growth: null },
});

test('what is being typed is kept for its person in this workbook, and for nobody else', () => {
  const { one, other, elsewhere } = people();
  expect(keep(one, 'r1', draft({ name: 'Uno' }))).toEqual({ status: 'done', kept: true });
  expect(recalled(one).drafts).toEqual([{ part: 'stores', record: 'r1', ...draft({ name: 'Uno' }) }]);
  expect(recalled(other).drafts).toEqual([]);
  expect(recalled(elsewhere).drafts).toEqual([]);
  const owners = [one, other, elsewhere].map((addon) => recalled(addon).owner);
  expect(new Set(owners).size).toBe(3);
  expect(owners.join()).not.toContain('@');
});

test('it takes the place of what was kept of the same record, until it is forgotten; no cell changes', () => {
  const { one, workbook } = people();
  const before = savedFile(workbook);
  keep(one, 'r1', draft({ name: 'Uno' }));
  keep(one, 'r2', draft({ name: 'Due' }));
  keep(one, 'r1', draft({ name: 'Eins', growth: '' }));
  expect(
    recalled(one)
      .drafts.map(({ edits }) => edits.name)
      .sort(),
  ).toEqual(['Due', 'Eins']);
  keep(one, 'r1');
  expect(recalled(one).drafts.map(({ record }) => record)).toEqual(['r2']);
  keep(one, 'r2');
  expect(workbook.userProperties.get(one.user.email)).toEqual({});
  expect(savedFile(workbook)).toBe(before);
});

test('a long text is kept whole, in pieces that a property holds; of too much the oldest goes', () => {
  const { one, workbook } = people();
  const long = '目标'.repeat(10_000);
  for (const record of ['r1', 'r2', 'r3', 'r4'])
    expect(keep(one, record, draft({ keyActions: long }))).toMatchObject({ kept: true });
  const kept = recalled(one).drafts;
  expect(kept.map(({ record }) => record).sort()).not.toContain('r1');
  expect(kept.length).toBeGreaterThanOrEqual(2);
  for (const { edits } of kept) expect(edits.keyActions).toBe(long);
  for (const value of Object.values(workbook.userProperties.get(one.user.email) ?? {}))
    expect(Buffer.byteLength(value)).toBeLessThanOrEqual(9 * 1024);
});

test('what is typed where no record is filled in is kept as well; of all workbooks together no more than a person’s room', () => {
  const { one, elsewhere, workbook } = people();
  const piece = '店'.repeat(20_000);
  const edits = { text: piece, 'text#1': piece, 'text#2': piece.slice(0, 15_000) };
  expect(keep(one, '#import', draft(edits))).toMatchObject({ kept: true });
  expect(recalled(one).drafts).toMatchObject([{ part: 'stores', record: '#import', edits }]);
  for (const record of ['#import', 'r1', 'r2'])
    expect(keep(elsewhere, record, draft(record === '#import' ? edits : { name: 'x' }))).toMatchObject({ kept: true });
  expect(keep(one, '#import', draft({ ...edits, more: piece.slice(0, 100) }))).toMatchObject({ kept: true });
  const held = Object.entries(workbook.userProperties.get(one.user.email) ?? {});
  expect(held.reduce((sum, [key, value]) => sum + Buffer.byteLength(key + value), 0)).toBeLessThan(500 * 1024);
  expect(recalled(one).drafts).toHaveLength(1);
});

test.each([
  ['a part that there is not', { part: 'nowhere', record: 'r1', draft: draft({}) }],
  ['a draft of another form', { part: 'stores', record: 'r1', draft: { ...draft({}), more: 1 } }],
  ['a text that no field takes', { part: 'stores', record: 'r1', draft: draft({ name: 'x'.repeat(20_001) }) }],
  ['a value that no cell holds', { part: 'stores', record: 'r1', draft: { ...draft({}), was: { name: {} } } }],
])('%s is not kept', (_, request) => {
  const { one } = people();
  expect(one.run('keepDraft', request)).toMatchObject({ status: 'invalid' });
  expect(recalled(one).drafts).toEqual([]);
});

test('keeping takes five service calls at most, however much is kept', () => {
  const { one } = people();
  for (const record of ['r1', 'r2', 'r3']) keep(one, record, draft({ name: record }));
  one.calls.reset();
  keep(one, 'r2', draft({ name: 'again' }));
  expect(one.calls.total).toBeLessThanOrEqual(5);
});
