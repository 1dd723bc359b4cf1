export const en = {
  title: 'Function reference',
  intro:
    'Arguments in [ ] may be left out. Where a function works row by row, give it single values or whole columns: a column is answered by a column in one call.',
  answers: 'Answers',
  example: 'Example',
};

export const zh: typeof en = {
  title: '函数说明',
  intro: '[ ] 内的参数可省略。逐行计算的函数可给单个值或整列：整列一次算出一列。',
  answers: '结果',
  example: '示例',
};

export const words = { en, zh };
