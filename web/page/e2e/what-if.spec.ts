import { expect, test } from "@playwright/test";
import path from "node:path";
import { open, settled } from "./open";
import { ask, out, selCase } from "./pages";

test("supposing answers changes the page and can be taken back", async ({ page }) => {
  await open(page, "moscow");
  const choose = (question: string, answer: string) =>
    page
      .locator(".questions li", { hasText: question })
      .locator("label", { hasText: new RegExp(`^${answer}$`) })
      .click();
  await choose("Russia's demand", "condition");
  await settled(page);
  await choose("Ukraine's refusal to cede the rest of Donetsk region a condition", "condition");
  await settled(page);
  await choose("cover ceding alone", "withdrawing");
  await expect(page.locator(".suppositions")).toContainText("no agreement");
  await settled(page);
  await expect(page.locator(".questions li")).toHaveCount(4);
  await expect(page.locator(".questions li").first().locator("label.chosen")).toHaveText("condition");
  await expect(page.locator(".suppositions")).toContainText("Is Russia's demand");
  await expect(page.locator(".verdict-sentence")).toContainText("No, in this file");
  await page.keyboard.press("2");
  await settled(page);
  await page.locator(".sticking").first().click();
  await expect(page.locator(".detail .card")).not.toHaveCount(0);
  await page.getByRole("button", { name: "Back to the file as entered" }).click();
  await expect(page.locator(".suppositions")).toHaveCount(0);
});

test("a movement taken as made opens an agreement, and the switch takes it back", async ({ page }) => {
  await open(page, "moscow", "movements");
  await settled(page);
  for (const at of [0, 1]) {
    await page.getByRole("switch").nth(at).click();
    await expect(page.locator(".suppositions .tag.verdict")).toHaveText("agreement", { timeout: 30_000 });
    await page.getByRole("switch").nth(at).click();
    await expect(page.locator(".suppositions")).toHaveCount(0);
  }
});

test("the date of the timeline goes through the page", async ({ page }) => {
  await open(page, "sel", "timeline");
  await settled(page);
  await page.locator(".time-slider input").focus();
  await page.keyboard.press("Home");
  await expect(page.locator(".head-facts")).toContainText("as of 1 Jan 2026");
  await page.keyboard.press("1");
  await settled(page);
  await expect(page.locator(".suppositions")).toContainText("1 Jan 2026");
  await page.keyboard.press("8");
  await settled(page);
  await page.locator(".time-slider button").click();
  await expect(page.locator(".suppositions")).toHaveCount(0);
});

test("an entry is edited, refused where it makes no sense, exported and reset", async ({ page }) => {
  await open(page, "sel", "matrix");
  await page.locator('[data-entry="fallback.bera"]').click();
  await page.getByLabel("Suppose instead").fill("nonsense");
  await page.getByRole("button", { name: "Try it" }).click();
  await expect(page.locator(".editor [role=alert]")).toContainText("cannot be");
  await page.getByLabel("Suppose instead").fill("20..25");
  await page.getByRole("button", { name: "Try it" }).click();
  await settled(page);
  await expect(page.locator('[data-entry="fallback.bera"]')).toContainText("20..25");
  await expect(page.locator("pre").first()).toContainText("--set fallback.bera=20..25");
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: /Save edited entries/ }).click();
  const saved = await waiting;
  expect(saved.suggestedFilename()).toBe("edits.toml");
  const edits = path.join(out, "edits.toml");
  await saved.saveAs(edits);
  const onThePage = (await page.locator(".suppositions .tag.verdict").innerText()).trim();
  const told = JSON.parse(ask("check", selCase, edits, "--answer", "page-edits=as-edited", "--format", "json"));
  expect(told.verdict).toBe(onThePage === "not settled" ? "depends" : onThePage.replace(" ", "_"));
  await page.getByRole("button", { name: "Reset all" }).click();
  await expect(page.locator(".suppositions")).toHaveCount(0);
});

test("a statement is left out, filters of the ledger work", async ({ page }) => {
  await open(page, "moscow", "evidence");
  await settled(page);
  const all = await page.locator(".said").count();
  await page.getByLabel("Whose words").selectOption("own");
  const own = await page.locator(".said").count();
  expect(own).toBeGreaterThan(0);
  expect(own).toBeLessThan(all);
  await page.getByLabel("Whose words").selectOption("all");
  await page.getByLabel("Text").fill("analysts");
  expect(await page.locator(".said").count()).toBeLessThan(all);
  await page.getByLabel("Text").fill("");
  await page.getByLabel("Said for").selectOption("ukraine");
  await page.getByLabel("Kind").selectOption("claim");
  await page.getByLabel("Said for").selectOption("");
  await page.getByLabel("Kind").selectOption("");
  await page.locator(".said .switch input").first().click();
  await expect(page.locator(".suppositions")).toContainText("left out");
  await settled(page);
});

test("the frontier: axes, marks, filters, an outcome to read and to build on", async ({ page }) => {
  await open(page, "harbour", "frontier");
  await settled(page);
  await page.locator("select").first().selectOption("sportco");
  await page.getByRole("checkbox", { name: /Mark Nash/ }).click();
  await page.getByText("only those acceptable").click();
  await settled(page);
  await page.getByRole("slider").first().focus();
  await page.keyboard.press("ArrowRight");
  await page.getByRole("button", { name: "Show all" }).click();
  await page.getByRole("button", { name: "Read" }).first().click();
  await page
    .locator(".card")
    .getByRole("button", { name: /Open in the package builder/ })
    .click();
  await expect(page.locator(".scores-all")).toContainText("All who have to agree accept");
});

test("more readings are drawn here and now, and work can be cancelled", async ({ page }) => {
  await open(page, "moscow", "robustness");
  await settled(page);
  await page.getByRole("button", { name: /Draw 10/ }).click();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("Cancelled:")).toBeVisible();
  await page.getByRole("button", { name: "Work it out after all" }).click();
  await settled(page);
  await expect(page.locator(".tools")).toContainText("10\u202f000 sampled readings, seed 1");
  await page.getByRole("button", { name: /Draw others/ }).click();
  await settled(page);
  await expect(page.locator(".tools")).toContainText("seed 2");
});

test("the certificate is verified in the page", async ({ page }) => {
  await open(page, "moscow", "matrix");
  await page.getByRole("button", { name: "Verify it here" }).click();
  await expect(page.getByText("The independent checker accepts it.")).toBeVisible({ timeout: 60_000 });
});

test("two drafts are chosen and compared", async ({ page }) => {
  await open(page, "sel", "drafts");
  await settled(page);
  await expect(page.locator(".compare .changed")).toHaveCount(1);
  await page.locator(".tools select").nth(0).selectOption("second");
  await expect(page.getByText("Choose two different drafts.")).toBeVisible();
  await page.locator(".tools select").nth(1).selectOption("first");
  await settled(page);
  await expect(page.locator(".compare .changed")).toHaveCount(1);
});
