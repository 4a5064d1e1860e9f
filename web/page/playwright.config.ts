import { defineConfig } from "@playwright/test";

// Debian's Chromium, without any service of its maker. Screenshots land in e2e/out/.
export default defineConfig({
  testDir: "e2e",
  outputDir: "e2e/out/results",
  workers: 1,
  timeout: 120_000,
  reporter: [["list"]],
  globalSetup: "./e2e/pages.ts",
  use: {
    launchOptions: {
      executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
      args: [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
    viewport: { width: 1280, height: 900 },
  },
});
