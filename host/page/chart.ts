// The grid draws its charts with the Chart.js it finds in the global scope, and looks up its parts there by name.
import * as library from 'chart.js';
import 'chartjs-adapter-luxon';

const { Chart, registerables, ...parts } = library;
Chart.register(...registerables);
Object.assign(Chart, parts);
Object.assign(globalThis, { Chart });
