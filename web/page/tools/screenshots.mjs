// Takes the pictures of the documents from a report, in Debian's Chromium:
//
//   node tools/screenshots.mjs REPORT.html FOLDER

import path from "node:path";
import { chromium } from "@playwright/test";
import { chromiumOptions } from "./chromium.mjs";

const [report, folder] = process.argv.slice(2);
const pictures = [
  { name: "answer", screen: "answer", height: 900 },
  { name: "package-builder", screen: "package-builder", height: 900 },
  { name: "sticking-points-dark", screen: "sticking-points", height: 900, dark: true },
];

const browser = await chromium.launch(chromiumOptions);
for (const { name, screen, height, dark } of pictures) {
  const page = await browser.newPage({
    viewport: { width: 1180, height },
    colorScheme: dark ? "dark" : "light",
  });
  await page.goto(`file://${path.resolve(report)}#${screen}`);
  await page.waitForSelector("h1");
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"], .wait') === null);
  await page.waitForTimeout(500);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  await page.close();
}
await browser.close();
