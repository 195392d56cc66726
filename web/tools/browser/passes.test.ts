import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { ask, fresh, putOnFile } from "./hands";
import {
  base,
  expectAccessible,
  expectErrors,
  openWindow,
  people,
  received,
  settled,
  signIn,
} from "./stage";

/** Looks until it is so: what happens elsewhere takes a moment to arrive. */
const eventually = (look: () => unknown) =>
  expect.poll(look, { timeout: 15_000 });
const press = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: true }).click();
const dialog = (page: Page, name: string | RegExp) =>
  page.getByRole("dialog", { name });
const chips = (page: Page, state: string) =>
  page.locator(`table [data-status=${state}]`);
const count = (page: Page, state: string) => chips(page, state).count();

const contactField = (page: Page) =>
  page.getByRole("textbox", { name: "Contact", exact: true });

/** Generates passes by the API, and opens their run. */
async function openRun(passes: number, note: string): Promise<Page> {
  const page = await openWindow();
  await signIn(page, people.communityLeader, "/admin/passes");
  await page.getByRole("heading", { level: 1 }).waitFor();
  const { generateAccessPasses } = await ask(
    page,
    `mutation($input: GenerateAccessPassesInput!) {
      generateAccessPasses(input: $input) { run { id } userErrors { message } }
    }`,
    { input: { count: passes, note } },
  );
  await page.goto(`${base}/admin/passes/${generateAccessPasses.run.id}`);
  await eventually(() => count(page, "AVAILABLE")).toBe(passes);
  return page;
}

describe("generating", () => {
  test("twelve passes, and a sheet to print", async () => {
    const note = fresh("Letters");
    const page = await openWindow();
    await signIn(page, people.communityLeader, "/admin/passes");
    await press(page, "Generate passes");
    const many = page.getByLabel("How many");
    await many.fill("101");
    await page.getByText("A number from 1 to 100.").waitFor();
    await settled(page);
    await expectAccessible(page);
    await press(page, "Generate");
    expect(await many.inputValue()).toBe("101");
    await many.fill("12");
    await page.getByLabel("Note").fill(note);
    await page.getByLabel("For a number of days").check();
    await page.getByLabel("Days", { exact: true }).fill("30");
    await page.getByText(/They expire on .* Los Angeles time/).waitFor();
    await press(page, "Generate");

    // The run, with the offer to print it.
    const print = dialog(page, "Print 12 passes");
    await print.getByText("2 sheets").waitFor();
    await settled(page);
    await expectAccessible(page);
    await print.getByRole("radio", { name: "4 passes a sheet" }).click();
    await print.getByText("3 sheets").waitFor();
    const [tab] = await Promise.all([
      page.context().waitForEvent("page"),
      press(page, "Open the PDF"),
    ]);
    await print.getByText("12 passes can be printed").waitFor();
    await tab.close();
    const pdf = print.getByRole("link", { name: "Open the PDF" });
    expect(await fetched(page, (await pdf.getAttribute("href"))!)).toEqual({
      status: 200,
      type: "application/pdf",
      start: "%PDF",
    });
    const sheet = print.getByRole("link", { name: "Print page" });
    expect(
      await fetched(page, (await sheet.getAttribute("href"))!),
    ).toMatchObject({ status: 200, type: "text/html; charset=utf-8" });
    await settled(page);
    await expectAccessible(page);
    await press(page, "Done");
    await eventually(() => count(page, "AVAILABLE")).toBe(12);
    await page.getByText("Access passes printed").first().waitFor();
    await expectAccessible(page);

    await page.getByRole("link", { name: "All runs" }).click();
    const run = page.getByRole("listitem").filter({ hasText: note });
    await run.getByText("12 available").waitFor();
    await run.getByText(/^Printed/).waitFor();
  });

  test("what was entered is not lost by a slip", async () => {
    const page = await openWindow();
    await signIn(page, people.communityLeader, "/admin/passes?new=1");
    await page.getByLabel("Note").fill("Not yet");
    await page.keyboard.press("Escape");
    await press(page, "Go on");
    expect(await page.getByLabel("Note").inputValue()).toBe("Not yet");
    await press(page, "Cancel");
    await press(page, "Discard");
    await dialog(page, "Generate passes").waitFor({ state: "detached" });
    expect(new URL(page.url()).search).toBe("");
  });
});

/** What stands at a path, as the signed-in person gets it. */
async function fetched(page: Page, path: string) {
  return page.evaluate(async (path) => {
    const answer = await fetch(path);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return {
      status: answer.status,
      type: answer.headers.get("content-type"),
      start: String.fromCharCode(...bytes.slice(0, 4)),
    };
  }, path);
}

describe("a run", () => {
  test("two of its passes are revoked, and stay so", async () => {
    const note = fresh("Revoked");
    const page = await openRun(5, note);
    const boxes = page.getByRole("checkbox", { name: /^Select pass/ });
    await boxes.nth(1).click();
    await boxes.nth(2).click({ modifiers: ["Shift"] });
    const bar = page.getByRole("region", { name: "Selected passes" });
    await bar.getByText("2 selected").waitFor();
    await bar.getByRole("button", { name: "Revoke 2…" }).click();
    const question = dialog(page, "Revoke 2 passes?");
    await question.getByLabel("Reason").fill("Lost in the post");
    await expectAccessible(page);
    await question.getByRole("button", { name: "Revoke" }).click();
    await eventually(() => count(page, "REVOKED")).toBe(2);
    await page.getByText("Lost in the post").first().waitFor();
    await page.getByText("Access passes revoked").waitFor();

    await page.getByText("Revoked 2", { exact: true }).click();
    await eventually(() => new URL(page.url()).searchParams.get("state")).toBe(
      "revoked",
    );
    await page.reload();
    await eventually(() => count(page, "REVOKED")).toBe(2);
    expect(await count(page, "AVAILABLE")).toBe(0);
    await settled(page);
    await expectAccessible(page);

    await page.getByRole("link", { name: "All runs" }).click();
    const run = page.getByRole("listitem").filter({ hasText: note });
    await run.getByText("3 available").waitFor();
    await run.getByText("2 revoked").waitFor();
  });

  test("a pass is bound to a contact, and to nobody again", async () => {
    const page = await openRun(1, fresh("Bound"));
    const name = fresh("Wanda");
    await putOnFile(page, [{ name, email: `${name}@clients.example` }]);
    await press(page, /^More for pass/);
    await page.getByRole("menuitem", { name: "Bind to a contact…" }).click();
    await contactField(page).fill(name);
    await page.getByRole("option", { name: new RegExp(name) }).waitFor();
    await expectAccessible(page);
    await page.getByRole("option", { name: new RegExp(name) }).click();
    const link = page.getByRole("table").getByRole("link", { name });
    await link.waitFor();

    await press(page, /^More for pass/);
    await page.getByRole("menuitem", { name: "Bind to nobody" }).click();
    await link.waitFor({ state: "detached" });
    await page
      .getByRole("alert")
      .filter({ hasText: "no longer bound" })
      .getByRole("button", { name: "Undo" })
      .click();
    await link.waitFor();
  });

  test("who has no address cannot be bound to one", async () => {
    const page = await openRun(1, fresh("Unbound"));
    const [contact] = await putOnFile(page, [
      { name: "Nobody reachable", email: `${fresh("gone")}@clients.example` },
    ]);
    await ask(
      page,
      `mutation($input: UpdateContactInput!) {
        updateContact(input: $input) { userErrors { message } }
      }`,
      { input: { id: contact, clear: ["EMAIL"] } },
    );
    await press(page, /^More for pass/);
    await page.getByRole("menuitem", { name: "Bind to a contact…" }).click();
    await contactField(page).fill("Nobody reachable");
    await page.getByText("Has no email and no phone.").first().click();
    await eventually(() =>
      contactField(page).getAttribute("aria-invalid"),
    ).toBe("true");
  });

  test("another window sees what is generated and revoked", async () => {
    const note = fresh("Live");
    const list = await openWindow();
    await signIn(list, people.communityOwner, "/admin/passes");
    await list.getByText("Live", { exact: true }).waitFor();
    const page = await openRun(2, note);
    const run = list.getByRole("listitem").filter({ hasText: note });
    await run.getByText("2 available").waitFor();
    await press(page, "Revoke all…");
    await press(page, "Revoke");
    await run.getByText("2 revoked").waitFor();
  });
});

test("whoever joins with a pass appears, in every window", async () => {
  const note = fresh("Joined");
  const who = fresh("Zora");
  const page = await openRun(1, note);
  const watch = async (path: string) => {
    const window = await openWindow();
    await signIn(window, people.communityOwner, path);
    await window.getByText("Live", { exact: true }).waitFor();
    await settled(window);
    return window;
  };
  const contacts = await watch(`/admin/contacts?q=${who}`);
  const households = await watch(`/admin/households?q=${who}`);
  await contacts.getByText("Nobody matches").waitFor();
  await households.getByText("No household matches").waitFor();

  await redeem(await codeOf(page), who);
  await eventually(() => count(page, "REDEEMED")).toBe(1);
  await page.getByText("1 of 1 redeemed").waitFor();
  await page.getByText("Joined with an access pass").first().waitFor();
  await contacts.getByRole("row", { name: who }).waitFor();
  await households.getByRole("row", { name: new RegExp(who) }).waitFor();

  await page.getByRole("table").getByRole("link", { name: who }).click();
  await page.getByRole("heading", { level: 1, name: who }).waitFor();
  await page
    .getByText(/Joined with an access pass/)
    .first()
    .waitFor();
});

/** The code of the only pass of the run that a page shows, as it is on paper. */
async function codeOf(page: Page): Promise<string> {
  const { printAccessPasses } = await ask(
    page,
    `mutation($input: PrintAccessPassesInput!) {
      printAccessPasses(input: $input) { pageUrl userErrors { message } }
    }`,
    { input: { run: new URL(page.url()).pathname.split("/").at(-1) } },
  );
  const paper: string = await page.evaluate(
    async (path) => (await fetch(path)).text(),
    printAccessPasses.pageUrl,
  );
  return /class="code"[^>]*>([^<]+)</.exec(paper)![1]!;
}

/** Joins with a pass as somebody whom nobody knows yet, who lives at their own name. */
async function redeem(code: string, who: string): Promise<void> {
  const visitor = await openWindow();
  await visitor.goto(`${base}/admin/`);
  const email = `${who}@residents.example`.toLowerCase();
  const join = (emailProof?: string) =>
    ask(
      visitor,
      `mutation($input: RegisterInput!) {
        register(input: $input) { userErrors { code message } }
      }`,
      {
        input: {
          code,
          name: who,
          email,
          password: "Quiet-Harbor-42",
          address: `1 ${who} Street`,
          emailProof,
        },
      },
    );
  const first = await join();
  expect(first.register.userErrors).toMatchObject([
    { code: "EMAIL_PROOF_NEEDED" },
  ]);
  const { text } = await received(email);
  const { register } = await join(/\b\d{6}\b/.exec(text)![0]);
  expect(register.userErrors).toEqual([]);
}

test("who may not handle passes finds no way to them", async () => {
  const page = await openWindow();
  await signIn(page, people.gymTrainer, "/admin/passes");
  await page.getByText("Access passes are for owners and leaders").waitFor();
  const main = page.getByRole("navigation", { name: "Main" });
  expect(await main.getByRole("link", { name: "Access passes" }).count()).toBe(
    0,
  );
  expect(await main.getByRole("link", { name: /^Invite/ }).count()).toBe(0);
  await settled(page);
  await expectAccessible(page);
});

test("a run that is not there says so", async () => {
  const page = await openWindow();
  expectErrors(page, /400/);
  await signIn(page, people.communityLeader, "/admin/passes/no-such-run");
  await page.getByText("There is no run of passes at this address").waitFor();
  await expectAccessible(page);
});
