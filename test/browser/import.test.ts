import { oneOf } from '../places';
import { acted } from './acted';
import { fromFile } from './scenes/fromFile';
import { importStopped } from './scenes/intake';
import { salesImported } from './scenes/sales';
import { thousandByMonth, thousandSold } from './scenes/thousand';

const both = ['en', 'zh'] as const;

acted('imports on the page', [
  ['a list of 300 stores as .xlsx goes from the file to finished targets', oneOf(both, 'fromFile'), fromFile],
  ['a long import is stopped, goes on where it stopped, and is kept', ['zh'], importStopped, 'generated'],
  ['an export of tills becomes sales by month, and a month is closed', oneOf(both, 'sales'), salesImported, 'sample'],
  // What a large file takes: with all that the proof tries.
  ['a hundred thousand lines of a thousand stores', process.env.ALL_POSITIONS ? ['zh'] : [], thousandSold, 'thousand'],
  ['twelve months of a thousand stores', process.env.ALL_POSITIONS ? ['zh'] : [], thousandByMonth, 'thousand'],
]);
