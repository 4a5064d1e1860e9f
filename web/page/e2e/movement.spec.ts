// A movement taken as made: what the page shows under it, and how it is kept.

import { expect, test } from "@playwright/test";
import fs from "node:fs";
import { open, settled } from "./open";
import { ask, kept, selCase } from "./pages";

test("a movement taken as made opens an agreement, and the switch takes it back", async ({ page }) => {
  await open(page, "moscow", "movements");
  await settled(page);
  await expect(page.locator(".not-counted")).toContainText("4 limits are switched off and not counted: see What it");
  await expect(page.locator(".not-counted details p")).toBeHidden();
  await page.locator(".not-counted summary").click();
  await expect(page.locator(".not-counted details p")).toContainText("limit of Russia");
  for (const at of [0, 1]) {
    await page.getByRole("switch").nth(at).click();
    await expect(page.locator(".suppositions .tag.verdict")).toHaveText("agreement", { timeout: 30_000 });
    await expect(page.locator(".suppositions")).toContainText("less than what it has without agreement: 20..60");
    await page.getByRole("switch").nth(at).click();
    await expect(page.locator(".suppositions")).toHaveCount(0);
  }
});

test("a movement leaves what a party has without agreement, and goes with another change", async ({ page }) => {
  await open(page, "sel", "movements");
  await settled(page);
  const switches = page.getByRole("switch");
  await expect(page.locator(".movement")).toHaveCount(await switches.count());
  for (let at = 0; at < (await switches.count()); ++at) {
    await switches.nth(at).click();
    await expect(page.locator(".suppositions .tag.verdict")).toHaveText("agreement");
    await switches.nth(at).click();
  }
  const bears = page.locator(".movement", { hasText: "Bera accepts 10 points less" });
  await bears.getByRole("switch").click();
  await expect(page.locator(".suppositions")).toContainText("Bera accepts 10 points less than what it has");
  await page.keyboard.press("8");
  await settled(page);
  await expect(page.locator("#trend-title ~ .scroll")).toContainText("30 to 45");
  await page.keyboard.press("0");
  await settled(page);
  const entry = page.locator('[data-entry="fallback.bera"]');
  await expect(entry).toContainText("30..45 (falling)");
  await entry.click();
  await page.getByLabel("Suppose instead").fill("90");
  await page.getByRole("button", { name: "Try it" }).click();
  await settled(page);
  await expect(page.locator(".suppositions li")).toHaveCount(1);
  await expect(page.locator(".suppositions")).toContainText("90");
  await expect(page.locator("pre").first()).toHaveText("unbracket check case.toml --set fallback.bera=90");
  await expect(entry).toContainText("90");
  const told = JSON.parse(ask("check", selCase, "--set", "fallback.bera=90", "--format", "json"));
  const onThePage = (await page.locator(".suppositions .tag.verdict").innerText()).trim();
  expect(onThePage).toBe({ depends: "not settled", no_agreement: "no agreement" }[told.verdict as string]);
});

test("a movement is kept in a case file, and as an open question", async ({ page }) => {
  await open(page, "sel", "movements");
  await settled(page);
  await page.getByRole("switch").first().click();
  await expect(page.locator(".suppositions .tag.verdict")).toHaveText("agreement");
  await page.keyboard.press("0");
  await settled(page);
  const whole = await kept(page, /Save the case as supposed/, "case-as-supposed.toml");
  expect(fs.readFileSync(whole, "utf8")).toMatch(/^# By a movement supposed in a report: .*points less than.*\n/);
  expect(fs.readFileSync(whole, "utf8")).toContain("[accepts_less]");
  expect(JSON.parse(ask("check", whole, "--format", "json")).verdict).toBe("agreement");
  const proof = await kept(page, /Save a certificate/, "proof-as-supposed.json");
  expect(ask("verify", whole, proof)).toContain("PROVED");
  const layer = await kept(page, /Save edited entries/, "edits.toml");
  const verdict = (answer: string) =>
    JSON.parse(ask("check", selCase, layer, "--answer", `page-movement=${answer}`, "--format", "json")).verdict;
  expect([verdict("made"), verdict("not-made")]).toEqual(["agreement", "depends"]);
});

test("a value that is typed is not taken for the movement that told the engine the same", async ({ page }) => {
  await open(page, "sel", "movements");
  await settled(page);
  await page.getByRole("switch").first().click();
  await expect(page.locator(".suppositions .tag.verdict")).toHaveText("agreement");
  for (const key of ["1", "4", "5", "0"]) {
    await page.keyboard.press(key);
    await settled(page);
  }
  const entry = page.locator('[data-entry="fallback.bera"]');
  await expect(entry).toContainText("30..45 (falling)");
  await page.getByRole("button", { name: "Back to the file as entered" }).click();
  await entry.click();
  await page.getByLabel("Suppose instead").fill("20..35");
  await page.getByRole("button", { name: "Try it" }).click();
  await settled(page);
  await expect(entry).toContainText("20..35");
  await expect(entry).toContainText("supposed here");
});

test("a movement takes no statement from under an entry", async ({ page }) => {
  await open(page, "moscow", "evidence");
  await settled(page);
  const hanging = page.locator(".ledger summary", { hasText: "on it" });
  const count = await hanging.count();
  expect(count).toBeGreaterThan(0);
  const lacks = page.locator("#gaps-title ~ p").first();
  await page.keyboard.press("0");
  await settled(page);
  const told = await lacks.innerText();
  await page.keyboard.press("3");
  await settled(page);
  await page.getByRole("switch").first().click();
  await expect(page.locator(".suppositions .tag.verdict")).toHaveText("agreement", { timeout: 30_000 });
  await page.keyboard.press("9");
  await settled(page);
  await expect(hanging).toHaveCount(count);
  await page.keyboard.press("0");
  await settled(page);
  await expect(lacks).toHaveText(told);
  await page.keyboard.press("6");
  await expect(page.locator("#voices-title ~ .note", { hasText: "taken as made" })).toHaveCount(1, { timeout: 90_000 });
});
