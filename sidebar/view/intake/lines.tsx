import { useDesk } from '../context';

/** Lines shown of each kind: a file of thousands of rows stays readable. */
const mostLines = 20;

export function Lines({ lines }: { readonly lines: readonly string[] }) {
  const { text } = useDesk();
  return (
    <ul class="lines small">
      {lines.slice(0, mostLines).map((line, index) => (
        <li key={`${index}-${line}`}>{line}</li>
      ))}
      {lines.length > mostLines && <li class="quiet">{text.intake.andMore(lines.length - mostLines)}</li>}
    </ul>
  );
}
