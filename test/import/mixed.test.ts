import { answered } from '../../sidebar/import/ask';
import { gridOfText, type Opened, opened } from '../../sidebar/import/import';
import { targetOf } from './target';

const stores = targetOf('stores');
const fileOf = (header: string, texts: readonly string[]): Opened => {
  const lines = [`编号\t店名\t${header}`, ...texts.map((text, at) => `A${at + 1}\t${at + 1}号店(加盟)\t${text}`)];
  return opened(gridOfText(lines.join('\n'), stores), stores);
};

/** What ownership and channel of the stores are, and what is asked. */
const readAs = (file: Opened, answers = file.first) => {
  const { records, questions, faults } = file.read(answers);
  return {
    stores: records.map(({ values }) => [values.ownership ?? null, values.channel ?? null]),
    asked: questions.flatMap((question) => (question.ask === 'values' ? question.texts : [question.ask])),
    faults,
  };
};

const [own, theirs] = ['selfOperated', 'franchised'];

test.each<[string, string, readonly string[], readonly (readonly (string | null)[])[]]>([
  [
    'both in each cell',
    '性质/渠道',
    ['加盟-商场招募', '直营', '加盟-媒体广告'],
    [
      [theirs, 'mall'],
      [own, null],
      [theirs, 'media'],
    ],
  ],
  [
    'the channel first',
    '渠道（性质）',
    ['商场招募·加盟', '自营'],
    [
      [theirs, 'mall'],
      [own, null],
    ],
  ],
  [
    'more in brackets',
    '性质',
    ['加盟店（街边）', '自营', '加盟店(商场)'],
    [
      [theirs, null],
      [own, null],
      [theirs, null],
    ],
  ],
  [
    'under a vague header',
    '门店类型',
    ['加盟/街边', '直营/街边'],
    [
      [theirs, null],
      [own, null],
    ],
  ],
  [
    'ownership alone, called a channel',
    '渠道',
    ['加盟', '自营'],
    [
      [theirs, null],
      [own, null],
    ],
  ],
])('a column of ownership and channel is read as both: %s', (_, header, texts, expected) => {
  expect(readAs(fileOf(header, texts))).toEqual({ stores: expected, asked: [], faults: [] });
});

test.each<[string, string, readonly string[], readonly string[]]>([
  ['a channel in some rows', '渠道', ['加盟', '自营', '商场招募'], ['商场招募']],
  ['another kind', '门店类型', ['加盟', '直营', '联营'], ['联营']],
  ['two at once', '性质/渠道', ['加盟-商场招募', '加盟/直营', '直营'], ['加盟/直营']],
])('what says no ownership is asked about: %s', (_, header, texts, expected) => {
  const file = fileOf(header, texts);
  expect(readAs(file)).toMatchObject({ stores: [], asked: expected });
});

test('what is said of it counts, and a channel beside it stays one', () => {
  const file = fileOf('渠道', ['加盟', '自营', '商场招募']);
  const answers = answered(file.first, { set: 'choice', index: 2, text: '商场招募', choice: theirs });
  expect(readAs(file, answers).stores).toEqual([
    [theirs, null],
    [own, null],
    [theirs, 'mall'],
  ]);
});

test('a store’s name that says its ownership stays as it is', () => {
  const file = fileOf('性质/渠道', ['加盟-商场招募', '直营']);
  expect(file.read(file.first).records.map(({ values }) => values.name)).toEqual(['1号店(加盟)', '2号店(加盟)']);
});

test.each<[string, string, readonly string[]]>([
  ['sales channels', '渠道', ['堂食', '美团', '饿了么']],
  ['notes', '备注', ['加盟商已续约', '装修', '换店长']],
])('%s are none', (_, header, texts) => {
  const lines = [`编号,性质,${header}`, ...texts.map((text, at) => `A${at},加盟,${text}`)];
  const file = opened(gridOfText(lines.join('\n'), stores), stores);
  expect(file.table.width).toBe(3);
  expect(readAs(file).stores).toEqual(texts.map(() => [theirs, null]));
});
