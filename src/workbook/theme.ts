import type { HighlightPlan, Look } from './plan';

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
export const lineColor = '#9aa0a6';

/** What a sheet's text has by itself: thousands of cells need not say it. */
const ink = '#000000';
const grey = '#5f6368';

/** Each look's colours. Inputs are light yellow; what the workbook computes is white. */
export const theme: Readonly<Record<Look, Style>> = {
  key: { background: '#eeeeee', color: grey, bold: false },
  header: { background: '#d9e7e3', color: '#0b3d34', bold: true },
  headerDefault: { background: '#d9e7e3', color: '#0b3d34', bold: true },
  headerComputed: { background: '#e8eaed', color: '#3c4043', bold: true },
  headerImported: { background: '#e8eaed', color: '#3c4043', bold: true },
  label: { background: null, color: ink, bold: false },
  hint: { background: null, color: grey, bold: false },
  total: { background: '#f1f3f4', color: ink, bold: true },
  input: { background: '#fff8dc', color: ink, bold: false },
  default: { background: '#fffdf3', color: ink, bold: false },
  computed: { background: null, color: ink, bold: false },
  title: { background: null, color: '#0b3d34', bold: true, size: 16 },
  heading: { background: '#d9e7e3', color: '#0b3d34', bold: true },
  cell: { background: null, color: ink, bold: false },
  strong: { background: '#f1f3f4', color: ink, bold: true },
  small: { background: null, color: grey, bold: false, size: 9 },
  fine: { background: null, color: ink, bold: false, size: 9 },
  plain: { background: null, color: ink, bold: false },
};

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
