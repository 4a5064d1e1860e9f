// Nothing on the page favours a party: not its place, not its name, not its colour.

import { expect, test, type Page } from "@playwright/test";
import fs from "node:fs";
import path from "node:path";
import { open, screens, settled } from "./open";
import { mirrorNames, out } from "./pages";

/// All that every screen says, folded parts too.
async function said(page: Page, name: string): Promise<string[]> {
  await open(page, name);
  const texts: string[] = [];
  for (const screen of screens) {
    await page.goto(page.url().replace(/#.*/, `#${screen}`));
    await settled(page);
    await page.evaluate(() => document.querySelectorAll("details").forEach((each) => (each.open = true)));
    await settled(page);
    texts.push(await page.locator("main").innerText());
  }
  return texts;
}

test("two parties that exchange their names see the same screens, up to the names", async ({ page }) => {
  const [one, other] = mirrorNames;
  const before = await said(page, "mirror");
  const after = await said(page, "mirror-swapped");
  const swapped = after.map((text) =>
    text
      .replaceAll(one, "\u0000")
      .replaceAll(other, one)
      .replaceAll("\u0000", other)
      .replace(/[0-9a-f]{64}/g, "digest"),
  );
  expect(before.join("").split(one).length).toBeGreaterThan(20);
  expect(swapped).toEqual(before.map((text) => text.replace(/[0-9a-f]{64}/g, "digest")));
});

function hueOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  const most = Math.max(red, green, blue);
  const span = most - Math.min(red, green, blue);
  const sixth =
    most === red ? (green - blue) / span : most === green ? 2 + (blue - red) / span : 4 + (red - green) / span;
  return (sixth * 60 + 360) % 360;
}

for (const scheme of ["light", "dark"] as const) {
  test(`no party is red or green: ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await open(page, "harbour", "package-builder");
    await settled(page);
    const colours = await page
      .locator(".party-card .party-mark path")
      .evaluateAll((marks) => marks.map((mark) => getComputedStyle(mark).fill));
    expect(new Set(colours).size).toBe(6);
    for (const colour of colours) {
      const hue = hueOf(colour);
      expect(hue < 12 || hue > 345, `${colour} is red`).toBe(false);
      expect(hue > 75 && hue < 165, `${colour} is green`).toBe(false);
    }
  });
}

test("the report of the founding case is under a megabyte", () => {
  expect(fs.statSync(path.join(out, "moscow-written.html")).size).toBeLessThan(1_000_000);
});
