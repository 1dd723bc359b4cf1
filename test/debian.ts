import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * On Debian, root can have what is missing from the system's own packages; elsewhere this does nothing. True if they are
 * installed. Test files run side by side: one installs while the others wait.
 */
export function installed(...packages: readonly string[]): boolean {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: readonly string[]): boolean =>
    spawnSync('flock', [join(tmpdir(), 'region-targets-apt.lock'), 'apt-get', ...args], { env, stdio: 'inherit' })
      .status === 0;
  return apt('update') && apt('install', '-y', '--no-install-recommends', ...packages);
}
