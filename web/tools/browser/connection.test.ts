import { expect, test } from "vitest";
import type { Page, WebSocketRoute } from "playwright-core";
import { ask, fresh, putOnFile } from "./hands";
import {
  base,
  expectErrors,
  openWindow,
  people,
  settled,
  signIn,
  signInByForm,
} from "./stage";

/** Stands between a page and the server's sockets, to cut them. */
async function cutter(page: Page) {
  let alive = true;
  const sockets = new Set<WebSocketRoute>();
  await page.routeWebSocket(/\/graphql$/, (socket) => {
    if (!alive) return void socket.close({ code: 1001, reason: "cut" });
    sockets.add(socket);
    socket.connectToServer();
  });
  return {
    async cut() {
      alive = false;
      for (const socket of sockets)
        await socket.close({ code: 1001, reason: "cut" });
      sockets.clear();
    },
    mend: () => void (alive = true),
  };
}

test("what happened while the connection was cut is shown afterwards", async () => {
  const page = await openWindow();
  const line = await cutter(page);
  await signIn(page, people.coach, "/admin/contacts");
  const email = `${fresh("cut")}@clients.example`;
  const [id] = await putOnFile(page, [{ email, name: "Cut Off" }]);
  await page.goto(`${base}/admin/contacts?q=${email}`);
  const row = page.getByRole("row").filter({ hasText: email });
  await row.locator("[data-status=NOT_INVITED]").waitFor();
  await page.getByText("Live", { exact: true }).waitFor();

  await line.cut();
  await page.getByText("Reconnecting").waitFor();
  await ask(
    page,
    `mutation($id: ID!) { inviteContacts(input: {contacts: [$id]}) { queuedCount } }`,
    { id },
  );
  await page.waitForTimeout(500);
  expect(await row.locator("[data-status=NOT_INVITED]").count()).toBe(1);
  line.mend();
  await row
    .locator("[data-status=PENDING], [data-status=QUEUED]")
    .waitFor({ timeout: 45_000 });
  await page.getByText("Live", { exact: true }).waitFor();
});

test("a server that is slow shows where things will stand; one that is away, what to do", async () => {
  const page = await openWindow();
  await signIn(page, people.gymLeader);
  await page.route("**/graphql", async (route) => {
    await new Promise((done) => setTimeout(done, 700));
    await route.continue().catch(() => {}); // its page may have gone on
  });
  await page.goto(`${base}/admin/contacts`);
  await page.getByText("Loading…").first().waitFor({ state: "attached" });
  await settled(page);
  await page.unroute("**/graphql");

  expectErrors(page, /ERR_FAILED|Failed to load resource/);
  await page.route("**/graphql", (route) => route.abort());
  await page.getByRole("link", { name: "Sending" }).click();
  await page
    .getByRole("alert")
    .getByText("The server cannot be reached")
    .first()
    .waitFor();
  await page.unroute("**/graphql");
  // Each part of the page that could not be asked for is asked for again.
  const again = page.getByRole("button", { name: "Try again" });
  await expect
    .poll(
      async () => {
        const [one] = await again.all();
        await one?.click({ timeout: 1000 }).catch(() => {}); // it may be gone
        return page.getByText("The server cannot be reached").count();
      },
      { timeout: 30_000 },
    )
    .toBe(0);
});

test("a sign-in that ends asks again, above what was typed", async () => {
  const page = await openWindow();
  await signInByForm(page, people.gymLeader, "/admin/invite");
  const field = page.getByLabel("Email or phone");
  await field.fill("kept@while-signed-out.example");
  await page.context().clearCookies();
  await field.press("Enter");
  const question = page.getByRole("dialog", { name: "Your sign-in has ended" });
  await question.waitFor();
  await question
    .getByLabel("Password", { exact: true })
    .fill(people.gymLeader.password);
  await question.getByRole("button", { name: "Sign in" }).click();
  await question.waitFor({ state: "detached" });
  expect(await field.inputValue()).toBe("kept@while-signed-out.example");
});

test("a stream whose past is gone is read anew, and followed again", async () => {
  const page = await openWindow();
  const asked: string[] = [];
  await page.routeWebSocket(/\/graphql$/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((text) => {
      const { id, type, payload } = JSON.parse(String(text));
      if (type !== "subscribe" || !("after" in (payload.variables ?? {}))) {
        return server.send(text);
      }
      asked.push(payload.variables.after);
      // There are two streams: of invitations, and of who is there.
      if (asked.length > 2) return server.send(text);
      const error = { message: "too old", extensions: { code: "RESYNC" } };
      socket.send(JSON.stringify({ id, type: "error", payload: [error] }));
    });
  });
  await signIn(page, people.coach, "/admin/contacts");
  const email = `${fresh("anew")}@clients.example`;
  const [id] = await putOnFile(page, [{ email, name: "Read Anew" }]);
  await expect.poll(() => asked.length, { timeout: 15_000 }).toBe(4);
  await page.goto(`${base}/admin/contacts?q=${email}`);
  const row = page.getByRole("row").filter({ hasText: email });
  await row.locator("[data-status=NOT_INVITED]").waitFor();
  await page.getByText("Live", { exact: true }).waitFor();
  await ask(
    page,
    `mutation($id: ID!) { inviteContacts(input: {contacts: [$id]}) { queuedCount } }`,
    { id },
  );
  await row
    .locator("[data-status=PENDING], [data-status=QUEUED]")
    .waitFor({ timeout: 30_000 });
  expect(asked.length, "it asks once a page, not on and on").toBe(6);
});

test("a laptop that slept past its sign-in renews it, and follows again", async () => {
  const page = await openWindow();
  const line = await cutter(page);
  await signInByForm(page, people.coach, "/admin/contacts");
  await page.getByText("Live", { exact: true }).waitFor();
  await line.cut();
  // The browser drops the short-lived cookie when it runs out; the one that renews it stays.
  const cookies = await page.context().cookies();
  const short = cookies.reduce((a, b) => (a.expires < b.expires ? a : b));
  await page.context().clearCookies({ name: short.name });
  expectErrors(page, /status of 400/); // a list that is too dear for a stranger
  line.mend();
  await page.getByText("Reconnecting").waitFor({ state: "detached" });
  await expect
    .poll(
      async () =>
        (await page.context().cookies()).some(
          ({ name }) => name === short.name,
        ),
      { timeout: 15_000 },
    )
    .toBe(true);
  await page.getByText("Live", { exact: true }).waitFor();
  await page.getByRole("link", { name: "Overview" }).click();
  await page.getByRole("heading", { name: "Where everybody stands" }).waitFor();
  await settled(page);
  expect(await page.getByText("This did not work").count()).toBe(0);
});

test("a page that is opened after the sign-in ran out shows what it has", async () => {
  const page = await openWindow();
  await signInByForm(page, people.coach, "/admin/sending");
  await settled(page);
  const cookies = await page.context().cookies();
  const short = cookies.reduce((a, b) => (a.expires < b.expires ? a : b));
  await page.context().clearCookies({ name: short.name });
  expectErrors(page, /status of 400/);
  await page.getByRole("link", { name: "Contacts" }).click();
  await page.getByRole("row").nth(1).waitFor();
  await settled(page);
  expect(await page.getByText("This did not work").count()).toBe(0);
});
