import { fileURLToPath } from 'node:url';
import { serving } from './serve/server';

// Built to dist-host/serve.mjs, beside dist/.
const fromRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

const { address } = await serving({ page: fromRoot('dist-host/page'), addon: fromRoot('dist') }, 8420);
console.log(`Region Targets: ${address}`);
console.log('Stop with Ctrl+C. 在浏览器中打开上面的网址；按 Ctrl+C 停止。');
