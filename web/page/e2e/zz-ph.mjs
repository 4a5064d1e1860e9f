import { chromium } from "@playwright/test";
const [, , file, name, width, scheme, ...screens] = process.argv;
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage({
  viewport: { width: Number(width), height: Number(width) > 600 ? 900 : 844 },
  colorScheme: scheme,
});
page.on("pageerror", (e) => console.log("ERR", e.message));
page.on("console", (m) => m.type() === "error" && console.log("CON", m.text()));
for (const s of screens) {
  await page.goto(`file://${file}#${s}`);
  await page.waitForSelector("h1");
  await page.waitForTimeout(1000);
  for (let i = 0; i < 60 && (await page.locator(".wait .worm").count()); ++i) await page.waitForTimeout(300);
  const h = await page.evaluate(() => document.documentElement.scrollHeight);
  // Show columns side by side by CSS columns is not possible: take slices.
  for (let i = 0; i * 1500 < h && i < 3; ++i)
    await page.screenshot({
      path: `/tmp/w/p2x/${name}-${s}-${i}.png`,
      fullPage: true,
      clip: { x: 0, y: i * 1500, width: Number(width), height: Math.min(1500, h - i * 1500) },
    });
}
await browser.close();
