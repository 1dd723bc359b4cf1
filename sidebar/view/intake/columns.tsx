import { useId } from 'preact/hooks';
import { answered, matchedAs, offeredFactors } from '../../import/ask';
import { encodingNames, encodings } from '../../import/bytes';
import type { Answers } from '../../import/matching';
import type { Import, Taken } from '../../import/taken';
import { addable, addedKey, bareKey, importable, isAdded, type Target } from '../../import/target';
import { factText, unitName } from '../../import/words';
import type { Choice, Read } from '../../intake/given';
import { cellLabels, cellOf, fieldLabel, type Part } from '../../planParts';
import { useDesk } from '../context';

interface ColumnsProps {
  readonly part: Part;
  readonly target: Target;
  readonly found: Import;
  readonly answers: Answers;
  readonly remembered: boolean;
  readonly onAnswer: (answers: Answers) => void;
}

/** Which column fills what and how it is read: one select a column, folded once every column has found its place. */
export function Columns({ part, target, found, answers, remembered, onAnswer }: ColumnsProps) {
  const { text } = useDesk();
  const { taken } = found;
  const matched = taken.filter(({ match }) => match.key !== '').length;
  return (
    <details class="cells">
      <summary>
        <span>{text.intake.columns}</span>
        <span class="small quiet">{text.intake.matched(matched, taken.length)}</span>
      </summary>
      <p class="hint">{remembered ? text.intake.remembered : text.intake.columnsHint}</p>
      {taken.map((column) => (
        <Column
          key={column.index}
          part={part}
          target={target}
          column={column}
          taken={taken}
          answers={answers}
          onAnswer={onAnswer}
        />
      ))}
    </details>
  );
}

interface ColumnProps {
  readonly part: Part;
  readonly target: Target;
  readonly column: Taken;
  readonly taken: readonly Taken[];
  readonly answers: Answers;
  readonly onAnswer: (answers: Answers) => void;
}

function Column({ part, target, column, taken, answers, onAnswer }: ColumnProps) {
  const { state, text } = useDesk();
  const id = useId();
  const { index, header, sample, match, facts } = column;
  // A cell is filled by one column, or by several together.
  const isFree = (key: string): boolean =>
    taken.every(
      (one) =>
        one.index === index || bareKey(one.match.key) !== bareKey(key) || (isAdded(one.match.key) && isAdded(key)),
    );
  const field = match.key === '' ? undefined : cellOf(part.tab, bareKey(match.key))?.field;
  // The others stand in a select of their own.
  const told = facts.filter(({ fact }) => fact === 'serial' || fact === 'firstDay' || fact === 'metres');
  return (
    <div class="field">
      <label for={`${id}-key`}>
        {header}
        {sample !== '' && <span class="small quiet clip"> {sample}</span>}
      </label>
      <select
        id={`${id}-key`}
        value={match.key}
        onChange={(event) => onAnswer(matchedAs(answers, index, event.currentTarget.value))}
      >
        <option value="">{text.intake.leaveOut}</option>
        {[...importable(target), ...addable(target).map(addedKey)].filter(isFree).map((key) => (
          <option key={key} value={key}>
            <CellName part={part} cell={key} />
          </option>
        ))}
      </select>
      {told.length > 0 && (
        <p class="small quiet">{told.map((fact) => factText(fact, state.language, target)).join(text.separator)}</p>
      )}
      {field && <Ways target={target} column={column} kind={field.kind} answers={answers} onAnswer={onAnswer} />}
    </div>
  );
}

interface WaysProps {
  readonly target: Target;
  readonly column: Taken;
  readonly kind: string;
  readonly answers: Answers;
  readonly onAnswer: (answers: Answers) => void;
}

/** How a column of money, dates or shares is read, to be changed. */
function Ways({ target, column: { index, facts }, kind, answers, onAnswer }: WaysProps) {
  const { state, text } = useDesk();
  const id = useId();
  const reading = answers.readings[index] ?? {};
  const set = (change: object): void => onAnswer(answered(answers, { set: 'reading', index, reading: change }));
  const factor = facts.find((fact) => fact.fact === 'factor');
  const point = facts.find((fact) => fact.fact === 'point');
  const order = facts.find((fact) => fact.fact === 'order');
  const percent = facts.find((fact) => fact.fact === 'percent');
  return (
    <div class="ways">
      {kind === 'money' && (
        <>
          <label for={`${id}-unit`} class="small">
            {text.intake.unit}
          </label>
          <select
            id={`${id}-unit`}
            value={String(reading.factor ?? factor?.factor ?? 1)}
            onChange={(event) => set({ factor: Number(event.currentTarget.value) })}
          >
            {[...new Set([...offeredFactors, factor?.factor ?? 1, 1_000_000, 100_000_000])].map((one) => (
              <option key={one} value={String(one)}>
                {unitName(one, state.language, target.currency)}
              </option>
            ))}
          </select>
        </>
      )}
      {point && (
        <Way
          label={text.intake.point}
          value={point.point}
          options={[
            ['.', '1,234.56'],
            [',', '1.234,56'],
          ]}
          onSet={(value) => set({ point: value })}
        />
      )}
      {order && (order.order === 'dmy' || order.order === 'mdy') && (
        <Way
          label={text.intake.order}
          value={order.order}
          options={[
            ['dmy', factText({ fact: 'order', order: 'dmy' }, state.language, target)],
            ['mdy', factText({ fact: 'order', order: 'mdy' }, state.language, target)],
          ]}
          onSet={(value) => set({ order: value })}
        />
      )}
      {percent && (
        <Way
          label={text.intake.shares}
          value={percent.percent}
          options={[
            ['percent', factText({ fact: 'percent', percent: 'percent' }, state.language, target)],
            ['fraction', factText({ fact: 'percent', percent: 'fraction' }, state.language, target)],
          ]}
          onSet={(value) => set({ percent: value })}
        />
      )}
    </div>
  );
}

interface WayProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onSet: (value: string) => void;
}

function Way({ label, value, options, onSet }: WayProps) {
  const id = useId();
  return (
    <>
      <label for={id} class="small">
        {label}
      </label>
      <select id={id} value={value} onChange={(event) => onSet(event.currentTarget.value)}>
        {options.map(([one, said]) => (
          <option key={one} value={one}>
            {said}
          </option>
        ))}
      </select>
    </>
  );
}

/** A cell's name: its field's, with its month or number where it is one of many. */
export function CellName({ part, cell }: { readonly part: Part; readonly cell: string }) {
  const { state, terms, text } = useDesk();
  const found = cellOf(part.tab, bareKey(cell));
  if (!found) return <>{cell}</>;
  const label = fieldLabel(part, found.field, state.language);
  if (isAdded(cell)) return <>{text.intake.added(label)}</>;
  if (found.field.cells === undefined) return <>{label}</>;
  const own = cellLabels(part, found.field, state.language, terms.firstMonth)[found.index] ?? '';
  return <>{text.intake.cellOf(label, own)}</>;
}

interface SourceChoiceProps {
  readonly read: Read;
  /** Its lines may be added up. */
  readonly isLong: boolean;
  readonly onChoose: (choice: Choice) => void;
}

/** The encoding of a text, or the sheet of a workbook, to be changed. */
export function SourceChoice({ read, isLong, onChoose }: SourceChoiceProps) {
  const { text } = useDesk();
  const id = useId();
  const { encoding, sheet, file } = read;
  const source = { ...(encoding !== undefined && { encoding }), ...(sheet !== undefined && { sheet }) };
  return (
    <>
      <HowRead read={read} onChoose={onChoose} />
      {isLong && (
        <div class="field">
          <label for={id}>{text.intake.shape}</label>
          <select
            id={id}
            value={file.shape}
            onChange={(event) => {
              const shape = shapes.find((one) => one === event.currentTarget.value);
              if (shape) onChoose({ ...source, shape });
            }}
          >
            {shapes.map((one) => (
              <option key={one} value={one}>
                {text.intake.shapes[one]}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  );
}

const shapes = ['records', 'lines'] as const;

/** The encoding of a text, or the sheet of a workbook. */
function HowRead({ read: { encoding, sheets, sheet }, onChoose }: Omit<SourceChoiceProps, 'isLong'>) {
  const { text } = useDesk();
  const id = useId();
  if (encoding !== undefined) {
    return (
      <div class="field beside">
        <label for={id}>{text.intake.encoding}</label>
        <select
          id={id}
          value={encoding}
          onChange={(event) => {
            const chosen = encodings.find((one) => one === event.currentTarget.value);
            if (chosen) onChoose({ encoding: chosen });
          }}
        >
          {encodings.map((one) => (
            <option key={one} value={one}>
              {encodingNames[one]}
            </option>
          ))}
        </select>
      </div>
    );
  }
  if (sheets === undefined || sheets.length < 2) return null;
  return (
    <div class="field beside">
      <label for={id}>{text.intake.sheet}</label>
      <select id={id} value={sheet} onChange={(event) => onChoose({ sheet: event.currentTarget.value })}>
        {sheets.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </div>
  );
}
