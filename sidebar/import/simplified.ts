/** Characters of headers as Taiwan and Hong Kong write them, each above its simplified form. */
const traditional =
  '編號碼門鋪稱業開關閉營銷額積績類單總計標長區萬億實際時間個倉儲連鎖經負責員據點縣鄉鎮級別銀圓淨屬質態';
const simple = '编号码门铺称业开关闭营销额积绩类单总计标长区万亿实际时间个仓储连锁经负责员据点县乡镇级别银圆净属质态';

const forms: ReadonlyMap<string, string> = new Map(
  [...traditional].map((letter, index) => [letter, [...simple][index] ?? letter]),
);

/** A text of headers and choices with its characters in their simplified forms: `門市編號` is `门市编号`. */
export const simplified = (text: string): string =>
  /\p{Script=Han}/u.test(text) ? [...text].map((letter) => forms.get(letter) ?? letter).join('') : text;
