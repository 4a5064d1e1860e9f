// Cases with more entries, statements, drafts or parties than a browser can draw at once.

import { expect, test } from "@playwright/test";
import { open, settled } from "./open";

test("statements are drawn in portions, and filters search all of them", async ({ page }) => {
  await open(page, "large", "evidence");
  await expect(page.locator(".said")).toHaveCount(200);
  await expect(page.locator(".more")).toContainText("200 of 1\u202f000 statements are shown");
  await page.getByRole("button", { name: "Show 200 more" }).click();
  await expect(page.locator(".said")).toHaveCount(400);
  await page.getByLabel("Text").fill("claim 987");
  await expect(page.locator(".said")).toHaveCount(1);
  await expect(page.locator(".more")).toHaveCount(0);
  await page.getByLabel("Text").fill("");
  await page.getByRole("button", { name: "Show all 1\u202f000" }).click();
  await expect(page.locator(".said")).toHaveCount(1000);
});

test("issues of a long matrix are folded until they are opened", async ({ page }) => {
  await open(page, "large", "matrix");
  const cells = page.locator(".matrix .cell");
  await expect(cells).toHaveCount(0);
  await page.getByRole("button", { name: "Point 3, 20 options" }).click();
  await expect(cells).toHaveCount(21 * 5);
  await page.locator('[data-entry="issue.i3.stance.p0.o0"]').click();
  await expect(page.getByLabel("Suppose instead")).toHaveValue("bad");
  await page.getByRole("button", { name: "Open all issues" }).click();
  await expect(cells).toHaveCount(28 * 21 * 5);
  await page.getByRole("button", { name: "Fold all issues" }).click();
  await expect(cells).toHaveCount(0);
});

test("many drafts stand side by side by the dozen", async ({ page }) => {
  await open(page, "large", "drafts");
  const heads = page.locator("table.drafts thead th");
  await expect(heads).toHaveCount(7);
  await expect(heads.last()).toContainText("Draft 29");
  await page.getByLabel("Drafts side by side").selectOption({ label: "1 to 12 of 30" });
  await expect(heads).toHaveCount(13);
  await expect(heads.nth(1)).toContainText("Draft 0");
});

for (const width of [1280, 390]) {
  test(`a frontier of 128 parties is not wider than a window of ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await open(page, "parties", "frontier");
    await settled(page, true);
    await expect(page.locator("canvas.parallel")).toBeVisible();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
  });
}
