import { acted } from './acted';
import { fromFile } from './scenes/fromFile';
import { importStopped } from './scenes/intake';

acted('imports on the page', [
  ['a list of 300 stores as .xlsx goes from the file to finished targets', ['en', 'zh'], fromFile],
  ['a long import is stopped, goes on where it stopped, and is kept', ['zh'], importStopped, 'generated'],
]);
