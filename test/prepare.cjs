// Before the first test file: a folder for what files share (see kept.ts). After the last it goes.
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

module.exports = () => {
  const folder = mkdtempSync(join(tmpdir(), 'region-targets-kept-'));
  process.env.REGION_TARGETS_KEPT = folder;
  globalThis.removeKept = () => rmSync(folder, { recursive: true, force: true });
};
