import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { fresh, putOnFile } from "./hands";
import {
  base,
  expectAccessible,
  expectErrors,
  openWindow,
  people,
  picture,
  settled,
  signIn,
  type Person,
} from "./stage";

const says = (page: Page, text: string | RegExp) =>
  page.getByText(text).first().waitFor();
const press = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: true }).click();
const choose = (page: Page, period: string) =>
  page.getByText(period, { exact: true }).click();
const params = (page: Page) =>
  Object.fromEntries(new URL(page.url()).searchParams);

async function open(person: Person, path = "/admin/billing"): Promise<Page> {
  const page = await openWindow();
  await signIn(page, person, path);
  await page.getByRole("heading", { level: 1, name: "Billing" }).waitFor();
  await settled(page);
  return page;
}

describe("an owner", () => {
  test("chooses the days; what is refused is said beside its field", async () => {
    const page = await open(people.communityOwner);
    await page
      .getByRole("navigation", { name: "Main" })
      .getByRole("link", { name: "Billing" })
      .waitFor();
    await choose(page, "Last month");
    await expect.poll(() => params(page)).toEqual({ period: "last" });
    await choose(page, "Own range");
    const first = page.getByLabel("First day");
    const last = page.getByLabel("Last day");
    const end = await last.inputValue();
    expect(await first.inputValue()).toBe(`${end.slice(0, 8)}01`);

    await first.fill(end);
    await last.fill(`${end.slice(0, 8)}01`);
    await press(page, "Show");
    await says(page, /The first day may not come after the last/);
    expect(await first.getAttribute("aria-invalid")).toBe("true");
    expect(await first.inputValue()).toBe(end);
    await expectAccessible(page);

    await last.fill("2999-01-01");
    await press(page, "Show");
    await says(page, /The last day may not come after today/);
    expect(await last.getAttribute("aria-invalid")).toBe("true");
    await first.fill("");
    await press(page, "Show");
    await says(page, "Choose the first day.");

    await first.fill(`${end.slice(0, 8)}01`);
    await last.fill(end);
    await press(page, "Show");
    await page.getByRole("heading", { name: "What counts and why" }).waitFor();
    await page.reload();
    await settled(page);
    expect(await last.inputValue()).toBe(end);
  });

  test("of households reads which counted, and takes it along", async () => {
    const page = await open(people.communityOwner);
    await says(page, "Registered households");
    await page
      .getByRole("heading", { name: "Households that counted" })
      .waitFor();
    await says(page, /A household with an open invitation/);
    await says(page, ": does not count");
    const path = await page
      .getByRole("link", { name: "Download CSV" })
      .getAttribute("href");
    const csv = await page.evaluate(async (path) => {
      const answer = await fetch(path);
      return { status: answer.status, text: await answer.text() };
    }, path!);
    expect(csv.status).toBe(200);
    expect(csv.text.split("\n").length).toBeGreaterThan(5);
    await expectAccessible(page);
  });

  test("of seats reads them in front, and a client on file takes one", async () => {
    const page = await open(people.gymOwner);
    const terms = () => page.locator("dt").allInnerTexts();
    expect(await terms()).toEqual([
      "Billed now",
      "Most in these days",
      "Seats by client type",
      "Registered households",
    ]);
    expect(
      await page.getByRole("heading", { name: /that counted/ }).count(),
    ).toBe(0);
    const now = async () =>
      Number(
        (await page.locator("dd").first().innerText())
          .split("\n")[0]!
          .replace(/\D/g, ""),
      );
    const before = await now();
    await putOnFile(page, [{ email: `${fresh("seat")}@clients.example` }]);
    await page.reload();
    await expect.poll(now).toBe(before + 1);
    await page.getByRole("listbox").getByRole("option").last().focus();
    await page.keyboard.press("ArrowLeft");
    await expectAccessible(page);
  });

  test.each([
    [390, "light"],
    [390, "dark"],
    [1440, "dark"],
  ] as const)("at %i px in %s", async (width, colorScheme) => {
    const page = await openWindow({
      colorScheme,
      viewport: { width, height: 900 },
    });
    await signIn(page, people.communityOwner, "/admin/billing");
    await page.getByRole("heading", { level: 1, name: "Billing" }).waitFor();
    await expectAccessible(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - innerWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await picture(page, `billing ${width} ${colorScheme}`);
  });
});

test("a leader is not led there, and is refused", async () => {
  const page = await open(people.communityLeader);
  await says(page, "You may not see what is billed");
  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: "Contacts" })
    .waitFor();
  expect(await page.getByRole("link", { name: "Billing" }).count()).toBe(0);
  await expectAccessible(page);
  expectErrors(page, /403 .*billing\.csv/);
  const refused = await page.evaluate(async (url) => {
    const answer = await fetch(url);
    return answer.status;
  }, `${base}/billing.csv`);
  expect(refused).toBe(403);
});
