import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { fresh, putOnFile, type Somebody } from "./hands";
import {
  base,
  expectAccessible,
  openWindow,
  people,
  settled,
  signIn,
} from "./stage";

/** Opens the coach's contacts that match, with some more put on file before. */
async function openContacts(
  search: string,
  contacts: Somebody[] = [],
): Promise<Page> {
  const page = await openWindow();
  await signIn(page, people.coach, "/admin/invite");
  for (let n = 0; n < contacts.length; n += 200)
    await putOnFile(page, contacts.slice(n, n + 200));
  await page.goto(`${base}/admin/contacts?q=${encodeURIComponent(search)}`);
  await says(page, /\d found$/);
  return page;
}

const says = (page: Page, text: string | RegExp) =>
  page.getByText(text).first().waitFor();
const found = (page: Page, count: string) =>
  page.getByText(`${count} found`, { exact: true }).waitFor();
const press = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: true }).click();
const rows = (page: Page) => page.locator("tr[data-index]");
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.ariaLabel ?? "");
const address = (page: Page) => new URL(page.url()).searchParams;
const names = (page: Page) =>
  rows(page).evaluateAll((rows) => rows.map((row) => row.ariaLabel));

/** Three people of one word, in the order of their names. */
const three = (who: string) =>
  ["Ann", "Ben", "Cid"].map((name) => ({
    name: `${name} ${who}`,
    email: `${name.toLowerCase()}-${who}@clients.example`,
  }));

describe("finding", () => {
  test("as one types; what is looked at stands in the address", async () => {
    const who = fresh("find");
    const page = await openContacts("", three(who));
    const search = page.getByRole("searchbox");
    await search.pressSequentially(`ben ${who}`);
    await found(page, "1");
    expect(await names(page)).toEqual([`Ben ${who}`]);
    expect(address(page).get("q")).toBe(`ben ${who}`);
    await page.reload();
    await found(page, "1");
    expect(await search.inputValue()).toBe(`ben ${who}`);

    await search.fill(`${who} nobody`);
    await says(page, "Nobody matches");
    await settled(page);
    await expectAccessible(page);
    await press(page, "Show all contacts");
    await expect.poll(() => rows(page).count()).toBeGreaterThan(3);
    expect(await search.inputValue()).toBe("");
  });

  test("by views with their counts, and by what stands on file", async () => {
    const page = await openContacts("");
    const views = page.getByRole("navigation", { name: "Views" });
    const registered = views.getByRole("button", { name: /^Registered \d/ });
    await registered.click();
    await expect
      .poll(() => registered.getAttribute("aria-current"))
      .toBe("true");
    const count = /\d+/.exec(await registered.innerText())![0];
    await found(page, count);
    await expect
      .poll(() => page.locator("tr [data-status=REGISTERED]").count())
      .toBe(Number(count));

    await press(page, "Filter");
    const stages = page.getByRole("combobox", { name: "Stage" });
    await stages.click();
    await page.getByRole("option").first().waitFor();
    await expectAccessible(page);
    await page.getByRole("option", { name: "Prospect" }).click();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.url()).toMatch(/stage.*PROSPECT/);
    const there = page.url();
    const pill = page.getByRole("button", {
      name: "Remove the filter Stage: Prospect",
    });
    await pill.waitFor();
    await page.reload();
    await pill.waitFor();
    expect(page.url()).toBe(there);
    await page.goBack();
    await pill.waitFor({ state: "detached" });
    await found(page, count);
    await page.goForward();
    await pill.click();
    await pill.waitFor({ state: "detached" });
  });

  test("a view of one's own is kept, and removed", async () => {
    const who = fresh("view");
    const page = await openContacts(who, three(who));
    await press(page, "Save as a view");
    await page.getByLabel("Name of the view").fill("Those three");
    await expectAccessible(page);
    await page.keyboard.press("Enter");
    const view = page.getByRole("button", { name: "Those three 3" });
    await view.waitFor();
    await page.goto(`${base}/admin/contacts`);
    await view.click();
    await found(page, "3");
    expect(address(page).get("q")).toBe(who);
    await expectAccessible(page);
    await press(page, "Remove the view Those three");
    await view.waitFor({ state: "detached" });
    await press(page, "Undo");
    await view.waitFor();
  });
});

describe("the table", () => {
  test("is walked with the keyboard", async () => {
    const who = fresh("keys");
    const page = await openContacts(who, three(who));
    await expect
      .poll(() => names(page))
      .toEqual([`Ann ${who}`, `Ben ${who}`, `Cid ${who}`]);
    await rows(page).first().focus();
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => focused(page)).toBe(`Ben ${who}`);
    await page.keyboard.press("Space");
    await says(page, "1 selected");
    await page.keyboard.press("Shift+ArrowDown");
    await says(page, "2 selected");
    await expect.poll(() => focused(page)).toBe(`Cid ${who}`);
    await page.keyboard.press("Home");
    await expect.poll(() => focused(page)).toBe(`Ann ${who}`);
    await page.keyboard.press("End");
    await expect.poll(() => focused(page)).toBe(`Cid ${who}`);
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => focused(page)).toBe(`Select Cid ${who}`);
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: `Cid ${who}` }).waitFor();
  });

  test("is sorted, and says how", async () => {
    const who = fresh("sort");
    const page = await openContacts(who, three(who));
    const sorted = (column: string) =>
      page
        .getByRole("columnheader", { name: column })
        .getAttribute("aria-sort");
    const order = ["Ann", "Ben", "Cid"].map((name) => `${name} ${who}`);
    await expect.poll(() => sorted("Name")).toBe("ascending");
    await expect.poll(() => names(page)).toEqual(order);
    await press(page, "Name");
    await expect.poll(() => sorted("Name")).toBe("descending");
    await expect.poll(() => names(page)).toEqual(order.toReversed());
    await page.reload();
    await expect.poll(() => names(page)).toEqual(order.toReversed());
    expect(await sorted("Name")).toBe("descending");
    await press(page, "Created");
    await expect.poll(() => sorted("Created")).toBe("ascending");
    expect(await sorted("Name")).toBe("none");
  });

  test(
    "draws only what is in sight, to the last of many",
    { timeout: 120_000 },
    async () => {
      const who = fresh("long");
      const number = (n: number) => String(n).padStart(4, "0");
      const page = await openContacts(
        who,
        Array.from({ length: 1000 }, (_, n) => ({
          name: `${who} ${number(n + 1)}`,
          email: `${who}-${n + 1}@clients.example`,
        })),
      );
      await found(page, "1,000");
      await says(page, "100 of 1,000 loaded");
      const last = rows(page).filter({ hasText: `${who} 1000` });
      let most = 0;
      await expect
        .poll(
          async () => {
            await page.mouse.wheel(0, 3000);
            most = Math.max(most, await rows(page).count());
            return last.count();
          },
          { timeout: 60_000, interval: 50 },
        )
        .toBe(1);
      most = Math.max(most, await rows(page).count());
      expect(most).toBeLessThanOrEqual(80);
      expect(await last.getAttribute("aria-rowindex")).toBe("1001");
      expect(await page.getByRole("grid").getAttribute("aria-rowcount")).toBe(
        "1001",
      );
      await expectAccessible(page);
    },
  );
});

describe("a contact's page", () => {
  test("refuses beside the field, and shows what was changed", async () => {
    const who = fresh("page");
    const [ann] = three(who);
    const page = await openContacts(who, three(who));
    await page.getByRole("link", { name: ann!.name }).click();
    await says(page, "Nothing was sent yet.");
    await expectAccessible(page);
    await press(page, "Edit");
    const email = page.getByLabel("Email", { exact: true });
    for (const [typed, why] of [
      ["ann@", /after the @ is missing/],
      [`ben-${who}@clients.example`, /already|taken|another/i],
    ] as const) {
      await email.fill(typed);
      await press(page, "Save");
      const message = async () =>
        page
          .locator(`#${await email.getAttribute("id")}-error`)
          .innerText({ timeout: 1000 })
          .catch(() => "");
      await expect.poll(message).toMatch(why);
      expect(await email.inputValue()).toBe(typed);
      expect(await email.evaluate((e) => e === document.activeElement)).toBe(
        true,
      );
      await expectAccessible(page);
    }
    await email.fill(ann!.email);
    await page.getByLabel("Name", { exact: true }).fill(`Anna ${who}`);
    await press(page, "Save");
    await says(page, "The contact is changed.");
    await page
      .getByRole("heading", { level: 1, name: `Anna ${who}` })
      .waitFor();
  });

  test("shows every message, and what happened", async () => {
    const page = await openContacts("vera@mail.example");
    await page.getByRole("link", { name: "Vera Costa" }).click();
    await page.getByRole("heading", { name: "Messages" }).waitFor();
    const item = page.getByRole("listitem");
    await item.filter({ hasText: "vera@mail.example" }).first().waitFor();
    await item.filter({ hasText: "Tomo Ito" }).first().waitFor();
    await expectAccessible(page);
  });

  test("of nobody says so", async () => {
    const page = await openWindow();
    await signIn(page, people.coach, "/admin/contacts/none-of-ours");
    await says(page, "Nobody is on file at this address");
    await expectAccessible(page);
    await page.getByRole("link", { name: "Go to contacts" }).click();
    await expect.poll(() => rows(page).count()).toBeGreaterThan(0);
  });
});

test("a trainer of the gym is offered no inviting", async () => {
  const page = await openWindow();
  await signIn(page, people.gymTrainer, "/admin/contacts");
  await rows(page).first().waitFor();
  await expectAccessible(page);
  // The views have names like "Invite Sent" too.
  const offers = page
    .getByRole("main")
    .getByRole("button", { name: /^(Invite|Resend) .*[^\d]$/ });
  expect(await offers.count()).toBe(0);
  await page.getByRole("link", { name: "Talia Stone" }).click();
  await page.getByRole("heading", { level: 1, name: "Talia Stone" }).waitFor();
  await settled(page);
  const buttons = page.getByRole("main").getByRole("button");
  expect((await buttons.allInnerTexts()).join()).not.toMatch(/Invite|Resend/);
});
