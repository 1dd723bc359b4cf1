import { answered, optionsOf } from '../../sidebar/import/ask';
import { gridOfText, type Opened, opened } from '../../sidebar/import/import';
import { knowing, type Target } from '../../sidebar/import/target';
import { factText, faultText, optionText, questionText } from '../../sidebar/import/words';
import { nameOf, targetOf } from './target';

const stores = targetOf('stores');

const fileOf = (ids: readonly string[], target: Target = stores): Opened => {
  const lines = ['编号\t性质\t去年业绩', ...ids.map((id, at) => `${id}\t加盟\t${100_000 + at}`)];
  return opened(gridOfText(lines.join('\n'), target), target);
};

const idsIn = (file: Opened, answers = file.first): readonly unknown[] =>
  file.read(answers).records.map(({ values }) => values.storeId);

test.each<[string, readonly string[], readonly string[]]>([
  ['with a point', ['1.0', '1001.0', '25.00'], ['1', '1001', '25']],
  ['some of them', ['1001.0', 'A7'], ['1001', 'A7']],
  ['full width', ['１００１', '１００２．０'], ['1001', '1002']],
  ['numbers of shelves, which have parts', ['1.0', '1.1', '1.2'], ['1.0', '1.1', '1.2']],
  ['zeros before them', ['001', '0010'], ['001', '0010']],
])('ids that a spreadsheet made numbers: %s', (_, ids, expected) => {
  const file = fileOf(ids);
  expect([file.read(file.first).questions, idsIn(file)]).toEqual([[], expected]);
});

test('what was behind ids is said', () => {
  const file = fileOf(['1.0', '2.0']);
  const facts = file.read(file.first).taken[0]?.facts ?? [];
  expect(facts.map((fact) => factText(fact, 'en', stores))).toEqual(['ids without “.0”']);
});

test.each(['1E+05', '1.00E+05', '1,00E+05', '1e+05', '2.5E+12'])('%s is no id any more', (id) => {
  const file = fileOf([id]);
  expect(file.read(file.first).faults.map(nameOf)).toEqual(['lostId']);
});

test.each(['1E5', 'E+05', '3E12'])('%s may be an id', (id) => {
  expect(idsIn(fileOf([id]))).toEqual([id]);
});

describe('ids beside those of the plan', () => {
  const known = (codes: readonly string[]): Target => knowing(stores, codes);
  const asked = (file: Opened): readonly string[] => file.read(file.first).questions.map(({ ask }) => ask);

  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['zeros that are lost', ['1', '2'], ['001', '002'], ['001', '002']],
    ['zeros that are there', ['001', '2'], ['1', '2'], ['1', '2']],
    ['thousands', ['1,001'], ['1001'], ['1001']],
    ['a point and zeros', ['7.0'], ['007'], ['007']],
    ['beside others', ['1', 'X9'], ['001', '002'], ['001', 'X9']],
  ])('%s: asked once, then the plan’s', (_, ids, codes, expected) => {
    const target = known(codes);
    const file = fileOf(ids, target);
    const [question] = file.read(file.first).questions;
    const options = question ? optionsOf(question) : [];
    expect([asked(file), idsIn(file)]).toEqual([['ids'], []]);
    const [same, other] = options;
    if (!same || !other) throw new Error('no answers');
    expect(idsIn(file, answered(file.first, same))).toEqual(expected);
    expect(idsIn(file, answered(file.first, other))).toEqual(ids.map((id) => id.replace(/\.0$/, '')));
  });

  test('an id with a point that the plan has without it is the plan’s', () => {
    const file = fileOf(['1001.0', '1002.0'], known(['1001', '1003']));
    expect([asked(file), idsIn(file)]).toEqual([[], ['1001', '1002']]);
  });

  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['several of the plan’s', ['01'], ['1', '001'], ['idOfSeveral']],
    ['one that another row has', ['1', '001'], ['001'], ['idOfSeveral']],
    ['none of the plan’s', ['5'], ['001'], []],
    ['the plan’s own', ['1', '001'], ['1', '001'], []],
  ])('%s: never taken for another', (_, ids, codes, faults) => {
    const file = fileOf(ids, known(codes));
    expect([asked(file), file.read(file.first).faults.map(nameOf)]).toEqual([[], faults]);
  });

  test('figures of several of the plan’s are nobody’s: whose they are is asked with other codes', () => {
    const target = knowing(targetOf('actuals'), ['1', '001']);
    const file = opened(gridOfText('门店编号,1月\n01,100\n', target), target);
    expect([asked(file), file.read(file.first).faults, idsIn(file)]).toEqual([[], [], ['01']]);
  });

  test('lines of tills, too', () => {
    const target = knowing(targetOf('actuals'), ['001', '002']);
    const text = '门店编号,日期,金额\n1,2027-01-05,100\n1,2027-01-06,50\n2,2027-01-05,70\n';
    const file = opened(gridOfText(text, target), target);
    const [question] = file.read(file.first).questions;
    const [same] = question ? optionsOf(question) : [];
    expect(asked(file)).toEqual(['ids']);
    expect(same && idsIn(file, answered(file.first, same))).toEqual(['001', '002']);
  });

  test('in words', () => {
    const file = fileOf(['1', '2', '3', '4'], known(['001', '002', '003', '004']));
    const [question] = file.read(file.first).questions;
    const said = (['zh', 'en'] as const).map((language) => [
      question && questionText(question, language, stores, String, String),
      ...(question ? optionsOf(question) : []).map((option) => optionText(option, language, stores, String)),
    ]);
    expect(said).toEqual([
      [
        '有些编号在工作簿中写法不同而数字相同："1" 与 "001"、"2" 与 "002"、"3" 与 "003"，另有 1 个。是同一个吗？',
        '是同一个：编号按数字比较',
        '不是同一个：编号按写法比较',
      ],
      [
        'Ids that the workbook has only as other texts for the same numbers: "1" for "001", "2" for "002", "3" for "003" and 1 more. Are they the same?',
        'the same: ids compared as numbers',
        'others: ids compared as written',
      ],
    ]);
    const [fault] = fileOf(['01'], known(['1', '001'])).read(fileOf(['01'], known(['1', '001'])).first).faults;
    expect(fault && faultText(fault, 'en')).toBe(
      'row 2, column “编号”: "01" is as a number several ids of the workbook, or one that another row has; write it as it is there',
    );
  });
});
