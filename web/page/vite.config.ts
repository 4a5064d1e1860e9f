import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/// Unpacks the page's script, as the engine is unpacked, and runs it. Written for old browsers, so that
/// one that cannot run the page says so, as does a file that was cut off.
const starter = `(function () {
  var old = "this browser is too old for it. Chrome or Edge 94, Firefox 113 and Safari 16.4 can show it, and newer ones.";
  var cut = "the file seems to have been cut off when it was sent or saved. Ask for it again.";
  function fail(why) {
    (document.getElementById("app") || document.body).textContent = "This report cannot be shown: " + why;
  }
  function run(bytes) {
    var script = document.createElement("script");
    script.src = URL.createObjectURL(new Blob([bytes], { type: "text/javascript" }));
    script.onerror = function () { fail(cut); };
    document.body.appendChild(script);
  }
  if (typeof DecompressionStream === "undefined" || typeof WebAssembly === "undefined" || typeof BigInt === "undefined") {
    return fail(old);
  }
  window.addEventListener("error", function (event) {
    if (event.error instanceof SyntaxError && !document.querySelector("#app h1")) fail(old);
  });
  try {
    var packed = atob(document.getElementById("unbracket-page").textContent);
    var bytes = Uint8Array.from(packed, function (letter) { return letter.charCodeAt(0); });
    var stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    new Response(stream).arrayBuffer().then(run).catch(function () { fail(cut); });
  } catch (error) {
    fail(cut);
  }
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
          text = text.replace(/<link rel="stylesheet"[^>]*>/, "");
          // After the words that stand until the page does: a file cut off inside it still says something.
          text = text.replace("<noscript>", () => `<style>${String(part.source)}</style>\n    <noscript>`);
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
