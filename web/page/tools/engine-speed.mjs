// The engine in Chromium beside the program, on the same cases in the same run:
//
//   UNBRACKET=path/to/unbracket ENGINE=path/to/engine.wasm node tools/engine-speed.mjs [SEEDS]
//
// Each case is asked once to warm up, then three times by turns; the best times of all cases are
// added up. Of the program it is the process less a process that answers nothing, of the engine the
// whole call. `robust` is asked of the catalogue, as its questions about cases drawn at random next
// to their threshold take minutes. The end code is 1 where a sum takes more than three times as
// long in the page.

import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { chromium } from "@playwright/test";
import { chromiumOptions } from "./chromium.mjs";

const program = process.env.UNBRACKET ?? "unbracket";
const engine = fs.readFileSync(process.env.ENGINE ?? "engine.wasm").toString("base64");
const seeds = Number(process.argv[2] ?? 3);
const questions = [
  ["check", {}],
  ["check", { "verdict-only": [] }],
  ["why", {}],
  ["bridge", {}],
  ["frontier", { nodes: ["300000"] }],
  ["robust", { samples: ["20000"] }],
];
const mostTimes = 3;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "engine-speed-"));
const cases = [];
for (const kind of ["rand", "opp", "corr", "nzs"]) {
  for (const plant of ["yes", "no"]) {
    for (let seed = 1; seed <= seeds; ++seed) {
      const file = path.join(folder, `${kind}-${plant}-${seed}.toml`);
      const words = ["new", file, "--random", "-q", "--class", kind, "--plant", plant, "--seed", String(seed)];
      execFileSync(program, [...words, "--margin", "2", "--range", "1"]);
      cases.push({ file, text: fs.readFileSync(file, "utf8") });
    }
  }
}

const catalogue = path.resolve(import.meta.dirname, "../../../catalog");
const known = fs
  .readdirSync(catalogue, { recursive: true })
  .filter((name) => path.basename(name) === "case.toml")
  .sort()
  .map((name) => ({ file: path.join(catalogue, name), text: fs.readFileSync(path.join(catalogue, name), "utf8") }));
const casesOf = ([verb]) => (verb === "robust" ? known : cases);

const browser = await chromium.launch(chromiumOptions);
const page = await browser.newPage();
await page.evaluate(async (base64) => {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const module = await WebAssembly.compile(bytes);
  const imports = {};
  for (const { module: room, name } of WebAssembly.Module.imports(module)) {
    (imports[room] ??= {})[name] = () => 0;
  }
  const { exports } = await WebAssembly.instantiate(module, imports);
  exports._initialize();
  globalThis.timed = (question) => {
    const text = new TextEncoder().encode(JSON.stringify(question));
    const start = performance.now();
    const room = exports.unbracket_room(text.length);
    new Uint8Array(exports.memory.buffer).set(text, room);
    exports.unbracket_call(room, text.length);
    return performance.now() - start;
  };
}, engine);

const words = ([verb, flags], file) => [
  verb,
  file,
  ...Object.entries(flags).flatMap(([name, values]) => [`--${name}`, ...values]),
  "--format",
  "json",
];
const processTime = (given) => {
  const start = performance.now();
  execFileSync(program, given, { maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] });
  return performance.now() - start;
};
const startTime = Math.min(...Array.from({ length: 20 }, () => processTime(["--version"])));
const native = (question, file) => processTime(words(question, file)) - startTime;
const inPage = ([verb, flags], text) =>
  page.evaluate((question) => globalThis.timed(question), {
    verb,
    operands: ["case.toml"],
    flags: { ...flags, format: ["json"] },
    files: { "case.toml": text },
  });

console.log(
  `${"question".padEnd(24)}${"program ms".padStart(12)}${"page ms".padStart(12)}${"ratio".padStart(8)}${"worst".padStart(8)}`,
);
let isMet = true;
for (const question of questions) {
  let [ours, theirs, worst] = [0, 0, 0];
  for (const { file, text } of casesOf(question)) {
    await inPage(question, text);
    const times = { program: [], page: [] };
    for (let run = 0; run < 3; ++run) {
      times.program.push(native(question, file));
      times.page.push(await inPage(question, text));
    }
    const [one, other] = [Math.min(...times.program), Math.min(...times.page)];
    [ours, theirs, worst] = [ours + one, theirs + other, Math.max(worst, other / one)];
  }
  isMet &&= theirs <= mostTimes * ours;
  const name = [question[0], ...Object.entries(question[1]).flat(2)].join(" ");
  const figures = [
    ours.toFixed(0).padStart(12),
    theirs.toFixed(0).padStart(12),
    (theirs / ours).toFixed(2).padStart(8),
  ];
  console.log(`${name.padEnd(24)}${figures.join("")}${worst.toFixed(2).padStart(8)}`);
}
await browser.close();
fs.rmSync(folder, { recursive: true });
console.log(`at most ${mostTimes} times the program's time: ${isMet ? "met" : "NOT MET"}`);
process.exitCode = isMet ? 0 : 1;
