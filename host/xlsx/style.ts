import type { CellStyle } from 'hucre/xlsx';
import { GENERAL } from '../dialect';
import type { Style } from '../extras';

export type Border = Readonly<Partial<Record<'top' | 'left' | 'bottom' | 'right', Line>>>;
interface Line {
  readonly style: 'thin' | 'medium' | 'thick' | 'dashed' | 'dotted';
  readonly color: string;
}

/** The font of Google Sheets where none is chosen. */
export const FONT = { name: 'Arial', size: 10 };

/** `#ffcc00` → `FFCC00`. */
const rgb = (color: string) => ({ rgb: color.replace('#', '').slice(0, 6).toUpperCase() });

const UPRIGHT = { top: 'top', middle: 'center', bottom: 'bottom' } as const;

/** A cell's look and number format as a workbook file has them; `undefined` where there is nothing to say. */
export function fileStyle(style: Style, format: string, border: Border | null): CellStyle | undefined {
  const made: CellStyle = {};
  if (format !== GENERAL) made.numFmt = format;
  const { bold, italic, strikethrough, underline, fontSize, textColor, fillColor, align, verticalAlign, wrapping } =
    style;
  if (bold || italic || strikethrough || underline || fontSize !== undefined || textColor !== undefined) {
    made.font = {
      ...FONT,
      ...(fontSize !== undefined && { size: fontSize }),
      ...(bold && { bold }),
      ...(italic && { italic }),
      ...(strikethrough && { strikethrough }),
      ...(underline && { underline }),
      ...(textColor !== undefined && { color: rgb(textColor) }),
    };
  }
  if (fillColor !== undefined && fillColor !== '') {
    // A conditional format takes the background colour, a cell the foreground one.
    made.fill = { type: 'pattern', pattern: 'solid', fgColor: rgb(fillColor), bgColor: rgb(fillColor) };
  }
  if (align || verticalAlign || wrapping === 'wrap') {
    made.alignment = {
      ...(align && { horizontal: align }),
      ...(verticalAlign && { vertical: UPRIGHT[verticalAlign] }),
      ...(wrapping === 'wrap' && { wrapText: true }),
    };
  }
  if (border) {
    made.border = {};
    for (const side of ['top', 'left', 'bottom', 'right'] as const) {
      const line = border[side];
      if (line) made.border[side] = { style: line.style, color: rgb(line.color) };
    }
  }
  return Object.keys(made).length > 0 ? made : undefined;
}

/** Pixels → the width of a column in digits of the default font, seven pixels wide with five around them. */
export const fileWidth = (pixels: number) => Math.round(((pixels - 5) / 7) * 100) / 100;

/** Pixels → points. */
export const fileHeight = (pixels: number) => pixels * 0.75;
