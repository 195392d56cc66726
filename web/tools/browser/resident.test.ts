import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { ask, fresh } from "./hands";
import { openPhone, press, says, stands } from "./phone";
import {
  base,
  expectErrors,
  joinLink,
  openWindow,
  people,
  received,
  signIn,
} from "./stage";

const password = "Quiet-Harbor-42";

/** A new access pass's code, as it is on paper. */
async function passCode(): Promise<string> {
  const page = await openWindow();
  await signIn(page, people.communityLeader, "/admin/");
  await page.getByRole("heading", { level: 1 }).waitFor();
  const { generateAccessPasses } = await ask(
    page,
    `mutation { generateAccessPasses(input: {count: 1}) { run { id } } }`,
  );
  const { printAccessPasses } = await ask(
    page,
    `mutation($run: ID!) { printAccessPasses(input: {run: $run}) { pageUrl } }`,
    { run: generateAccessPasses.run.id },
  );
  await page.goto(`${base}${printAccessPasses.pageUrl}`);
  return page.locator(".code").first().innerText();
}

/** Waits for the six digits that are mailed to an address. */
async function digits(email: string): Promise<string> {
  return /\b\d{6}\b/.exec((await received(email)).text)![0];
}

const member = (page: Page, name: string) =>
  page.getByRole("listitem").filter({ hasText: name });

test(
  "in with a pass, and the household after",
  { timeout: 150_000 },
  async () => {
    const word = fresh("home");
    const [ana, dee] = [`ana.${word}@mail.example`, `dee.${word}@mail.example`];
    const code = await passCode();

    const page = await openPhone(`${base}/join`);
    await page.getByLabel("Invitation code").fill(code);
    await press(page, "Continue");
    await stands(page, "Your access pass");
    await page.getByLabel("Your name").fill("Ana Park");
    await page.getByLabel("Email").fill(ana);
    await page.getByLabel("Mobile phone").fill("12");
    await page.getByLabel("Address or unit").fill(`12 ${word} Lane`);
    await page.getByLabel("Choose a password").fill(password);
    await press(page, /^Join/);
    await says(page, "This is no phone number that can receive texts.");
    await stands(page, "Your access pass");
    expect(await page.getByLabel("Address or unit").inputValue()).toBe(
      `12 ${word} Lane`,
    );
    await page.getByLabel("Mobile phone").fill("");
    await page.getByLabel("Choose a password").fill(password);
    await press(page, /^Join/);
    await stands(page, "Check your email");
    await page.getByLabel("6-digit code").fill(await digits(ana));
    await press(page, "Continue");
    await stands(page, "You are in");

    await page.getByRole("link", { name: "Your household" }).click();
    await stands(page, "Your household");
    await says(page, `12 ${word} Lane`);
    await page.getByLabel("Name").fill("Dee Park");
    await page.getByLabel("Email or mobile number").fill("dee@");
    await press(page, "Add to the household");
    await says(page, "This is no complete email address.");
    await stands(page, "Your household");
    expect(await page.getByLabel("Name").inputValue()).toBe("Dee Park");
    await page.getByLabel("Email or mobile number").fill(dee);
    await press(page, "Add to the household");
    await says(page, "Added. A message is on its way.");
    await member(page, "Dee Park").getByText("Asked to confirm:").waitFor();
    await page.getByLabel("Name").fill("Kim Park");
    await press(page, "Add to the household");
    await member(page, "Kim Park")
      .getByText("Listed, without sign-in")
      .waitFor();
    await stands(page, "Your household");

    await page.getByRole("link", { name: "Change Kim Park" }).click();
    await stands(page, "Kim Park");
    await page.getByText("Take out of the household").first().click();
    await press(page, "Take out of the household");
    await says(page, "Taken out of the household.");
    expect(await member(page, "Kim Park").count()).toBe(0);

    const other = await openPhone(joinLink(await received(dee)));
    await stands(other, "You are invited");
    await says(other, "has added you to the household");
    await other.getByLabel("Choose a password").fill(password);
    await press(other, /^Join/);
    await stands(other, "You are in");
    await other.getByRole("link", { name: "Your household" }).click();
    await stands(other, "Your household");
    await says(other, "Ana Park adds and removes members.");
    expect(await other.getByLabel("Name").count()).toBe(0);

    await page.reload();
    await member(page, "Dee Park").getByText("Has joined").waitFor();
  },
);

test("a household's page for strangers and for staff", async () => {
  const stranger = await openPhone(`${base}/household`);
  await stands(stranger, "Sign in");
  const staff = await openWindow();
  expectErrors(staff, /status of 403/);
  await signIn(staff, people.communityLeader, "/household");
  await stands(staff, "No household to show");
});
