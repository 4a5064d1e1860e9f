// Runs inside a Web Worker. First message: the engine, packed or compiled, and the files of the
// case. Then questions, one at a time.

import { startEngine, unpack, type FullQuestion } from "./module";
import type { EngineReply } from "./question";

export type ToWorker =
  | { kind: "start"; packed?: string; module?: WebAssembly.Module; files: Record<string, string> }
  | { kind: "ask"; key: string; question: FullQuestion };

export type FromWorker =
  | { kind: "ready"; module: WebAssembly.Module }
  | { kind: "progress"; key: string; part: number }
  | { kind: "reply"; key: string; reply: EngineReply }
  | { kind: "broken"; key: string | null; message: string };

let call: ((question: FullQuestion) => EngineReply) | null = null;
let files: Record<string, string> = {};
let working: string | null = null;
let told = 0;

const send = (message: FromWorker) => (self as unknown as Worker).postMessage(message);

/// Not more often than anybody could read it.
function progress(part: number) {
  const now = performance.now();
  if (working !== null && now - told > 100) {
    told = now;
    send({ kind: "progress", key: working, part });
  }
}

async function start(message: Extract<ToWorker, { kind: "start" }>) {
  files = message.files;
  const module = message.module ?? (await WebAssembly.compile(unpack(message.packed ?? "")));
  call = await startEngine(module, progress);
  send({ kind: "ready", module });
}

function ask(key: string, question: FullQuestion) {
  if (call === null) {
    throw new Error("the engine has not been started");
  }
  working = key;
  send({ kind: "reply", key, reply: call({ ...question, files: { ...files, ...question.files } }) });
}

self.onmessage = async (event: MessageEvent<ToWorker>) => {
  const message = event.data;
  try {
    await (message.kind === "start" ? start(message) : ask(message.key, message.question));
  } catch (error) {
    const key = message.kind === "ask" ? message.key : null;
    send({ kind: "broken", key, message: error instanceof Error ? error.message : String(error) });
  }
};
