// Opens reports in Firefox: each screen by its key, a package built by keys and the answer to it, one
// request and no complaint. Chromium has the thorough tests; Playwright drives only a Firefox of its
// own, and readers have the one of their system.
//
//   UNBRACKET=... node e2e/firefox.mjs      FIREFOX names the browser (default: firefox-esr)

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import puppeteer from "puppeteer-core";

const root = resolve(import.meta.dirname, "../../..");
const program = resolve(process.env["UNBRACKET"] ?? join(root, "build/release/bin/unbracket"));
const folder = mkdtempSync(join(tmpdir(), "unbracket-firefox-"));
const pictures = join(root, "web/page/e2e/out/firefox");
mkdirSync(pictures, { recursive: true });
const cases = {
  founding: [
    "catalog/peace-talks/moscow-2025/case.toml",
    "Not settled: all who have to agree accept it in some readings, not in all.",
  ],
  harbour: ["catalog/score-games/harbour-6/case.toml", "Not acceptable to all who have to agree."],
};
const keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"];
const problems = [];

function expect(holds, what) {
  console.log(`${holds ? "ok  " : "FAIL"} ${what}`);
  if (!holds) {
    problems.push(what);
  }
}

async function settled(page) {
  await page.waitForFunction(() => document.querySelector(".wait .worm") === null, { timeout: 60_000 });
}

async function walk(page, name) {
  for (const key of keys) {
    await page.keyboard.press(key);
    await new Promise((done) => setTimeout(done, 100));
    await settled(page);
    const text = await page.$eval("main", (main) => main.innerText);
    expect(text.length > 60 && !/could not be drawn/.test(text), `${name}: screen ${key} is drawn`);
    await page.screenshot({ path: join(pictures, `${name}-${key}.png`), fullPage: true });
  }
}

/// The first option of every issue, by keyboard alone, and the answer to that package.
async function build(page, name, answer) {
  await page.keyboard.press("4");
  await page.waitForSelector(".option-row");
  const rows = await page.$$(".option-row");
  for (const row of rows) {
    const input = await row.$("input[type=radio]");
    await input.focus();
    await page.keyboard.press(" ");
  }
  await page.waitForSelector('#scores[aria-busy="false"]');
  await settled(page);
  const first = await page.$$eval(".option-row", (all) =>
    all.map((row) => row.querySelector("label")?.classList.contains("chosen") && !row.querySelector(".open.chosen")),
  );
  expect(first.length > 1 && first.every(Boolean), `${name}: the first option of all ${first.length} issues is chosen`);
  const said = await page.$eval(".scores-all", (all) => all.innerText.trim());
  expect(said === answer, `${name}: it is answered "${said}"`);
}

/// Firefox does not tell of the file that is opened, only of what that asks for.
function requestsOf(page) {
  const requests = [];
  page.on("request", (request) => /^(blob|data):/.test(request.url()) || requests.push(request.url()));
  return requests;
}

/// A page that does ask for something: else "no request" would say nothing.
async function control(browser) {
  const file = join(folder, "control.html");
  writeFileSync(file, '<!doctype html><img src="http://127.0.0.1:65001/picture.png">');
  const page = await browser.newPage();
  const requests = requestsOf(page);
  await page.goto(`file://${file}`);
  await new Promise((done) => setTimeout(done, 500));
  expect(requests.includes("http://127.0.0.1:65001/picture.png"), "a request would be seen");
  await page.close();
}

const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: process.env["FIREFOX"] ?? "/usr/bin/firefox-esr",
  headless: true,
});
try {
  console.log(await browser.version());
  await control(browser);
  for (const [name, [path, answer]] of Object.entries(cases)) {
    const file = join(folder, `${name}.html`);
    execFileSync(program, ["report", join(root, path), "-o", file, "-q"]);
    const page = await browser.newPage();
    const requests = requestsOf(page);
    const complaints = [];
    page.on("console", (message) => ["error", "warn"].includes(message.type()) && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.setViewport({ width: 1280, height: 900 });
    await page.goto(`file://${file}`);
    await page.waitForSelector("h1");
    await settled(page);
    await walk(page, name);
    await build(page, name, answer);
    expect(
      requests.every((url) => url === `file://${file}`),
      `${name}: no request but the file ${requests.join(" ")}`,
    );
    expect(complaints.length === 0, `${name}: nothing on the console ${complaints.join("; ")}`);
    await page.close();
  }
} finally {
  await browser.close();
}
process.exitCode = problems.length === 0 ? 0 : 1;
