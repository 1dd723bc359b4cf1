import { useId, useMemo, useState } from 'preact/hooks';
import type { Book } from '../../book';
import type { Import } from '../../import/taken';
import type { Target } from '../../import/target';
import { factText, faultText, noticeText } from '../../import/words';
import { type NewPeople, type PeopleList, unlisted } from '../../intake/people';
import { arrivals, type Preview, proposalOf } from '../../intake/preview';
import { cellOf, fieldLabel, type Part } from '../../planParts';
import { moneyText } from '../../value/shown';
import { useDesk } from '../context';
import { Panel } from '../pieces';
import { Proposed } from '../proposed';
import { Lines } from './lines';

interface FoundProps {
  readonly part: Part;
  readonly book: Book;
  readonly target: Target;
  readonly found: Import;
  readonly preview: Preview;
  /** The list of people, where records of the part name any. */
  readonly people?: { readonly list: PeopleList; readonly book: Book } | undefined;
  /** More to know before it is written. */
  readonly told?: readonly string[];
  readonly onBegin: (beginning: Beginning) => void;
}

/** What is to be written, and whether figures that jump are right. */
export interface Beginning {
  readonly preview: Preview;
  readonly accepted: boolean;
  /** People who come with it. */
  readonly newPeople?: NewPeople;
}

/** What the import would do, before it does it. */
export function Found({ part, book, target, found, preview, people, told: more = [], onBegin }: FoundProps) {
  const { state, terms, text } = useDesk();
  const { intake } = text;
  const tickId = useId();
  const [accepted, setAccepted] = useState(false);
  const { same, kept, faults, lacking, jumps } = preview;
  const arriving = useMemo(() => arrivals(preview, accepted), [preview.added, preview.changed, accepted]);
  const proposal = useMemo(() => proposalOf(part.tab, arriving, book), [arriving, book]);
  const keys = useMemo(
    () => new Map(arriving.flatMap(({ key, changes }) => changes.map(({ record }) => [record, key]))),
    [arriving],
  );
  const strangers = useMemo(
    () =>
      people &&
      unlisted(
        arriving.map(({ record }) => record),
        part.tab,
        people.list,
        people.book,
      ),
    [arriving, part, people],
  );
  const [isAdding, setAdding] = useState(true);
  const lackingNames = strangers?.records.map((record) => record[people?.list.name.id ?? ''] ?? '') ?? [];
  const count = arriving.length;
  const told = [
    ...more,
    ...found.taken
      .filter(({ facts }) => facts.length > 0)
      .map(({ header, facts }) =>
        intake.cellOf(header, facts.map((fact) => factText(fact, state.language, target)).join(text.separator)),
      ),
    ...found.notices.map((notice) => noticeText(notice, state.language, target)),
  ];
  const label = (fieldId: string): string => {
    const field = cellOf(part.tab, fieldId)?.field;
    return field ? fieldLabel(part, field, state.language) : fieldId;
  };
  return (
    <section class="stack" aria-label={intake.preview}>
      <h2>{intake.preview}</h2>
      {told.length > 0 && (
        <Panel tone="plain" title={intake.told(told.length)}>
          <Lines lines={told} />
        </Panel>
      )}
      {same > 0 && <p class="quiet">{intake.same(same)}</p>}
      {kept > 0 && <p class="quiet">{intake.kept(kept)}</p>}
      {lacking.rows > 0 && (
        <Panel tone="bad">
          <p>{intake.lacking(lacking.rows, lacking.fields.map(({ id }) => label(id)).join(text.separator))}</p>
        </Panel>
      )}
      {faults.length > 0 && (
        <Panel tone="bad" title={intake.rejected(faults.length)}>
          <Lines lines={faults.map((fault) => faultText(fault, state.language))} />
        </Panel>
      )}
      {jumps.length > 0 && (
        <Panel tone="warn" title={intake.jumps(jumps.length)}>
          <p class="small">{intake.jumpHint}</p>
          <p class="small quiet">{text.moneyIn(text.money(terms.unit, terms.currency))}</p>
          <Lines
            lines={jumps.map(({ record, field, from, to }) =>
              intake.jump(record, label(field), moneyText(from, terms), moneyText(to, terms)),
            )}
          />
          <div class="field tick">
            <input
              id={tickId}
              type="checkbox"
              checked={accepted}
              onChange={(event) => setAccepted(event.currentTarget.checked)}
            />
            <label for={tickId}>{intake.accept}</label>
          </div>
        </Panel>
      )}
      {count > 0 && lackingNames.length > 0 && (
        <Panel tone="warn" title={intake.unlisted(lackingNames.length)}>
          <p class="small">{intake.unlistedHint}</p>
          <Lines lines={lackingNames} />
          <div class="field tick">
            <input
              id={`${tickId}-people`}
              type="checkbox"
              checked={isAdding}
              onChange={(event) => setAdding(event.currentTarget.checked)}
            />
            <label for={`${tickId}-people`}>{intake.addPeople(lackingNames.length)}</label>
          </div>
        </Panel>
      )}
      {count === 0 ? (
        <p class="quiet">{intake.none}</p>
      ) : (
        <Proposed
          proposal={proposal}
          nameOf={(record) => keys.get(record) ?? record}
          go={intake.go(count)}
          onGo={() =>
            onBegin({
              preview,
              accepted,
              ...(isAdding && strangers && lackingNames.length > 0 && { newPeople: strangers }),
            })
          }
        />
      )}
    </section>
  );
}
