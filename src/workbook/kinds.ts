import type { Kind } from '../model/field';

interface KindLook {
  /** Google's number format. */
  readonly format: string;
  /** By what the cell holds if null: text to the left, numbers to the right. */
  readonly align: 'left' | 'right' | 'center' | null;
  /** Pixels. */
  readonly width: number;
  readonly wrap?: boolean;
}

/** Text is broken into lines: the cell beside it would hide its end. */
const text: KindLook = { format: '@', align: null, width: 104, wrap: true };
const choice: KindLook = { format: '@', align: 'center', width: 88 };

/** How each kind is formatted and aligned, and how wide its column is. */
export const kinds: Readonly<Record<Kind, KindLook>> = {
  text,
  longText: { ...text, width: 240 },
  money: { format: '#,##0', align: null, width: 104 },
  price: { format: '#,##0.00', align: null, width: 88 },
  number: { format: 'General', align: null, width: 88 },
  decimal: { format: '#,##0.00', align: null, width: 88 },
  count: { format: '#,##0', align: null, width: 88 },
  rate: { format: '0.0%', align: null, width: 88 },
  growth: { format: '0.00%', align: null, width: 88 },
  months: { format: '#,##0.00', align: null, width: 88 },
  index: { format: '0.0000', align: null, width: 88 },
  year: { format: '0', align: null, width: 88 },
  month: { format: 'yyyy-mm', align: 'center', width: 88 },
  date: { format: 'yyyy-mm-dd', align: 'center', width: 88 },
  choice,
  person: { ...choice, width: 104, wrap: true },
  tick: { format: 'General', align: 'center', width: 64 },
};

/** Formats of cells that hold days. */
export const datedFormats: ReadonlySet<string> = new Set([kinds.date.format, kinds.month.format]);
