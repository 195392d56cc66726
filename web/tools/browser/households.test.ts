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

/** Looks until it is so: what happens elsewhere takes a moment to arrive. */
const eventually = (look: () => unknown) =>
  expect.poll(look, { timeout: 15_000 });
const press = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: true }).click();
const rows = (page: Page) => page.locator("tr[data-index]");
const members = (page: Page) =>
  page.getByRole("region", { name: "Members" }).getByRole("listitem");

/** Opens a page of the community as its leader. */
async function open(path: string): Promise<Page> {
  const page = await openWindow();
  await signIn(page, people.communityLeader, "/admin/households");
  await page.getByText("Live", { exact: true }).waitFor();
  if (path !== "/admin/households") await page.goto(base + path);
  return page;
}

/** Puts people of one address on file and makes them a household; returns its id. */
async function make(page: Page, name: string, people: string[]) {
  const ids = await putOnFile(
    page,
    people.map((person) => ({
      name: person,
      email: `${person.toLowerCase().replace(/[^a-z0-9]+/g, "-")}@clients.example`,
    })),
  );
  const { createHousehold } = await ask(
    page,
    `mutation($input: CreateHouseholdInput!) {
      createHousehold(input: $input) { household { id } userErrors { message } }
    }`,
    { input: { name, address: `${name} Lane`, members: ids } },
  );
  return createHousehold.household.id as string;
}

describe("the list", () => {
  test("is searched and narrowed; what is looked at stands in the address", async () => {
    const page = await open("/admin/households");
    const word = fresh("home");
    await make(page, `${word} one`, [`Ada ${word}`]);
    await make(page, `${word} two`, [`Bea ${word}`]);
    await page.getByRole("searchbox").fill(word);
    await eventually(() => rows(page).count()).toBe(2);
    await page.getByText("2 found").waitFor();
    await page
      .getByRole("radiogroup", { name: "State" })
      .getByText("Registered", { exact: true })
      .click();
    await page.getByText("No household matches").waitFor();
    expect(new URL(page.url()).search).toBe(`?q=${word}&state=registered`);
    await settled(page);
    await expectAccessible(page);
    await page.goBack();
    await eventually(() => rows(page).count()).toBe(2);
    await page.reload();
    await eventually(() => rows(page).count()).toBe(2);
    await settled(page);
    await expectAccessible(page);

    await rows(page).first().focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Shift+ArrowDown");
    await page.getByText("2 selected").waitFor();
    await page.keyboard.press("Enter");
    await page
      .getByRole("heading", { level: 1, name: `${word} two` })
      .waitFor();
  });

  test("shows what others make", async () => {
    const word = fresh("live");
    const page = await open(`/admin/households?q=${word}`);
    await page.getByText("No household matches").waitFor();
    const other = await open("/admin/households");
    await make(other, word, [`Cid ${word}`]);
    await eventually(() => rows(page).count()).toBe(1);
  });
});

test("a household is created of contacts, with a head", async () => {
  const page = await open("/admin/households");
  const word = fresh("new");
  await putOnFile(page, [
    { name: `Dan ${word}`, email: `dan-${word}@clients.example` },
    { name: `Eve ${word}`, email: `eve-${word}@clients.example` },
  ]);
  await press(page, "Create a household");
  await press(page, "Create");
  await page.getByText("Choose at least one contact.").waitFor();
  for (const name of ["Dan", "Eve"]) {
    await page
      .getByRole("textbox", { name: "Members" })
      .fill(`${name} ${word}`);
    await page.getByRole("option", { name: new RegExp(name) }).click();
  }
  await page.getByRole("radio", { name: `Eve ${word} is the head` }).check();
  await page.getByRole("textbox", { name: "Address" }).fill(`7 ${word} Road`);
  await settled(page);
  await expectAccessible(page);
  await press(page, "Create");
  await page
    .getByRole("heading", { level: 1, name: `7 ${word} Road` })
    .waitFor();
  await eventually(() => members(page).count()).toBe(2);
  expect(await members(page).first().innerText()).toMatch(/Eve .*\sHead/i);
  await settled(page);
  await expectAccessible(page);
});

describe("a household", () => {
  test("is changed: address, members, head", async () => {
    const page = await open("/admin/households");
    const word = fresh("edit");
    const id = await make(page, word, [`Fay ${word}`, `Gus ${word}`]);
    await make(page, `${word} other`, [`Hal ${word}`]);
    await page.goto(`${base}/admin/households/${id}`);
    await eventually(() => members(page).count()).toBe(2);

    await press(page, "Edit");
    const name = page.getByLabel("Name");
    await name.fill("   ");
    await press(page, "Save");
    await eventually(() => name.getAttribute("aria-invalid")).toBe("true");
    await name.fill(`The ${word}s`);
    await page.getByLabel("Address").fill(`9 ${word} Row`);
    await press(page, "Save");
    await page
      .getByRole("heading", { level: 1, name: `The ${word}s` })
      .waitFor();

    await press(page, `More for Gus ${word}`);
    await page.getByRole("menuitem", { name: "Make head" }).click();
    await eventually(() => members(page).first().innerText()).toMatch(
      /Gus .*\sHead/i,
    );

    await press(page, `More for Fay ${word}`);
    await page.getByRole("menuitem", { name: "Take out" }).click();
    await eventually(() => members(page).count()).toBe(1);
    await page
      .getByRole("alert")
      .filter({ hasText: "no longer belongs" })
      .getByRole("button", { name: "Undo" })
      .click();
    await eventually(() => members(page).count()).toBe(2);

    await page
      .getByRole("textbox", { name: "Add a member" })
      .fill(`Hal ${word}`);
    await page.getByRole("option", { name: /leaves/ }).click();
    await expectAccessible(page);
    await press(page, "Add here");
    await eventually(() => members(page).count()).toBe(3);
    await settled(page);
    await expectAccessible(page);

    await press(page, "Edit");
    await press(page, "Delete…");
    await press(page, "Delete");
    await page.getByRole("heading", { level: 1, name: "Households" }).waitFor();
    await page.goto(`${base}/admin/households/${id}`);
    await page.getByText("There is no household at this address").waitFor();
    await expectAccessible(page);
  });
});

test("one of each is invited: whom, why, when", async () => {
  const page = await open("/admin/households");
  const word = fresh("each");
  await make(page, `${word} one`, [`Ida ${word}`, `Jon ${word}`]);
  await make(page, `${word} two`, [`Kim ${word}`]);
  await page.goto(`${base}/admin/households?q=${word}`);
  await eventually(() => rows(page).count()).toBe(2);
  await page.getByLabel("Select the 2 households that are loaded").click();
  await press(page, "Invite one of each…");
  const dialog = page.getByRole("dialog");
  await dialog.getByText("2 of 2 will be invited.").waitFor();
  await dialog.getByText("the only one who can be invited").waitFor();
  await dialog.getByText("has an email", { exact: true }).waitFor();
  await press(page, "Queue 2 invitations");
  await dialog.getByText("2 of 2 wait to leave.").waitFor();
  expect(await dialog.getByText(/^Leaves /).count()).toBe(2);
  await settled(page);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Follow the batch" }).click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/\/sending\/batches\//);

  // Once more, nobody is left to be invited.
  await page.goto(`${base}/admin/households?q=${word}`);
  await eventually(() => page.locator("tr [data-status=INVITED]").count()).toBe(
    2,
  );
  await page.getByLabel("Select the 2 households that are loaded").click();
  await press(page, "Invite one of each…");
  await dialog.getByText("0 of 2 will be invited, 2 skipped.").waitFor();
  expect(await dialog.getByText(/has an invitation already/).count()).toBe(2);
  await expectAccessible(page);
});

describe("suggestions", () => {
  test("become a household, or are dismissed for good", async () => {
    const page = await open("/admin/households");
    const word = fresh("Oak");
    for (const [n, street] of ["Alley", "Court"].entries()) {
      await putOnFile(
        page,
        ["Lea", "Max"].map((name) => ({
          name: `${name} ${word} ${n}`,
          email: `${name}-${word}-${n}@clients.example`.toLowerCase(),
          address: `${n + 1} ${word} ${street}`,
        })),
      );
    }
    await page.getByRole("link", { name: /^Suggestions/ }).click();
    await page
      .getByRole("heading", { level: 1, name: "Suggested households" })
      .waitFor();
    const more = page.getByRole("button", { name: "Show more" });
    await settled(page);
    if (await more.isVisible()) await more.click();
    const card = (street: string) =>
      page.getByRole("article", { name: new RegExp(`${word} ${street}`) });
    await expectAccessible(page);
    await card("Alley")
      .getByRole("button", { name: "Make a household" })
      .click();
    await card("Alley").waitFor({ state: "detached" });
    await card("Court")
      .getByRole("button", { name: /^Not a household/ })
      .click();
    await press(page, "Do not suggest it");
    await card("Court").waitFor({ state: "detached" });

    await page.goto(`${base}/admin/households?q=${word}`);
    await eventually(() => rows(page).count()).toBe(1);
    await page.getByText("2 people").waitFor();
  });

  test("add people to a household, and make two one", async () => {
    const page = await open("/admin/households");
    const word = fresh("Elm");
    await make(page, word, [`Ned ${word}`]);
    await putOnFile(page, [
      {
        name: `Ora ${word}`,
        email: `ora-${word}@clients.example`.toLowerCase(),
        address: `${word} Lane`,
      },
    ]);
    await page.goto(`${base}/admin/households/suggestions`);
    await settled(page);
    const card = page.getByRole("article", { name: `${word} Lane` });
    await card.getByRole("button", { name: `Add to ${word}` }).click();
    await card.waitFor({ state: "detached" });

    const { createHousehold } = await ask(
      page,
      `mutation($input: CreateHouseholdInput!) {
        createHousehold(input: $input) { household { id } userErrors { message } }
      }`,
      {
        input: {
          name: `${word} second`,
          address: `${word} Ln`,
          members: await putOnFile(page, [
            { name: `Pia ${word}`, email: `pia-${word}@clients.example` },
          ]),
        },
      },
    );
    expect(createHousehold.userErrors).toEqual([]);
    await card.getByRole("button", { name: "Make these one" }).click();
    await press(page, "Make one");
    await card.waitFor({ state: "detached" });
    await page.goto(`${base}/admin/households?q=${word}`);
    await eventually(() => rows(page).count()).toBe(1);
    await page.getByText("3 people").waitFor();
  });
});

test("a trainer looks, and changes nothing", async () => {
  const page = await openWindow();
  await signIn(page, people.gymTrainer, "/admin/households");
  await page.getByText(/\d found$/).waitFor();
  expect(await page.getByRole("button", { name: /Create/ }).count()).toBe(0);
  await page.goto(`${base}/admin/households/suggestions`);
  await page.getByText("You may not look after households").waitFor();
  await expectAccessible(page);
});
