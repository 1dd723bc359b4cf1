import type { ChoiceList, FieldText } from './field';
import type { Language } from './language';
import type { Tab } from './tab';

/** The words of one tab in one language. */
export interface TabText {
  readonly title: string;
  readonly fields: Readonly<Record<string, FieldText>>;
  /** Of a table: what heads the form of a record that is being added. */
  readonly isNew?: string;
  /** Headers of a record's value columns, if not value, 2, 3 … */
  readonly values?: readonly string[];
  /**
   * Words and number formats of a report, by id, and headers that say more than their field's label; words that start
   * with `=` are a formula.
   */
  readonly words?: Readonly<Record<string, string>>;
  /** What is said of each doubt before signing; `{count}` is how many records have it. */
  readonly doubts?: Readonly<Record<string, string>>;
  /** Of a table of figures by month: the words of what a line of a file says, by field id. */
  readonly lines?: Readonly<Record<string, FieldText>>;
  /** Of a table that holds nothing yet: what it is for, and a made-up row as its list would show one. */
  readonly empty?: {
    readonly purpose: string;
    readonly name: string;
    readonly figure?: string;
    readonly facts?: string;
  };
  /** Names of the groups of fields, by id. */
  readonly groups?: Readonly<Record<string, string>>;
  /** Labels of fixed rows. */
  readonly rows?: Readonly<Record<string, string>>;
}

/** One part of the plan, described once; tabs, forms, checks and the reference are drawn from it. */
export interface Section {
  readonly id: string;
  readonly tabs: readonly Tab[];
  readonly lists?: readonly ChoiceList[];
  /** Its tabs, made when they are asked for, are offered: in the menu, and in the sidebar always or once the plan is signed. */
  readonly offered?: 'always' | 'signed';
  readonly text: Readonly<
    Record<Language, { readonly title: string; readonly tabs: Readonly<Record<string, TabText>> }>
  >;
}
