import type { HelpOf } from '../../model/help';
import type { reviewCells } from './cells';

/** What the cell functions of this part are for, in words. */
export const reviewHelp: HelpOf<typeof reviewCells> = {
  VARIANCE_PARTS: {
    text: {
      zh: '乘积的变化拆到各因素，因素多少不限，合计恰等于变化（各种先后次序的平均，即 Shapley 值）',
      en: 'Each factor’s part of the change of a product of any number of factors, adding up to it: its change averaged over every order (Shapley)',
    },
    args: {
      before: { zh: '之前的各因素，一行或一列', en: 'the factors before, in a row or a column' },
      after: { zh: '之后的各因素，个数与次序相同', en: 'the same factors after, in the same order' },
    },
    result: {
      zh: '每个因素一份，形状同 before，单位同乘积',
      en: 'a part for each factor, in the shape of before, in the unit of the product',
    },
    example: { args: [[[8, 100_000]], [[5, 110_000]]], result: [[-315_000, 65_000]] },
  },
  MIX_EFFECTS: {
    text: {
      zh: '平均值（Σ 占比 × 单产）的变化拆成结构与单产，合计恰等于变化',
      en: 'The change of an average, Σ share × rate, as mix and rate of each group, adding up to it',
    },
    args: {
      shares_before: {
        zh: '之前各组的占比，或店月等权数（按合计折成占比）；空白为 0',
        en: 'each group’s share before, or a weight such as store-months, of which it is made; a blank is 0',
      },
      rates_before: {
        zh: '之前各组的比率或单产；没有占比的组可空白，取之后的',
        en: 'each group’s rate before; blank where it has no share, and then as after',
      },
      shares_after: { zh: '之后的占比或权数', en: 'the same shares after' },
      rates_after: { zh: '之后的比率或单产', en: 'the same rates after' },
    },
    result: { zh: '每组一行：结构、单产，单位同单产', en: 'a row for each group: mix, rate, in the unit of the rates' },
    example: {
      args: [
        [[0.5], [0.5]],
        [[100], [200]],
        [[0.75], [0.25]],
        [[100], [240]],
      ],
      result: [
        [-10.625, 0],
        [-19.375, 15],
      ],
    },
  },
};
