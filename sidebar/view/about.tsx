import { useDesk } from './context';
import { Head } from './pieces';

/** The licences are a text in the page, since they are found only when it is built. */
const licences = (): string => document.getElementById('licences')?.textContent ?? '';

/** What this is, and the licences of all that is in it. */
export function AboutView() {
  const { text } = useDesk();
  return (
    <main>
      <Head title={text.about.open} back={{ kind: 'overview' }} />
      <p>{text.about.intro}</p>
      {/* A long text is scrolled with the keyboard too. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <pre class="licences" tabIndex={0} role="document" aria-label={text.about.licences}>
        {licences()}
      </pre>
    </main>
  );
}
