/** The hidden tab of all choices, a list a column. */
export const choicesTab = 'lists';

/** The hidden tab of all changes made through forms and imports. */
export const logTab = 'log';

/** Columns behind those of the log for copies of what is written over: two rows of most tables. */
export const copyColumns = 120;
