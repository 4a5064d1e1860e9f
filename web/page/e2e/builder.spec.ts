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
  await expect(page.getByText(/settled issues? decided otherwise, and no fewer/)).toBeVisible({
    timeout: 60_000,
  });
  await page.getByRole("button", { name: "Take it over" }).click();
  await allAccept(page);
  await page.getByRole("button", { name: "Improvements for all" }).click();
  await settled(page);
  await expect(page.getByText(/worse for none of them/).first()).toBeVisible();
  const pressed = page.locator('button[aria-pressed="true"]');
  await pressed.hover();
  const colours = await pressed.evaluate((each) => {
    const { color, backgroundColor } = getComputedStyle(each);
    return [color, backgroundColor];
  });
  expect(colours[0]).not.toBe(colours[1]);
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
  // Looking through the list changes nothing; loading does.
  await page.getByLabel("Start from").focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator('[data-issue="share"] output')).toHaveText("open");
  await expect(page.locator('[data-issue="inspect"] label.chosen')).toContainText("joint teams");
  await page.getByLabel("Start from").selectOption("draft first");
  await page.getByRole("button", { name: "Load" }).click();
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
  await expect(page.locator(".told")).toContainText(/Copied|does not allow/);
  await expect(page.locator(".told")).toBeVisible();
  await page.getByText("The draft that is copied").click();
  await expect(page.locator("pre").first()).toContainText('set = { "inspect" = "joint" }');
});

test("a bar begins at what a party has without agreement and ends at the most it can gain", async ({ page }) => {
  await open(page, "harbour", "package-builder");
  await settled(page);
  const card = page.locator('[data-party="mayor"]');
  await expect(card.locator(".gain-start")).toContainText("no agreement 30");
  await expect(card.locator(".gain-most")).toHaveText("gain 70");
  await expect(page.locator(".gain-most")).toHaveText(Array(6).fill(/^gain /));
  const places = await card.evaluate((each) => {
    const left = (name: string) => each.querySelector(name)?.getBoundingClientRect().left ?? Number.NaN;
    const right = (name: string) => each.querySelector(name)?.getBoundingClientRect().right ?? Number.NaN;
    return {
      start: left(".gain-scale") - left(".gain-zero"),
      end: right(".gain-track") - right(".gain-scale"),
    };
  });
  expect(Math.abs(places.start)).toBeLessThan(3);
  expect(Math.abs(places.end)).toBeLessThan(2);
});

test("a bar is drawn from no agreement to the gain", async ({ page }) => {
  await open(page, "harbour", "package-builder");
  await page.getByLabel("Start from").selectOption("example");
  await page.getByRole("button", { name: "Load" }).click();
  await allAccept(page);
  for (const card of await page.locator(".party-card").all()) {
    const [zero, sure, end] = await card.evaluate((each) => {
      const box = (name: string) => each.querySelector(name)!.getBoundingClientRect();
      const middle = ({ left, right }: DOMRect) => (left + right) / 2;
      const { left, right } = box(".gain-sure");
      return [Math.abs(middle(box(".gain-zero")) - left), right - left, Math.abs(middle(box(".gain-end")) - right)];
    });
    expect(zero).toBeLessThan(2);
    expect(end).toBeLessThan(2);
    const gain = await card.locator(".party-card-head .note").innerText();
    expect(sure === 0, gain).toBe(gain === "gain 0");
  }
});

test("where not all have to agree, it is told who has to and how many refuse", async ({ page }) => {
  await open(page, "vetoes", "movements");
  await settled(page);
  await page.keyboard.press("4");
  await page.getByLabel("Start from").selectOption("example");
  await page.getByRole("button", { name: "Load" }).click();
  const who = "SportCo and Department of Tourism, and at least 5 of 6 parties in all";
  await expect(page.locator(".scores-all")).toContainText(`Acceptable to ${who}.`);
  const refusing = await page.locator('.party-card[data-accepts="never"]').count();
  await page.keyboard.press("0");
  for (const address of ["fallback.cities", "fallback.mayor"]) {
    await page.locator(`[data-entry="${address}"]`).click();
    await page.getByLabel("Suppose instead").fill("99");
    await page.getByRole("button", { name: "Try it" }).click();
    await settled(page);
  }
  await page.locator("h1").click();
  await page.keyboard.press("4");
  await settled(page);
  await expect(page.locator(".scores-all")).toContainText(`Not acceptable to ${who}. ${refusing + 2} of the 6`);
  await page.keyboard.press("3");
  await settled(page);
  await expect(page.locator("main")).toContainText(`a combination is acceptable to ${who}.`);
  await expect(page.locator("main")).not.toContainText(/in (some|any|every) reading|all who have to agree/);
  await page.keyboard.press("2");
  await settled(page);
  await expect(page.locator("main")).not.toContainText(/in (some|any|every) reading|all who have to agree/);
});

test("all six bars of the harbour game stand in one window", async ({ page }) => {
  await open(page, "harbour", "package-builder");
  await page.getByLabel("Start from").selectOption("example");
  await page.getByRole("button", { name: "Load" }).click();
  await allAccept(page);
  await page.locator("#scores").evaluate((each) => each.scrollIntoView());
  for (const bar of await page.locator(".party-card .gain").all()) {
    await expect(bar).toBeInViewport();
  }
  expect(await page.locator("#scores").evaluate((each) => each.scrollHeight - each.clientHeight)).toBeLessThan(2);
});

test("at phone width options come first, and a strip says who accepts in words", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, "harbour", "package-builder");
  await settled(page);
  const top = async (name: string) => (await page.locator(name).first().boundingBox())?.y ?? Number.NaN;
  expect(await top(".option-row")).toBeLessThan(await top("#scores"));
  await expect(page.locator(".score-line")).toContainText("5 issues open");
  await expect(page.getByLabel("Keys 1 to 9 and 0 go to a screen")).toBeHidden();
  for (const [issue, option] of Object.entries(good)) {
    await page.locator(`[data-issue="${issue}"] label`, { hasText: option }).first().click();
  }
  await expect(page.locator(".score-line")).toContainText("all accept");
});

test("the combination of the answer is that of the case as supposed", async ({ page }) => {
  await open(page, "moscow", "package-builder");
  const example = page.getByLabel("Start from").locator("option", { hasText: "named in the answer" });
  await expect(example).toHaveCount(1);
  await page.keyboard.press("1");
  for (const [question, answer] of [
    ["Russia's demand", "condition"],
    ["Ukraine's refusal to cede the rest of Donetsk region a condition", "condition"],
    ["cover ceding alone", "withdrawing"],
  ] as const) {
    await page.locator(".questions li", { hasText: question }).locator("label", { hasText: answer }).click();
    await settled(page);
  }
  await page.keyboard.press("4");
  await settled(page);
  await expect(example).toHaveCount(0);
});

test("where entries contradict each other nobody is said to accept or not", async ({ page }) => {
  await open(page, "contradiction", "package-builder");
  await settled(page, true);
  await expect(page.locator(".scores-all")).toContainText("No answer: the entries contradict each other");
  await expect(page.locator("#scores .tag.accept")).toHaveCount(0);
  await page.keyboard.press("7");
  await settled(page, true);
  await expect(page.locator("main")).toContainText("No answer: the entries contradict each other");
  await expect(page.locator("main .tag.accept")).toHaveCount(0);
  await page.getByRole("link", { name: "The first screen names them." }).first().click();
  await expect(page.locator(".verdict-sentence")).toContainText("contradict each other");
});
