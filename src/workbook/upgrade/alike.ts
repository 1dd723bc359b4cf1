import type { Step } from './step';

/** Whose the second list of days is, as heads said it without a word of people who have one name. */
const head = (chosen: string, more: string) => ({
  formula: `IF({followUpTerms.daysStore}<>"",{followUpTerms.daysStore},IF({followUpTerms.daysSupervisor}<>"",{followUpTerms.daysSupervisor},"${chosen}"))&"${more} ƒ"`,
});

/** Several supervisors, or channels, of one name stand in one row that says how many they are. */
export const alike: Step = {
  notes: [
    'From the people list: those that stores name.',
    'From the expansion plan: those that stores came through.',
    '取自人员名单，只列名下有门店的。',
    '取自拓展计划，只列有门店的。',
  ],
  former: [
    { column: 'chosen', contents: [head('Chosen', ''), head('所选', '')] },
    { column: 'chosenSum', contents: [head('Chosen', ', up to the day'), head('所选', '，累计')] },
  ].map((cell) => ({ tab: 'followUpDays', row: '#labels', ...cell })),
};
