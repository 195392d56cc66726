import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Walks wait more than they work, so that three files of them go side by side: none may
    // need the demo data for itself, but for what it puts there.
    maxWorkers: 3,
    projects: [
      {
        test: {
          name: "unit",
          root: "..",
          include: [
            "admin/**/*.test.ts",
            "playground/**/*.test.ts",
            "tools/unit/**/*.test.ts",
          ],
        },
      },
      {
        test: {
          name: "browser",
          include: ["browser/**/*.test.ts"],
          // All of them drive one running Usher, whose address e2e/screens_test.go hands over.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { concurrent: false },
        },
      },
      {
        test: { name: "pictures", include: ["pictures/**/*.test.ts"] },
      },
    ],
  },
});
