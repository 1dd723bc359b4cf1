// Installs what tests need of the machine and is not on it, where that can be done: on Debian, as root. Says what is
// missing in the end.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { lacking, programs } from './machine.mjs';

const packages = [...new Set(lacking().flatMap((name) => programs[name].packages))];
if (packages.length > 0 && existsSync('/etc/debian_version') && process.getuid?.() === 0) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => spawnSync('apt-get', args, { env, stdio: 'inherit' }).status === 0;
  if (apt('update')) apt('install', '-y', '--no-install-recommends', ...packages);
}
for (const name of lacking())
  console.log(`There is no ${name} here: the tests that need it will be skipped. ${programs[name].how}`);
