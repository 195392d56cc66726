import { expect, test } from "vitest";
import { base, joinLink, openWindow, people, picture, received } from "./stage";

/** Enough for the last to leave while somebody watches. */
const list = Array.from(
  { length: 8 },
  (_, n) => `playground.${n}@clients.example`,
);

test(
  "the README's road, in the playground, the inbox and the join pages",
  { timeout: 180_000 },
  async () => {
    const page = await openWindow({ viewport: { width: 1280, height: 900 } });
    const run = () => page.locator(".graphiql-execute-button").click();
    const answers = (text: string) =>
      page
        .locator(".result-window")
        .getByText(text)
        .first()
        .waitFor({ timeout: 30_000 });
    const opens = (entry: string) =>
      page
        .getByRole("button", { name: new RegExp(entry) })
        .first()
        .click();

    await page.goto(`${base}/playground/`);
    await page.getByLabel("Email").fill(people.gymLeader.email);
    await page
      .getByLabel("Password", { exact: true })
      .fill(people.gymLeader.password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.getByText("Lena Okoro").first().waitFor();

    await opens("Create 200 clients");
    await page.locator("#paste").fill(list.join(", "));
    await run();
    await answers('"createdCount"');
    await opens("Invite them");
    await run();
    await answers('"queuedCount"');
    await opens("Watch the statuses change");
    await run();
    await answers('"PENDING"');
    await picture(page, "playground watching");

    const message = await received(list[0]!);
    await page.goto(joinLink(message));
    await page.getByText("Iron Temple Gym").first().waitFor();
    expect(page.url(), "the token stands in the address bar").toBe(
      `${base}/join`,
    );
  },
);
