// Figures are printed and compared with the aims: the middle of several runs, so that one pause of the
// machine does not fail them. A filter of many outcomes is to follow the hand.

import { expect, test } from "@playwright/test";
import { open, settled } from "./open";
import { pageOf } from "./pages";

function middle(values: number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

test("the first screen stands half a second after load", async ({ page }) => {
  const times: number[] = [];
  await page.addInitScript(() => {
    const look = () => {
      if (document.querySelector(".verdict-sentence") === null) {
        requestAnimationFrame(look);
      } else {
        // The frame after this one has it on the screen.
        requestAnimationFrame(() => Object.assign(window, { answerSeen: performance.now() }));
      }
    };
    requestAnimationFrame(look);
  });
  for (let run = 0; run < 5; ++run) {
    await page.goto("about:blank");
    await page.goto(pageOf("moscow"));
    await page.waitForFunction(() => "answerSeen" in window);
    times.push(await page.evaluate(() => (window as unknown as { answerSeen: number }).answerSeen));
  }
  console.log(`answer on the screen: ${times.map(Math.round).join(", ")} ms after navigation; aim 500`);
  expect(middle(times)).toBeLessThanOrEqual(500);
});

test("an option moved on the case of 28 issues is answered in 50 ms", async ({ page }) => {
  await open(page, "big", "package-builder");
  await settled(page);
  const times = await page.evaluate(async () => {
    const found: number[] = [];
    const answered = () =>
      new Promise<void>((done) => {
        const look = () =>
          document.getElementById("scores")?.getAttribute("aria-busy") === "false" ? done() : setTimeout(look, 0);
        look();
      });
    for (const row of [...document.querySelectorAll(".option-row")]) {
      for (const at of [0, 1]) {
        const input = row.querySelectorAll<HTMLInputElement>("input[type=radio]")[at];
        const start = performance.now();
        input?.click();
        await answered();
        found.push(performance.now() - start);
        await new Promise((done) => setTimeout(done, 30));
      }
    }
    return found;
  });
  const sorted = [...times].sort((one, other) => one - other);
  console.log(
    `option to answer: median ${middle(times).toFixed(1)} ms, 90th percentile ${sorted[Math.floor(sorted.length * 0.9)]?.toFixed(1)} ms, most ${sorted.at(-1)?.toFixed(1)} ms over ${times.length} moves; aim 50`,
  );
  expect(middle(times)).toBeLessThanOrEqual(50);
});

test("a hundred thousand outcomes stay smooth", async ({ page }) => {
  await open(page, "many", "frontier");
  await settled(page);
  const times = await page.evaluate(async () => {
    const slider = document.querySelector<HTMLInputElement>(".brushes input");
    const found: number[] = [];
    for (let step = 1; slider && step <= 10; ++step) {
      const start = performance.now();
      slider.value = String(step * 5);
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
      found.push(performance.now() - start);
    }
    return found;
  });
  console.log(
    `filter of 100000 outcomes: median ${middle(times).toFixed(0)} ms, most ${Math.max(...times).toFixed(0)} ms; aim 100`,
  );
  expect(middle(times)).toBeLessThanOrEqual(100);
});
