const digits = '零一二三四五六七八九';
const alike: Readonly<Record<string, string>> = {
  〇: '零',
  两: '二',
  兩: '二',
  壹: '一',
  贰: '二',
  貳: '二',
  叁: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
  萬: '万',
  億: '亿',
};

/**
 * A number in Chinese numerals: `一百二十万` is 1,200,000. Undefined for anything else, and for what is said only:
 * `一万二`, digits read out.
 */
export function hanNumber(text: string): number | undefined {
  const plain = [...text].map((letter) => alike[letter] ?? letter).join('');
  if (!/^[零一二三四五六七八九十百千万亿]+$/.test(plain) || !/[十百千万亿]/.test(plain)) return undefined;
  const [high = '', ...more] = plain.split('亿');
  if (more.length > 1) return undefined;
  if (more.length === 0) return below(high);
  const [low = ''] = more;
  const [of, rest] = [below(high), low === '' ? 0 : below(low)];
  return of === undefined || rest === undefined || isSaid(low) ? undefined : of * 100_000_000 + rest;
}

/** Up to 9999万9999. */
function below(text: string): number | undefined {
  const [high = '', ...more] = text.split('万');
  if (more.length > 1) return undefined;
  if (more.length === 0) return thousands(high);
  const [low = ''] = more;
  const [of, rest] = [thousands(high), low === '' ? 0 : thousands(low)];
  return of === undefined || rest === undefined || isSaid(low) ? undefined : of * 10_000 + rest;
}

/** A single digit behind a unit, which people say for that many of the next unit. */
const isSaid = (low: string): boolean => /^[一二三四五六七八九]$/.test(low);

const places = /^(?:(.)千)?(零)?(?:(.)百)?(零)?(?:(.?)十)?(零)?(.)?$/;

/** Up to 9999. */
function thousands(text: string): number | undefined {
  const [, thousand, , hundred, , ten, , one] = places.exec(text) ?? [];
  if (text === '' || (thousand ?? hundred ?? ten ?? one) === undefined) return undefined;
  if (one !== undefined && /[千百].$/.test(text)) return undefined;
  const digit = (letter: string | undefined): number =>
    letter === undefined ? 0 : letter === '' ? 1 : digits.indexOf(letter);
  const found = [digit(thousand), digit(hundred), digit(ten), digit(one)];
  if (found.some((value) => value < 0)) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = found;
  return a * 1000 + b * 100 + c * 10 + d;
}
