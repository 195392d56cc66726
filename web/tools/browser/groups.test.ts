import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { ask, fresh, holdInvitations, putOnFile } from "./hands";
import {
  base,
  expectAccessible,
  openWindow,
  people,
  settled,
  signIn,
} from "./stage";

holdInvitations(people.communityOwner);

const says = (page: Page, text: string | RegExp) =>
  page.getByText(text).first().waitFor();
const press = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: true }).last().click();
const rows = (page: Page) => page.locator("tr[data-index]");
const found = (page: Page, count: number) =>
  page.getByText(`${count} found`, { exact: true }).last().waitFor();
const isFocused = (element: Element) => element === document.activeElement;

/** The leader of the community, at a path. */
async function open(path: string): Promise<Page> {
  const page = await openWindow();
  await signIn(page, people.communityLeader, path);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page;
}

/** Three people of one word, on file and in no group. */
async function three(page: Page): Promise<{ who: string; ids: string[] }> {
  const who = fresh("group");
  const contacts = ["Ann", "Ben", "Cid"].map((name) => ({
    name: `${name} ${who}`,
    email: `${name.toLowerCase()}-${who}@clients.example`,
  }));
  return { who, ids: await putOnFile(page, contacts) };
}

/** A new group, with contacts in it. */
async function group(page: Page, name: string, add: string[] = []) {
  const { createGroup } = await ask(
    page,
    `mutation($input: CreateGroupInput!) {
      createGroup(input: $input) { group { id } }
    }`,
    { input: { name } },
  );
  const { id } = createGroup.group;
  if (add.length > 0) await move(page, { id, add });
  return id as string;
}

const move = (page: Page, input: object) =>
  ask(
    page,
    `mutation($input: UpdateGroupMembersInput!) {
      updateGroupMembers(input: $input) { userErrors { message } }
    }`,
    { input },
  );

describe("the list of groups", () => {
  test("one is added, renamed in place, and deleted after a question", async () => {
    const page = await open("/admin/settings/groups");
    await page.waitForURL(`${base}/admin/groups`);
    const name = `Garden ${fresh("committee")}`;
    const field = page.getByLabel("New group");
    await field.fill(name);
    await page.keyboard.press("Enter");
    await says(page, `${name} was added.`);
    expect(await field.evaluate(isFocused)).toBe(true);
    await field.fill(name.toUpperCase());
    await page.keyboard.press("Enter");
    await page.locator('[aria-invalid="true"]').waitFor();
    expect(await field.inputValue()).toBe(name.toUpperCase());
    await press(page, `Rename ${name}`);
    await page.keyboard.press("Escape");
    await expect
      .poll(() =>
        page
          .getByRole("button", { name: `Rename ${name}` })
          .evaluate(isFocused),
      )
      .toBe(true);
    await page.keyboard.press("Enter");
    const other = `Pool ${fresh("committee")}`;
    await page.keyboard.type(other);
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: other }).waitFor();
    await press(page, `Delete ${other}`);
    await says(page, `Delete ${other}?`);
    await press(page, "Keep as it is");
    await press(page, `Delete ${other}`);
    await press(page, "Delete");
    await says(page, `${other} was deleted.`);
    await expect
      .poll(() => page.getByRole("link", { name: other }).count())
      .toBe(0);
  });

  test("says how many are in each, as that changes", async () => {
    const page = await open("/admin/groups");
    const { who, ids } = await three(page);
    const id = await group(page, `Count ${who}`);
    const line = page
      .getByRole("listitem")
      .filter({ has: page.getByRole("link", { name: `Count ${who}` }) });
    await line.getByText("Nobody yet").waitFor();
    await move(page, { id, add: ids });
    await line.getByText("3 contacts").waitFor();
    await line.getByRole("img", { name: /3 Never Invited/ }).waitFor();
    await expectAccessible(page);
  });

  test("a trainer may look, and change nothing", async () => {
    const page = await openWindow();
    await signIn(page, people.gymTrainer, "/admin/groups");
    await settled(page);
    expect(await page.getByLabel("New group").count()).toBe(0);
    expect(await page.getByRole("button", { name: /^Rename/ }).count()).toBe(0);
  });
});

describe("the page of a group", () => {
  test("contacts are found as one types, put in, and taken out", async () => {
    const page = await open("/admin/groups");
    const { who } = await three(page);
    const id = await group(page, `Elm ${who}`);
    await page.goto(`${base}/admin/groups/${id}`);
    await says(page, "Nobody is in this group yet");
    await settled(page);
    await expectAccessible(page);

    await press(page, "Add contacts");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("searchbox").fill(who);
    await found(page, 3);
    await dialog.getByRole("checkbox", { name: `Ann ${who}` }).check();
    await dialog.getByRole("checkbox", { name: `Cid ${who}` }).check();
    await dialog.getByRole("button", { name: `Do not add Cid ${who}` }).click();
    await dialog.getByRole("checkbox", { name: `Ben ${who}` }).check();
    await expectAccessible(page);
    await press(page, "Add 2");
    await says(page, `2 contacts came into Elm ${who}.`);
    await expect.poll(() => rows(page).count()).toBe(2);

    await press(page, "Add contacts");
    await dialog.getByRole("searchbox").fill(who);
    await found(page, 3);
    const ann = dialog.getByRole("checkbox", { name: `Ann ${who}` });
    expect(await ann.isDisabled()).toBe(true);
    await press(page, "Cancel");

    await page.getByRole("checkbox", { name: `Select Ann ${who}` }).check();
    await press(page, "Take out");
    await says(page, `1 contact left Elm ${who}.`);
    await expect.poll(() => rows(page).count()).toBe(1);
    await press(page, "Undo");
    await expect.poll(() => rows(page).count()).toBe(2);
  });

  test("a status narrows the list, and those never invited are invited", async () => {
    const page = await open("/admin/groups");
    const { who, ids } = await three(page);
    const id = await group(page, `Oak ${who}`, ids);
    await page.goto(`${base}/admin/groups/${id}`);
    await found(page, 3);
    const never = page.getByRole("link", { name: "Never Invited" });
    await page.getByRole("link", { name: "Invite Queued" }).click();
    await says(page, "Nobody matches");
    expect(new URL(page.url()).searchParams.get("status")).toBe("QUEUED");
    await never.click();
    await found(page, 3);
    await page.reload();
    await found(page, 3);
    expect(await never.getAttribute("aria-current")).toBe("true");
    await never.click();
    await expect.poll(() => new URL(page.url()).search).toBe("");

    await press(page, "Invite the 3 who were never invited");
    await page.getByRole("dialog").waitFor();
    await press(page, "Queue 3 invitations");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await expect
      .poll(
        () =>
          page.getByRole("button", { name: /who were never invited/ }).count(),
        { timeout: 15_000 },
      )
      .toBe(0);
    await page
      .getByRole("img", { name: `Oak ${who}: 3 Invite Queued` })
      .waitFor();
    await settled(page);
    await expectAccessible(page);
  });

  test("who comes in elsewhere stands there, and a new name", async () => {
    const page = await open("/admin/groups");
    const { who, ids } = await three(page);
    const id = await group(page, `Ash ${who}`, ids.slice(0, 1));
    await page.goto(`${base}/admin/groups/${id}`);
    await found(page, 1);
    await press(page, "Rename");
    await page.getByLabel("Name", { exact: true }).fill("");
    await press(page, "Save");
    await page.locator('[aria-invalid="true"]').waitFor();
    await page.getByLabel("Name", { exact: true }).fill(`Yew ${who}`);
    await press(page, "Save");
    await page.getByRole("heading", { level: 1, name: `Yew ${who}` }).waitFor();
    const elsewhere = await open("/admin/");
    await move(elsewhere, { id, add: ids.slice(1) });
    await found(page, 3);
    await expect.poll(() => rows(page).count()).toBe(3);
  });

  test("a group that is not there", async () => {
    const page = await open("/admin/groups/no-such-group");
    await says(page, "There is no group at this address");
    await expectAccessible(page);
  });
});

describe("contacts of the list", () => {
  test("are put into a group and taken out, several at once", async () => {
    const page = await open("/admin/contacts");
    const { who, ids } = await three(page);
    const name = `Fir ${who}`;
    await group(page, name, ids.slice(0, 1));
    await page.goto(`${base}/admin/contacts?q=${who}`);
    await found(page, 3);
    const all = page.getByRole("checkbox", { name: /^Select the 3 contacts/ });
    const choose = async (item: RegExp) => {
      await all.check();
      await press(page, "Groups");
      await page.getByRole("menuitem", { name: item }).click();
      await page.getByRole("dialog").waitFor();
    };
    const pick = async () => {
      await page.getByRole("combobox", { name: "Group" }).fill(name);
      await page.getByRole("option", { name }).click();
    };
    await choose(/^Put into/);
    await press(page, "Put into the group");
    await says(page, "Choose a group.");
    await expectAccessible(page);
    await pick();
    await press(page, "Put into the group");
    await says(page, `2 contacts came into ${name}. 1 was in it already.`);
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await choose(/^Take out/);
    await pick();
    await press(page, "Take out");
    await says(page, `3 contacts left ${name}.`);
  });

  test("can be narrowed to those of a household; columns are added", async () => {
    const page = await open("/admin/contacts");
    const who = fresh("living");
    await putOnFile(
      page,
      [
        {
          name: `Ida ${who}`,
          email: `ida-${who}@clients.example`,
          address: `3 ${who} Road`,
        },
        { name: `Leo ${who}`, email: `leo-${who}@clients.example` },
      ],
      { makeHouseholds: true },
    );
    await page.goto(`${base}/admin/contacts?q=${who}&inhousehold=1`);
    await found(page, 1);
    await page
      .getByRole("button", { name: "Remove the filter In a household" })
      .click();
    await found(page, 2);
    await press(page, "Columns");
    await page.getByRole("menuitemcheckbox", { name: "Household" }).click();
    await page.getByRole("menuitemcheckbox", { name: "Address" }).click();
    await page.keyboard.press("Escape");
    await page.getByRole("columnheader", { name: "Household" }).waitFor();
    await expectAccessible(page);
    await page.reload();
    await page.getByRole("columnheader", { name: "Address" }).waitFor();
    await page.getByRole("link", { name: `3 ${who} Road` }).waitFor();
  });
});
