import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { base, expectAccessible, openWindow, people } from "./stage";

async function enter(page: Page, person: { email: string; password: string }) {
  await page.goto(`${base}/playground/`);
  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

test("strangers see a page to sign in, and no editor", async () => {
  const page = await openWindow();
  await enter(page, { ...people.support, password: "wrong" });
  await page.getByRole("alert").waitFor();
  await expectAccessible(page);
  expect(await page.locator(".graphiql-container").count()).toBe(0);
});

test(
  "support is told so, picks an organization, and works in it",
  { timeout: 120_000 },
  async () => {
    const page = await openWindow();
    await enter(page, people.support);
    await page
      .getByText("You act as platform support: every organization")
      .waitFor();
    await page.locator(".graphiql-container").waitFor();
    const opens = (title: string) =>
      page.locator(".shelf").getByRole("button", { name: title }).click();
    const answer = () =>
      page
        .locator(".result-window")
        .innerText()
        .then((text) => text.replaceAll(/\s+/g, " "));
    const run = () => page.locator(".graphiql-execute-button").click();

    await opens("List contacts");
    await page.getByText("<organization>").first().waitFor();
    await run();
    await expect.poll(answer).toContain("Pick an organization above first");

    const pick = page.getByRole("button", { name: /Pick an organization/ });
    await pick.click();
    await page.getByLabel("Part of its name").fill("iron");
    await page.getByText("One organization").waitFor();
    await expectAccessible(page, [".graphiql-container"]);
    await page.getByRole("button", { name: /^Iron Temple Gym/ }).click();
    await page
      .getByRole("button", { name: /Working in Iron Temple/ })
      .waitFor();
    await run();
    await expect.poll(answer, { timeout: 15_000 }).toContain('"totalCount"');

    await opens("Look into the lanes");
    await page.getByText("locations").first().waitFor();
    await run();
    await expect.poll(answer, { timeout: 15_000 }).toContain('"queue"');
    await page.locator("summary").click();
    await page.getByText("Find out why somebody cannot sign in").waitFor();
  },
);

test(
  "a subscription that was cut says so, and goes on",
  { timeout: 120_000 },
  async () => {
    const page = await openWindow();
    let cut = () => {};
    await page.routeWebSocket(/\/graphql$/, (socket) => {
      const server = socket.connectToServer();
      cut = () => {
        void socket.close({ code: 1012 });
        void server.close();
      };
    });
    await enter(page, people.communityOwner);
    await page.locator(".graphiql-container").waitFor();
    // Every batch's events: what the shelf would fill in.
    await page.evaluate(() =>
      sessionStorage.setItem("usher:memory", '{"batch":[null]}'),
    );
    await page
      .locator(".shelf")
      .getByRole("button", { name: "Watch the statuses change" })
      .click();
    await page.getByText("subscription").first().waitFor();
    await page.locator(".graphiql-execute-button").click();
    await expect.poll(() => String(cut)).toContain("1012");
    await page.waitForTimeout(500); // the greeting is answered
    cut();
    await page.getByText(/The connection was lost\./).waitFor();
    await page.getByText(/Connected again\./).waitFor({ timeout: 15_000 });
  },
);
