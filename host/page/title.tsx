import { useState } from 'preact/hooks';

interface TitleProps {
  readonly label: string;
  readonly placeholder: string;
  readonly title: string;
  readonly rename: (title: string) => void;
}

/** The workbook's name, to be typed over. What is being typed stays while the page is drawn anew. */
export function Title({ label, placeholder, title, rename }: TitleProps) {
  const [typed, setTyped] = useState<string>();
  return (
    <input
      class="title"
      aria-label={label}
      placeholder={placeholder}
      value={typed ?? title}
      spellcheck={false}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => {
        if (typed !== undefined && typed.trim() !== title) rename(typed);
        setTyped(undefined);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setTyped(undefined);
      }}
    />
  );
}
