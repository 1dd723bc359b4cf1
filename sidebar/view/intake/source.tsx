import { useEffect, useId, useState } from 'preact/hooks';
import { megabytes, tooLarge } from '../../import/bytes';
import type { ImportFault } from '../../import/fault';
import { limits } from '../../import/limits';
import { faultText } from '../../import/words';
import { cutOffIn } from '../../intake/cutOff';
import type { Given } from '../../intake/given';
import { turn } from '../../intake/inTurns';
import { useDesk } from '../context';
import { Icon } from '../icons';
import { Action } from '../pieces';

interface SourceProps {
  readonly part: string;
  /** Rows that are read at most. */
  readonly most: number;
  /** Takes files or a text; what is wrong with them, if they cannot be read. */
  readonly onTake: (given: readonly Given[]) => Promise<ImportFault | undefined>;
}

const isRows = (text: string): boolean => text.trim().includes('\n');

/** More characters than this are not shown: a text area takes a minute to lay out thousands of rows. */
const mostShown = 20_000;

/** A file, chosen or dropped, or pasted text. */
export function Source({ part, most, onTake }: SourceProps) {
  const { store, state, text } = useDesk();
  const id = useId();
  const pasted = store.slips.of(part, '#import')?.texts.text ?? '';
  const run = store.slips.of(part, '#run');
  const cutOff = run && cutOffIn(run);
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  const [reading, setReading] = useState(false);

  // What was pasted before the sidebar was closed is read as if it were pasted now.
  useEffect(() => {
    if (isRows(pasted)) void read([{ text: pasted }]);
  }, []);

  async function read(given: readonly Given[]): Promise<void> {
    setReading(true);
    setWrong(undefined);
    await turn();
    const fault = await onTake(given);
    setReading(false);
    if (fault) setWrong(faultText(fault, state.language));
  }

  async function open(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    const fault: ImportFault | undefined =
      files.length > limits.files
        ? { code: 'tooManyFiles', most: limits.files }
        : tooLarge(files.reduce((sum, { size }) => sum + size, 0));
    if (fault) setWrong(faultText(fault, state.language));
    else {
      await read(
        await Promise.all(
          files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
        ),
      );
    }
  }

  /** Rows that are pasted are read at once. */
  function paste(event: ClipboardEvent): void {
    const rows = event.clipboardData?.getData('text/plain') ?? '';
    if (pasted.trim() !== '' || !isRows(rows)) return;
    event.preventDefault();
    store.slips.type(part, '#import', { text: rows });
    void read([{ text: rows }]);
  }

  return (
    <>
      {cutOff && <p class="hint">{text.cutOff.once(cutOff.rows)}</p>}
      <div class="field">
        <label for={`${id}-file`} class="button main file">
          <Icon name="upload" size={16} />
          <span>{text.intake.choose}</span>
        </label>
        <input
          id={`${id}-file`}
          type="file"
          class="hidden"
          accept=".xlsx,.csv,.tsv,.txt,text/csv,text/plain"
          multiple
          onChange={(event) => void open([...(event.currentTarget.files ?? [])])}
        />
      </div>
      <p class="small quiet">{text.intake.limits(megabytes(limits.bytes), most, limits.columns)}</p>
      <p class="small quiet">{text.intake.orPaste}</p>
      <div class="field">
        <label for={`${id}-text`}>{text.intake.paste}</label>
        <div class="input">
          <textarea
            id={`${id}-text`}
            rows={7}
            spellcheck={false}
            wrap="off"
            class="rowsText"
            aria-describedby={`${id}-hint`}
            value={pasted.length > mostShown ? '' : pasted}
            onInput={(event) => store.slips.type(part, '#import', { text: event.currentTarget.value })}
            onPaste={paste}
          />
        </div>
        <p class="hint" id={`${id}-hint`}>
          {text.intake.pasteHint}
        </p>
      </div>
      <Action disabled={pasted.trim() === '' || reading} onClick={() => void read([{ text: pasted }])}>
        {text.intake.read}
      </Action>
      {reading && <p class="quiet">{text.common.loading}</p>}
      <div role="alert">{wrong !== undefined && <p class="wrong">{wrong}</p>}</div>
    </>
  );
}
