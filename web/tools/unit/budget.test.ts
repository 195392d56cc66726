import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

const dist = join(import.meta.dirname, "../../dist");

/** The size of a built file as it travels, in KB. */
function weight(path: string): number {
  return gzipSync(readFileSync(path)).length / 1024;
}

/** What the first page of an app asks for: its scripts and styles. */
function firstLoad(app: string): string[] {
  const page = readFileSync(join(dist, app, "index.html"), "utf8");
  const paths = [...page.matchAll(/(?:src|href)="\/[a-z]+\/(assets\/[^"]+)"/g)];
  expect(paths.length).toBeGreaterThan(1);
  return paths.map(([, path]) => join(dist, app, path!));
}

// Budgets leave a tenth to grow; whoever needs more raises them here, and says why.
test("the admin app's first load is at most 260 KB", () => {
  const total = firstLoad("admin").reduce((sum, path) => sum + weight(path), 0);
  expect(total).toBeLessThan(260);
});

test("no page of the admin app adds more than 60 KB", () => {
  const assets = join(dist, "admin/assets");
  const first = firstLoad("admin");
  for (const name of readdirSync(assets)) {
    const path = join(assets, name);
    if (!first.includes(path)) expect(weight(path), name).toBeLessThan(60);
  }
});
