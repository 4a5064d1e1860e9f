import { expect, test } from "@playwright/test";
import fs from "node:fs";
import { createRequire } from "node:module";
import { open, screens, settled } from "./open";

const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Finding {
  id: string;
  impact: string;
  nodes: { html: string; failureSummary: string }[];
}

for (const name of ["moscow", "harbour", "sel", "none", "hostile"]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`${name} in ${colorScheme} colours: axe finds nothing serious`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await open(page, name);
      for (const screen of screens) {
        await page.goto(page.url().replace(/#.*/, `#${screen}`));
        await settled(page);
        await page.evaluate(axe);
        const findings = await page.evaluate(async () => {
          const run = (window as unknown as { axe: { run: () => Promise<{ violations: unknown[] }> } }).axe.run;
          return (await run()).violations;
        });
        const serious = (findings as Finding[]).filter((finding) => ["serious", "critical"].includes(finding.impact));
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
