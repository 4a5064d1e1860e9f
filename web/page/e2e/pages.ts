// Makes the reports that the tests open, with the program and engine given by UNBRACKET and ENGINE.

import { expect, type Page } from "@playwright/test";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
export const out = path.join(here, "out");
const catalog = path.join(here, "../../../catalog");

export function pageOf(name: string): string {
  return `file://${path.join(out, `${name}.html`)}`;
}

function run(program: string, words: string[], folder = path.join(here, "..")) {
  execFileSync(program, words, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
}

const noAgreement = `unbracket = 1
title = "Two mills and one weir (invented)"
party.upper = { name = "Upper mill", role = "signatory" }
party.lower = { name = "Lower mill", role = "signatory" }
[issue.weir]
title = "Height of the weir"
option = { low = "low", high = "high" }
stance.upper = { low = "redline", high = "ideal" }
stance.lower = { low = "ideal", high = "redline" }
weight = { upper = "high", lower = "high" }
[fallback]
upper = 20
lower = 20
[[said]]
id = "s1"
who = "miller of the upper mill"
speaks_for = "upper"
attribution = "named"
about = ["upper"]
date = 2026-02-01
kind = "position"
claim = "a low weir means no mill"
supports = ["issue.weir.stance.upper.low"]
`;

const contradiction = `unbracket = 1
title = "An envoy and a fallback (invented)"
party.a = { name = "Alta", role = "signatory" }
party.b = { name = "Bera", role = "signatory" }
[issue.x]
title = "Gate"
option = { one = "one gate", two = "two gates" }
weight = { a = "high", b = "high" }
stance.a = { one = "ideal", two = 0 }
stance.b = { one = "bad", two = "ideal" }
[fallback]
a = 50
b = 20
[draft.d]
set = { x = "two" }
[[said]]
id = "s1"
who = "envoy of Alta"
speaks_for = "a"
attribution = "named"
about = ["a"]
date = 2026-02-01
kind = "judgement"
claim = "we can sign d"
judgement = { a = "accepts d" }
use = "binds"
`;

/// Markup, scripts, very long words and text from right to left, wherever a file may have text.
const hostile = `unbracket = 1
title = "<script>window.hacked=1</script> <img src=x onerror='window.hacked=1'>"
party.a = { name = "<b>Alpha</b>", role = "signatory" }
party.b = { name = "${"Verylongname".repeat(20)}", role = "signatory" }
party.c = { name = "\u05de\u05e4\u05dc\u05d2\u05d4 \u05e8\u05d0\u05e9\u05d5\u05e0\u05d4", role = "mediator" }
[issue.x]
title = "</script><script>window.hacked=1</script>"
option = { one = "<!-- <svg onload=window.hacked=1>", two = "${"w".repeat(400)}", three = "\u0627\u0644\u062e\u064a\u0627\u0631 \u0627\u0644\u062b\u0627\u0644\u062b" }
weight = { a = "high", b = "high" }
stance.a = { one = "ideal", two = "bad", three = "unknown" }
stance.b = { one = "bad", two = "ideal", three = "tolerable" }
[fallback]
a = [20, 40]
b = [20, 40]
[draft.d]
title = "{{constructor}} \${7*7} &lt;i&gt;"
set = { x = "two" }
[[said]]
id = "s1"
who = "\u202e<iframe src=javascript:alert(1)>"
speaks_for = "a"
attribution = "named"
about = ["a"]
date = 2026-02-01
kind = "position"
claim = "<img src=x onerror=window.hacked=1> ${"claim".repeat(80)}"
supports = ["issue.x.stance.a.one"]
[alternative.q]
question = "<a href=javascript:alert(1)>which?</a>"
first = {}
second = { "issue.x.stance.a.two" = "redline" }
`;

/// Entries that no rounded number and no single word says.
export const exact = `unbracket = 1
title = "Thirds (invented)"
as_of = 2026-06-01
party.a = { name = "Alta" }
party.b = { name = "Bera" }
[issue.x]
option = ["one", "two", "three"]
weight = { a = 10, b = 10 }
stance.a = { one = "100/3", two = "ideal", three = 0 }
stance.b = { one = "redline 20", two = "redline bad", three = "ideal" }
[fallback]
a = { draft = "d", trend = "falling" }
b = [{ from = 2026-01-01, value = [20, 35] }, { from = 2026-04-01, value = ["100/3", 45], trend = "rising" }]
[draft.d]
set = { x = "one" }
`;

/// More open questions than all combinations of their answers could be tried for, and one of a kind that
/// no verdict uses.
const manyQuestions = `${noAgreement.replace("Two mills and one weir", "Seven questions")}
[draft.d]
title = "First text"
on_table = "unsure"
set = { weir = "low" }
${[1, 2, 3, 4, 5, 6, 7]
  .map((at) => `[alternative.q${at}]\nquestion = "Question ${at}?"\nyes = { "fallback.upper" = ${at} }\nno = {}\n`)
  .join("")}`;

/// Two drafts of a plan of which clauses were dropped and merged.
const clauses = `unbracket = 1
title = "Clauses of a ferry (invented)"
party.a = { name = "Arden", role = "signatory" }
party.b = { name = "Zolta", role = "signatory" }
[point]
1 = "Hours"
2 = "Fares"
3 = "Crew"
4 = "Berths"
[issue.hours]
title = "Hours of the ferry"
point = "1"
option = ["day", "night"]
weight = { a = 10, b = 10 }
stance.a = { day = 80, night = 20 }
stance.b = { day = 60, night = 80 }
[issue.fares]
title = "Fares"
point = "2"
option = ["low", "high"]
weight = { a = 10, b = 10 }
stance.a = { low = 80, high = 20 }
stance.b = { low = 60, high = 80 }
[issue.crew]
title = "Crew"
point = "3"
option = ["two", "three"]
weight = { a = 10, b = 10 }
stance.a = { two = 80, three = 20 }
stance.b = { two = 60, three = 80 }
[issue.berths]
title = "Berths"
point = "4"
option = ["one", "two"]
weight = { a = 10, b = 10 }
stance.a = { one = 80, two = 20 }
stance.b = { one = 60, two = 80 }
[fallback]
a = 30
b = 30
[draft.first]
title = "First text"
date = 2026-02-01
set = { hours = "day", fares = "low", crew = "two" }
[draft.second]
title = "Second text"
date = 2026-03-01
from = "first"
set = { fares = "high", berths = "one" }
dropped = [3]
merged = { 1 = [1, 2] }
point.berths = "3"
`;

export const mirrorNames = ["Arden", "Zolta"] as const;

/// Two parties that want the same for themselves; only their names tell them apart.
function mirror(first: string, second: string): string {
  return `unbracket = 1
title = "Two banks of one river (invented)"
party.a = { name = "${first}", role = "signatory" }
party.b = { name = "${second}", role = "signatory" }
[issue.share]
title = "Whose mill turns first"
option = { left = "the mill of ${first}", even = "both by turns", right = "the mill of ${second}" }
stance.a = { left = "ideal", even = "tolerable", right = "redline" }
stance.b = { left = "redline", even = "tolerable", right = "ideal" }
weight = { a = "high", b = "high" }
[issue.toll]
title = "Who pays the keeper"
option = { left = "${second}", even = "both", right = "${first}" }
stance.a = { left = "ideal", even = "acceptable", right = "bad" }
stance.b = { left = "bad", even = "acceptable", right = "ideal" }
weight = { a = "medium", b = "medium" }
[fallback]
a = [40, 60]
b = [40, 60]
[draft.first]
title = "First text"
date = 2026-02-01
set = { share = "even", toll = "even" }
[draft.second]
title = "Second text"
date = 2026-02-03
set = { share = "even", toll = "left" }
[[said]]
id = "s1"
who = "miller of ${first}"
speaks_for = "a"
attribution = "named"
about = ["a"]
date = 2026-02-01
claim = "our mill turns first"
supports = ["issue.share.stance.a.right"]
[[said]]
id = "s2"
who = "miller of ${second}"
speaks_for = "b"
attribution = "named"
about = ["b"]
date = 2026-02-01
claim = "our mill turns first"
supports = ["issue.share.stance.b.left"]
`;
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at);
}

/// More points, options, parties, statements or drafts than can be drawn at once.
function large(points: number, parties: number, options: number, statements: number, drafts: number): string {
  const words = ["ideal", "acceptable", "tolerable", "bad", "open"];
  const of = (name: string, count: number, text: (at: number) => string) =>
    `${name} = { ${range(count).map(text).join(", ")} }`;
  const point = (id: number) => [
    `[issue.i${id}]\ntitle = "Point ${id}"`,
    of("option", options, (at) => `o${at} = "Option ${at} of ${id}"`),
    of("weight", parties, (at) => `p${at} = "high"`),
    ...range(parties).map((party) =>
      of(`stance.p${party}`, options, (at) => `o${at} = "${words[(at * 7 + party * 3 + id) % 5]}"`),
    ),
  ];
  const said = (at: number) =>
    `[[said]]\nid = "s${at}"\nwho = "speaker ${at % 50}"\nspeaks_for = "p${at % parties}"\nattribution = "named"\n` +
    `date = 2026-02-01\nclaim = "claim ${at}"\nsupports = ["issue.i${at % points}.stance.p${at % parties}.o0"]`;
  return [
    `unbracket = 1\ntitle = "Large (invented)"`,
    ...range(parties).map((at) => `party.p${at} = { name = "Party ${at}", role = "signatory" }`),
    ...range(points).flatMap(point),
    "[fallback]",
    ...range(parties).map((at) => `p${at} = 20`),
    ...range(statements).map(said),
    ...range(drafts).map((at) => `[draft.d${at}]\ntitle = "Draft ${at}"\nset = { i0 = "o${at % options}" }`),
    "",
  ].join("\n");
}

/// A frontier of a hundred thousand outcomes, as if the program had embedded it.
function manyOutcomes(): unknown {
  const outcomes = Array.from({ length: 100_000 }, (_, at) => {
    const angle = (at / 100_000) * Math.PI * 0.5;
    const values = {
      mayor: 60 * Math.cos(angle),
      cities: 60 * Math.sin(angle),
      union: (at * 7919) % 50,
      sportco: at % 40,
      tourism: (at * 31) % 30,
      league: (at * 17) % 45,
    };
    return { outcome: { infrastructure: "water" }, values, gains: values, alike: 1 };
  });
  return {
    frontier: {
      among: "feasible",
      reading: "single",
      complete: true,
      guarantee: null,
      count: outcomes.length,
      outcomes,
      solutions: {},
    },
  };
}

/// Runs the program on files that a page saved; throws where it refuses them.
export function ask(...words: string[]): string {
  return execFileSync(process.env["UNBRACKET"] ?? "unbracket", words, { encoding: "utf8" });
}

/// A file that a page offered for download, under the name it gave.
export async function askFile(saved: { suggestedFilename(): string; saveAs(file: string): Promise<void> }) {
  const file = path.join(out, saved.suggestedFilename());
  await saved.saveAs(file);
  return file;
}

/// What a button offers for download, under the name it is to have.
export async function kept(page: Page, button: RegExp, name: string): Promise<string> {
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const saved = await waiting;
  expect(saved.suggestedFilename()).toBe(name);
  await saved.saveAs(path.join(out, name));
  return path.join(out, name);
}

export const moscowCase = path.join(catalog, "peace-talks/moscow-2025/case.toml");
export const selCase = path.join(catalog, "teaching/river-sel/case.toml");

export default function makePages() {
  fs.mkdirSync(out, { recursive: true });
  const file = (name: string, text: string) => {
    fs.writeFileSync(path.join(out, name), text);
    return path.join(out, name);
  };
  const program = process.env["UNBRACKET"] ?? "unbracket";
  const big = path.join(out, "big.toml");
  run(program, ["new", "--random", "--parties", "5", "--issues", "28", "--seed", "3", "--force", "-q", big]);
  run("npx", ["vite", "build", "--logLevel", "error"]);
  const harbour = path.join(catalog, "score-games/harbour-6");
  const made = (name: string, ...words: string[]) => {
    run(program, ["convert", ...words, "-o", path.join(out, name), "--force", "-q"]);
    return path.join(out, name);
  };
  const cases: [string, string, string[]][] = [
    ["sel-supposing", made("sel-supposing.toml", selCase, "--set", "accepts_less.bera=10"), []],
    ["sel-supposing-public", path.join(out, "sel-supposing.toml"), ["--view", "public"]],
    ["sel-short", made("sel-short.toml", selCase, "--set", "accepts_less.bera=5"), []],
    ["vetoes", made("vetoes.toml", path.join(harbour, "case.toml"), path.join(harbour, "both-vetoes.toml")), []],
    ["moscow", path.join(catalog, "peace-talks/moscow-2025/case.toml"), []],
    ["moscow-public", path.join(catalog, "peace-talks/moscow-2025/case.toml"), ["--view", "public"]],
    ["harbour", path.join(catalog, "score-games/harbour-6/case.toml"), []],
    ["sel", path.join(catalog, "teaching/river-sel/case.toml"), []],
    ["big", big, []],
    ["drafts", path.join(catalog, "peace-talks/drafts-2025/case.toml"), []],
    ["none", file("none.toml", noAgreement), []],
    ["exact", file("exact.toml", exact), []],
    ["large", file("large.toml", large(28, 5, 20, 1000, 30)), []],
    ["parties", file("parties.toml", large(3, 128, 2, 0, 0)), []],
    ["seven", file("seven.toml", manyQuestions), []],
    ["clauses", file("clauses.toml", clauses), []],
    ["mirror", file("mirror.toml", mirror(...mirrorNames)), []],
    ["mirror-swapped", file("mirror-swapped.toml", mirror(mirrorNames[1], mirrorNames[0])), []],
    ["contradiction", file("contradiction.toml", contradiction), []],
    ["hostile", file("hostile.toml", hostile), []],
    [
      "many",
      path.join(catalog, "score-games/harbour-6/case.toml"),
      ["--with", file("many.json", JSON.stringify(manyOutcomes()))],
    ],
  ];
  for (const name of ["moscow", "harbour", "sel"]) {
    const source = cases.find((each) => each[0] === name)?.[1] ?? "";
    run(program, ["report", source, "-o", path.join(out, `${name}-written.html`), "-q"]);
  }
  for (const [name, source, flags] of cases) {
    run("node", ["tools/fill.mjs", source, path.join(out, `${name}.html`), ...flags]);
  }
}
