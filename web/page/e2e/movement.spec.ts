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
  await settled(page);
  await expect(page.locator("#asks-title ~ p")).toContainText("The answer itself is otherwise under some");
  await expect(page.locator(".asks")).toHaveCount(0);
  // It opens nothing, so every voice has its entries.
  await expect(page.locator("#voices-title ~ .note", { hasText: "fewer entries" })).toHaveCount(0);
  await open(page, "sel", "movements");
  await settled(page);
  await page.locator(".movement", { hasText: "opened:" }).getByRole("switch").click();
  await page.keyboard.press("6");
  await settled(page);
  await expect(page.locator("#voices-title ~ .note", { hasText: "fewer entries" })).toHaveCount(1);
});

test("an edited red line that a movement opens is kept as edited", async ({ page }) => {
  await open(page, "sel", "matrix");
  await settled(page);
  for (const [address, value] of [
    ["issue.share.curve.alta.redline", "> 35"],
    ["fallback.bera", "35..50"],
  ] as const) {
    await page.locator(`[data-entry="${address}"]`).click();
    await page.getByLabel("Suppose instead").fill(value);
    await page.getByRole("button", { name: "Try it" }).click();
    await settled(page);
  }
  await page.locator("h1").click();
  await page.keyboard.press("3");
  await settled(page);
  await page.locator(".movement", { hasText: "opened:" }).first().getByRole("switch").click();
  const onThePage = page.locator(".suppositions .tag.verdict");
  await expect(onThePage).toHaveText("agreement");
  await page.keyboard.press("0");
  await settled(page);
  const layer = await kept(page, /Save edited entries/, "edits.toml");
  const [edits, moves] = fs.readFileSync(layer, "utf8").split("[alternative.page-movement]");
  expect(edits).toContain('"issue.share.curve.alta.redline" = "> 35"\n');
  expect(moves).toContain('"issue.share.curve.alta.redline" = "none"\n');
  const verdict = (answer: string) => {
    const flags = ["--answer", "page-edits=as-edited", "--answer", `page-movement=${answer}`, "--format", "json"];
    return JSON.parse(ask("check", selCase, layer, ...flags)).verdict;
  };
  const edited = ["--set", "issue.share.curve.alta.redline=> 35", "--set", "fallback.bera=35..50", "--format", "json"];
  expect(verdict("not-made")).toBe(JSON.parse(ask("check", selCase, ...edited)).verdict);
  expect(verdict("made")).toBe("agreement");
});

test("what is opened leaves options reported that were so, and steps are told without the movement", async ({
  page,
}) => {
  await open(page, "sel", "timeline");
  await settled(page);
  const steps = await page.locator("#steps-title ~ *").allInnerTexts();
  expect(steps.length).toBeGreaterThan(0);
  await page.keyboard.press("4");
  await settled(page);
  const invented = page.locator(".option-row .invented");
  await expect(invented).toHaveCount(2);
  await page.getByText("How parties rate it").first().click();
  const marks = page.locator('[data-issue="share"] .invented');
  await expect(marks).toHaveCount(0);
  await page.keyboard.press("3");
  await settled(page);
  await page.locator(".movement", { hasText: "opened:" }).getByRole("switch").click();
  await page.keyboard.press("4");
  await settled(page);
  await page.getByText("How parties rate it").first().click();
  await expect(page.locator('[data-issue="share"] thead th')).toHaveCount(12);
  await expect(marks).toHaveCount(0);
  await page.keyboard.press("6");
  await settled(page);
  await expect(page.getByText("Those without the mark are reported")).toHaveCount(0);
  await page.keyboard.press("8");
  await settled(page);
  await expect(page.locator("main")).toContainText("is left out on this screen");
  expect(await page.locator("#steps-title ~ *").allInnerTexts()).toEqual(steps);
});

test("nothing is said to move a share that stays at all, and all bars stand", async ({ page }) => {
  await open(page, "sel", "movements");
  await settled(page);
  await page.locator(".movement", { hasText: "Bera accepts 10 points less" }).getByRole("switch").click();
  await page.keyboard.press("6");
  await settled(page);
  await expect(page.locator("#tornado-title ~ p").last()).toContainText("Nothing moves the share");
  await expect(page.locator("#asks-title ~ p")).toContainText("No answer moves the share");
  await expect(page.locator(".tornado, .asks")).toHaveCount(0);
  await page.keyboard.press("4");
  await settled(page);
  const scores = page.locator("#scores");
  expect(await scores.evaluate((each) => each.scrollHeight - each.clientHeight)).toBeLessThan(2);
  await scores.evaluate((each) => each.scrollIntoView());
  for (const bar of await page.locator(".party-card .gain").all()) {
    await expect(bar).toBeInViewport({ ratio: 1 });
  }
  await expect(page.locator("#scores .reasons").first()).toBeHidden();
  await page.locator('[data-issue="inspect"] label', { hasText: "teams from Coda" }).click();
  await expect(page.locator("#scores .reasons").first()).toBeVisible();
  await page.keyboard.press("1");
  await settled(page);
  await page.getByText("The only such combination").click();
  await expect(page.locator(".verdict-box")).toContainText("No other is acceptable in every reading.");
});

test("a movement is switched on and off by keyboard, and the switch keeps the focus", async ({ page }) => {
  await open(page, "sel", "movements");
  await settled(page);
  const taken = page.getByRole("switch").nth(4);
  await taken.focus();
  await page.keyboard.press("Space");
  await expect(page.locator(".suppositions .tag.verdict")).toHaveText("agreement");
  await settled(page);
  await expect(taken).toBeChecked();
  await expect(taken).toBeFocused();
  await page.keyboard.press("Space");
  await expect(page.locator(".suppositions")).toHaveCount(0);
  await expect(taken).not.toBeChecked();
  await expect(taken).toBeFocused();
});

test("who named an issue is told under an agreement, too, and nothing is advised there", async ({ page }) => {
  await open(page, "moscow", "sticking-points");
  await settled(page);
  const named = page.locator(".sticking", { hasText: "named by 2 speakers" });
  await expect(named).toHaveCount(2);
  await page.keyboard.press("3");
  await settled(page);
  await page.getByRole("switch").first().click();
  await page.keyboard.press("2");
  await settled(page);
  await expect(page.locator(".suppositions .tag.verdict")).toHaveText("agreement");
  await expect(named).toHaveCount(2);
  await expect(page.locator("main")).not.toContainText("no speaker named one");
  await expect(page.locator("main")).not.toContainText("Suppose answers");
  await named.first().click();
  await named.first().click();
  await expect(page.locator(".detail blockquote").first()).toBeVisible();
});
