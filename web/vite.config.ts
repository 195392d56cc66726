import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { documents } from "./documents.ts";

// `npm run dev` serves an app from its sources and hands API calls to the
// server that `make run` started.
const server = process.env["USHER_URL"] ?? "http://localhost:8080";

/** Each app is a folder of its own; the mode names it. */
export default defineConfig(({ mode: app }) => ({
  root: app,
  base: `/${app}/`,
  plugins:
    app === "admin"
      ? [
          documents(
            fileURLToPath(new URL("admin/gql/graphql.ts", import.meta.url)),
          ),
        ]
      : [],
  build: {
    // The first versions with light-dark(); of older ones the build would
    // imitate it, and follow the system's scheme in place of the chosen one.
    target: ["chrome123", "firefox121", "safari17.5"],
    // Only this folder is emptied: dist/.gitkeep must stay for go:embed.
    outDir: `../dist/${app}`,
    emptyOutDir: true,
    // The playground's editor is large, is loaded from the same host, and is
    // only for staff. The other app's sizes are held by a test.
    chunkSizeWarningLimit: 5000,
    // A picture within the script would need data: in the policy.
    assetsInlineLimit: 0,
    // Libraries mark modules "use client", which means nothing here.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
  // The server puts a fresh value in its place at each answer, for the few
  // styles that the component library writes by script.
  html: app === "admin" ? { cspNonce: "CSP_NONCE" } : {},
  server: {
    // The server checks Origin, so a call must seem to come from its own page.
    proxy: {
      "/graphql": { target: server, ws: true, headers: { origin: server } },
      "/logo": { target: server },
    },
  },
}));
