import { defineConfig } from "@playwright/test";
import { chromiumOptions } from "./tools/chromium.mjs";

// Screenshots land in e2e/out/.
export default defineConfig({
  testDir: "e2e",
  outputDir: "e2e/out/results",
  workers: 1,
  timeout: 120_000,
  reporter: [["list"]],
  globalSetup: "./e2e/pages.ts",
  use: {
    launchOptions: chromiumOptions,
    viewport: { width: 1280, height: 900 },
  },
});
