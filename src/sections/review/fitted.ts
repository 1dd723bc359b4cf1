/**
 * A text as far as its cell has room for so many wide characters, on one line after the other: the rest is told by `…`,
 * since a cell on paper would cut it without a word. Letters are half as wide as Chinese characters; a text of letters is
 * told by its spaces.
 */
export function fitted(text: string, wide: number): string {
  const line = `SUBSTITUTE(${text},CHAR(10)," ")`;
  const isOfLetters = `(LEN(${text})-LEN(SUBSTITUTE(${text}," ","")))*10>=LEN(${text})`;
  const room = `IF(${isOfLetters},${2 * wide},${wide})`;
  return `IF(LEN(${text})<=${room},${line},LEFT(${line},${room}-1)&"…")`;
}
