import { defineConfig } from "vitest/config";

// One classic script with a stable name: the page's policy allows files of the desk and nothing else.
export default defineConfig({
  build: {
    outDir: "../src/recoupe/web/static",
    emptyOutDir: false,
    lib: { entry: "src/main.ts", formats: ["iife"], name: "RecoupeDesk", fileName: () => "desk.js" },
    minify: true,
  },
  test: { environment: "jsdom" },
});
