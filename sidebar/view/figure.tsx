import type { Field } from '../../src/model/field';
import { lists } from '../planParts';
import { figureText } from '../value/shown';
import { useDesk } from './context';

interface FigureProps {
  readonly label: string;
  readonly note: string | undefined;
  readonly field: Field;
  /** Undefined if it is known only after saving. */
  readonly value: string | number | boolean | null | undefined;
}

/** A computed figure; how it is computed unfolds. */
export function Figure({ label, note, field, value }: FigureProps) {
  const { terms, text } = useDesk();
  const isOpen = value === undefined;
  const shown = isOpen ? text.form.afterSaving : figureText(field, value, lists, terms) || text.overview.none;
  if (note === undefined) {
    return (
      <p class="figure">
        <span>{label}</span>
        <output class={isOpen ? 'quiet small' : ''}>{shown}</output>
      </p>
    );
  }
  return (
    <details class="figure">
      <summary>
        <span>{label}</span>
        <output class={isOpen ? 'quiet small' : ''}>{shown}</output>
      </summary>
      <p class="hint">{note}</p>
    </details>
  );
}
