// The licences of the packages that are in what is built, as they ask for.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const line = '='.repeat(78);
const licenceFile = /^(?:licen[cs]e|copying|notice|third-party-licen[cs]es)(?:\.(?:md|txt))?$/i;

/** The names of the packages that the inputs of a bundle belong to. */
function packagesIn(inputs) {
  const names = inputs.map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]);
  return [...new Set(names)].filter((name) => name !== undefined).sort();
}

/** The texts in a package's own folder; of one that brings none, the text kept here. */
function textsOf(root, name, folder) {
  const places = [folder, join(folder, 'dist')].filter((place) => existsSync(place));
  const files = places.flatMap((place) =>
    readdirSync(place)
      .filter((file) => licenceFile.test(file))
      .map((file) => join(place, file)),
  );
  const kept = join(root, 'licences', `${name}.txt`);
  if (files.length === 0 && existsSync(kept)) files.push(kept);
  if (files.length === 0) throw new Error(`${name} is shipped and brings no licence: put its text into ${kept}`);
  return files.map((file) => readFileSync(file, 'utf8').trim());
}

function entryOf(root, name) {
  const folder = join(root, 'node_modules', name);
  const { version, license, homepage, repository } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const home = homepage ?? repository?.url ?? repository;
  return [line, `${name} ${version} · ${license}`, home, '', ...textsOf(root, name, folder)].join('\n');
}

/**
 * Our own licence, then that of every package in the bundles, by name. `inputs` are the paths that esbuild tells of.
 * Throws if a package has none.
 */
export function licencesOf(root, inputs, foreword = '') {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const own = `Region Targets · 区域目标 ${version}\n\n${readFileSync(join(root, 'LICENSE'), 'utf8').trim()}`;
  const others = packagesIn(inputs).map((name) => entryOf(root, name));
  return `${[own, foreword.trim(), ...others].filter((text) => text !== '').join('\n\n')}\n`;
}
