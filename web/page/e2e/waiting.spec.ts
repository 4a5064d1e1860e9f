// What stands while the engine works: answers of the case before look so, and nothing of them is taken for
// the case that is supposed. A question is held back as if the engine took long for it.

import { expect, test, type Page } from "@playwright/test";
import { open, settled } from "./open";

interface Holding {
  held: Set<string>;
  waiting: (() => void)[];
}

async function openHolding(page: Page, name: string, screen?: string) {
  await page.addInitScript(() => {
    const holding: Holding = { held: new Set(), waiting: [] };
    Object.assign(window, { holding });
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, message: { question?: { verb: string } }) {
      const send = () => post.call(this, message);
      if (holding.held.has(message.question?.verb ?? "")) {
        holding.waiting.push(send);
      } else {
        send();
      }
    };
  });
  await open(page, name, screen);
  await settled(page);
}

async function hold(page: Page, verb: string) {
  await page.evaluate((each) => (window as unknown as { holding: Holding }).holding.held.add(each), verb);
}

async function release(page: Page) {
  await page.evaluate(() => {
    const { holding } = window as unknown as { holding: Holding };
    holding.held.clear();
    holding.waiting.splice(0).forEach((send) => send());
  });
}

async function suppose(page: Page, address: string, value: string) {
  await page.keyboard.press("0");
  await page.locator(`[data-entry="${address}"]`).click();
  await page.getByLabel("Suppose instead").fill(value);
  await page.getByRole("button", { name: "Try it" }).click();
  await expect(page.locator(".suppositions li")).toHaveCount(1);
  // Digits go to screens again.
  await page.locator("h1").click();
}

test("no movement is taken from a list of the case before", async ({ page }) => {
  await openHolding(page, "sel", "movements");
  const switches = page.getByRole("switch");
  const count = await switches.count();
  expect(count).toBeGreaterThan(4);
  await expect(page.locator('[role="switch"]:disabled')).toHaveCount(0);
  await hold(page, "bridge");
  await suppose(page, "fallback.bera", "90");
  await page.keyboard.press("3");
  await expect(page.getByText("Below stands the answer before this change.").first()).toBeVisible();
  await expect(page.locator('[role="switch"]:disabled')).toHaveCount(count);
  await release(page);
  await settled(page);
  await expect(page.locator('[role="switch"]:disabled')).toHaveCount(0);
});

test("who accepts which draft is marked as older before it is read", async ({ page }) => {
  await openHolding(page, "sel", "drafts");
  await hold(page, "score");
  await suppose(page, "fallback.bera", "90");
  await page.keyboard.press("7");
  await expect(page.locator(".stale table.drafts")).toBeVisible();
  const older = page.getByText("Below stands the answer before this change.").first();
  const top = async (locator: typeof older) => (await locator.boundingBox())?.y ?? Number.NaN;
  expect(await top(older)).toBeLessThan(await top(page.locator("table.drafts")));
  await release(page);
  await settled(page);
  await expect(page.locator(".stale")).toHaveCount(0);
});

test("no draft of the case before stands in the picture of the one supposed", async ({ page }) => {
  await openHolding(page, "sel", "frontier");
  await expect(page.locator("main")).toContainText("squares drafts");
  await hold(page, "score");
  await suppose(page, "fallback.bera", "20");
  await page.keyboard.press("5");
  await expect(page.locator("main")).toContainText("where drafts lie");
  await expect(page.locator("main")).not.toContainText("squares drafts");
  await release(page);
  await expect(page.locator("main")).toContainText("squares drafts");
});

test("the case that is supposed waits behind no search, and looks older where it has to wait", async ({ page }) => {
  await openHolding(page, "sel");
  await hold(page, "check");
  await page.locator(".questions li").first().locator("label", { hasText: "condition" }).click();
  await expect(page.locator(".suppositions")).toContainText("Working out the answer then");
  await page.keyboard.press("0");
  await expect(page.locator('[data-entry="issue.share.curve.alta.redline"]')).toBeVisible();
  await expect(page.locator("pre").first()).toContainText("--answer");
  await expect(page.locator("main .late-stale")).toHaveCount(0);
  await hold(page, "show");
  await page.getByRole("button", { name: /Take back/ }).click();
  await page.keyboard.press("1");
  await page.locator(".questions li").nth(1).locator("label").nth(1).click();
  await page.keyboard.press("0");
  await expect(page.locator("main .late-stale .matrix")).toBeVisible();
  await expect(page.getByText("Working out the case as you suppose it")).toBeVisible();
  await release(page);
  await settled(page);
  await expect(page.locator("main .late-stale")).toHaveCount(0);
});

test("an outcome picked in an older list is not taken for one of the new list", async ({ page }) => {
  await openHolding(page, "harbour", "frontier");
  await hold(page, "frontier");
  await suppose(page, "fallback.mayor", "40");
  await page.keyboard.press("5");
  await expect(page.locator(".stale canvas.parallel")).toBeVisible();
  await page.getByRole("slider").first().focus();
  await page.keyboard.press("ArrowRight");
  await page.getByRole("button", { name: "Read" }).nth(3).click();
  await expect(page.getByText("The outcome you picked")).toBeVisible();
  await expect(page.locator("main")).toContainText("lie inside the filter");
  await release(page);
  await settled(page);
  await expect(page.locator(".stale")).toHaveCount(0);
  await expect(page.getByText("The outcome you picked")).toHaveCount(0);
  await expect(page.locator("main")).not.toContainText("lie inside the filter");
});

test("closing the page asks first where something supposed is not saved", async ({ page }) => {
  await openHolding(page, "sel");
  const asks = () => page.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));
  expect(await asks()).toBe(false);
  await suppose(page, "fallback.bera", "20");
  expect(await asks()).toBe(true);
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the case as supposed (TOML)" }).click();
  await waiting;
  await expect(page.locator(".told")).toContainText("Saved as");
  expect(await asks()).toBe(false);
  await expect(page.locator(".told")).toBeEmpty({ timeout: 12_000 });
});

test("a value tried in the matrix is waited for in words on other screens, too", async ({ page }) => {
  await openHolding(page, "sel", "matrix");
  await page.locator('[data-entry="fallback.bera"]').click();
  await page.getByLabel("Suppose instead").fill("20");
  await hold(page, "show");
  await page.getByRole("button", { name: "Try it" }).click();
  await page.locator('a[href="#answer"]').first().click();
  await expect(page.locator("main .wait")).toContainText("whether the case holds with the value you tried");
  await release(page);
  await expect(page.locator(".suppositions")).toContainText("20");
  await expect(page.getByText("the value you tried")).toHaveCount(0);
});
