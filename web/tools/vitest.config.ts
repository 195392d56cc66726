import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Begins with the walk that takes longest, so that it is not the one that all wait for at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const sorted = await super.sort(files);
    const long = (file: TestSpecification) =>
      Number(file.moduleId.endsWith("/browser/pages.test.ts"));
    return sorted.toSorted((a, b) => long(b) - long(a));
  }
}

export default defineConfig({
  test: {
    // Walks wait more than they work, so that two files of them go side by side: none may
    // need the demo data for itself, but for what it puts there.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
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
        },
      },
      {
        test: { name: "pictures", include: ["pictures/**/*.test.ts"] },
      },
    ],
  },
});
