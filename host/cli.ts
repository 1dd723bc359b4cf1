import { fileURLToPath } from 'node:url';
import { generated, type Outcome } from './cli/generate';

// Built to dist-host/cli.mjs, beside dist/.
const fromRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const { LC_ALL, LC_MESSAGES, LANG, INIT_CWD, npm_lifecycle_event: script } = process.env;

/** What comes of the command with these arguments. */
export const command = (args: readonly string[]): Promise<Outcome> =>
  generated(args, {
    code: fromRoot('dist/Code.js'),
    sample: (language) => fromRoot(`host/sample/stores.${language}.csv`),
    // npm changes to the package's folder; names are meant from where the command was typed.
    folder: (script === 'generate' && INIT_CWD) || process.cwd(),
    locale: LC_ALL || LC_MESSAGES || LANG,
    seconds: () => process.uptime(),
  });

const { said, warned, status } = await command(process.argv.slice(2));
for (const line of warned) console.error(line);
for (const line of said) console.log(line);
process.exitCode = status;
