import { blankIf, blankUnless, blankUnlessAny, calledOr, firstOf, ratio, wholeUp } from '../../src/model/formulas';

test.each([
  ['blank where a condition holds', blankIf('{a}=""', '{a}*2'), 'IF({a}="","",{a}*2)'],
  ['blank unless one figure is known', blankUnless(['{a}'], '{a}*2'), 'IF(COUNT({a})=0,"",{a}*2)'],
  ['blank unless all figures are known', blankUnless(['{a}', '{b}'], '{a}*{b}'), 'IF(COUNT({a},{b})<2,"",{a}*{b})'],
  [
    'blank unless any figure is known',
    blankUnlessAny(['{a}', '{b}'], 'SUM({a},{b})'),
    'IF(COUNT({a},{b})=0,"",SUM({a},{b}))',
  ],
  ['a part of a whole', ratio('{a}', '{b}'), 'IF({b}=0,"",{a}/{b})'],
  [
    'the first case that holds',
    firstOf(
      [
        ['{a}>1', '2'],
        ['{a}>0', '1'],
      ],
      '0',
    ),
    'IF({a}>1,2,IF({a}>0,1,0))',
  ],
  ['no case at all', firstOf([], '0'), '0'],
  ['a cell function, or its plain equivalent', calledOr('F', ['{a}', '{b}'], '{a}+{b}'), 'IFERROR(F({a},{b}),{a}+{b})'],
  ['up to a whole number', wholeUp('{a}/{b}'), 'ROUNDUP(ROUND({a}/{b},9),0)'],
])('%s', (_, text, formula) => {
  expect(text).toBe(formula);
});
