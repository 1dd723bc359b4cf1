import { useId } from 'preact/hooks';

interface PickProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [id: string, label: string])[];
  readonly onPick: (id: string) => void;
}

/** One of a few, from a list. */
export function Pick({ label, value, choices, onPick }: PickProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        {choices.map(([choice, called]) => (
          <option key={choice} value={choice}>
            {called}
          </option>
        ))}
      </select>
    </div>
  );
}
