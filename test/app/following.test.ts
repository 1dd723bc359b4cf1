import { answers } from '../../sidebar/answers';
import type { FollowingAnswer } from '../../src/app/endpoints/following';
import { type PaceFigure, paceFigures, paceOfStore } from '../../src/model/pace';
import { sections } from '../../src/sections';
import type { Desk } from '../engine/addon';
import { asked, listing, wrote } from '../engine/answer';
import { tabIn, valueIn } from '../engine/book';
import { inApril } from '../engine/followed';
import { checkParts } from './opened';

const following = ({ addon }: Desk): FollowingAnswer => answers.readFollowing().parse(addon.run('readFollowing'));

test('the tabs that tell how stores are on their way have the figures by which the house knows them', () => {
  const fieldsOf = (role: string): readonly string[] =>
    sections
      .flatMap(({ tabs }) => tabs)
      .find((tab) => tab.role === role)
      ?.fields.map(({ id }) => id) ?? [];
  expect(fieldsOf('pace')).toEqual(expect.arrayContaining([...paceFigures]));
  expect(fieldsOf('paces')).toEqual(expect.arrayContaining([...paceFigures, ...Object.values(paceOfStore)]));
});

describe('15 April 2027', () => {
  const desk = inApril();
  const { addon } = desk;
  for (const section of ['actions', 'headcount']) addon.run('generatePlan', { section });
  const set = (part: string, record: string, field: string, from: unknown, to: unknown): void => {
    wrote(addon, 'saveRecord', {
      request: `${part} ${field} ${String(to)}`,
      part,
      changes: [{ record, field, from, to }],
    });
  };
  set('settings', 'settings', 'asOf', null, '2027-05-20');

  test('the region, stores by status, the largest gaps, and months that are over with stores lacking', () => {
    const { region, stores, worst, months, through, pace, toOpen } = following(desk);
    const shown = (id: PaceFigure): number => Math.round((region?.[id] ?? 0) * 100) / 100;
    expect([shown('covered'), shown('actual'), shown('gap'), shown('used')]).toEqual([
      824_286, 788_000, -36_286, 3_490_006.01,
    ]);
    expect((region?.achievement ?? 0) * 100).toBeCloseTo(95.5979, 4);
    // 824,286 of 884,286 are covered: less than 95 %. No more stores are planned.
    expect([pace, toOpen]).toEqual(['missing', 0]);
    expect(stores).toEqual({ green: 0, amber: 1, red: 2, missing: 1 });
    // B lacks too much to be held against its target.
    expect(worst.map(({ key, gap }) => [key, Math.round(gap)])).toEqual([
      ['C', -20_000],
      ['N', -17_286],
      ['A', -10_000],
    ]);
    expect(worst[0]?.record).toBe(listing(addon, 'stores')[2]?.id);
    expect([months, through]).toEqual([[{ month: 2, lacking: 1 }], '2027-04-15']);
  });

  test('what may stay blank in the terms is not counted as to be filled in', () => {
    expect(checkParts(addon, 'followUpTerms')).toMatchObject([{ records: 1, filled: 0, of: 0 }]);
  });

  test('a red store is told until something is being done about it; what is due in any part, overdue first', () => {
    expect(following(desk)).toMatchObject({ overdue: 0, soon: 0, due: [], unactedCount: 2 });
    const action = (issue: string, dueOn: string, more: object = {}) => ({
      month: '2027-04',
      issue,
      reason: 'traffic',
      dueOn,
      ...more,
    });
    const records = [
      action('too late', '2027-06-20'),
      action('soon', '2027-06-19', { owner: 'Li Na', keyActions: 'a new sign' }),
      action('done', '2027-05-01', { progress: 1 }),
      action('fewer pass', '2027-05-19', { store: 'C', progress: 0.5 }),
      action('gone well', '2027-05-19', { store: 'N', progress: 1 }),
    ];
    const ids = wrote(addon, 'addRecords', { request: 'actions', part: 'actions', records });
    set('headcount', 'supervisor', 'dueOn', null, '2027-05-20');
    const told = following(desk);
    expect(told).toMatchObject({ overdue: 1, soon: 2, unactedCount: 1 });
    expect(told.unacted.map(({ key }) => key)).toEqual(['N']);
    const line = { owner: '', what: '' };
    expect(told.due).toEqual([
      {
        ...line,
        part: 'actions',
        record: ids[3],
        name: '2027-04 · Store C · fewer pass',
        dueOn: '2027-05-19',
        isOverdue: true,
      },
      { ...line, part: 'headcount', record: 'supervisor', name: 'Supervisor', dueOn: '2027-05-20', isOverdue: false },
      {
        part: 'actions',
        record: ids[1],
        name: '2027-04 · soon',
        dueOn: '2027-06-19',
        owner: 'Li Na',
        what: 'a new sign',
        isOverdue: false,
      },
    ]);
    set('actions', ids[3] ?? '', 'progress', 0.5, 1);
    expect(following(desk)).toMatchObject({ overdue: 0, unactedCount: 2 });
    addon.calls.reset();
    following(desk);
    // The registry, the language, and the values of a few tabs.
    expect(addon.calls.total).toBeLessThanOrEqual(20);
  });
});

describe('another plan year, typed into the grid of a plan that holds stores', () => {
  const desk = inApril();
  const { addon, workbook } = desk;
  const signing = answers.readSigning().parse(addon.run('readSigning'));
  const signed = { request: 'sign', planned: signing.planned, reason: 'agreed' };
  expect(addon.run('signPlan', signed)).toMatchObject({ status: 'done' });
  const year = () => valueIn(tabIn(workbook, 'settings'), 'planYear', 'value.1');
  const type = (to: number): void => {
    const { name, rows, columns } = tabIn(workbook, 'settings');
    const letter = String.fromCharCode(65 + (columns.get('value.1') ?? 0));
    addon.type(name, `${letter}${(rows.get('planYear') ?? 0) + 1}`, String(to));
  };
  const found = () => {
    const answer = answers.listFindings().parse(addon.run('listFindings'));
    return answer.status === 'done' ? answer.found.filter(({ kind }) => kind === 'year') : [];
  };

  test('is said at once, in the first view and in the check, until it is put back, though the plan is signed', () => {
    expect([following(desk).yearMoved, found()]).toEqual([null, []]);
    type(2028);
    const said = addon.seen.flatMap((seen) => (seen.kind === 'toast' ? [seen.message] : []));
    expect(said).toEqual([expect.stringContaining('still those of 2026')]);
    expect(following(desk).yearMoved).toMatchObject({ from: 2027, to: 2028 });
    expect(found()).toMatchObject([{ tab: 'settings', cells: [{ field: 'planYear' }] }]);
    expect(asked(addon, 'putYearBack', { request: 'wrong', from: 2028, to: 2026 }).status).toBe('invalid');
    expect(asked(addon, 'putYearBack', { request: 'back', from: 2028, to: 2027 }).status).toBe('done');
    expect([year(), following(desk).yearMoved, found()]).toEqual([2027, null, []]);
  });

  test('a year that nobody has typed, or that does not stand there, is neither kept nor put back', () => {
    expect(asked(addon, 'keepYear', { request: 'none', year: 2035 }).status).toBe('signed');
    expect(asked(addon, 'putYearBack', { request: 'none', from: 2027, to: 2035 }).status).toBe('invalid');
    type(2028);
    expect(asked(addon, 'keepYear', { request: 'late', year: 2029 }).status).toBe('signed');
    type(2027);
    expect(asked(addon, 'keepYear', { request: 'late', year: 2028 }).status).toBe('signed');
    expect([year(), following(desk).yearMoved]).toEqual([2027, null]);
  });

  test('or until someone says that it is meant, once the plan is opened, which the log keeps once', () => {
    type(2029);
    type(2028);
    expect(following(desk).yearMoved).toMatchObject({ from: 2027, to: 2028 });
    const keep = { request: 'kept', year: 2028 };
    expect(asked(addon, 'keepYear', keep).status).toBe('signed');
    expect(asked(addon, 'reopenPlan', { request: 'open', reason: 'for the next year' }).status).toBe('done');
    expect(asked(addon, 'keepYear', { request: 'late', year: 2035 }).status).toBe('conflict');
    expect([1, 2].map(() => asked(addon, 'keepYear', keep).status)).toEqual(['done', 'done']);
    expect([year(), following(desk).yearMoved]).toEqual([2028, null]);
    const log = answers.readLog().parse(addon.run('readLog', { skip: 0 }));
    const kept = log.status === 'done' ? log.lines.filter(({ request }) => request.startsWith('kept:')) : [];
    expect(kept.map(({ reason }) => reason)).toEqual([expect.stringMatching(/The plan is of 2028/)]);
    type(2027);
    expect(following(desk).yearMoved).toMatchObject({ from: 2028, to: 2027 });
    // It says what is meant and changed nothing: nothing is offered to be taken back, nor is it said to have been.
    expect(kept.map(({ mine }) => mine)).toEqual([false]);
    const [{ request: logged, part, record } = { request: '', part: '', record: '' }] = kept;
    const message = 'This entry has changed nothing, so there is nothing to take back.';
    expect(asked(addon, 'undoLogged', { request: 'one', part, logged, record })).toMatchObject({
      status: 'invalid',
      message,
    });
    expect(asked(addon, 'undoRequest', { request: 'all', logged })).toMatchObject({ status: 'invalid', message });
  });
});
