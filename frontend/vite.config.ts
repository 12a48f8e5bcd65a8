import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  // Relative addresses: the pages may be served below any STATIC_URL.
  base: "./",
  publicDir: false,
  build: {
    outDir: here("../src/proofroom/interfaces/html/static/built"),
    emptyOutDir: true,
    manifest: "manifest.json",
    // Data addresses would need an exception in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2022",
    // The model viewer carries its own renderer and is loaded only where a model is shown.
    chunkSizeWarningLimit: 1200,
    rollupOptions: { input: { app: here("app.ts"), review: here("review.ts"), sheet: here("sheet.ts") } },
  },
  test: { environment: "happy-dom", include: ["tests/**/*.test.ts"] },
});
