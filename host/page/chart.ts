// The grid draws its charts with the Chart.js it finds in the global scope, and looks up its parts there by name.
import * as library from 'chart.js';
import 'chartjs-adapter-luxon';

const { Chart, registerables, ...parts } = library;
Chart.register(...registerables);
Object.assign(Chart, parts);
Object.assign(globalThis, { Chart });

// Whole numbers are counted in whole ones: an axis of three openings has no half of one, which would be rounded to one twice.
Chart.register({
  id: 'wholeTicks',
  beforeUpdate({ data, config }) {
    const figures = data.datasets
      .flatMap((set) => set.data)
      .filter((figure) => typeof figure === 'number' && !Number.isNaN(figure));
    if (!figures.every(Number.isInteger)) return;
    for (const scale of Object.values(config.options?.scales ?? {})) {
      if (scale?.ticks) Object.assign(scale.ticks, { precision: 0 });
    }
  },
});

// The engine has no dashes: a line that is to have them has a colour a hair less than opaque.
Chart.register({
  id: 'dashedLines',
  beforeUpdate({ data }) {
    for (const set of data.datasets) {
      const color = 'borderColor' in set ? set.borderColor : undefined;
      if (typeof color === 'string' && color.length === 9 && color.toLowerCase().endsWith('fe'))
        Object.assign(set, { borderDash: [6, 4] });
    }
  },
});

// A column in the colour of the ground only bears others: grid lines behind it are to be seen. What such a chart's columns
// are called ends with how much each is, which the engine would cut off: that goes on a line of its own.
Chart.register({
  id: 'bearingColumns',
  beforeUpdate({ data, config }) {
    const bearing = data.datasets.filter((set) => isGround(set.backgroundColor));
    for (const set of bearing) Object.assign(set, { backgroundColor: 'transparent', borderColor: 'transparent' });
    const { x, y } = config.options?.scales ?? {};
    if (bearing.length === 0 || !x?.ticks || !y?.ticks) return;
    Object.assign(x.ticks, {
      callback: (_value: unknown, index: number) => inLines(String(data.labels?.[index] ?? '')),
      maxRotation: 0,
      autoSkip: false,
    });
    // Steps have cents, the axis beside them need not.
    Object.assign(y.ticks, { callback: (value: unknown) => Number(value).toLocaleString('en') });
  },
});

const isGround = (color: unknown): boolean => typeof color === 'string' && /^#ffffff(?:ff)?$/i.test(color);

/** Letters that stand below a column beside others. */
const WIDEST = 12;

/** A name, in as many lines as it takes, and an amount below it. */
function inLines(label: string): readonly string[] {
  const words = label.split(' ');
  const amount = words.pop() ?? '';
  const lines: string[] = [];
  for (const word of words) {
    const last = lines[lines.length - 1];
    if (last !== undefined && `${last} ${word}`.length <= WIDEST) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return [...lines, amount];
}
