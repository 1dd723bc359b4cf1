import { provideFunctions } from '../../host/engine/functions';
import { turningOff } from '../../host/engine/switches';
import { started } from './start';

const workbooks = {
  direct: started(),
  engines: started({ config: { custom: turningOff(['direct']) } }),
};

/** Cells that formulas refer to: numbers, texts, blank ones, an error. */
const cells = [
  [1, 2, 3, 'text'],
  [4, '', 6, '=1/0'],
  [0.5, -2, '=1=1', ''],
];

for (const { sheet } of Object.values(workbooks)) sheet.getRange('A1:D3').setValues(cells);

function answerOf(which: keyof typeof workbooks, formula: string): unknown {
  const { sheet } = workbooks[which];
  sheet.getRange('F1').setFormula(formula);
  const value = sheet.getRange('F1').getValue();
  sheet.getRange('F1:Z40').clearContent();
  return value;
}

const told: readonly (readonly [formula: string, value: unknown])[] = [
  ['=IF(A1=1,"yes",D2)', 'yes'],
  ['=IF(A1=2,D2,"no")', 'no'],
  ['=IF(A1=1,IF(B1=1,1/0,IF(C1=3,"third",1/0)),D2)', 'third'],
  ['=IF(A1=1,TRUE,FALSE)', true],
  ['=IFERROR(D2,TRUE)', true],
  ['=IF(B2,1,2)', 2],
  ['=IF(D2,1,2)', '#DIV/0!'],
  ['=IF(A1,D2,2)', '#DIV/0!'],
  ['=IF(A1=1,B2,2)', 0],
  ['=IFERROR(D2,"none")', 'none'],
  ['=IFERROR(A2,D2)', 4],
  ['=IFERROR(1/0,D2)', '#DIV/0!'],
  ['=IFERROR(MATCH(9,A1:A3,0),"none")&IF(A1<>1,"x","y")', 'noney'],
  ['=SUM(IF(A1=1,A1:C1,D2),1)', 7],
  ['=SUMPRODUCT(A1:C1*A2:C2)', 22],
  ['=SUMPRODUCT((A1:C1>1)*ISNUMBER(A2:C2),A1:C1)', 3],
  ['=SUMPRODUCT(IF(A1:C1>1,A1:C1,0))', 5],
  ['=SUMPRODUCT(A1:C1*A1:A3)', 33],
  ['=SUMPRODUCT(ISERROR(A1:D3)*1)', 1],
  ['=INDEX(A1:C3,2,3)+INDEX(A1:C3,3,1)', 6.5],
  ['=ROUND(INDEX(A1:C1,1,2)/3,2)', 0.67],
  ['=COUNT(A1:D3)&"/"&COUNT(B2)', '7/0'],
  ['=SUM(A1:A1)+SUM(B1)', 3],
  ['=MAX(A1:A3)+MIN(B1,-3)', 1],
  ['=ABS("x")', '#VALUE!'],
  ['=SUMIFS(A1:A3,A1:A3,">0.6")', 5],
  ['=DATE(2027,IF(A1=1,3,D2),16)-DATE(2027,3,1)=15', true],
  ['=-IF(A1=1,5%,D2)', -0.05],
];

test.each(told)('%s is %p, called directly and by the engine', (formula, value) => {
  expect(answerOf('engines', formula)).toEqual(value);
  expect(answerOf('direct', formula)).toEqual(value);
});

/** What the engine has of its own: it is the same either way, whatever it is. */
const own = [
  '=IF(A1=2,1)',
  '=IF("x",1,2)',
  '=IF(A1:C1,1,2)',
  '=SUMPRODUCT(A1:C1*D2)',
  '=SUMPRODUCT(A1:D1*2)',
  '=SUM(A1:C1*A1:B1)',
  '=SUM(A1:C1*A1:B2)',
  '=A1:C1+1',
  '=IFERROR(A1:D2*1,0)',
  '=TRANSPOSE(A1:C1)',
  '=ROUND(A1:C1/3,1)',
  '=IFS(A1=2,1,A1=1,D2)',
  '=SWITCH(A1,1,"one","other")',
  '=MATCH("text",A1:D1,0)',
  '=VLOOKUP(4,A1:C3,9,FALSE)',
  '=CONCATENATE(A1:D1)',
  '=F1+1',
];

test.each(own)('%s is what the engine says', (formula) => {
  const [direct, engines] = [answerOf('direct', formula), answerOf('engines', formula)];
  expect(direct).toEqual(engines);
});

test.each([
  ['direct', 0],
  ['engines', 2],
] as const)('a branch that is not taken: %s, calculated %p times', (which, times) => {
  const { workbook } = workbooks[which];
  let count = 0;
  const counted = () => {
    count += 1;
    return 7;
  };
  provideFunctions(workbook.model.getters, new Map([['COUNTED_CALLS', counted]]));
  expect(answerOf(which, '=IF(A1=1,1,COUNTED_CALLS())+IFERROR(A1,COUNTED_CALLS())')).toBe(2);
  expect(count).toBe(times);
  expect(answerOf(which, '=IF(A1=2,1,COUNTED_CALLS())')).toBe(7);
  expect(count).toBe(times + 1);
});
