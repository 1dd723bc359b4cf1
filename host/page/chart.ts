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

// A column in the colour of the ground only bears others: grid lines behind it are to be seen.
Chart.register({
  id: 'bearingColumns',
  beforeUpdate({ data }) {
    for (const set of data.datasets)
      if (isGround(set.backgroundColor)) Object.assign(set, { backgroundColor: 'transparent', borderColor: 'transparent' });
  },
});

function isGround(color: unknown): boolean {
  return typeof color === 'string' && /^#ffffff(?:ff)?$/i.test(color);
}
