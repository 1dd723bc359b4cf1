import { blockSize } from '../../src/model/block';
import { notedIn, notedText, type Step } from '../../src/sheets/steps';
import { plannedDesk } from '../engine/addon';
import { asked } from '../engine/answer';

const step: Step = {
  part: 'stores',
  down: 3,
  areas: [{ row: 1, column: 1, rows: 3, columns: 12 }],
  heads: [['#fields', 1]],
  columns: [['storeId', 2]],
  work: { kind: 'logged', isBack: false, rows: [4, -9], last: 12 },
};
const cells: Step = {
  ...step,
  work: {
    kind: 'cells',
    cells: [
      [4, 2, 'id', { formula: '=B4' }, 7],
      [5, 2, '', null, '店'],
    ],
  },
};

test('what is noted reads back as it was', () => {
  const noted = { when: '2027-03-16T08:00:00.000Z', steps: [step, cells] };
  expect(notedIn(notedText(noted) ?? '')).toEqual(noted);
});

test.each([
  ['an earlier version’s', 'request'],
  ['a step without its place', '{"when":"2027","steps":[{"part":"stores"}]}'],
  [
    'a cell without what it held',
    JSON.stringify({ when: '2027', steps: [{ ...cells, work: { kind: 'cells', cells: [[4, 2, 'id', 1]] } }] }),
  ],
  ['no object', '7'],
])('of %s no step is known', (_, text) => {
  expect(notedIn(text).steps).toEqual([]);
});

test('more than a property takes is not noted: its bytes count, of which a Chinese sign has three', () => {
  const with_ = (text: string) => notedText({ when: '', steps: [{ ...step, part: text }] });
  expect(with_('s'.repeat(8000))).toBeDefined();
  expect(with_('店'.repeat(3500))).toBeUndefined();
});

test('the steps of a whole block of an import are noted, of new records and of changed ones', () => {
  const { workbook, addon } = plannedDesk({ sections: ['stores'] });
  const records = (sales: number) =>
    Array.from({ length: blockSize }, (_, index) => ({
      storeId: `S${(index * 7) % blockSize}`,
      name: `Store ${index}`,
      ownership: 'franchised',
      lastYearSales: sales + index,
    }));
  const texts: string[] = [];
  const send = (request: string, sales: number): void => {
    addon.hook((name) => {
      if (name === 'Lock.releaseLock') texts.push(...Object.values(workbook.extras.kept.properties));
    });
    const answer = asked(addon, 'importRecords', { request, part: 'stores', records: records(sales) });
    addon.hook();
    expect(answer.status).toBe('done');
  };
  send('first', 1000);
  // Sorted another way, so that the rows stand nowhere beside each other as they are sent.
  send('second', 5000);
  const notes = texts.filter((text) => text.startsWith('{"when"')).map((text) => notedIn(text).steps.length);
  expect(notes).toEqual([1, 1]);
});
