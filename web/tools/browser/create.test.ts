import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { ask, fresh, holdInvitations, paste } from "./hands";
import {
  base,
  expectAccessible,
  expectErrors,
  openWindow,
  people,
  settled,
  signIn,
} from "./stage";

holdInvitations(people.coach);

/** Opens the page as the coach, whose policy invites by itself. */
async function openCreate(query = ""): Promise<Page> {
  const page = await openWindow();
  await signIn(page, people.coach, `/admin/create${query}`);
  await box(page).waitFor();
  return page;
}

const box = (page: Page) =>
  page.getByLabel("Email addresses and phone numbers");
const chips = (page: Page) =>
  page.getByRole("list", { name: "Entries" }).getByRole("listitem");
const chip = (page: Page, text: string) =>
  chips(page).filter({ hasText: text });
const says = (page: Page, text: string | RegExp) =>
  page.getByText(text).first().waitFor();
const press = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: true }).click();
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.textContent ?? "");
const submit = (page: Page) =>
  page.getByRole("button", { name: /^Create( and invite)?( \d+|$|,)/ });

async function add(page: Page, text: string): Promise<void> {
  await box(page).click();
  await paste(page, text);
}

/** How many are on file under a word. */
async function onFile(page: Page, search: string): Promise<number> {
  const { contacts } = await ask(
    page,
    `query($search: String) { contacts(filter: {search: $search}) { totalCount { value } } }`,
    { search },
  );
  return contacts.totalCount.value;
}

describe("a pasted list", () => {
  test("mistakes are red with their reason, and mended where they stand", async () => {
    const page = await openCreate();
    const who = fresh("mend");
    await add(
      page,
      `${who}@clients.example, jane@@example.com, ${who}@gmial.com, vera@mail.example ${who}@clients.example\nno-at-sign.example.com`,
    );
    await says(page, "6 of 200");
    await says(
      page,
      /2 entries need attention · 1 may be mistyped · 2 on file/,
    );
    await expectAccessible(page);

    const bad = page.locator("[data-standing=bad]");
    expect(await bad.count()).toBe(2);
    const color = (text: string) =>
      chip(page, text)
        .first()
        .evaluate((item) => getComputedStyle(item).color);
    expect(await color("jane@@")).not.toBe(await color("vera@"));
    for (const text of ["jane@@example.com", "no-at-sign.example.com"])
      expect(await chip(page, text).innerText()).toMatch(/[a-z]{3,} [a-z]+/i);
    await chip(page, "vera@mail.example")
      .getByRole("link", { name: "on file already" })
      .waitFor();
    await chip(page, `${who}@clients.example`)
      .filter({ hasText: "stands twice" })
      .waitFor();

    // Submitting, and the button, lead from one problem to the next.
    await says(page, "2 entries need attention first.");
    await submit(page).click();
    await expect.poll(() => focused(page)).toContain("jane@@");
    await press(page, "Next problem");
    await expect.poll(() => focused(page)).toContain(`${who}@gmial.com`);
    await press(page, "Next problem");
    await expect.poll(() => focused(page)).toContain("no-at-sign");
    await press(page, "Next problem");
    await expect.poll(() => focused(page)).toContain("jane@@");

    // Enter opens an entry, Escape leaves it as it was, Enter keeps.
    const editor = page.getByLabel("Edit jane@@example.com");
    await page.keyboard.press("Enter");
    await editor.fill("nothing@kept.example");
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await chip(page, "jane@@example.com").waitFor();
    await page.keyboard.press("F2");
    await editor.fill(`${who}-jane@clients.example`);
    await page.keyboard.press("Enter");
    await expect
      .poll(() => chip(page, `${who}-jane@`).getAttribute("data-standing"))
      .toBe("good");

    await press(page, `Did you mean ${who}@gmail.com?`);
    await chip(page, `${who}@gmail.com`).waitFor();
    await press(page, "Remove no-at-sign.example.com");
    await expect.poll(() => bad.count()).toBe(0);
    await says(page, "5 of 200");
    expect(await page.getByText("need attention").count()).toBe(0);
    await expectAccessible(page);

    // What is bad can go at once, and come back.
    await add(page, "x@nodot a@@b");
    await press(page, "Remove these 2");
    await says(page, "2 removed.");
    expect(await chips(page).count()).toBe(5);
    await press(page, "Undo");
    await expect.poll(() => chips(page).count()).toBe(7);
  });

  test("more than one call takes are counted, and set aside", async () => {
    const page = await openCreate();
    const who = fresh("many");
    const list = Array.from({ length: 203 }, (_, n) => `${who}-${n}@m.example`);
    await add(page, list.join("\n"));
    await says(page, "203 of 200");
    await says(page, "these are 3 entries too many");
    await says(page, "At most 200 at once.");
    expect(await submit(page).isDisabled()).toBe(true);
    await expectAccessible(page);

    await press(page, "Set 3 aside for the next list");
    await says(page, "200 of 200");
    expect(await submit(page).isDisabled()).toBe(false);
    await press(page, "Bring them back");
    await says(page, "203 of 200");
    await press(page, "Set 3 aside for the next list");
    await page.reload();
    await says(page, "3 entries are set aside for the next list.");
    expect(await chips(page).count()).toBe(200);

    await press(page, "Start over");
    await says(page, "The list is empty.");
    expect(await chips(page).count()).toBe(0);
    await press(page, "Undo");
    await says(page, "200 of 200");
    await page.getByLabel("Create, invite later").check();
    await press(page, "Create 200, invite later");
    await page
      .getByRole("heading", { name: "200 people are on file now" })
      .waitFor({ timeout: 30_000 });
    await press(page, "Go on with the 3 set aside");
    await says(page, "3 of 200");
    await chip(page, `${who}-202@m.example`).waitFor();
  });
});

test("what was typed and chosen is there after a reload and a look elsewhere", async () => {
  const page = await openCreate();
  const who = fresh("draft");
  await add(page, `Bo Lee <${who}@clients.example>`);
  await page.getByLabel("Offline", { exact: false }).first().check();
  await page.getByLabel("Create, invite later").check();
  await box(page).fill("half-typed@");
  const stands = async () => {
    await chip(page, `Bo Lee ${who}@clients.example`).waitFor();
    expect(await box(page).inputValue()).toBe("half-typed@");
    expect(await page.getByLabel("Create, invite later").isChecked()).toBe(
      true,
    );
    expect(new URL(page.url()).searchParams.get("type")).toBe("OFFLINE");
  };
  await page.reload();
  await stands();
  await page.goto(`${base}/admin/contacts`);
  await settled(page);
  await page.goto(`${base}/admin/create`);
  await chip(page, `Bo Lee ${who}@clients.example`).waitFor();
});

describe("a submit that is refused", () => {
  test("for a lost answer keeps everything; again, it is done once", async () => {
    const page = await openCreate();
    const who = fresh("once");
    // The server does it, but its answer does not arrive.
    expectErrors(page, /ERR_FAILED/);
    let lost = 0;
    await page.route("**/graphql", async (route) => {
      if (!route.request().postData()?.includes('"CreateContacts"'))
        return route.continue();
      if (lost++ > 0) return route.continue();
      await route.fetch();
      await route.abort();
    });
    await add(page, `${who}-a@clients.example ${who}-b@clients.example`);
    await page.getByLabel("Create, invite later").check();
    await press(page, "Create 2, invite later");
    await says(page, "No answer arrived. Try again: nothing is done twice.");
    await chip(page, `${who}-b@clients.example`).waitFor();
    expect(await page.getByLabel("Create, invite later").isChecked()).toBe(
      true,
    );
    await expectAccessible(page);
    await press(page, /^Create 2, invite later$/);
    await page
      .getByRole("heading", { name: "2 people are on file now" })
      .waitFor();
    expect(lost).toBe(2);
    expect(await page.getByText("skipped").count()).toBe(0);
    expect(await onFile(page, who)).toBe(2);
  });

  test("for a text of the invitation says so beside it", async () => {
    const page = await openCreate();
    const who = fresh("text");
    await add(page, `${who}@clients.example`);
    await page.getByLabel("Create and invite now").check();
    await press(page, "Edit the invitation’s text");
    const body = page.getByRole("textbox", { name: "Message" });
    await body.fill("Come in: https://elsewhere.example");
    await press(page, "Create and invite 1");
    await says(page, /may not contain links/);
    await expect.poll(() => body.getAttribute("aria-invalid")).toBe("true");
    await chip(page, `${who}@clients.example`).waitFor();
    await expectAccessible(page);
    await body.fill("Come in, {{name}}.");
    await press(page, "Create and invite 1");
    await page
      .getByRole("heading", { name: "1 person is on file now" })
      .waitFor();
  });
});

describe("what to do about inviting", () => {
  test.each([
    ["Create", "by the type, as the policy says"],
    ["Create and invite now", "now"],
  ])("%s: %s, until it is undone", async (choice) => {
    const page = await openCreate();
    const who = fresh("invite");
    await add(
      page,
      `${who}-a@clients.example ${who}-b@clients.example vera@mail.example`,
    );
    await says(page, "1 on file already");
    await page.getByRole("radio", { name: choice, exact: true }).check();
    await says(page, "2 invitations are queued; all have left by about");
    await press(page, "Create and invite 2");
    await page
      .getByRole("heading", { name: "2 people are on file now" })
      .waitFor();
    await says(page, "2 invitations wait to leave");
    await says(page, "1 was skipped");
    await page.getByRole("link", { name: "Vera Costa" }).waitFor();
    await expectAccessible(page);
    await press(page, "Undo the invitations");
    await says(page, "2 of 2 invitations were taken back before they left.");
  });

  test("later: nobody is invited", async () => {
    const page = await openCreate();
    const who = fresh("later");
    await add(page, `${who}@clients.example`);
    await page.getByLabel("Create, invite later").check();
    await press(page, "Create 1, invite later");
    await page
      .getByRole("heading", { name: "1 person is on file now" })
      .waitFor();
    expect(await page.getByText("wait to leave").count()).toBe(0);
    await page.goto(`${base}/admin/contacts?q=${who}`);
    await page.locator("[data-status=NOT_INVITED]").waitFor();
  });

  test("offline clients cannot be invited", async () => {
    const page = await openCreate();
    const who = fresh("offline");
    await add(page, `${who}@clients.example`);
    await page.getByLabel("Create and invite now").check();
    await page.getByRole("radio", { name: /Offline/ }).check();
    const now = page.getByRole("radio", { name: "Create and invite now" });
    expect(await now.isDisabled()).toBe(true);
    expect(await now.isChecked()).toBe(false);
    await says(page, "Not possible: offline clients cannot sign in.");
    await says(page, "Offline clients are never invited: nobody is.");
    await expectAccessible(page);
    await press(page, "Create 1");
    await page
      .getByRole("heading", { name: "1 person is on file now" })
      .waitFor();
    expect(await page.getByText("wait to leave").count()).toBe(0);
  });
});
