// In clasp's place: the script it works on is a folder's `remote.json`, and what it was told is kept beside it.
const { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

const [command, ...options] = process.argv.slice(2);
const project = options[options.indexOf('--project') + 1];
const { scriptId, rootDir } = JSON.parse(readFileSync(project, 'utf8'));
const remote = join(__dirname, `${scriptId}.json`);
appendFileSync(join(__dirname, 'told'), `${[command, ...options.filter((word) => word !== project)].join(' ')}\n`);
if (!existsSync(remote)) {
  console.error('The caller does not have permission');
  process.exit(1);
}
const folder = join(dirname(project), rootDir);
if (command === 'pull') {
  const files = JSON.parse(readFileSync(remote, 'utf8'));
  for (const [name, text] of Object.entries(files)) {
    if (text === '') continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  console.log(JSON.stringify({ pulledFiles: Object.keys(files), deletedFiles: [] }, null, 2));
} else if (options.includes('--force')) {
  const files = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
  writeFileSync(remote, JSON.stringify(Object.fromEntries(files)));
} else {
  // Without a terminal clasp cannot ask whether the manifest is to be overwritten.
  console.log('Skipping push.');
}
