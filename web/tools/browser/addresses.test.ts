import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { fresh, putOnFile } from "./hands";
import { base, expectAccessible, openWindow, people, signIn } from "./stage";

const says = (page: Page, text: string | RegExp) =>
  page.getByText(text).first().waitFor();
const press = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: true }).last().click();

async function open(path: string): Promise<Page> {
  const page = await openWindow();
  await signIn(page, people.communityLeader, path);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page;
}

test("a table from a spreadsheet becomes contacts and households", async () => {
  const page = await open("/admin/create");
  const who = fresh("table");
  await page.getByText("A table with addresses", { exact: true }).click();
  const table = page.getByLabel("Table", { exact: true });
  const line = (...cells: string[]) => cells.join("\t");
  const rows = [
    line("Full name", "E-Mail", "Mobile", "Street", "Pets"),
    line(`Ida ${who}`, `ida-${who}@clients.example`, "", `3 ${who} Road`),
    line(`Per ${who}`, "", "", `3 ${who} Road`),
    line(`Uma ${who}`, "uma at mail", "", ""),
    line(`Leo ${who}`, `leo-${who}@clients.example`, "", `3 ${who} rd.`),
  ];
  await table.fill(rows.join("\n"));
  await says(page, /4 of 200/);
  await says(page, "Not used: Pets.");
  await says(page, "Line 3: An email or a phone number is missing.");
  await says(page, "Line 4: “uma at mail” is no email address.");
  await says(page, /3 rows have an address: 2 different ones as written/);
  await expectAccessible(page);

  await page.reload();
  expect(await table.inputValue()).toBe(rows.join("\n"));
  await press(page, /^Create 2/);
  const chosen = () =>
    table.evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionEnd),
    );
  expect(await chosen()).toBe(rows[2]);
  await press(page, "Next problem");
  expect(await chosen()).toBe(rows[3]);

  // What the server refuses stands at its line as well.
  rows[2] = line(`Per ${who}`, `per-${who}@no-such-tld.`, "", `3 ${who} Road`);
  rows.splice(3, 1);
  await table.fill(rows.join("\n"));
  await page.getByLabel("Make a household of each address").check();
  await press(page, /^Create 3/);
  await says(page, /^Line 3: /);
  expect(await table.inputValue()).toBe(rows.join("\n"));

  rows[2] = line(`Per ${who}`, `per-${who}@clients.example`, "", "");
  await table.fill(rows.join("\n"));
  await press(page, /^Create 3/);
  await says(page, "3 people are on file now");
  await says(page, "They belong to 1 household.");
  await expectAccessible(page);
  await press(page, "Create more");
  expect(await table.inputValue()).toBe("");
});

test("a contact's address and household are changed on its page", async () => {
  const page = await open("/admin/groups");
  const who = fresh("home");
  const [ida, leo] = await putOnFile(page, [
    { name: `Ida ${who}`, email: `ida-${who}@clients.example` },
    { name: `Leo ${who}`, email: `leo-${who}@clients.example` },
  ]);
  await page.goto(`${base}/admin/contacts/${ida}`);
  const card = page.getByRole("region", { name: "Household" });
  await card.getByText("Belongs to no household.").waitFor();
  await press(page, "Edit");
  await page.getByLabel("Address").fill(`9 ${who} Lane`);
  await press(page, "Save");
  await page.locator("dd").getByText(`9 ${who} Lane`).waitFor();
  await press(page, "Make a household");
  const members = card.getByRole("list", { name: /^Members of/ });
  await members.getByText(`Ida ${who}`).waitFor();
  await expectAccessible(page);

  await page.goto(`${base}/admin/contacts/${leo}`);
  await press(page, "Put into a household…");
  const dialog = page.getByRole("dialog");
  await press(page, "Put into it");
  await dialog.getByText("Choose a household.").waitFor();
  await dialog.getByRole("searchbox").fill(who);
  await dialog.getByRole("radio", { name: `9 ${who} Lane` }).check();
  await expectAccessible(page);
  await press(page, "Put into it");
  await members.getByText(`Leo ${who}`).waitFor();
  await press(page, "Take out");
  await card.getByText("Belongs to no household.").waitFor();
  await press(page, "Undo");
  await members.getByText(`Ida ${who}`).waitFor();

  await page.goto(`${base}/admin/contacts/${ida}`);
  await press(page, "Edit");
  await page.getByLabel("Address").fill("x".repeat(200));
  await page.getByLabel("Address").fill("");
  await press(page, "Save");
  await says(page, "The contact is changed.");
  await expect
    .poll(() => page.locator("dd").getByText(`9 ${who} Lane`).count())
    .toBe(0);
});

test("the language of what is printed is chosen, and back", async () => {
  const page = await open("/admin/settings/organization");
  const language = page.getByRole("combobox", {
    name: "Language of what is printed",
  });
  await language.click();
  await page.getByRole("option", { name: "Deutsch" }).click();
  await press(page, "Save");
  await says(page, "Saved.");
  await page.reload();
  await expect.poll(() => language.inputValue()).toBe("Deutsch");
  await language.click();
  await page.getByRole("option", { name: "English" }).click();
  await press(page, "Save");
  await says(page, "Saved.");
  await page.goto(`${base}/admin/settings/policy`);
  const members = page.getByLabel("Most members of a household", {
    exact: true,
  });
  await members.fill("1");
  await press(page, "Save");
  await says(page, /from 2 to 50/);
  expect(await members.getAttribute("aria-invalid")).toBe("true");
  await expectAccessible(page);
});
