import { expect, test, type Page } from "@playwright/test";
import path from "node:path";
import { open, settled } from "./open";
import { ask, out, selCase } from "./pages";

const good = {
  infrastructure: "on water and land",
  ecology: "improved",
  jobs: "union members one to one",
  loan: "2 billion",
  compensation: "300 million",
};

async function allAccept(page: Page) {
  await expect(page.locator(".scores-all")).toContainText("All who have to agree accept");
  await expect(page.locator('.party-card[data-accepts="surely"]')).toHaveCount(6);
}

test("with the mouse a package is built that suits all parties of the harbour game", async ({ page }) => {
  await open(page, "harbour");
  await page.getByRole("link", { name: "Package builder" }).click();
  for (const [issue, option] of Object.entries(good)) {
    await page.locator(`[data-issue="${issue}"] label`, { hasText: option }).first().click();
  }
  await allAccept(page);
});

test("with the keyboard a package is built that suits all parties of the harbour game", async ({ page }) => {
  await open(page, "harbour");
  await page.keyboard.press("4");
  for (const [issue, option] of Object.entries(good)) {
    const radio = page.locator(`[data-issue="${issue}"] input:checked`);
    // Tab reaches the row, arrows the option.
    for (let tries = 0; tries < 60 && !(await radio.evaluate((each) => each === document.activeElement)); ++tries) {
      await page.keyboard.press("Tab");
    }
    const wanted = page.locator(`[data-issue="${issue}"] label.chosen`, { hasText: option });
    for (let tries = 0; tries < 8 && (await wanted.count()) === 0; ++tries) {
      await page.keyboard.press("ArrowDown");
    }
    await expect(wanted).toHaveCount(1);
  }
  await allAccept(page);
});

test("the nearest acceptable package and improvements come from the engine", async ({ page }) => {
  await open(page, "harbour", "package-builder");
  for (const row of await page.locator(".option-row").all()) {
    await row.locator("label").first().click();
  }
  await page.getByRole("button", { name: "Nearest acceptable package" }).click();
  await expect(page.getByText(/settled points? decided otherwise, and no fewer/)).toBeVisible({
    timeout: 60_000,
  });
  await page.getByRole("button", { name: "Take it over" }).click();
  await allAccept(page);
  await page.getByRole("button", { name: "Improvements for all" }).click();
  await settled(page);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.locator(".scores-all")).toContainText("Not acceptable");
  await page.getByRole("button", { name: "Redo" }).click();
  await allAccept(page);
});

test("undo and redo by key, clearing, starting from a draft", async ({ page }) => {
  await open(page, "sel", "package-builder");
  await page.locator('[data-issue="inspect"] label', { hasText: "joint teams" }).click();
  await page.keyboard.press("Control+z");
  await expect(page.locator('[data-issue="inspect"] label.chosen')).toHaveText("open");
  await page.keyboard.press("Control+y");
  await expect(page.locator('[data-issue="inspect"] label.chosen')).toContainText("joint teams");
  await page.getByLabel("Start from").selectOption("draft first");
  await expect(page.locator('[data-issue="share"] output')).toHaveText("30 %");
  await page.locator('[data-issue="share"] input[type=range]').focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator('[data-issue="share"] output')).toHaveText("35 %");
  await page.getByRole("button", { name: "Clear" }).click();
  await expect(page.locator('[data-issue="share"] output')).toHaveText("open");
});

test("a package is kept as TOML and JSON, and the program reads what was saved", async ({ page }) => {
  await open(page, "sel", "package-builder");
  await page.locator('[data-issue="inspect"] label', { hasText: "joint teams" }).click();
  for (const [button, name, isLayer] of [
    [/Save case with it/, "case-with-package.toml", false],
    [/Save alone \(TOML\)/, "package.toml", true],
    [/Save alone \(JSON\)/, "package.json", true],
  ] as const) {
    const waiting = page.waitForEvent("download");
    await page.getByRole("button", { name: button }).click();
    const saved = await waiting;
    expect(saved.suggestedFilename()).toBe(name);
    const file = path.join(out, name);
    await saved.saveAs(file);
    const files = isLayer ? [selCase, file] : [file];
    expect(ask("score", ...files, "--draft", "package")).toContain("Inspection of the weirs: joint teams");
  }
  await page.getByRole("button", { name: "Copy as a draft" }).click();
  await expect(page.locator(".unseen[role=status]")).toContainText(/Copied|does not allow/);
});
