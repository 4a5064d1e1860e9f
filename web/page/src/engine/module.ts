// The engine as a WebAssembly module: bytes in, bytes out (web/engine/module.cpp).

import { decompress } from "fzstd";
import type { EngineReply } from "./question";

interface EngineExports {
  memory: WebAssembly.Memory;
  _initialize?: () => void;
  unbracket_room(bytes: number): number;
  unbracket_call(question: number, bytes: number): number;
  unbracket_bytes(): number;
}

export interface FullQuestion {
  verb: string;
  operands: string[];
  flags: Record<string, string[]>;
  files: Record<string, string>;
}

/// The base64 text of a zstd file, unpacked. Browsers unpack gzip by themselves, but it is a fifth
/// larger, and the file is to be small enough to be mailed.
export function unpack(base64: string): Uint8Array<ArrayBuffer> {
  const packed = Uint8Array.from(atob(base64.trim()), (letter) => letter.charCodeAt(0));
  return new Uint8Array(decompress(packed));
}

/// The part of the work that is done, from 0 to 1.
export type Progress = (part: number) => void;

/// The module wants a few functions of a system. A page has none to give but the time.
function importsFor(
  module: WebAssembly.Module,
  memory: () => WebAssembly.Memory,
  progress: Progress,
): WebAssembly.Imports {
  const imports: Record<string, Record<string, WebAssembly.ImportValue>> = {};
  for (const wanted of WebAssembly.Module.imports(module)) {
    const space = (imports[wanted.module] ??= {});
    space[wanted.name] = (...words: number[]) => {
      if (wanted.name === "proc_exit") {
        throw new Error("the engine stopped");
      }
      if (wanted.name === "unbracket_progress") {
        progress(words[0] ?? 0);
      }
      if (wanted.name === "clock_time_get") {
        const now = BigInt(Math.round(performance.now() * 1e6));
        new DataView(memory().buffer).setBigUint64(words[2] ?? 0, now, true);
      }
      return 0;
    };
  }
  return imports;
}

export async function startEngine(
  module: WebAssembly.Module,
  progress: Progress = () => {},
): Promise<(question: FullQuestion) => EngineReply> {
  let memory: WebAssembly.Memory | null = null;
  const instance = await WebAssembly.instantiate(
    module,
    importsFor(module, () => memory as unknown as WebAssembly.Memory, progress),
  );
  const engine = instance.exports as unknown as EngineExports;
  memory = engine.memory;
  engine._initialize?.();
  return (question) => {
    const bytes = new TextEncoder().encode(JSON.stringify(question));
    const room = engine.unbracket_room(bytes.length);
    if (room === 0) {
      throw new Error("no memory is left for this question");
    }
    new Uint8Array(engine.memory.buffer).set(bytes, room);
    const answer = engine.unbracket_call(room, bytes.length);
    const text = new Uint8Array(engine.memory.buffer, answer, engine.unbracket_bytes());
    return JSON.parse(new TextDecoder().decode(text)) as EngineReply;
  };
}
