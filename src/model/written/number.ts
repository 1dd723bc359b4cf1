import type { Kind } from '../field';
import { besideFigure, type Currencies, currencyIn, currencyOfUnit } from './currency';
import { hanNumber } from './han';
import { narrow } from './narrow';
import { factorIn, metresIn } from './units';

/** The sign before the decimals. */
export type Point = '.' | ',';

/** A number as it is written, before it is known which of its signs is the decimal one. */
export interface Written {
  /** Digits with their signs between them: `1.234,50`. */
  readonly core: string;
  /** What it is with each decimal sign; undefined where it is no number with that. */
  readonly as: Readonly<Record<Point, number | undefined>>;
  readonly isNegative: boolean;
  /** What money counts in where the cell says so: 10,000 of `120万`; 1 of `1200元`. */
  readonly factor: number | undefined;
  /** Square metres of the cell's own unit. */
  readonly metres: number | undefined;
  readonly isPercent: boolean;
  /** The currencies that the sign or the word beside it can mean, where it has one. */
  readonly currency: Currencies | undefined;
}

/** No number is written longer. */
const longest = 60;

/** Nothing but digits, and two decimals at most, as most figures of most files are: read at once. */
const bare = /^(-?)(\d{1,13}(?:\.\d{1,2})?|\d{14,15})$/;

/** A text as a number's parts; undefined for what is none however its signs are read. */
export function writtenIn(text: string): Written | undefined {
  const [, minus, digits] = bare.exec(text) ?? [];
  if (digits !== undefined) {
    const value = Number(digits);
    return {
      core: digits,
      as: { '.': value, ',': digits.includes('.') ? undefined : value },
      isNegative: minus === '-',
      factor: undefined,
      metres: undefined,
      isPercent: false,
      currency: undefined,
    };
  }
  if (text.length > longest) return undefined;
  let rest = narrow(text)
    .toLowerCase()
    .replace(/([元万亿])整$/, '$1')
    // Nothing behind the decimal sign: `1.200,-`.
    .replace(/(\d)[.,]-{1,2}(?=\D*$)/, '$1')
    .replace(/m2$/, '㎡')
    .replace(/ft2$/, 'ft²');
  let isNegative = false;
  let currency: Currencies | undefined;
  const withoutCurrency = (figure: string): string =>
    figure
      .replace(besideFigure, (mark) => {
        currency ??= currencyIn(mark);
        return '';
      })
      .trim();
  // In brackets a figure is negative, with the currency before them or within.
  rest = withoutCurrency(rest);
  const [, inner] = /^\((.+)\)$/.exec(rest) ?? [];
  if (inner !== undefined) [rest, isNegative] = [withoutCurrency(inner.trim()), true];
  const [, sign, behind] = /^([+-])\s*(.*)$/.exec(rest) ?? [];
  if (sign !== undefined && behind !== undefined) {
    if (isNegative) return undefined;
    [rest, isNegative] = [behind, sign === '-'];
  } else if (rest.endsWith('-') && !isNegative) [rest, isNegative] = [rest.slice(0, -1).trim(), true];
  rest = withoutCurrency(rest);
  const isPercent = rest.endsWith('%');
  if (isPercent) rest = rest.slice(0, -1).trim();
  const han = hanNumber(rest.replace(/元$/, ''));
  if (han !== undefined) {
    currency ??= currencyOfUnit(rest);
    // With 万 or 亿 in it a number says its own unit, as with 元 behind it.
    const factor = /[万萬亿億元]/.test(rest) ? 1 : undefined;
    return {
      core: String(han),
      as: { '.': han, ',': han },
      isNegative,
      factor,
      metres: undefined,
      isPercent,
      currency,
    };
  }
  const [, core = rest, unit = ''] = /^([\d.,' ]*\d[\d.,']*(?:e[+-]?\d+)?)\s*(\D*)$/.exec(rest) ?? [];
  if (!/\d/.test(core) || !/^[\d.,' e+-]+$/.test(core)) return undefined;
  const [factor, metres] = unit === '' ? [undefined, undefined] : [factorIn(unit), metresIn(unit)];
  if (unit !== '' && (isPercent || (factor === undefined && metres === undefined))) return undefined;
  const as = readings(core);
  if (as['.'] === undefined && as[','] === undefined) return undefined;
  currency ??= currencyOfUnit(unit);
  return { core, as, isNegative, factor, metres, isPercent, currency };
}

/** What digits are with each decimal sign: those without any sign are the same with both. */
function readings(core: string): Written['as'] {
  const point = readAs(core, '.');
  return { '.': point, ',': plainDigits.test(core) ? point : readAs(core, ',') };
}

/** Groups of three behind the first digits, all parted alike; or, as in India, of two before the last three. */
const plainDigits = /^\d+$/;
const grouped: Readonly<Record<Point, RegExp>> = {
  '.': /^\d{1,3}(?:([,' ])\d{3})(?:\1\d{3})*$|^\d{1,2}(?:,\d{2})+,\d{3}$/,
  ',': /^\d{1,3}(?:([.' ])\d{3})(?:\1\d{3})*$/,
};

/** The number that digits are with a decimal sign; undefined where they are none with it. */
export function readAs(core: string, point: Point): number | undefined {
  const [mantissa = '', exponent = '0', ...more] = core.split('e');
  if (more.length > 0) return undefined;
  const [whole = '', decimals = '', ...others] = mantissa.split(point);
  if (others.length > 0 || !/^\d*$/.test(decimals) || (whole === '' && decimals === '')) return undefined;
  if (whole !== '' && !plainDigits.test(whole) && !grouped[point].test(whole)) return undefined;
  const value = Number(`${whole.replace(/[^\d]/g, '') || '0'}.${decimals || '0'}e${exponent}`);
  return Number.isFinite(value) ? value : undefined;
}

const fractions: ReadonlySet<Kind> = new Set<Kind>(['rate', 'growth', 'index']);
const amounts: ReadonlySet<Kind> = new Set<Kind>(['money', 'price']);

/** Whether a number's own signs are of a field's kind: a percentage is no amount, and an amount no area. */
export function isOfKind({ isPercent, currency, factor, metres }: Written, kind: Kind): boolean {
  if (isPercent) return fractions.has(kind);
  if (currency !== undefined || factor !== undefined) return amounts.has(kind);
  return metres === undefined || kind === 'number';
}

/**
 * The number by itself, alone: with a decimal point where it is one, else with a comma; a percentage as a fraction, an
 * amount by its own unit, else by `unit`.
 */
export function numberAlone({ as, isNegative, factor, metres, isPercent }: Written, unit = 1): number {
  const value = as['.'] ?? as[','] ?? Number.NaN;
  const scaled = isPercent ? times(value, 0.01) : times(value, factor ?? unit);
  const own = metres === undefined || metres === 1 ? scaled : Number((scaled * metres).toFixed(2));
  return isNegative && own !== 0 ? -own : own;
}

/** A product without the dust of binary fractions: 14.82 × 10,000 is 148,200. */
export const times = (value: number, factor: number): number =>
  factor === 1 ? value : Number((value * factor).toPrecision(15));
