// What the screens say, against what the program says.

import { expect, test } from "@playwright/test";
import { open, settled } from "./open";
import path from "node:path";
import { ask, askFile, moscowCase, out, selCase } from "./pages";

test("the first screen stands in its order", async ({ page }) => {
  await open(page, "moscow");
  await settled(page);
  await expect(page.locator("main h2")).toHaveText([
    "What it turns on",
    "What was heard from whom",
    "What to ask next",
    "Who was not in the room",
    "Norms",
    "What this does not say",
  ]);
});

test("what to ask next is what the program asks, in its order", async ({ page }) => {
  await open(page, "moscow");
  const { next } = JSON.parse(ask("check", moscowCase, "--format", "json")) as { next: { text: string }[] };
  expect(next.length).toBeGreaterThan(3);
  await expect(page.locator("#next-title ~ .asks li bdi")).toHaveText(next.map((question) => question.text));
});

test("questions that no verdict uses are not said to be without effect", async ({ page }) => {
  await open(page, "seven");
  await expect(page.locator("main")).toContainText("Each question was answered by itself");
  await page.getByText("1 open question that no verdict uses").click();
  await expect(page.locator("main")).toContainText("whoever laid a text on the table");
  await expect(page.locator("main")).not.toContainText(/without effect|Nothing .* changes the answer/);
});

test("how to check the answer leads to the certificate, which is downloaded", async ({ page }) => {
  await open(page, "moscow");
  await page.getByRole("link", { name: "How to check it" }).click();
  await expect(page.locator("#identity-title")).toBeFocused();
  await expect(page.locator("#identity-title")).toBeInViewport();
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the certificate" }).click();
  const file = await askFile(await waiting);
  expect(ask("verify", moscowCase, file)).toMatch(/accept|proves|verified/i);
});

test("the numbers stand with the combination they measure", async ({ page }) => {
  await open(page, "moscow");
  await page.getByText("One combination that some numbers allow").click();
  await expect(page.locator(".verdict-box .gain")).toHaveCount(2);
  await expect(page.locator(".verdict-box .row").first()).toContainText("48 in some");
});

test("nothing on the page names an entry, a statement or a clause by its id", async ({ page }) => {
  for (const [name, ids] of [
    ["moscow", /\bslow-advance\b|\bs17-gap\b|donetsk =|\(off\)|\bheld-land\b/],
    ["sel", /\(off\)|inspect =|share =|\bopen_end\b/],
  ] as const) {
    await open(page, name);
    for (const screen of [
      "answer",
      "sticking-points",
      "movements",
      "package-builder",
      "frontier",
      "robustness",
      "drafts",
      "timeline",
      "evidence",
      "matrix",
    ]) {
      await page.goto(page.url().replace(/#.*/, `#${screen}`));
      await settled(page);
      await page.evaluate(() => document.querySelectorAll("details").forEach((each) => (each.open = true)));
      expect(await page.locator("main").innerText(), `${name}, ${screen}`).not.toMatch(ids);
    }
  }
});

test("the top sticking point is open, and can be closed", async ({ page }) => {
  await open(page, "moscow", "sticking-points");
  await settled(page);
  await expect(page.locator(".sticking").first()).toHaveAttribute("aria-expanded", "true");
  await expect(page.locator(".detail blockquote")).not.toHaveCount(0);
  await expect(page.locator(".not-counted")).toContainText("4 limits");
  await page.locator(".sticking").first().click();
  await expect(page.locator(".detail")).toHaveCount(0);
  await page.locator(".sticking").nth(1).click();
  await expect(page.locator(".detail h3")).toHaveText("Guarantees against another invasion");
});

test("drafts stand in columns of text, by issue", async ({ page }) => {
  await open(page, "sel", "drafts");
  await settled(page);
  await expect(page.locator(".drafts .wording")).toHaveText(["joint teams, announced a week before"]);
  await expect(page.locator(".drafts")).toContainText("clause 6");
  await expect(page.locator(".drafts thead")).toContainText("20 Jan 2026");
  await open(page, "moscow", "drafts");
  await settled(page);
  await expect(page.locator(".drafts .unknown")).toHaveCount(3);
});

for (const [name, source, changes] of [
  ["clauses", path.join(out, "clauses.toml"), ["dropped", "merged"]],
  ["sel", selCase, ["added", "renumbered"]],
] as const) {
  test(`clauses are told as the program tells them: ${changes.join(", ")}`, async ({ page }) => {
    await open(page, name, "drafts");
    await settled(page);
    const told = JSON.parse(ask("diff", source, "first", "second", "--format", "json")) as {
      points: { change: string }[];
      other_points: { change: string }[];
    };
    for (const change of changes) {
      const row = page.locator("#clauses-title ~ dl > div", {
        has: page.locator("dt", { hasText: new RegExp(`^${change}$`, "i") }),
      });
      const count = [...told.points, ...told.other_points].filter((each) => each.change === change).length;
      expect(count, change).toBeGreaterThan(0);
      await expect(row.locator("li"), change).toHaveCount(count);
    }
  });
}

test("options that nobody speaks of are marked as invented", async ({ page }) => {
  await open(page, "sel", "package-builder");
  await settled(page);
  const marked = page.locator(".option-row label", { has: page.locator(".invented") });
  await expect(marked).toHaveCount(2);
  await expect(page.locator('[data-issue="inspect"] label', { has: page.locator(".invented") })).toHaveCount(1);
  await expect(page.locator('[data-issue="term"] label', { has: page.locator(".invented") })).toHaveCount(1);
});

test("statements that contradict each other stand in pairs", async ({ page }) => {
  await open(page, "moscow", "evidence");
  await settled(page);
  const { contradictions, differences, statements } = JSON.parse(ask("sources", moscowCase, "--format", "json")) as {
    contradictions: { first: string; second: string }[];
    differences: { first: string; second: string }[];
    statements: { id: string; claim: string }[];
  };
  const claim = (id: string) => statements.find((each) => each.id === id)?.claim ?? "";
  const cards = page.locator(".pairs > li");
  expect(contradictions.length).toBeGreaterThan(1);
  await expect(cards).toHaveCount(contradictions.length + differences.length);
  for (const [at, { first, second }] of contradictions.entries()) {
    await expect(cards.nth(at)).toContainText("These cannot both hold");
    await expect(cards.nth(at).locator("blockquote > p")).toHaveText([claim(first), claim(second)]);
  }
});

test("cells of the matrix hold range, basis and statements, and filters work on them", async ({ page }) => {
  await open(page, "moscow", "matrix");
  await settled(page);
  const cell = page.locator('[data-entry="issue.donetsk.weight.russia"]');
  await expect(cell).toContainText("highest 30 to 40");
  await expect(cell).toContainText("inferred, 1 statement");
  await expect(page.locator('[data-entry="issue.donetsk.stance.russia.withdraw"]')).toHaveAttribute(
    "title",
    /^2 statements under it: /,
  );
  await page.getByLabel("Party").selectOption("ukraine");
  await expect(page.locator(".matrix thead th")).toHaveCount(2);
  await page.getByLabel("Stress what is").selectOption("reported");
  await expect(page.locator(".cell.assumed:not(.faint)")).toHaveCount(0);
});

test("what is supposed says so, and what was heard stays as it was", async ({ page }) => {
  await open(page, "moscow");
  const heard = page.locator(".pieces");
  const before = await heard.innerText();
  await page.locator(".questions li").first().locator("label", { hasText: "condition" }).click();
  await settled(page);
  expect(await heard.innerText()).toBe(before);
  await page.keyboard.press("0");
  await settled(page);
  await expect(page.locator('[data-entry="limit.russia-donetsk"]')).toContainText("supposed here");
});

test("assumed entries look assumed in the tornado and in reasons", async ({ page }) => {
  await open(page, "moscow", "robustness");
  await settled(page);
  await expect(page.locator(".tornado .basis.assumed").first()).toBeVisible();
  await expect(page.locator("#shares-title ~ p", { hasText: "without an agreement" })).toContainText(
    "its limits standing",
  );
  await page.keyboard.press("4");
  await page.locator('[data-issue="guarantees"] label', { hasText: "strong" }).click();
  await expect(page.locator(".reasons .basis.assumed").first()).toBeVisible();
});

test("statements are filtered by kind, and one left out changes what is asked", async ({ page }) => {
  await open(page, "moscow", "evidence");
  await settled(page);
  const all = await page.locator(".said").count();
  await page.getByLabel("Kind").selectOption("position");
  const shown = await page.locator(".said-facts span:first-child").allInnerTexts();
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.length).toBeLessThan(all);
  expect(new Set(shown)).toEqual(new Set(["position"]));
  await page.getByLabel("Kind").selectOption("");
  await expect(page.locator(".said")).toHaveCount(all);
  await page.locator(".said .switch input").first().check();
  await expect(page.locator(".said.left")).toHaveCount(1);
  await settled(page);
  await page.locator(".said.left .switch input").uncheck();
  await expect(page.locator(".said.left")).toHaveCount(0);
});
