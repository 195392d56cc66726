import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { fresh, holdInvitations, putOnFile, type Somebody } from "./hands";
import { base, expectAccessible, openWindow, people, signIn } from "./stage";

// Nothing leaves meanwhile, so that what is sent can be taken back.
holdInvitations(people.coach);

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

const says = (page: Page | Locator, text: string | RegExp) =>
  page.getByText(text).first().waitFor();
const press = (page: Page | Locator, name: string | RegExp) =>
  page.getByRole("button", { name, exact: true }).click();
const row = (page: Page, name: string) =>
  page.getByRole("row", { name, exact: true });
const select = (page: Page, name: string) =>
  page.getByLabel(`Select ${name}`, { exact: true });
const bar = (page: Page) =>
  page.getByRole("region", { name: "Selected contacts" });

describe("the dialog", () => {
  test("shows what is typed as it will arrive, and refuses a link beside it", async () => {
    const who = fresh("look");
    const name = `Lou ${who}`;
    const page = await openContacts(who, [
      { name, email: `${who}@clients.example`, phone: "+4915112345679" },
    ]);
    await press(page, `Invite ${name}`);
    const dialog = page.getByRole("dialog", { name: `Invite ${name}` });
    await says(dialog, /Text message to \+49/);
    await expectAccessible(page);

    const mail = dialog.frameLocator("iframe").locator("body");
    const subject = dialog.getByRole("textbox", { name: "Subject" });
    const body = dialog.getByRole("textbox", { name: "Message" });
    await subject.fill("A seat for {{name}}");
    await body.fill("These are words of my own.");
    await dialog.getByRole("textbox", { name: "Button" }).fill("Let me in");
    await dialog.getByTitle(`Email: A seat for ${name}`).waitFor();
    await mail.getByText("These are words of my own.").first().waitFor();
    await mail.getByText("Let me in").first().waitFor();
    await body.press("End");
    await press(dialog, /^Name: insert/);
    await expect.poll(() => body.inputValue()).toMatch(/own\.\{\{name\}\}$/);

    await dialog.getByLabel("Email only").check();
    await dialog.getByText(/Text message to/).waitFor({ state: "detached" });
    await dialog.getByLabel("Email and text message").check();
    await says(dialog, /Text message to \+49/);

    await body.fill("Look at https://elsewhere.example");
    await says(dialog, /may not contain links/);
    expect(await body.getAttribute("aria-invalid")).toBe("true");
    await says(dialog, "Mend the text first.");
    expect(
      await dialog
        .getByRole("button", { name: "Queue 1 invitation" })
        .isDisabled(),
    ).toBe(true);
    // What could be shown last is still there, marked as not what is typed.
    expect(await mail.innerText()).toContain("These are words of my own.");
    await expect
      .poll(() =>
        dialog
          .getByRole("group", { name: "Messages" })
          .getAttribute("aria-busy"),
      )
      .toBe("true");
    await expectAccessible(page);

    // Closing asks, and staying keeps.
    await page.keyboard.press("Escape");
    const question = page.getByRole("dialog", { name: "Discard your text?" });
    await question.waitFor();
    await expectAccessible(page);
    await press(question, "Keep writing");
    await question.waitFor({ state: "detached" });
    expect(await body.inputValue()).toContain("elsewhere");
    await press(dialog, "Cancel");
    await press(question, "Discard");
    await dialog.waitFor({ state: "detached" });
    await row(page, name).locator("[data-status=NOT_INVITED]").waitFor();
  });

  test("says who is skipped and why; what is sent can be taken back", async () => {
    const who = fresh("skip");
    const good = `Robin Good ${who}`;
    const offline = `Robin Offline ${who}`;
    const page = await openWindow();
    await signIn(page, people.coach, "/admin/invite");
    await putOnFile(page, [{ name: good, email: `${who}@clients.example` }]);
    await putOnFile(
      page,
      [{ name: offline, email: `${who}-off@clients.example` }],
      { clientType: "OFFLINE" },
    );
    // A list that is behind: what it offers is not possible any more.
    await page.route("**/graphql", async (route) => {
      if (!route.request().postData()?.includes('"ContactsPage"'))
        return route.continue();
      const answer = await route.fetch();
      const text = await answer.text();
      await route.fulfill({
        response: answer,
        body: text
          .replaceAll('"status":"REGISTERED"', '"status":"NOT_INVITED"')
          .replaceAll('"key":"OFFLINE"', '"key":"FULL_ACCESS"'),
      });
    });
    await page.goto(`${base}/admin/contacts?q=robin`);
    for (const name of [good, offline, "Robin Adler"])
      await select(page, name).check();
    await press(bar(page), "Invite 3 of the contacts");
    const dialog = page.getByRole("dialog", { name: "Invite" });
    const plan = dialog.getByRole("region", { name: "What will happen" });
    await says(plan, /1\s*of 3/);
    await plan.getByText("1 skipped: Joined already").click();
    await plan.getByRole("link", { name: "Robin Adler" }).waitFor();
    await plan
      .getByText("1 skipped: Offline clients are never invited")
      .click();
    await plan.getByRole("link", { name: offline }).waitFor();
    await expectAccessible(page);

    const send = dialog.getByRole("button", { name: "Queue 1 invitation" });
    await dialog.getByLabel("Text message only").check();
    await says(plan, "1 skipped: No address for the chosen channels");
    await says(dialog, "Nobody would be sent to: see above why.");
    expect(
      await dialog.getByRole("button", { name: /^Queue/ }).isDisabled(),
    ).toBe(true);
    await dialog.getByLabel("Email and text message").check();
    await send.click();
    await says(page, "1 invitation waits to leave, 2 skipped.");
    await expectAccessible(page);
    await press(page, "Undo");
    await says(page, "1 invitation was taken back before it left.");
  });
});

describe("a row", () => {
  test("the paper plane sends again what has left", async () => {
    const page = await openContacts("vera@mail.example");
    await row(page, "Vera Costa").locator("[data-status=PENDING]").waitFor();
    await press(page, "Resend to Vera Costa");
    const dialog = page.getByRole("dialog", { name: "Send again Vera Costa" });
    await dialog.getByTitle(/^Email: /).waitFor();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Send again to 1" }).click();
    await says(page, "1 invitation waits to leave.");
    await press(page, "Undo");
    await says(page, "1 invitation was taken back before it left.");
    await row(page, "Vera Costa").locator("[data-status=PENDING]").waitFor();
  });

  test("its menu sends unedited, and revokes after a question", async () => {
    const who = fresh("menu");
    const name = `Mo ${who}`;
    const page = await openContacts(who, [
      { name, email: `${who}@clients.example` },
    ]);
    const item = async (of: string | RegExp) => {
      await press(page, `More for ${name}`);
      const menu = page.getByRole("menu", { name: `More for ${name}` });
      await menu.waitFor();
      return menu.getByRole("menuitem", { name: of });
    };
    const status = (is: string) =>
      row(page, name).locator(`[data-status=${is}]`).waitFor();

    const unedited = await item("Invite unedited");
    await expectAccessible(page);
    await unedited.click();
    await says(page, `The invitation to ${name} waits for its turn.`);
    await status("QUEUED");
    await press(page, "Undo");
    await says(page, "1 invitation was taken back before it left.");
    await status("NOT_INVITED");

    await (await item("Invite unedited")).click();
    await status("QUEUED");
    await (await item("Revoke invitation…")).click();
    const question = page.getByRole("dialog", { name: /^Revoke/ });
    await question.waitFor();
    await expectAccessible(page);
    await press(question, "Keep as it is");
    await question.waitFor({ state: "detached" });
    await status("QUEUED");
    await (await item("Revoke invitation…")).click();
    await press(question, "Revoke");
    await says(page, `The invitation of ${name} is revoked.`);
    await status("REVOKED");
  });
});

describe("many", () => {
  test("several, a range, all that match", async () => {
    const who = fresh("bulk");
    const names = [1, 2, 3, 4, 5, 6].map((n) => `${who} Bo ${n}`);
    const page = await openContacts(
      who,
      names.map((name, n) => ({ name, email: `${who}-${n}@clients.example` })),
    );
    await press(page, "Name");
    await row(page, names[0]!).waitFor();
    const order = await page
      .getByRole("row")
      .evaluateAll((rows) => rows.flatMap((row) => row.ariaLabel ?? []));
    await select(page, order[0]!).click();
    await says(bar(page), "1 selected");
    await select(page, order[3]!).click({ modifiers: ["Shift"] });
    await says(bar(page), "4 selected");
    await select(page, order[1]!).click();
    await says(bar(page), "3 selected");
    await expectAccessible(page);
    await press(bar(page), /^Select all 6/);
    await says(bar(page), "6 selected");
    await press(bar(page), "Clear");
    await bar(page).waitFor({ state: "detached" });

    await select(page, order[5]!).click();
    await press(bar(page), /^Select all 6/);
    await press(bar(page), "Invite 6 of the contacts");
    const dialog = page.getByRole("dialog", { name: "Invite" });
    await dialog.getByRole("combobox", { name: "Look at it as" }).click();
    await page.getByRole("option", { name: names[4]! }).click();
    await says(dialog, `${who}-4@clients.example`);
    await dialog.getByRole("button", { name: "Queue 6 invitations" }).click();
    await says(page, "6 invitations wait to leave.");
    await expect
      .poll(() => page.locator("[role=row] [data-status=QUEUED]").count())
      .toBe(6);
    await press(page, "Undo");
    await says(page, "6 invitations were taken back before they left.");
    await expect
      .poll(() => page.locator("[role=row] [data-status=NOT_INVITED]").count())
      .toBe(6);
  });

  test("more than one call takes is said, and the first of them offered", async () => {
    const who = fresh("over");
    const page = await openContacts(
      who,
      Array.from({ length: 201 }, (_, n) => ({
        name: `${who} ${n}`,
        email: `${who}-${n}@clients.example`,
      })),
    );
    await page.getByLabel(`Select ${who}`).first().click();
    await press(bar(page), /^Select all 201/);
    await says(bar(page), "201 selected");
    await says(bar(page), "200 at a time: choose fewer.");
    const invite = bar(page).getByRole("button", { name: /^Invite/ });
    expect(await invite.isDisabled()).toBe(true);
    await expectAccessible(page);
    await press(bar(page), "Choose the first 200");
    await says(bar(page), "200 selected");
    expect(await invite.isDisabled()).toBe(false);
    expect(await invite.innerText()).toContain("200");
  });
});
