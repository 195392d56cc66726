import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import {
  base,
  expectAccessible,
  openWindow,
  people,
  picture,
  settled,
  signIn,
} from "./stage";

/** Every page of the admin app, and its states that have an address. */
const pages = [
  "/admin/",
  "/admin/?days=7",
  "/admin/contacts",
  "/admin/contacts?q=nobody-is-called-so",
  "/admin/create",
  "/admin/create?with=addresses",
  "/admin/groups",
  "/admin/households",
  "/admin/households?q=nobody-lives-here",
  "/admin/households/suggestions",
  "/admin/passes",
  "/admin/billing",
  "/admin/billing?period=last",
  "/admin/invite",
  "/admin/sending",
  "/admin/settings/organization",
  "/admin/settings/policy",
  "/admin/settings/programs",
  "/admin/settings/locations",
  "/admin/settings/staff",
];

/** The widths of a phone, a tablet and a desk; the colors of dark need no more than one. */
test.each([
  [390, "light"],
  [768, "light"],
  [1440, "light"],
  [1440, "dark"],
] as const)(
  "every page at %i px in %s",
  { timeout: 180_000 },
  async (width, colorScheme) => {
    const page = await openWindow({
      colorScheme,
      viewport: { width, height: 900 },
    });
    await signIn(page, people.gymOwner);
    for (const path of pages) {
      await page.goto(base + path);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await settled(page);
      expect(await shiftOf(page), `${path} shifts`).toBeLessThan(0.1);
      await expectAccessible(page);
      expect(
        await overflowOf(page),
        `${path} is wider than its window`,
      ).toBeLessThanOrEqual(0);
      await picture(page, `${path} ${width} ${colorScheme}`);
    }
  },
);

const overflowOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** How much of the page moved by itself since it was loaded: below 0.1 is good, say the Web Vitals (CLS). */
async function shiftOf(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as LayoutShift[]) {
            if (!entry.hadRecentInput) sum += entry.value;
          }
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => done(sum), 100);
      }),
  );
}

interface LayoutShift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
}

test.each([
  [390, "light"],
  [1440, "dark"],
] as const)(
  "a household and a run of passes at %i px in %s",
  { timeout: 120_000 },
  async (width, colorScheme) => {
    const page = await openWindow({
      colorScheme,
      viewport: { width, height: 900 },
    });
    await signIn(page, people.communityLeader, "/admin/households");
    const look = async (name: string) => {
      await page.getByRole("heading", { level: 1, name }).waitFor();
      await settled(page);
      await expectAccessible(page);
      expect(
        await overflowOf(page),
        `${name} is wider than its window`,
      ).toBeLessThanOrEqual(0);
      await picture(page, `${name} ${width} ${colorScheme}`);
    };
    await look("Households");
    // Alone, for other walks make households at the same time, and rows move.
    await page.goto(`${base}/admin/households?q=3+Maple+Street`);
    await page.getByRole("link", { name: "3 Maple Street" }).click();
    await look("3 Maple Street");
    await page.goto(`${base}/admin/households/suggestions`);
    await look("Suggested households");
    await page.goto(`${base}/admin/passes`);
    await look("Access passes");
    await page.getByRole("link", { name: /Welcome letters/ }).click();
    await look("Run 1: Welcome letters, Elm Street");
  },
);

test("a lane, and who waits in it", async () => {
  const page = await openWindow();
  await signIn(page, people.gymOwner, "/admin/sending");
  await page
    .getByRole("link", { name: /Riverside/ })
    .first()
    .click();
  await page.getByRole("heading", { level: 1, name: /Riverside/ }).waitFor();
  await settled(page);
  await expectAccessible(page);
  await page.goto(`${base}/admin/sending/lanes/no-such-lane`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await settled(page);
  await expectAccessible(page);
});

test(
  "a trainer and a leader see no page fail",
  { timeout: 120_000 },
  async () => {
    for (const person of [people.gymTrainer, people.communityLeader]) {
      const page = await openWindow();
      await signIn(page, person);
      for (const path of pages) {
        await page.goto(base + path);
        await page.getByRole("heading", { level: 1 }).waitFor();
        await settled(page);
        expect(await page.getByText("This did not work").count(), path).toBe(0);
      }
    }
  },
);
