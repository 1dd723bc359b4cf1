import { useId } from 'preact/hooks';

interface ReasonProps {
  /** Of the field, where something else brings a person to it. */
  readonly id?: string;
  readonly label: string;
  readonly text: string;
  readonly onType: (text: string) => void;
  readonly required?: boolean;
}

/** Why something is done, in a line. */
export function Reason({ id, label, text, onType, required = false }: ReasonProps) {
  const own = useId();
  return (
    <div class="field">
      <label for={id ?? own}>{label}</label>
      <input
        id={id ?? own}
        type="text"
        autocomplete="off"
        maxLength={500}
        value={text}
        {...(required && { 'aria-required': true })}
        onInput={(event) => onType(event.currentTarget.value)}
      />
    </div>
  );
}
