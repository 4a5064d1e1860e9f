// A case that supposes a movement itself: its report says so wherever it says what follows.

import { expect, test, type Page } from "@playwright/test";
import fs from "node:fs";
import { open, screens, settled } from "./open";
import { ask, kept, selCase } from "./pages";

const supposed = "Bera accepts 10 points less than what it has without agreement: 30..45 (falling)";

async function go(page: Page, screen: string) {
  await page.goto(page.url().replace(/#.*/, `#${screen}`));
  await settled(page);
}

test("every screen says what the file supposes, and the answer says it of itself", async ({ page }) => {
  await open(page, "sel-supposing");
  await expect(page.locator(".verdict-sentence")).toContainText("supposing that Bera accepts 10 points less");
  for (const screen of screens) {
    await go(page, screen);
    await expect(page.locator(".file-supposes"), screen).toContainText(supposed);
  }
  await go(page, "answer");
  await page.locator(".verdict-box summary").first().click();
  await expect(page.locator(".verdict-box .gain-accepts")).toHaveCount(1);
  await page.locator(".questions label", { hasText: /^price$/ }).click();
  await expect(page.locator(".suppositions")).toContainText("Answer then, with the movement that the file supposes:");
  await open(page, "sel");
  await expect(page.locator(".file-supposes")).toHaveCount(0);
});

test("gains are those over no agreement, from the first drawing on", async ({ page }) => {
  const gain = (name: string) => async () => {
    await open(page, name, "package-builder");
    await page.getByLabel("Start from").selectOption("draft first");
    await page.getByRole("button", { name: "Load" }).click();
    await settled(page);
    return page.locator('[data-party="bera"] .party-card-head .note').innerText();
  };
  expect(await gain("sel-supposing")()).toBe(await gain("sel")());
  const check = async (name: string) => {
    await open(page, name);
    await page.locator(".verdict-box summary").first().click();
    return page.locator(".verdict-box .gain").nth(1).getAttribute("aria-label");
  };
  const surplus = JSON.parse(ask("check", selCase, "--set", "accepts_less.bera=10", "--format", "json")).surplus.bera;
  const told = (await check("sel-supposing")) ?? "";
  expect(told).toContain(`gain over no agreement about ${String(surplus[0] - 10).replace("-", "\u2212")} to `);
  expect(told).toContain("accepts 10 points less");
});

test("drafts, builder and matrix tell what the party accepts", async ({ page }) => {
  await open(page, "sel-supposing", "package-builder");
  await settled(page);
  await expect(page.locator('[data-party="bera"] .gain-accepts')).toHaveCount(1);
  await expect(page.locator('[data-party="bera"]')).toContainText("The dotted line is where it begins to accept");
  await go(page, "matrix");
  await expect(page.locator("#others-title ~ .scroll tr", { hasText: "what Bera has" })).toContainText(supposed);
  await open(page, "sel-short", "drafts");
  await settled(page);
  const why = page.locator(".drafts tr", { hasText: "Bera" }).locator("summary", { hasText: "Why" }).first();
  await why.click();
  await expect(page.locator(".drafts")).toContainText("less than it accepts by the movement supposed");
});

test("a movement taken as made is added to what the file supposes, in words and in the case kept", async ({ page }) => {
  await open(page, "sel-short", "movements");
  await settled(page);
  await expect(page.locator("main")).toContainText("This file supposes already: Bera accepts 5 points less");
  await page.getByRole("switch").first().click();
  const told =
    "Bera accepts 10 points less than what it has without agreement: 30..45 (falling), 5 points by this file";
  await expect(page.locator(".suppositions")).toContainText(told);
  await expect(page.locator(".suppositions .tag.verdict")).toHaveText("agreement");
  await page.keyboard.press("0");
  await settled(page);
  await expect(page.locator("pre").first()).toHaveText("unbracket check case.toml --set accepts_less.bera=10");
  const whole = await kept(page, /Save the case as supposed/, "case-as-supposed.toml");
  expect(fs.readFileSync(whole, "utf8")).toMatch(/\[accepts_less\]\nbera = 10\n|accepts_less = \{ bera = 10 \}/);
  const layer = await kept(page, /Save edited entries/, "edits.toml");
  expect(fs.readFileSync(layer, "utf8")).toContain('"accepts_less.bera" = 10\n');
});

test("what an audience may not see of it is not told", async ({ page }) => {
  await open(page, "sel-supposing-public");
  await settled(page);
  await expect(page.locator(".file-supposes")).toHaveCount(0);
  expect(await page.content()).not.toContain("accepts_less");
});
