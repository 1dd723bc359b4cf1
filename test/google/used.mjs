// Prints which members of Google's services the files of folders use, as the compiler understands them: one JSON object,
// for each folder named the sorted list of Type.member.
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isIdentifier, isPropertyAccessExpression } from 'typescript/unstable/ast/is';
import { API } from 'typescript/unstable/sync';

const [root = '.', ...folders] = process.argv.slice(2);

const filesIn = (folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => resolve(root, folder, name));

/** Google's declarations of services; the language's own are others'. */
const isGoogles = (path) => path.includes('/@types/google-apps-script/');

const api = new API({ cwd: resolve(root) });
try {
  const snapshot = api.updateSnapshot({ openProject: resolve(root, 'tsconfig.json') });
  const project = snapshot.getProject(resolve(root, 'tsconfig.json'));
  const { program, checker } = project;
  const found = {};
  for (const folder of folders) {
    const members = new Set();
    for (const file of filesIn(folder)) {
      const source = program.getSourceFile(file);
      if (!source) continue;
      const names = [];
      const visit = (node) => {
        if (isPropertyAccessExpression(node)) names.push(node.name);
        node.forEachChild(visit);
      };
      visit(source);
      const used = names.filter(isIdentifier);
      for (const symbol of checker.getSymbolAtLocation(used)) {
        const declared = symbol?.declarations[0];
        if (!declared || !isGoogles(String(declared.path))) continue;
        members.add(`${symbol.getParent()?.name}.${symbol.name}`);
      }
    }
    found[folder] = [...members].sort();
  }
  console.log(JSON.stringify(found));
} finally {
  api.close();
}
