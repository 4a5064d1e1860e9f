// Opens a report as a reader does, and watches what must never happen.

import { expect, type Page } from "@playwright/test";
import { pageOf } from "./pages";

export { screens } from "../src/state/model";

export interface Watched {
  requests: string[];
  complaints: string[];
}

export function watch(page: Page): Watched {
  const watched: Watched = { requests: [], complaints: [] };
  // Blobs and data are parts of the page itself.
  page.on("request", (request) => /^(blob|data):/.test(request.url()) || watched.requests.push(request.url()));
  page.on(
    "console",
    (message) => ["error", "warning"].includes(message.type()) && watched.complaints.push(message.text()),
  );
  page.on("pageerror", (error) => watched.complaints.push(error.message));
  return watched;
}

export async function open(page: Page, name: string, screen = "answer"): Promise<Watched> {
  const watched = watch(page);
  await page.goto(`${pageOf(name)}#${screen}`);
  await page.waitForSelector("h1");
  return watched;
}

/// All that was asked has been answered; entries that contradict each other leave some verbs no answer.
export async function settled(page: Page, mayRefuse = false) {
  await page.waitForTimeout(50);
  await expect(page.locator(".wait .worm")).toHaveCount(0, { timeout: 90_000 });
  if (!mayRefuse) {
    await expect(page.locator(".wait.problem")).toHaveCount(0);
  }
}

export async function picture(page: Page, name: string) {
  await page.screenshot({ path: `e2e/out/pictures/${name}.png`, fullPage: true });
}
