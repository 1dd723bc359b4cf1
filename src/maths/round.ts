/** What a few operations on doubles may have lost, relative to the value: four units in the last place. */
const noise = 2 ** -50;

/** From here on a double is too coarse for halves to be told from noise. */
const coarse = 2 ** 49;

/**
 * `value` to `digits` decimals (0 or more), halves away from zero, as ROUND does in spreadsheets: 1.005 to 2 digits is
 * 1.01, though the double nearest to 1.005 lies below it.
 */
export function rounded(value: number, digits = 0): number {
  const scale = 10 ** digits;
  const scaled = Math.abs(value) * scale;
  const whole = Math.round(scaled < coarse ? scaled * (1 + noise) : scaled);
  return whole === 0 ? 0 : (Math.sign(value) * whole) / scale;
}

/** `count` units as the decimal number a person would write: 3 units of 0.1 are 0.3, not 0.30000000000000004. */
export function multiple(count: number, unit: number): number {
  const value = count * unit;
  return Number.isInteger(unit) ? value : Number(value.toPrecision(15));
}

/** The whole number beside `value` if no more than noise, relative to it, keeps them apart; else `value` itself. */
export function cleared(value: number, tolerance = noise): number {
  const whole = Math.round(value);
  return Math.abs(value - whole) <= Math.max(1, Math.abs(value)) * tolerance ? whole : value;
}

/** `value` counted in units, with the noise of the division taken off: 848,571.43 in units of 0.01 is 84857143. */
export function inUnits(value: number, unit: number): number {
  return cleared(value / unit);
}

/** `value` rounded to a multiple of `unit`, halves away from zero. */
export function roundedTo(value: number, unit: number): number {
  return multiple(rounded(inUnits(value, unit)), unit);
}
