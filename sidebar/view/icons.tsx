/** Outlines on a grid of 24, drawn in the text's colour; what they mean stands beside them in words. */
const outlines = {
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  up: 'M5 15l7-7 7 7',
  down: 'M5 9l7 7 7-7',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  warn: 'M12 4L2.8 20h18.4zM12 10v4.5M12 17.2v.3',
  open: 'M12 21a9 9 0 100-18 9 9 0 000 18z',
  search: 'M11 18a7 7 0 100-14 7 7 0 000 14zM16 16l4.5 4.5',
  close: 'M6 6l12 12M18 6L6 18',
  refresh: 'M19 8a8 8 0 10.8 6M19.5 3.5V8H15',
  row: 'M3.5 6h17v12h-17zM3.5 12h17M9 6v12',
  plus: 'M12 5v14M5 12h14',
  bin: 'M5 7h14M9.5 7V4.5h5V7M7 7l.8 12.5h8.4L17 7M10.5 10.5v6M13.5 10.5v6',
  filter: 'M4 6h16l-6 7.5V19l-4-1.8v-3.7z',
  upload: 'M12 16V4M7 9l5-5 5 5M5 20h14',
  several: 'M4 6.5l1.5 1.5L8 5M4 12.5L5.500 14 8 11M4 18.500L5.500 20 8 17M12 6.500h8M12 12.500h8M12 18.500h8',
  clock: 'M12 21a9 9 0 100-18 9 9 0 000 18zM12 7v5l3.5 2',
  tell: 'M12 21a9 9 0 100-18 9 9 0 000 18zM12 11v5.5M12 7.5v.3',
  target: 'M12 21a9 9 0 100-18 9 9 0 000 18zM12 16a4 4 0 100-8 4 4 0 000 8z',
} as const;

export type IconName = keyof typeof outlines;

export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={outlines[name]} />
    </svg>
  );
}
