import { computed, type Field } from '../../model/field';
import { blankIf, blankUnless } from '../../model/formulas';
import type { Highlight } from '../../model/tab';
import { monthRows } from './months';

/** A figure of each month’s own row. */
function byRow(
  id: string,
  kind: Field['kind'],
  figure: (row: string) => string,
  more: Pick<Field, 'width'> = {},
): Field {
  return computed(id, kind, '""', {
    afterSaving: true,
    ...more,
    rows: Object.fromEntries(monthRows.map((row) => [row, { role: 'computed', formula: figure(row) } as const])),
  });
}

/** A value that the month was closed with: it stands beside its closing, and nothing that comes later changes it. */
const then = (id: string, kind: Field['kind'], of = id): Field =>
  byRow(id, kind, (row) => blankUnless([`{closings.${row}.${of}}`], `{closings.${row}.${of}}`));

const share = (id: string, part: string, whole: string): Field =>
  byRow(
    id,
    'rate',
    () => blankIf(`OR(COUNT({${part}},{${whole}})<2,ROUND(SUM({${whole}}),6)=0)`, `{${part}}/{${whole}}`),
    { width: 112 },
  );

/** What the report said of each month when it was closed, and by how much the month has been corrected since. */
export const reportHistory: readonly Field[] = [
  then('closedOn', 'date'),
  then('reopenedOn', 'date'),
  then('monthDue', 'money', 'allDueThen'),
  then('monthCovered', 'money', 'allCoveredThen'),
  then('monthActual', 'money', 'allActualThen'),
  share('monthAchievement', 'monthActual', 'monthCovered'),
  then('franchisedCovered', 'money', 'franchisedCoveredThen'),
  then('franchisedActual', 'money', 'franchisedActualThen'),
  then('selfOperatedCovered', 'money', 'selfOperatedCoveredThen'),
  then('selfOperatedActual', 'money', 'selfOperatedActualThen'),
  then('openedCovered', 'money', 'openedCoveredThen'),
  then('openedActual', 'money', 'openedActualThen'),
  then('yearDue', 'money', 'yearDueThen'),
  then('yearCovered', 'money', 'yearCoveredThen'),
  then('yearActual', 'money', 'yearActualThen'),
  share('yearAchievement', 'yearActual', 'yearCovered'),
  then('yearForecast', 'money', 'yearForecastThen'),
  then('yearSigned', 'money', 'yearSignedThen'),
  then('yearWorking', 'money', 'yearWorkingThen'),
  then('yearCompany', 'money', 'yearCompanyThen'),
  then('storesOpened', 'count', 'storesOpenedThen'),
  then('storesRed', 'count', 'storesRedThen'),
  then('actionsOverdue', 'count', 'actionsOverdueThen'),
  // Where data are said to reach less far than when it was closed, nothing of it is known to be corrected.
  byRow('correctedSince', 'money', (row) =>
    blankIf(
      `OR(COUNT({monthActual})=0,SUM({followUpTerms.elapsed.${row.slice(1)}})=0)`,
      `ROUND(SUM({reviewMonths.${row}.allActual})-{monthActual},6)`,
    ),
  ),
];

export const historyHighlights: readonly Highlight[] = [
  {
    fields: ['correctedSince', 'monthActual'],
    formula: 'AND(ISNUMBER({correctedSince}),ROUND({correctedSince},2)<>0)',
    look: 'bad',
  },
  { fields: ['reopenedOn'], formula: 'ISNUMBER({reopenedOn})', look: 'warn' },
];
