import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/// Unpacks the page's script, as the engine is unpacked, and runs it.
const starter = `(async () => {
  const packed = document.getElementById("unbracket-page").textContent;
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const script = document.createElement("script");
  script.src = URL.createObjectURL(new Blob([await new Response(stream).arrayBuffer()], { type: "text/javascript" }));
  document.body.append(script);
})();`;

/// Puts script and style into the page, so that one file is all there is; the script packed, since a
/// report is to be small enough to be mailed. Replacements are functions, as `$` in code would mean
/// something to String.replace.
function inOneFile(): Plugin {
  return {
    name: "in-one-file",
    enforce: "post",
    generateBundle(_, bundle) {
      const page = Object.values(bundle).find((part) => part.fileName === "page.html");
      if (page?.type !== "asset") {
        return;
      }
      let text = String(page.source);
      for (const part of Object.values(bundle)) {
        if (part.type === "chunk") {
          const packed = gzipSync(`(() => {${part.code}})();`, { level: 9 }).toString("base64");
          text = text.replace(/<script type="module"[^>]*src="[^"]*"><\/script>/, "");
          const scripts = `<script type="text/plain" id="unbracket-page">${packed}</script>\n<script>${starter}</script>\n</body>`;
          text = text.replace("</body>", () => scripts);
          delete bundle[part.fileName];
        } else if (part.fileName.endsWith(".css")) {
          text = text.replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${String(part.source)}</style>`);
          delete bundle[part.fileName];
        }
      }
      page.source = text;
    },
  };
}

export default defineConfig({
  base: "./",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    target: "es2022",
    modulePreload: false,
    assetsInlineLimit: 10_000_000,
    cssCodeSplit: false,
    rolldownOptions: { input: "page.html" },
  },
  worker: { format: "iife" },
  plugins: [inOneFile()],
  test: { include: ["src/**/*.test.ts", "src/**/*.test.tsx"] },
});
