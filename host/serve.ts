import { fileURLToPath } from 'node:url';
import { serving } from './serve/server';

// Built to dist-host/serve.mjs, beside dist/.
const fromRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

const port = 8420;
const { address, isUsual } = await serving({ page: fromRoot('dist-host/page'), addon: fromRoot('dist') }, port);
console.log(`Region Targets: ${address}`);
if (!isUsual) {
  const usual = `http://127.0.0.1:${port}/`;
  console.log(`${usual} is taken. A browser keeps workbooks by their address: those made there are there, not here.`);
  console.log(`${usual} 已被占用。浏览器按网址保存工作簿：在那里做的仍在那里，不在这里。`);
}
console.log('Stop with Ctrl+C. 在浏览器中打开上面的网址；按 Ctrl+C 停止。');
