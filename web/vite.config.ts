import { defineConfig } from "vite";

// `npm run dev` serves the playground from its sources and hands API calls to
// the server that `make run` started.
const server = "http://127.0.0.1:8080";

export default defineConfig({
  root: "playground",
  base: "/playground/",
  build: {
    // Only this folder is emptied: dist/.gitkeep must stay for go:embed.
    outDir: "../dist/playground",
    emptyOutDir: true,
    // The editor is large, is loaded from the same host, and is only for staff.
    chunkSizeWarningLimit: 5000,
    // Libraries mark modules "use client", which means nothing here.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
  server: {
    // The server checks Origin, so a call must seem to come from its own page.
    proxy: {
      "/graphql": { target: server, ws: true, headers: { origin: server } },
    },
  },
});
