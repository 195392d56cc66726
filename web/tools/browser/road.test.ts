import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { paste } from "./hands";
import {
  base,
  expectAccessible,
  expectErrors,
  joinLink,
  openWindow,
  people,
  picture,
  received,
  signIn,
} from "./stage";

const examples = join(import.meta.dirname, "../../../examples");
const list = readFileSync(join(examples, "paste-200.txt"), "utf8");
const mistakes = readFileSync(
  join(examples, "paste-with-mistakes.txt"),
  "utf8",
);

/** The first of the list, who is sent to first. */
const first = "ines.garcia@gym-mail.example";
const password = "Quiet-Harbor-42";

test(
  "from a pasted list to a client who is in, while another window watches",
  { timeout: 240_000 },
  async () => {
    const desk = await openWindow();
    await signIn(desk, people.gymLeader, "/admin/create");
    const box = desk.getByLabel("Email addresses and phone numbers");

    // A list with mistakes is refused as a whole, and stays.
    await box.click();
    await paste(desk, mistakes);
    await desk.getByText("need attention").first().waitFor();
    await desk
      .getByRole("button", { name: "Create", exact: false })
      .last()
      .click();
    const entries = desk
      .getByRole("list", { name: "Entries" })
      .getByRole("listitem");
    await expect.poll(() => entries.count()).toBeGreaterThan(50);
    await expectAccessible(desk);
    await picture(desk, "road create with mistakes");
    await desk.getByRole("button", { name: "Start over" }).click();
    const sure = desk
      .getByRole("dialog")
      .getByRole("button", { name: /Start over|Clear/ });
    await sure.or(box).first().waitFor();
    if (await sure.isVisible()) await sure.click();

    await box.click();
    await paste(desk, list);
    await desk.getByText("200 of 200").first().waitFor();
    await desk.getByLabel("Create and invite now").check();

    // The other window has the list open before anything happens.
    const watcher = await openWindow();
    await signIn(
      watcher,
      people.gymOwner,
      `/admin/contacts?q=${encodeURIComponent(first)}`,
    );
    await watcher.getByText("Live", { exact: true }).waitFor();

    await desk.getByRole("button", { name: "Create and invite 200" }).click();
    await desk
      .getByRole("heading", { name: "200 people are on file now" })
      .waitFor({ timeout: 30_000 });
    await desk.getByText("200 invitations wait to leave").waitFor();
    await expectAccessible(desk);
    await picture(desk, "road created");

    const message = await received(first);
    await watcher.reload();
    const row = watcher.getByRole("row").filter({ hasText: first });
    await row.locator("[data-status=PENDING]").waitFor({ timeout: 30_000 });

    // The client, on a phone.
    const phone = await openWindow({
      viewport: { width: 390, height: 780 },
      hasTouch: true,
    });
    expectErrors(phone, /status of 422/); // a form's refusal, as the browser logs it
    await phone.goto(joinLink(message));
    await phone.getByText("Iron Temple Gym").first().waitFor();
    expect(phone.url(), "the token stands in the address bar").toBe(
      `${base}/join`,
    );
    await phone.getByLabel("Your name").fill("Inés García");
    await phone.getByLabel("Choose a password").fill("abc");
    await phone.getByRole("button", { name: /^Join/ }).click();
    await phone
      .getByText(/at least 6/)
      .first()
      .waitFor();
    expect(await phone.getByLabel("Your name").inputValue()).toBe(
      "Inés García",
    );
    await expectAccessible(phone);
    await phone.getByLabel("Choose a password").fill(password);
    await phone.getByRole("button", { name: /^Join/ }).click();
    await phone.getByText("Inés García").first().waitFor();
    await picture(phone, "road joined");

    // The watching window shows it without being asked.
    await row.locator("[data-status=REGISTERED]").waitFor({ timeout: 30_000 });
    await picture(watcher, "road registered");

    // What still waits is cancelled at the sending page.
    await desk.getByRole("link", { name: "Follow them" }).click();
    await desk
      .getByRole("button", { name: /^Cancel/ })
      .first()
      .click();
    await desk
      .getByRole("dialog")
      .getByRole("button", { name: /^Cancel/ })
      .click();
    await expect
      .poll(() => desk.getByText(/cancelled/).count(), { timeout: 20_000 })
      .toBeGreaterThan(0);
    await expectAccessible(desk);
    await picture(desk, "road cancelled");
  },
);
