import { expect, test, type Locator, type Page } from "@playwright/test";
import fs from "node:fs";
import path from "node:path";
import { open, settled } from "./open";
import { ask, kept, out, pageOf, selCase } from "./pages";

test("supposing answers changes the page and can be taken back", async ({ page }) => {
  await open(page, "moscow");
  const choose = (question: string, answer: string) =>
    page
      .locator(".questions li", { hasText: question })
      .locator("label", { hasText: new RegExp(`^${answer}$`) })
      .click();
  await choose("Russia's demand", "condition");
  await settled(page);
  await choose("Ukraine's refusal to cede the rest of Donetsk region a condition", "condition");
  await settled(page);
  await choose("cover ceding alone", "withdrawing");
  await expect(page.locator(".suppositions")).toContainText("no agreement");
  await settled(page);
  await expect(page.locator(".questions li")).toHaveCount(4);
  await expect(page.locator(".questions li").first().locator("label.chosen")).toHaveText("condition");
  await expect(page.locator(".suppositions")).toContainText("Is Russia's demand");
  await expect(page.locator(".verdict-sentence")).toContainText("No, under what is supposed here");
  await page.keyboard.press("2");
  await settled(page);
  await expect(page.locator(".detail .card")).not.toHaveCount(0);
  await page.getByRole("button", { name: "Back to the file as entered" }).click();
  await expect(page.locator(".suppositions")).toHaveCount(0);
});

test("the date of the timeline goes through the page", async ({ page }) => {
  await open(page, "sel", "timeline");
  await settled(page);
  await expect(page.locator(".time-date").first()).toHaveText("1 Jan 2026");
  await expect(page.locator(".time-date").last()).toHaveText("31 Dec 2027");
  await page.locator(".time-slider input").focus();
  await page.keyboard.press("ArrowLeft");
  await expect(page.locator(".suppositions")).toContainText("with what was entered for");
  await page.keyboard.press("ArrowRight");
  await expect(page.locator(".suppositions")).toHaveCount(0);
  await page.keyboard.press("Home");
  await expect(page.locator(".head-facts")).toContainText("as of 1 Jan 2026");
  await page.keyboard.press("1");
  await settled(page);
  await expect(page.locator(".suppositions")).toContainText("1 Jan 2026");
  await page.keyboard.press("8");
  await settled(page);
  await page.locator(".time-slider button").click();
  await expect(page.locator(".suppositions")).toHaveCount(0);
});

test("an entry is edited, and refused in its field where it makes no sense", async ({ page }) => {
  await open(page, "sel", "matrix");
  const entry = page.locator('[data-entry="fallback.bera"]');
  const field = page.getByLabel("Suppose instead");
  await entry.click();
  await field.fill("nonsense");
  await page.getByRole("button", { name: "Try it" }).click();
  const refusal = page.locator(".refusal");
  await expect(refusal).toContainText("a fallback cannot be `nonsense`");
  await expect(refusal).toContainText("To mend it: write a number");
  await expect(refusal).not.toContainText("{");
  await expect(page.getByRole("alert")).toHaveCount(1);
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator(".suppositions")).toHaveCount(0);
  await expect(entry).toContainText("30..45");
  for (const typed of ["20-25", "20 to 25"]) {
    await field.fill(typed);
    await page.getByRole("button", { name: "Try it" }).click();
    await settled(page);
    await expect(refusal).toHaveCount(0);
    await expect(entry).toContainText("20..25");
    await page.getByRole("button", { name: "As entered", exact: true }).click();
    await expect(page.locator(".suppositions")).toHaveCount(0);
  }
});

test("the field of an entry holds it to the last digit, and trying it untouched changes nothing", async ({ page }) => {
  await open(page, "exact", "matrix");
  for (const [address, text] of [
    ["issue.x.stance.a.one", "100/3"],
    ["issue.x.stance.b.one", "redline 20"],
    ["issue.x.stance.b.two", "redline bad"],
    ["fallback.a", '{ draft = "d" }'],
    ["fallback.b", '["100/3", 45]'],
  ] as const) {
    await page.locator(`[data-entry="${address}"]`).click();
    await expect(page.getByLabel("Suppose instead")).toHaveValue(text);
    await page.getByRole("button", { name: "Try it" }).click();
    await expect(page.locator(".told")).toContainText("Nothing was changed");
    await expect(page.locator(".suppositions")).toHaveCount(0);
  }
  await expect(page.locator(".editor")).toContainText("without the trend entered (rising)");
  await page.getByLabel("Suppose instead").fill('["100/3", 46]');
  await page.getByRole("button", { name: "Try it" }).click();
  await expect(page.locator(".suppositions li")).toHaveCount(1);
  await page.getByLabel("Suppose instead").fill('["100/3", 45]');
  await page.getByRole("button", { name: "Try it" }).click();
  await expect(page.locator(".suppositions")).toHaveCount(0);
});

test("what is supposed is kept as a case, a certificate and a layer that the program reads", async ({ page }) => {
  await open(page, "sel", "matrix");
  await page.locator('[data-entry="fallback.bera"]').click();
  await page.getByLabel("Suppose instead").fill("20..25");
  await page.getByRole("button", { name: "Try it" }).click();
  await settled(page);
  await expect(page.locator(".editor .basis")).toHaveText("supposed here");
  await expect(page.locator("pre").first()).toContainText("--set fallback.bera=20..25");
  const onThePage = (await page.locator(".suppositions .tag.verdict").innerText()).trim();
  const verdict = onThePage === "not settled" ? "depends" : onThePage.replace(" ", "_");
  const edits = await kept(page, /Save edited entries/, "edits.toml");
  await expect(page.getByText("unbracket check case.toml edits.toml --answer page-edits=as-edited")).toBeVisible();
  const told = JSON.parse(ask("check", selCase, edits, "--answer", "page-edits=as-edited", "--format", "json"));
  expect(told.verdict).toBe(verdict);
  const whole = await kept(page, /Save the case as supposed/, "case-as-supposed.toml");
  expect(JSON.parse(ask("check", whole, "--format", "json")).verdict).toBe(verdict);
  const proof = await kept(page, /Save a certificate/, "proof-as-supposed.json");
  expect(ask("verify", whole, proof)).toContain("PROVED");
  await page.getByRole("button", { name: "Reset all" }).click();
  await expect(page.locator(".suppositions")).toHaveCount(0);
});

test("a statement is left out, filters of the ledger work", async ({ page }) => {
  await open(page, "moscow", "evidence");
  await settled(page);
  const all = await page.locator(".said").count();
  await page.getByLabel("Whose words").selectOption("own");
  const own = await page.locator(".said").count();
  expect(own).toBeGreaterThan(0);
  expect(own).toBeLessThan(all);
  await page.getByLabel("Whose words").selectOption("all");
  await page.getByLabel("Text").fill("analysts");
  expect(await page.locator(".said").count()).toBeLessThan(all);
  await page.getByLabel("Text").fill("");
  for (const [label, value] of [
    ["Said for", "ukraine"],
    ["Kind", "claim"],
  ] as const) {
    await page.getByLabel(label).selectOption(value);
    const some = await page.locator(".said").count();
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(all);
    await page.getByLabel(label).selectOption("");
    await expect(page.locator(".said")).toHaveCount(all);
  }
  await page.locator(".said .switch input").first().click();
  await expect(page.locator(".suppositions")).toContainText("left out: ");
  await settled(page);
  await page.keyboard.press("0");
  await expect(page.locator("pre").first()).toContainText(/unbracket check case\.toml --without \S+$/);
});

test("a layer of edits has values as the program reads them, however they were typed", async ({ page }) => {
  await open(page, "exact", "matrix");
  const typed = [
    "[20, 40]",
    "1e2",
    "1e-3",
    "05",
    "+5",
    "1_0",
    "{ value = 5 }",
    "100/3",
    '{ value = ["100/3", 40], trend = "rising" }',
  ];
  await page.locator('[data-entry="fallback.b"]').click();
  for (const value of typed) {
    await page.getByLabel("Suppose instead").fill(value);
    await page.getByRole("button", { name: "Try it" }).click();
    await expect(page.locator(".suppositions b").nth(1)).toHaveText(value);
    await settled(page);
    const edits = await kept(page, /Save edited entries/, "edits.toml");
    const source = path.join(out, "exact.toml");
    const layered = JSON.parse(
      ask("show", source, edits, "--answer", "page-edits=as-edited", "--exact", "--format", "json"),
    );
    const told = JSON.parse(ask("show", source, "--set", `fallback.b=${value}`, "--exact", "--format", "json"));
    const parts = ({ value: worth, trend }: Record<string, unknown>) => ({ worth, trend });
    expect(parts(layered.parties[1].fallback), value).toEqual(parts(told.parties[1].fallback));
  }
});

async function drag(page: Page, canvas: Locator, from: [number, number], to: [number, number]) {
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  const at = ([x, y]: [number, number]) => [(box?.x ?? 0) + x, (box?.y ?? 0) + y] as const;
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 4 });
  await page.mouse.up();
}

test("the frontier: axes, marks, filters, an outcome to read and to build on", async ({ page }) => {
  await open(page, "harbour", "frontier");
  await settled(page);
  const picture = page.locator(".scatter canvas");
  await page.locator("select").first().selectOption("sportco");
  await expect(picture).toHaveAttribute("aria-label", /gain of SportCo across/);
  await expect(page.locator("main")).not.toContainText("circles");
  await page.getByRole("checkbox", { name: /Mark Nash/ }).click();
  await expect(page.locator("main")).toContainText("ringed circles the solutions marked below");
  await page.locator("label", { hasText: "only those acceptable" }).click();
  await settled(page);
  await page.getByRole("slider").first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("main")).toContainText("lie inside the filter");
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(page.locator("main")).not.toContainText("lie inside the filter");
  await page.getByRole("button", { name: "Read" }).first().click();
  await page
    .locator(".card")
    .getByRole("button", { name: /Open in the package builder/ })
    .click();
  await expect(page.locator(".scores-all")).toContainText("All who have to agree accept");
});

test("the frontier's pictures are filtered by dragging, along the axes too", async ({ page }) => {
  await open(page, "harbour", "frontier");
  await settled(page);
  const inside = page.getByText(/(\d+) of them lie inside the filter/);
  const rows = page.locator("#outcomes-title ~ .scroll tbody tr");
  await expect(rows).toHaveCount(40);
  await drag(page, page.locator(".scatter canvas"), [200, 60], [420, 200]);
  await expect(inside).toBeVisible();
  const few = await rows.count();
  expect(few).toBeGreaterThan(0);
  await page.getByRole("button", { name: "Show all" }).click();
  const axes = page.locator("canvas.parallel");
  await drag(page, axes, [40, 30], [40, 90]);
  await expect(inside).toBeVisible();
  await expect(page.getByRole("group", { name: "Mayor" }).locator("output")).not.toHaveText("−12 to 70");
  await axes.click({ position: { x: 40, y: 60 } });
  await expect(inside).toHaveCount(0);
  await rows.first().getByRole("button", { name: "Read" }).click();
  await expect(page.getByText("The outcome you picked")).toBeVisible();
  await page.locator("label", { hasText: "only those acceptable" }).click();
  await expect(page.getByText("The outcome you picked")).toHaveCount(0);
});

test("more readings are drawn here and now, and work can be cancelled", async ({ page }) => {
  await open(page, "moscow", "robustness");
  await settled(page);
  await page.getByRole("button", { name: /Draw 10.000/ }).click();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.locator(".tools")).toContainText("1\u202f000 sampled readings, seed 1");
  await page.getByRole("button", { name: /Draw 10.000/ }).click();
  await settled(page);
  await expect(page.locator(".tools")).toContainText("10\u202f000 sampled readings, seed 1");
  await page.getByRole("button", { name: /Draw others/ }).click();
  await settled(page);
  await expect(page.locator(".tools")).toContainText("seed 2");
});

test("the way back goes through the screens, by key as by link", async ({ page }) => {
  await open(page, "sel");
  await page.keyboard.press("8");
  await page.keyboard.press("0");
  await expect(page.locator("h1")).toHaveText("Matrix and method");
  await page.goBack();
  await expect(page.locator("h1")).toHaveText("Timeline");
  await page.goBack();
  await expect(page.locator("h1")).toHaveText("Answer");
  await page.evaluate(() => (location.hash = "#matrix/identity"));
  await expect(page.locator("#identity-title")).toBeFocused();
  await expect(page.locator("#identity-title")).toBeInViewport();
});

test("back from the second screen of a file opened by itself is its first, with all that is supposed", async ({
  page,
}) => {
  await page.goto(pageOf("sel"));
  await page.getByRole("link", { name: "Evidence" }).first().click();
  await page.locator(".said .switch input").first().check();
  await expect(page.locator(".suppositions li")).toHaveCount(1);
  await page.keyboard.press("0");
  await expect(page.locator("h1")).toHaveText("Matrix and method");
  for (const title of ["Evidence", "Answer"]) {
    await page.goBack();
    await expect(page.locator("h1")).toHaveText(title);
    await expect(page.locator(".suppositions li")).toHaveCount(1);
  }
  await page.goForward();
  await expect(page.locator("h1")).toHaveText("Evidence");
});

test("what is pressed and gone leaves the focus near it", async ({ page }) => {
  await open(page, "sel", "timeline");
  await settled(page);
  await page.locator(".time-slider input").focus();
  await page.keyboard.press("Home");
  await page.getByRole("button", { name: "Take back: date" }).press("Enter");
  await expect(page.locator(".suppositions")).toHaveCount(0);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("screen-title");
});

test("a browser that is too old, and a file that was cut off, are told", async ({ page }) => {
  const text = fs.readFileSync(path.join(out, "sel.html"), "utf8");
  const cut = (name: string, at: number) => {
    fs.writeFileSync(path.join(out, name), text.slice(0, at));
    return `file://${path.join(out, name)}`;
  };
  await page.goto(cut("cut-engine.html", text.indexOf('id="unbracket-engine"') + 1000));
  await expect(page.locator("body")).toContainText("the file was cut off");
  await page.goto(cut("cut-style.html", text.indexOf("<style>") + 1000));
  await expect(page.locator("body")).toContainText("If this line stays, the file was cut off");
  await page.goto(cut("cut-data.html", text.indexOf('id="unbracket-data"') + 1000));
  await expect(page.locator("body")).toContainText("the file was cut off");
  const broken = text.replace(/(id="unbracket-page">)[^<]{2000}/, "$1");
  fs.writeFileSync(path.join(out, "cut-page.html"), broken);
  await page.goto(`file://${path.join(out, "cut-page.html")}`);
  await expect(page.locator("body")).toContainText("seems to have been cut off");
  fs.writeFileSync(path.join(out, "no-data.html"), text.replace(/(id="unbracket-data">\s*)\{[^<]{500}/, "$1"));
  await page.goto(`file://${path.join(out, "no-data.html")}`);
  await expect(page.getByRole("alert")).toContainText("the case in this file cannot be read");
  await page.addInitScript(() => Reflect.deleteProperty(window, "DecompressionStream"));
  await page.goto(`file://${path.join(out, "sel.html")}`);
  await expect(page.locator("body")).toContainText("this browser is too old");
});

test("the certificate is verified in the page", async ({ page }) => {
  await open(page, "moscow", "matrix");
  await page.getByRole("button", { name: "Verify it here" }).click();
  await expect(page.getByText("The independent checker accepts it.")).toBeVisible({ timeout: 60_000 });
});

test("two drafts are chosen and compared", async ({ page }) => {
  await open(page, "sel", "drafts");
  await settled(page);
  await expect(page.locator(".compare .changed")).toHaveCount(1);
  await page.locator(".tools select").nth(0).selectOption("second");
  await expect(page.getByText("Choose two different drafts.")).toBeVisible();
  await page.locator(".tools select").nth(1).selectOption("first");
  await settled(page);
  await expect(page.locator(".compare .changed")).toHaveCount(1);
});

test("a change that does not fit the others is named, and can be taken back there", async ({ page }) => {
  await open(page, "moscow", "matrix");
  await page.locator('[data-entry="limit.ukraine-not-ceded"]').click();
  await page.getByLabel("Suppose instead").fill("on");
  await page.getByRole("button", { name: "Try it" }).click();
  await settled(page);
  await page.keyboard.press("9");
  await settled(page);
  const said = page.locator(".said", { hasText: "Ukraine has long refused to cede" }).first();
  await said.getByLabel("Leave it out on this page").check();
  await settled(page, true);
  await expect(page.locator(".suppositions")).toContainText("does not fit the other changes any more");
  await expect(page.locator(".suppositions")).not.toContainText("unknown limit");
  await page.keyboard.press("0");
  await settled(page, true);
  await expect(page.getByLabel("The command line")).toHaveCount(0);
  await page.getByRole("button", { name: /^Take this change back/ }).click();
  await settled(page);
  await expect(page.locator(".suppositions li")).toHaveCount(1);
  await expect(page.locator(".suppositions .tag.verdict")).toBeVisible();
});
