import { expect, test, type Page } from "@playwright/test";
import fs from "node:fs";
import { createRequire } from "node:module";
import { open, screens, settled } from "./open";

const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Finding {
  id: string;
  impact: string;
  nodes: { html: string; failureSummary: string }[];
}

async function findingsOf(page: Page): Promise<Finding[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const run = (window as unknown as { axe: { run: () => Promise<{ violations: Finding[] }> } }).axe.run;
    return (await run()).violations;
  });
}

for (const name of ["moscow", "harbour", "sel", "none", "hostile"]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`${name} in ${colorScheme} colours: axe finds nothing serious`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await open(page, name);
      for (const screen of screens) {
        await page.goto(page.url().replace(/#.*/, `#${screen}`));
        await settled(page);
        const serious = (await findingsOf(page)).filter((finding) => ["serious", "critical"].includes(finding.impact));
        expect(
          serious.map((finding) => [
            screen,
            finding.id,
            finding.nodes[0]?.html.slice(0, 200),
            finding.nodes[0]?.failureSummary,
          ]),
        ).toEqual([]);
      }
    });
  }
}

for (const [name, width] of [
  ["sel", 1280],
  ["sel", 390],
  ["sel-short", 390],
] as const) {
  test(`${name} at ${width}, with a movement and all that is folded: axe finds nothing at all`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await open(page, name, "movements");
    await settled(page);
    await page.getByRole("switch").first().click();
    for (const screen of screens) {
      await page.evaluate((each) => (location.hash = `#${each}`), screen);
      await settled(page);
      await page.evaluate(() =>
        document.querySelectorAll("main details").forEach((each) => ((each as HTMLDetailsElement).open = true)),
      );
      await settled(page);
      expect(
        (await findingsOf(page)).map((finding) => [screen, finding.id, finding.nodes[0]?.html.slice(0, 200)]),
      ).toEqual([]);
    }
    await expect(page.locator(".suppositions")).toBeVisible();
  });
}

test("digits can be switched off in the menu", async ({ page }) => {
  await open(page, "sel");
  await page.getByLabel("Keys 1 to 9 and 0 go to a screen").uncheck();
  await page.keyboard.press("3");
  await expect(page).toHaveURL(/#answer$/);
  await page.getByLabel("Keys 1 to 9 and 0 go to a screen").check();
  await page.keyboard.press("3");
  await expect(page).toHaveURL(/#movements$/);
});

test("a table is a stop for the keyboard only where it scrolls, and says that it does", async ({ page }) => {
  await open(page, "sel", "evidence");
  await settled(page);
  await expect(page.locator(".scroll[tabindex]")).toHaveCount(0);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(page.url().replace(/#.*/, "#matrix"));
  await settled(page);
  await expect(page.locator(".matrix-scroll")).toHaveAttribute("tabindex", "0");
  await expect(page.getByText("Wider than the screen: scrolls sideways.").first()).toBeVisible();
});

test("at phone width a row of a table becomes a card that names its columns", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, "sel", "drafts");
  await settled(page);
  const cell = page.locator(".compare.stacked td[data-label]").first();
  await expect(cell).toBeVisible();
  expect(await cell.evaluate((each) => getComputedStyle(each, "::before").content)).toContain("first text");
  const width = await page.locator(".compare.stacked").evaluate((each) => each.scrollWidth - each.clientWidth);
  expect(width).toBeLessThan(2);
});
