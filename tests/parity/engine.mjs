// Asks the engine inside the page of the report: a question a line on standard input, an answer a
// line on standard output. Nothing of the page itself runs.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const [, , wasm] = process.argv;

const module = new WebAssembly.Module(readFileSync(wasm));
let instance;
const imports = {};
for (const { module: room, name } of WebAssembly.Module.imports(module)) {
  imports[room] ??= {};
  imports[room][name] = () => {
    if (name === "proc_exit") throw new Error("the engine stopped");
    return 0;
  };
}
instance = new WebAssembly.Instance(module, imports);
instance.exports._initialize();

function answer(line) {
  const { unbracket_room, unbracket_call, unbracket_bytes, memory } = instance.exports;
  const question = Buffer.from(line, "utf8");
  const room = unbracket_room(question.length);
  new Uint8Array(memory.buffer).set(question, room);
  const start = unbracket_call(room, question.length);
  return Buffer.from(memory.buffer, start, unbracket_bytes()).toString("utf8");
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${answer(line)}\n`);
}
