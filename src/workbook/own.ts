/** The hidden tab of all choices, a list a column. */
export const choicesTab = 'lists';

/** The hidden tab of all changes made through forms and imports. */
export const logTab = 'log';
