import type { Figure, Group, Unit } from './figure';

const digits: Readonly<Record<Unit, number>> = { bytes: 0, ms: 2, s: 2, calls: 0, saves: 0, times: 1, power: 2 };

const shown = (value: number, unit: Unit): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: digits[unit], maximumFractionDigits: digits[unit] });

function cellsOf({ name, value, unit, most, note = '' }: Figure): readonly string[] {
  const measured = [name, shown(value, unit), unit];
  if (most === 'comparison') return [...measured, '–', '', note];
  return [...measured, `≤ ${shown(most, unit)}`, value <= most ? '✓' : '✗', note];
}

/**
 * The lines of a group: its title, then figure, value, unit, target and whether it is met, and what is to be known
 * beside it. A dash in the target's place is a figure for comparison.
 */
export function tableOf({ title }: Pick<Group, 'title'>, figures: readonly Figure[]): readonly string[] {
  const rows = [['figure', 'value', 'unit', 'target', '', ''], ...figures.map(cellsOf)];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column % 2 === 1 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ');
  return ['', title, ...rows.map((row) => `  ${line(row)}`.trimEnd())];
}
