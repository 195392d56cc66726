import { expect, test } from "vitest";
import { ask, fresh, putOnFile } from "./hands";
import { openPhone, press, says, stands } from "./phone";
import {
  base,
  joinLink,
  openWindow,
  people,
  received,
  signIn,
  type Message,
} from "./stage";

const password = "Quiet-Harbor-42";

/** Invites somebody at the gym's location that sends at any hour, and waits for the message. */
async function invited(name: string, email: string): Promise<Message> {
  const page = await openWindow();
  await signIn(page, people.gymLeader, "/admin/invite");
  const [contact] = await putOnFile(page, [{ name, email }]);
  await ask(
    page,
    `mutation($id: ID!) { inviteContacts(input: {contacts: [$id]}) { queuedCount } }`,
    { id: contact },
  );
  return received(email);
}

/** The typed code of a message, in its two groups. */
function codeOf(message: Message): [string, string] {
  const found = /\b([0-9A-Z]{5})-([0-9A-Z]{5})\b/.exec(message.text);
  if (!found) throw new Error(`no code in ${message.text}`);
  return [found[1]!, found[2]!];
}

test(
  "in by a code typed sloppily, with a password that is ticked off",
  { timeout: 120_000 },
  async () => {
    const email = `${fresh("code")}@mail.example`;
    const message = await invited("Cora Diaz", email);
    const [first, second] = codeOf(message);
    const page = await openPhone(`${base}/join`);
    await stands(page, "Enter your code");
    const field = page.getByLabel("Invitation code");
    await field.pressSequentially(
      `${first} ${second}`.toLowerCase().replaceAll("0", "o"),
    );
    expect(await field.inputValue()).toBe(`${first}-${second}`);
    await press(page, "Continue");
    await stands(page, "You are invited");
    await says(page, "Iron Temple Gym has invited");

    const rule = page.locator("#password-rule");
    const met = () =>
      rule
        .locator("li.met")
        .evaluateAll((parts) =>
          parts.map((part) => (part as HTMLElement).dataset["part"]),
        );
    const secret = page.getByLabel("Choose a password");
    await secret.pressSequentially("Ab3");
    await expect.poll(met).toEqual(["UPPER", "LOWER", "DIGIT"]);
    await page.getByLabel("Your name").fill("Cora Diaz");
    await press(page, /^Join/);
    await says(page, "The password needs at least 6 characters.");
    expect(await page.getByLabel("Your name").inputValue()).toBe("Cora Diaz");
    await stands(page, "You are invited");
    await secret.fill("Password1!");
    await expect.poll(met).toHaveLength(5);
    await press(page, /^Join/);
    await says(page, /on lists of stolen passwords/);
    await secret.fill(password);
    await press(page, /^Join/);
    await stands(page, "You are in");
    await says(page, "Cora Diaz");

    // Used: the link's holder learns it, whoever types the code does not.
    const later = await openPhone(joinLink(message));
    await stands(later, "You have joined already");
    await later.getByRole("link", { name: "Sign in" }).click();
    await stands(later, "Sign in");
    await later.getByLabel("Email").fill(email);
    await later.getByLabel("Password", { exact: true }).fill("Wrong-Harbor-1");
    await press(later, "Sign in");
    await says(later, "Email and password do not match.");
    await stands(later, "Sign in");
    await later.getByLabel("Password", { exact: true }).fill(password);
    await press(later, "Sign in");
    await stands(later, "You are in");
    await press(later, "Sign out");
    await later.goto(`${base}/join`);
    await later.getByLabel("Invitation code").fill(`${first}-${second}`);
    await press(later, "Continue");
    await says(later, "This code cannot be used.");
  },
);

test("what is unknown has one answer, in the reader's language", async () => {
  const page = await openPhone(`${base}/join/${"Zz9_".repeat(6)}`);
  await stands(page, "This link does not work");
  await page.getByRole("link", { name: "Enter a code" }).click();
  await stands(page, "Enter your code");
  const field = page.getByLabel("Invitation code");
  await field.fill("ZZZZZ-ZZZZ7");
  await press(page, "Continue");
  await says(page, "This code cannot be used.");
  expect(await field.getAttribute("aria-invalid")).toBe("true");
  await stands(page, "Enter your code");

  await page.getByRole("link", { name: "Deutsch" }).click();
  await stands(page, "Code eingeben");
  expect(await page.locator("html").getAttribute("lang")).toBe("de");
  await page.getByLabel("Einladungscode").fill("ZZZZZ-ZZZZ8");
  await press(page, "Weiter");
  await says(page, "Dieser Code kann nicht verwendet werden.");
  await stands(page, "Code eingeben");
});

test("declined, after a question, and for good", async () => {
  const email = `${fresh("decline")}@mail.example`;
  const message = await invited("Dee Clark", email);
  const page = await openPhone(joinLink(message));
  await stands(page, "You are invited");
  await page.getByText("Not for you, or not interested?").click();
  await says(page, "Declining ends this invitation.");
  await stands(page, "You are invited");
  await press(page, "Decline the invitation");
  await stands(page, "You have declined");
  const later = await openPhone(joinLink(message));
  await stands(later, "This link does not work");
});
