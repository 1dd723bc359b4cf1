import { acted } from './acted';
import { everyForm } from './scenes/forms';
import { fromFile } from './scenes/fromFile';
import { importStopped } from './scenes/intake';
import { keyboardAlone } from './scenes/keyboard';
import { tenMinutes } from './scenes/tenMinutes';
import { everyView } from './scenes/views';

const both = ['en', 'zh'] as const;

acted('the sidebar on the page', [
  ['a plan is made in the sidebar, from nothing to the company’s target', both, tenMinutes],
  ['a list of 300 stores as .xlsx goes from the file to finished targets', both, fromFile],
  ['every other view can be read and used by all', both, everyView],
  ['what is typed into each part’s form stands in its cell', both, everyForm],
  ['a long import is stopped, goes on where it stopped, and is kept', ['zh'], importStopped],
  ['the sidebar is used with the keyboard alone', both, keyboardAlone],
]);
