import { expect, test } from "@playwright/test";
import { open, picture, screens, settled } from "./open";

const cases = [
  "moscow",
  "moscow-public",
  "harbour",
  "sel",
  "big",
  "drafts",
  "none",
  "seven",
  "contradiction",
  "hostile",
];

for (const name of cases) {
  test(`${name}: every screen is there by key, without a complaint and with one request`, async ({ page }) => {
    const watched = await open(page, name);
    for (const [at, screen] of screens.entries()) {
      await page.keyboard.press(String((at + 1) % 10));
      await expect(page).toHaveURL(new RegExp(`#${screen}$`));
      await settled(page, name === "contradiction");
      await expect(page.locator("h1")).toBeVisible();
      expect((await page.locator("main").innerText()).length, `${screen} says something`).toBeGreaterThan(60);
      await picture(page, `${name}-${String((at + 1) % 10)}-${screen}`);
    }
    expect(watched.complaints).toEqual([]);
    expect(watched.requests).toHaveLength(1);
  });

  test(`${name}: every screen is there by link, at phone width and in the dark, and nothing sticks out`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 760 });
    await page.emulateMedia({ colorScheme: "dark" });
    const watched = await open(page, name);
    for (const screen of screens) {
      await page.getByRole("button", { name: /of 10/ }).click();
      await page.locator(`nav a[href="#${screen}"]`).click();
      await settled(page, name === "contradiction");
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, `${screen} fits`).toBeLessThanOrEqual(360);
      await picture(page, `${name}-phone-${screen}`);
    }
    expect(watched.complaints).toEqual([]);
  });
}

test("hostile text stays text", async ({ page }) => {
  await open(page, "hostile");
  for (const screen of screens) {
    await page.goto(page.url().replace(/#.*/, `#${screen}`));
    await settled(page);
    await page.evaluate(() => document.querySelectorAll("details").forEach((each) => (each.open = true)));
    expect(await page.evaluate(() => (window as unknown as { hacked?: number }).hacked)).toBeUndefined();
    expect(await page.locator("main iframe, main img, main script, main svg[onload], main b[onclick]").count()).toBe(0);
    expect(await page.locator("a[href^=javascript]").count()).toBe(0);
  }
});

/// The page inside these is the one that the program carries.
for (const name of ["moscow-written", "harbour-written", "sel-written"]) {
  test(`${name}: what the program itself writes opens, screen by screen`, async ({ page }) => {
    const watched = await open(page, name);
    await expect(page.locator(".verdict-sentence")).toBeVisible();
    for (const [at, screen] of screens.entries()) {
      await page.keyboard.press(String((at + 1) % 10));
      await expect(page).toHaveURL(new RegExp(`#${screen}$`));
      await settled(page);
    }
    expect(watched.complaints).toEqual([]);
    expect(watched.requests).toHaveLength(1);
  });
}

test("a page prints all of a screen and no controls", async ({ page }) => {
  await open(page, "moscow");
  await settled(page);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.locator("nav")).toBeHidden();
  await expect(page.locator(".verdict-box")).toBeVisible();
  await expect(page.getByRole("button", { name: "Print this screen" })).toBeHidden();
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
    "rgb(255, 255, 255)",
  );
  await picture(page, "moscow-print");
});

test("the frontier is printed without what moves it", async ({ page }) => {
  await open(page, "sel", "frontier");
  await settled(page);
  const controls = page.locator("main input:visible, main select:visible");
  expect(await controls.count()).toBeGreaterThan(4);
  await expect(page.getByText(/^Drag/).first()).toBeVisible();
  await page.emulateMedia({ media: "print" });
  // Which outcomes are meant is chosen by a button that is read.
  await expect(page.locator('main input:not([type="radio"]):visible, main select:visible')).toHaveCount(0);
  for (const drag of await page.getByText(/^Drag/).all()) {
    await expect(drag).toBeHidden();
  }
  await expect(page.locator(".rule-name").first()).toBeVisible();
});

test("values of the matrix and sticking points are printed, though they are buttons", async ({ page }) => {
  await open(page, "moscow", "matrix");
  await settled(page);
  await page.emulateMedia({ media: "print" });
  const cells = page.locator(".cell");
  expect(await cells.count()).toBeGreaterThan(60);
  for (const cell of await cells.all()) {
    await expect(cell).toBeVisible();
  }
  await expect(page.getByRole("button", { name: "Download the certificate" })).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await page.keyboard.press("2");
  await settled(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".sticking").first()).toBeVisible();
  await picture(page, "moscow-print-sticking-points");
});
