/*
 * Pieces of formulas that recur in every part of the plan, as text with `{references}` in it (see workbook/formula.ts).
 */

/** `then` where a condition does not hold, else blank. */
export const blankIf = (condition: string, then: string): string => `IF(${condition},"",${then})`;

/** `then` once all of the figures are numbers, else blank. */
export function blankUnless(figures: readonly string[], then: string): string {
  const count = `COUNT(${figures.join(',')})`;
  return blankIf(figures.length === 1 ? `${count}=0` : `${count}<${figures.length}`, then);
}

/** `then` once any of the figures is a number, else blank. */
export const blankUnlessAny = (figures: readonly string[], then: string): string =>
  blankIf(`COUNT(${figures.join(',')})=0`, then);

/** A figure, 0 where there is none: what INDEX answers may be a value to SUM, which takes no text. */
export const orNone = (figure: string): string => `IF(COUNT(${figure})=0,0,${figure})`;

/** The same for what is not written twice, as it is looked up from one of several places. */
export const numberOrNone = (figure: string): string => `IFERROR(N(${figure}),0)`;

/** A part of a whole; blank where the whole is 0. */
export const ratio = (part: string, whole: string): string => blankIf(`${whole}=0`, `${part}/${whole}`);

/** The value of the first condition that holds, else `otherwise`. */
export const firstOf = (cases: readonly (readonly [condition: string, value: string])[], otherwise: string): string =>
  cases.reduceRight((rest, [condition, value]) => `IF(${condition},${value},${rest})`, otherwise);

/** A cell function of ours, or the plain equivalent in a workbook that is opened without it. */
export const calledOr = (name: string, args: readonly string[], plain: string): string =>
  `IFERROR(${name}(${args.join(',')}),${plain})`;

/** Up to the next whole number, right also where binary fractions fall just above a whole number. */
export const wholeUp = (figure: string): string => `ROUNDUP(ROUND(${figure},9),0)`;

/** A day as 2027-03-16, without a pattern of TEXT: patterns are read by the spreadsheet’s locale. */
export const isoDay = (day: string): string =>
  `YEAR(${day})&"-"&RIGHT("0"&MONTH(${day}),2)&"-"&RIGHT("0"&DAY(${day}),2)`;
