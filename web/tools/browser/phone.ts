import type { Page } from "playwright-core";
import { expect } from "vitest";
import { expectAccessible, expectErrors, openWindow } from "./stage";

/** Opens a phone; refusals of forms are errors to a browser's log. */
export async function openPhone(url: string): Promise<Page> {
  const page = await openWindow({
    viewport: { width: 390, height: 780 },
    hasTouch: true,
    colorScheme: "light",
  });
  expectErrors(page, /status of 4\d\d/);
  await page.goto(url);
  return page;
}

/** Waits for a page by its title, and looks at it in both colors. */
export async function stands(page: Page, title: string): Promise<void> {
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  const grounds: string[] = [];
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
    grounds.push(
      await page.evaluate(
        () => getComputedStyle(document.body).backgroundColor,
      ),
    );
  }
  expect(grounds[0], "dark looks like light").not.toBe(grounds[1]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - innerWidth,
  );
  expect(overflow, `${title} is wider than a phone`).toBeLessThanOrEqual(0);
}

/** Presses the first button of that name. */
export const press = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name }).first().click();
/** Waits for a text. */
export const says = (page: Page, text: string | RegExp) =>
  page.getByText(text).first().waitFor();
