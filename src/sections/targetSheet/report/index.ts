import type { ReportRow } from '../../../model/tab';
import { expansion } from './expansion';
import { head } from './head';
import { improvement } from './improvement';
import { result } from './year';

/** The target sheet, row by row in the form's own order and numbering. */
export const rows: readonly ReportRow[] = [...head, ...expansion, ...improvement, ...result];

/** Column widths: the form's fill an A4 page upright; then a gap, the charts, a gap, and the charts' figures. */
export const widths: readonly number[] = [
  ...[184, 140, 112, 112, 136, 112, 128, 112],
  ...[112, 720, 112],
  ...Array.from({ length: 10 }, () => 112),
];
