import { narrow } from '../cell';
import { factorIn, metresIn } from '../heading';
import { hanNumber } from './han';

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
}

const currency =
  /^(?:人民币|rmb|cny|usd|us\$|eur|gbp|chf|hkd|hk\$|twd|nt\$|jpy|krw|brl|r\$|inr|rs\.?|aed|sgd|s\$|myr|thb|aud|cad|mxn|pln|czk|sek|nok|dkk|zar|[¥$€£₩₹₽฿])\s*|\s*(?:rmb|cny|usd|eur|gbp|chf|hkd|twd|jpy|krw|brl|inr|aed|sgd|myr|thb|aud|cad|mxn|pln|czk|sek|nok|dkk|zar|zł|kč|kr\.?|[¥$€£₩₹₽฿])$/;

/** No number is written longer. */
const longest = 60;

/** Nothing but digits, as most figures of most files are: read at once. */
const bare = /^\d{1,15}$/;

/** A text as a number's parts; undefined for what is none however its signs are read. */
export function writtenIn(text: string): Written | undefined {
  if (bare.test(text)) {
    const value = Number(text);
    return {
      core: text,
      as: { '.': value, ',': value },
      isNegative: false,
      factor: undefined,
      metres: undefined,
      isPercent: false,
    };
  }
  if (text.length > longest) return undefined;
  let rest = narrow(text)
    .toLowerCase()
    .replace(/￥/g, '¥')
    .replace(/￡/g, '£')
    .replace(/(?<=[元万亿])整$/, '')
    // Nothing behind the decimal sign: `1.200,-`.
    .replace(/(?<=\d)[.,]-{1,2}(?=\D*$)/, '')
    .replace(/m2$/, '㎡')
    .replace(/ft2$/, 'ft²');
  let isNegative = false;
  const [, inner] = /^\((.+)\)$/.exec(rest) ?? [];
  if (inner !== undefined) [rest, isNegative] = [inner.trim(), true];
  rest = rest.replace(currency, '').trim();
  const [, sign, behind] = /^([+-])\s*(.*)$/.exec(rest) ?? [];
  if (sign !== undefined && behind !== undefined) {
    if (isNegative) return undefined;
    [rest, isNegative] = [behind, sign === '-'];
  } else if (rest.endsWith('-') && !isNegative) [rest, isNegative] = [rest.slice(0, -1).trim(), true];
  rest = rest.replace(currency, '').trim();
  const isPercent = rest.endsWith('%');
  if (isPercent) rest = rest.slice(0, -1).trim();
  const han = hanNumber(rest.replace(/元$/, ''));
  if (han !== undefined) {
    const factor = rest.endsWith('元') ? 1 : undefined;
    return { core: String(han), as: { '.': han, ',': han }, isNegative, factor, metres: undefined, isPercent };
  }
  const [, core = rest, unit = ''] = /^([\d.,' ]*\d[\d.,']*(?:e[+-]?\d+)?)\s*(\D*)$/.exec(rest) ?? [];
  if (!/\d/.test(core) || !/^[\d.,' e+-]+$/.test(core)) return undefined;
  const [factor, metres] = unit === '' ? [undefined, undefined] : [factorIn(unit), metresIn(unit)];
  if (unit !== '' && (isPercent || (factor === undefined && metres === undefined))) return undefined;
  const as = readings(core);
  if (as['.'] === undefined && as[','] === undefined) return undefined;
  return { core, as, isNegative, factor, metres, isPercent };
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

/** How the decimal signs of a column are read, and how that is known. */
export type PointFound = Point | 'unclear';

export interface Clues {
  /** What stood between the cells of the text. */
  readonly delimiter: string | undefined;
  /** Figures have two decimals at most. */
  readonly isMoney: boolean;
  /** Figures are whole. */
  readonly isWhole: boolean;
  readonly max: number | undefined;
  /** The figures count in thousands or more: three decimals are as good as two. */
  readonly isScaled: boolean;
  /** The file is Chinese, where the decimal sign is a point. */
  readonly isHan: boolean;
}

/**
 * The one decimal sign of a column, from all its figures: that with which all of them are numbers. Where both would do
 * and would give other figures, the likely one by what is told of the column, else unclear.
 */
export function pointOf(written: readonly Pick<Written, 'core' | 'as'>[], clues: Clues): PointFound {
  let [onlyPoint, onlyComma] = [false, false];
  const both: Pick<Written, 'core' | 'as'>[] = [];
  for (const one of written) {
    const { '.': point, ',': comma } = one.as;
    if (point !== undefined && comma === undefined) onlyPoint = true;
    else if (comma !== undefined && point === undefined) onlyComma = true;
    else if (point !== comma) both.push(one);
  }
  if (both.length === 0) return onlyComma && !onlyPoint ? ',' : '.';
  if (onlyPoint !== onlyComma) return onlyPoint ? '.' : ',';
  if (onlyPoint) return 'unclear';
  const fits = (point: Point): boolean =>
    both.every(({ as }) => {
      const value = as[point] ?? Number.NaN;
      return (clues.max === undefined || value <= clues.max) && (!clues.isWhole || Number.isInteger(value));
    });
  if (fits('.') !== fits(',')) return fits('.') ? '.' : ',';
  const signs = new Set(both.map(({ core }) => (core.includes('.') ? '.' : ',')));
  if (signs.size > 1 || !clues.isMoney) return 'unclear';
  // Three digits follow the sign: groups, or three decimals, which only amounts in thousands or more have.
  if (clues.isScaled) return clues.isHan ? '.' : 'unclear';
  const isSemicolon = clues.delimiter === ';';
  if (signs.has(',')) return isSemicolon ? 'unclear' : '.';
  return isSemicolon ? ',' : 'unclear';
}

/** A product without the dust of binary fractions: 14.82 × 10,000 is 148,200. */
export const times = (value: number, factor: number): number =>
  factor === 1 ? value : Number((value * factor).toPrecision(15));
