// Fills the placeholders of dist/page.html with a case and the engine, for work on the page:
//
//   UNBRACKET=path/to/unbracket ENGINE=path/to/engine.wasm npm run page -- CASE.toml OUT.html [--view V] [--with answers.json]
//
// The program's verb `report` does the same for users; this script is no part of what they get.

import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const program = process.env.UNBRACKET ?? "unbracket";
const engine = process.env.ENGINE ?? "engine.wasm";

function run(...words) {
  return execFileSync(program, words, { encoding: "utf8", maxBuffer: 1 << 28 });
}

/// No end tag and no comment may begin inside a script element.
function asScriptText(data) {
  return JSON.stringify(data).replaceAll("</", "\\u003c/").replaceAll("<!--", "\\u003c!--");
}

function asTitle(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/// The data that the program's own `report` embeds, to be shown by the page as it is here.
export function dataOf(caseFile, view = "mediator") {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "page-"));
  const file = path.join(folder, "report.html");
  run("report", caseFile, "-o", file, "-q", ...(view === "mediator" ? [] : ["--view", view]));
  const written = fs.readFileSync(file, "utf8");
  fs.rmSync(folder, { recursive: true });
  const found = /<script type="application\/json" id="unbracket-data">(.*?)<\/script>/s.exec(written);
  if (found === null) {
    throw new Error("the report that the program wrote holds no data");
  }
  return JSON.parse(found[1]);
}

export function fill(data, out) {
  let text = fs.readFileSync(path.join(here, "../dist/page.html"), "utf8");
  const zstd = ["--ultra", "-22", "--no-check", "-q", "-c", engine];
  const packed = execFileSync("zstd", zstd, { maxBuffer: 1 << 26 }).toString("base64");
  for (const [place, value] of [
    ["@@TITLE@@", asTitle(data.title)],
    ["@@DATA@@", asScriptText(data)],
    ["@@ENGINE@@", packed],
  ]) {
    if (text.split(place).length !== 2) {
      throw new Error(`${place} does not stand in the page exactly once`);
    }
    text = text.replace(place, () => value);
  }
  fs.mkdirSync(path.dirname(out), { recursive: true });
  fs.writeFileSync(out, text);
}

function flag(words, name) {
  const at = words.indexOf(name);
  return at < 0 ? undefined : words.splice(at, 2)[1];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const words = process.argv.slice(2);
  const view = flag(words, "--view");
  const more = flag(words, "--with");
  const [caseFile, out] = words;
  const data = dataOf(caseFile, view);
  if (more) {
    Object.assign(data.answers, JSON.parse(fs.readFileSync(more, "utf8")));
  }
  fill(data, out);
  console.log(`${out}: ${(fs.statSync(out).size / 1024).toFixed(0)} KiB`);
}
