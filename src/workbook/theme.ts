import type { HighlightPlan, Look, Use } from './plan';

export interface Style {
  readonly background: string | null;
  readonly color: string;
  readonly bold: boolean;
  /** Points, where it is not the usual size. */
  readonly size?: number;
}

/** Points. */
export const fontSize = 10;

/** Pixels that a row of a report takes unless it says otherwise. */
export const reportHeight = 24;

/** Thin lines of a form. */
export const lineColor = '#c4c9cd';

/** What a sheet's text has by itself: thousands of cells need not say it. */
const ink = '#000000';
const grey = '#5f6368';
/** The one colour that is not a state: heads, titles, what can be acted on. */
const accent = { background: '#e9f3ef', color: '#0b6b54', bold: true } as const;
const wash = '#f6f8f7';
/** What people type into. */
const typed = '#fffae8';

/** Each look's colours. Inputs are faintly warm; what the workbook computes is white. */
export const theme: Readonly<Record<Look, Style>> = {
  // Hidden: a thousand cells without a background are so much less to send.
  key: { background: null, color: '#80868b', bold: false },
  header: accent,
  headerDefault: accent,
  headerComputed: { background: wash, color: grey, bold: true },
  headerImported: { background: wash, color: grey, bold: true },
  label: { background: null, color: ink, bold: false },
  hint: { background: null, color: grey, bold: false },
  total: { background: wash, color: ink, bold: true },
  input: { background: typed, color: ink, bold: false },
  // Of a table: white until its row is in use; there a box to tick is not seen either.
  entry: { background: null, color: ink, bold: false },
  entryTick: { background: null, color: '#ffffff', bold: false },
  default: { background: '#fffdf6', color: ink, bold: false },
  computed: { background: null, color: ink, bold: false },
  title: { background: null, color: accent.color, bold: true, size: 16 },
  heading: { background: null, color: accent.color, bold: true, size: 11 },
  group: { background: null, color: accent.color, bold: true },
  caption: { background: wash, color: grey, bold: false, size: 9 },
  figure: { background: wash, color: ink, bold: true, size: 16 },
  cell: { background: null, color: ink, bold: false },
  strong: { background: wash, color: ink, bold: true },
  small: { background: null, color: grey, bold: false, size: 9 },
  fine: { background: null, color: ink, bold: false, size: 9 },
  plain: { background: null, color: ink, bold: false },
};

/** The colours of tabs, by what they are for. */
export const tabColors: Readonly<Record<Use, string>> = { typing: accent.color, results: '#80868b', paper: '#1f2328' };

/** Looks that depend on what a cell holds. */
export const highlightTheme: Readonly<
  Record<HighlightPlan['look'], { readonly background?: string; readonly color: string; readonly bold: boolean }>
> = {
  bad: { background: '#fce8e6', color: '#a50e0e', bold: true },
  warn: { background: '#fef0d4', color: '#7a4100', bold: false },
  good: { background: '#e6f4ea', color: '#0d652d', bold: true },
  muted: { color: '#5f6368', bold: false },
  // What the rows above add up to.
  subtotal: { background: '#f6f8f7', color: '#1f2328', bold: true },
  // Every fifth row of a long list.
  band: { background: '#f6f8f7', color: ink, bold: false },
  // What may be typed into, in a row of a table that is in use.
  typing: { background: typed, color: '#1f2328', bold: false },
  // As if it were not there: the number of a row that nothing stands in.
  absent: { color: '#ffffff', bold: false },
  typedOver: { background: '#e4eefc', color: '#174ea6', bold: true },
};

/**
 * Shown behind a header's label, so that colour alone does not tell: a formula, a formula that may be typed over, and
 * what imports write.
 */
export const marks: Readonly<Partial<Record<Look, string>>> = {
  headerComputed: 'ƒ',
  headerDefault: '(ƒ)',
  headerImported: '↓',
};
