// Runs the built command again and again in one process, which saves what starting it costs: a list of argument lists comes in as
// JSON, and what came of each goes out. node many.mjs COMMAND
import { pathToFileURL } from 'node:url';

const built = process.argv[2];
const asked = [];
for await (const part of process.stdin) asked.push(part);

// It begins with arguments of its own.
process.argv = [process.execPath, built, '--help'];
const { log } = console;
console.log = () => {};
const { command } = await import(pathToFileURL(built));
console.log = log;

const outcomes = [];
for (const args of JSON.parse(asked.join(''))) outcomes.push(await command(args));
console.log(JSON.stringify(outcomes));
