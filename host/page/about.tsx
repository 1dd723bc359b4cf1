import { useModal } from './modal';
import type { en } from './text';

interface AboutProps {
  readonly text: typeof en;
  readonly onClose: () => void;
}

/** What this page is, and where the licences of all that is in it stand. */
export function About({ text, onClose }: AboutProps) {
  const modal = useModal(onClose);
  const { about } = text;
  return (
    <dialog class="question" aria-labelledby="about" {...modal}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
        }}
      >
        <h2 id="about">{text.addon}</h2>
        <p>{about.what}</p>
        <p>{about.free}</p>
        <p>
          <a href="/licences.txt" target="_blank" rel="noreferrer">
            {about.licences}
          </a>
        </p>
        <div class="buttons">
          <button type="submit" class="button primary">
            {text.frame.close}
          </button>
        </div>
      </form>
    </dialog>
  );
}
