import type { Sold } from '../../../src/model/sold';
import type { Import } from '../../import/taken';
import { salesWords } from '../../intake/sales/text';
import { lastSoldPart } from '../../monthSteps';
import { textOf } from '../../planParts';
import { useDesk } from '../context';
import { Action, Panel } from '../pieces';

/** Where figures of the year before the plan year are imported. */
export function ToLastYear({ hint }: { readonly hint: string }) {
  const { store, state } = useDesk();
  if (!lastSoldPart || state.opened?.present.includes(lastSoldPart.tab.id) !== true) return null;
  const { id } = lastSoldPart.tab;
  return (
    <>
      <p class="hint">{hint}</p>
      <Action onClick={() => store.moving.go({ kind: 'import', part: id })}>
        {textOf(lastSoldPart, state.language).title}
      </Action>
    </>
  );
}

/** How many months of a file of this year's figures are last year's by their headers. */
const monthsIn = ({ notices }: Import): number =>
  notices.reduce((sum, notice) => sum + (notice.code === 'lastYearMonths' ? notice.columns : 0), 0);

/** Whether a file has last year's months and nothing of the year. */
export const isLastYearsAlone = (found: Import, { figure }: Sold): boolean =>
  monthsIn(found) > 0 && found.records.every(({ values }) => values[figure] === undefined);

/** Months of a file that are last year's are not taken for this year's. */
export function LastYears({ found }: { readonly found: Import }) {
  const { state } = useDesk();
  const months = monthsIn(found);
  const text = salesWords[state.language];
  if (months === 0) return null;
  return (
    <Panel tone="warn" title={text.lastYears(months)}>
      <ToLastYear hint={text.ofLastYear} />
    </Panel>
  );
}
