import { bookOf, type Row } from '../../sidebar/book';
import {
  answered,
  changedCells,
  changesOf,
  chosen,
  type Draft,
  draftFaults,
  draftOf,
  isDirty,
  isSettled,
  reread,
  reverted,
  sent,
  settled,
  unanswered,
  valuesOf,
  withText,
} from '../../sidebar/form/draft';
import { cells, part, terms } from './kit';

const { tab } = part('stores');

/** A store whose growth follows its ownership's, 10 %, and whose second month was typed over. */
const row = firstOf(
  cells(
    'stores',
    {
      r1: {
        storeId: 'S1',
        name: 'One',
        ownership: 'franchised',
        lastYearSales: 1_440_000,
        growth: 0.1,
        'months.1': 5,
        'months.2': 7,
      },
    },
    { r1: ['months.2'] },
  ),
);

function firstOf(answer: Parameters<typeof bookOf>[0]): Row {
  const [first] = bookOf(answer).rows;
  if (!first) throw new Error('no record');
  return first;
}

/** A form into which these texts were typed. */
const form = (texts: Readonly<Record<string, string>>, base = row): Draft =>
  Object.entries(texts).reduce((draft, [key, text]) => withText(draft, key, text), draftOf('stores', base));

const changed = (draft: Draft) => changesOf(tab, draft, terms);

describe('what a form changes', () => {
  test.each([
    ['nothing typed', {}, []],
    ['the same again', { name: 'One', lastYearSales: '144' }, []],
    ['a name', { name: ' Two ' }, [{ field: 'name', from: 'One', to: 'Two' }]],
    ['a name cleared', { name: '' }, [{ field: 'name', from: 'One', to: null }]],
    ['money in the unit shown', { lastYearSales: '150' }, [{ field: 'lastYearSales', from: 1_440_000, to: 1_500_000 }]],
    ['a default typed over', { growth: '10' }, [{ field: 'growth', from: null, to: 0.1 }]],
    ['a default left to its formula', { growth: '' }, []],
    [
      'one of twelve cells, the others as typed',
      { 'months.1': '0.0005' },
      [
        {
          field: 'months',
          from: [null, 7, null, null, null, null, null, null, null, null, null, null],
          to: [5, 7, null, null, null, null, null, null, null, null, null, null],
        },
      ],
    ],
    [
      'a typed-over cell back to its formula',
      { 'months.2': '' },
      [
        {
          field: 'months',
          from: [null, 7, null, null, null, null, null, null, null, null, null, null],
          to: [null, null, null, null, null, null, null, null, null, null, null, null],
        },
      ],
    ],
  ])('%s', (_, texts, expected) => {
    expect(changed(form(texts))).toEqual(expected.map((change) => ({ record: 'r1', ...change })));
    expect(isDirty(tab, form(texts), terms)).toBe(expected.length > 0);
  });

  test('a text that is no value keeps the form unsaved, and is a fault of its cell', () => {
    const draft = form({ growth: 'much', lastYearSales: '150' });
    expect(changedCells(tab, draft, terms)).toEqual(['growth', 'lastYearSales']);
    expect([...draftFaults(tab, draft, terms).keys()]).toEqual(['growth']);
  });

  test('a required field cannot be cleared; in a record that is there, others may stay blank', () => {
    expect([...draftFaults(tab, form({ storeId: '' }), terms)]).toEqual([['storeId', { rule: 'needed', params: {} }]]);
    expect(draftFaults(tab, form({}), terms).size).toBe(0);
  });

  test.each([
    [{ openedOn: '2025-03-16', closedOn: '2025-03-15' }, true],
    [{ openedOn: '2025-03-16', closedOn: '2025-03-16' }, false],
    [{ openedOn: '', closedOn: '2025-03-15' }, false],
    [{ openedOn: '2025-03-16', closedOn: '' }, false],
    [{ openedOn: 'some day', closedOn: '2025-03-15' }, false],
  ])('of %j the closing lies before the opening: %p', (edits, isEarly) => {
    const found = draftFaults(tab, form(edits), terms).get('closedOn');
    expect(found).toEqual(
      isEarly
        ? { rule: 'notBefore', field: 'closedOn', params: { other: 'openedOn', least: '2025-03-16' } }
        : undefined,
    );
  });

  test('a new record must have all that is required, and is sent without blanks', () => {
    const blank = draftOf('stores', { id: 'new', values: {}, typedOver: new Set() }, true);
    expect([...draftFaults(tab, blank, terms).keys()]).toEqual(['storeId', 'ownership']);
    const filled = withText(withText(withText(blank, 'storeId', 'S9'), 'ownership', 'franchised'), 'months.3', '1');
    expect(draftFaults(tab, filled, terms).size).toBe(0);
    expect(valuesOf(tab, filled, terms)).toEqual({
      storeId: 'S9',
      ownership: 'franchised',
      months: [null, null, 10_000, null, null, null, null, null, null, null, null, null],
    });
  });

  test('giving up what was typed leaves the record as it was read', () => {
    expect(reverted(form({ name: 'Two' }))).toEqual(draftOf('stores', row));
  });
});

describe('what an answer leaves in the form', () => {
  const saving = sent(form({ name: 'Two', growth: '12' }), 'q1');
  const answerTo = (answer: Parameters<typeof answered>[2], draft = saving) =>
    answered(tab, draft, answer, saving.edits, terms);

  test('done: what was sent is as read, what was typed meanwhile stays typed', () => {
    const next = answerTo({ status: 'done', records: ['r1'] }, withText(saving, 'name', 'Three'));
    expect(next.base.values).toMatchObject({ name: 'Two', growth: 0.12 });
    expect([...next.base.typedOver].sort()).toEqual(['growth', 'months.2']);
    expect(next.edits).toEqual({ name: 'Three' });
    expect(next).toMatchObject({ saving: false, request: undefined, trouble: undefined });
  });

  test('busy: the form stays filled and keeps its request, so that it is not written twice', () => {
    const next = answerTo({ status: 'busy', message: 'busy' });
    expect(next).toMatchObject({ edits: saving.edits, request: 'q1', saving: false, trouble: { kind: 'busy' } });
  });

  test('busy, with something else typed meanwhile: that is another request', () => {
    expect(answerTo({ status: 'busy', message: 'busy' }, withText(saving, 'name', 'Three')).request).toBeUndefined();
  });

  test('no answer, with something else typed meanwhile: the same', () => {
    expect(unanswered(tab, withText(saving, 'name', 'Three'), 'failed', terms)).toMatchObject({
      request: undefined,
      edits: { name: 'Three' },
      adrift: { name: 'Two', growth: 0.12 },
    });
  });

  test('gone: what was typed is kept', () => {
    expect(answerTo({ status: 'gone', message: 'gone', records: ['r1'] })).toMatchObject({
      edits: saving.edits,
      trouble: { kind: 'gone' },
    });
  });

  test('invalid: each message stands at its field until something else is typed there', () => {
    const next = answerTo({
      status: 'invalid',
      message: 'Some fields need another value.',
      faults: [{ record: 'r1', field: 'name', message: 'taken' }],
    });
    expect(next.refused).toEqual({ name: 'taken' });
    expect(withText(next, 'name', 'x').refused).toEqual({});
    expect(next.trouble).toEqual({ kind: 'invalid', message: 'Some fields need another value.' });
  });

  test('typing after a refusal makes it another request', () => {
    const busy = answerTo({ status: 'busy', message: 'busy' });
    expect(withText(busy, 'name', 'x').request).toBeUndefined();
  });
});

describe('conflicts', () => {
  const saving = sent(form({ name: 'Two', growth: '12', 'months.3': '1' }), 'q1');
  const conflict = answered(
    tab,
    saving,
    {
      status: 'conflict',
      message: 'conflict',
      conflicts: [
        {
          ...{ record: 'r1', field: 'name', from: 'One', to: 'Two', now: 'Uno' },
          by: { who: 'noor@example.com', at: '2027-03-16T08:00:00.000Z' },
        },
        { record: 'r1', field: 'months.3', from: null, to: 10_000, now: 20_000 },
      ],
    },
    saving.edits,
    terms,
  );

  test('theirs and mine stand beside each other, cell by cell, and nothing typed is lost', () => {
    expect(conflict.clashes).toEqual([
      {
        ...{ cell: 'name', theirs: 'Uno', mine: 'Two', choice: undefined },
        by: { who: 'noor@example.com', at: '2027-03-16T08:00:00.000Z' },
      },
      { cell: 'months.3', theirs: 20_000, mine: 10_000, choice: undefined, by: undefined },
    ]);
    expect(conflict.edits).toEqual(saving.edits);
    expect(isSettled(conflict)).toBe(false);
  });

  test('theirs gives up what was typed there, mine is saved over theirs, the rest goes along', () => {
    const choices = chosen(chosen(conflict, 'name', 'mine'), 'months.3', 'theirs');
    expect(isSettled(choices)).toBe(true);
    const next = settled(choices);
    expect(changed(next)).toEqual([
      { record: 'r1', field: 'name', from: 'Uno', to: 'Two' },
      { record: 'r1', field: 'growth', from: null, to: 0.12 },
    ]);
    expect([...next.base.typedOver]).toContain('months.3');
  });

  test('what a request without an answer has written after all is no conflict', () => {
    const lost = unanswered(tab, saving, 'offline', terms);
    expect(lost).toMatchObject({ edits: saving.edits, request: 'q1', trouble: { kind: 'offline' } });
    const again = withText(lost, 'name', 'Three');
    const next = answered(
      tab,
      again,
      {
        status: 'conflict',
        message: '',
        conflicts: [{ record: 'r1', field: 'name', from: 'One', to: 'Three', now: 'Two' }],
      },
      again.edits,
      terms,
    );
    expect(next.clashes).toEqual([]);
    expect(next.trouble).toBeUndefined();
    expect(changed(next)[0]).toEqual({ record: 'r1', field: 'name', from: 'Two', to: 'Three' });
  });

  test('reading the record again keeps what is typed, from what it was typed over', () => {
    const fresh: Row = { ...row, values: { ...row.values, name: 'Uno', city: 'Suzhou' } };
    const next = reread(tab, form({ name: 'Two' }), fresh);
    expect(next.base.values).toMatchObject({ name: 'One', city: 'Suzhou' });
    expect(changed(next)).toEqual([{ record: 'r1', field: 'name', from: 'One', to: 'Two' }]);
  });
});
