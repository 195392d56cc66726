import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
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
          fileParallelism: false,
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
