import { describe, expect, it } from "vitest";
import { startEngine, unpack } from "./module";

describe("the engine module", () => {
  it("is unpacked from base64 of zstd, spaces around it or not", () => {
    const hello = "KLUv/QBoKQAAaGVsbG8="; // printf hello | zstd -19 --no-check | base64
    expect(Buffer.from(unpack(`\n${hello}\n`)).toString()).toBe("hello");
  });

  it("what is no zstd is refused", () => {
    expect(() => unpack("AAAA")).toThrow();
  });

  it("a module without the interface is refused when it is asked", async () => {
    const empty = new WebAssembly.Module(Uint8Array.from([0, 97, 115, 109, 1, 0, 0, 0]));
    const call = await startEngine(empty);
    expect(() => call({ verb: "check", operands: [], flags: {}, files: {} })).toThrow();
  });
});
