import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { expectAccessible, openWindow, people, signIn } from "./stage";

/** Opens a section of the community's settings as its owner. */
async function openSection(section: string): Promise<Page> {
  const page = await openWindow();
  await signIn(page, people.communityOwner, `/admin/settings/${section}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page;
}

const says = (page: Page, text: string | RegExp) =>
  page.getByText(text).first().waitFor();
const press = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: true }).last().click();
const isFocused = (element: Element) => element === document.activeElement;

describe("the invitation policy", () => {
  test("a refusal stands beside its field, and what was typed stays", async () => {
    const page = await openSection("policy");
    const days = page.getByLabel("An invitation lives", { exact: true });
    await days.fill("40");
    await page.getByLabel("Pace", { exact: true }).fill("");
    await press(page, "Save");
    await says(page, "Enter a whole number.");
    await page.getByLabel("Pace", { exact: true }).fill("90");
    await says(
      page,
      /One every 1 minute 30 seconds\. 100 invitations take 2 hours 30 minutes\./,
    );
    await page
      .getByRole("textbox", { name: "Text of the email" })
      .fill("See https://elsewhere.example");
    await press(page, "Save");
    await says(page, /from 1 to 30 days/);
    await says(page, /may not contain links/);
    expect(await days.inputValue()).toBe("40 days");
    expect(await days.evaluate(isFocused)).toBe(true);
    await expectAccessible(page);
    await press(page, "Discard");
    expect(await days.inputValue()).toBe("10 days");
  });

  test("what is saved can be undone, and falls back to the level above", async () => {
    const page = await openSection("policy");
    await page.getByLabel("An invitation lives", { exact: true }).fill("14");
    await page.getByRole("button", { name: "Sunday" }).click();
    await says(page, "2 changes not saved");
    await press(page, "Save");
    await says(page, "The policy is saved.");
    await says(page, "08:00 to 16:00, Monday to Saturday");
    expect(await page.getByText("Set for the organization").count()).toBe(2);
    await press(page, /^Invitations leave: Use the default/);
    await press(page, "Save");
    await says(page, "08:00 to 16:00, every day");
    expect(await page.getByText("Set for the organization").count()).toBe(1);
    await press(page, /^An invitation lives: Use the default/);
    await press(page, "Save");
    await expect
      .poll(() => page.getByText("Set for the organization").count())
      .toBe(0);
    await press(page, "Undo");
    await expect
      .poll(() => page.getByText("Set for the organization").count())
      .toBe(1);
    await press(page, /^An invitation lives: Use the default/);
    await press(page, "Save");
    await expect
      .poll(() => page.getByText("Set for the organization").count())
      .toBe(0);
  });

  test("leaving asks while something is not saved", async () => {
    const page = await openSection("programs");
    await page.getByRole("link", { name: "Invitation policy" }).click();
    const pace = page.getByLabel("Pace", { exact: true });
    await pace.fill("5");
    for (const leave of [
      () => page.getByRole("link", { name: "Groups" }).click(),
      () => page.goBack(),
    ]) {
      await leave();
      await says(page, "Leave without saving?");
      await press(page, "Stay here");
      await page.getByRole("dialog").waitFor({ state: "detached" });
      expect(page.url()).toContain("/settings/policy");
      expect(await pace.inputValue()).toBe("5 seconds");
    }
    await page.goBack();
    await press(page, "Leave");
    await page.getByRole("heading", { name: "Programs" }).waitFor();
  });
});

describe("how the organization presents itself", () => {
  test("the color follows at once, and back", async () => {
    const page = await openSection("organization");
    const shown = () =>
      page.evaluate(() =>
        getComputedStyle(document.documentElement).getPropertyValue(
          "--usher-accent-text",
        ),
      );
    const color = page.getByLabel("Accent color");
    await expect.poll(() => color.inputValue()).toMatch(/^#/);
    const before = await shown();
    await color.fill("greenish");
    await press(page, "Save");
    await says(page, /Give a color as #rrggbb/);
    await color.fill("a61e8d");
    await page.keyboard.press("Enter");
    await says(page, "Saved.");
    await expect.poll(shown).toBe("#a61e8d");
    await press(page, "Undo");
    await expect.poll(shown).toBe(before);
  });

  test("a picture is judged before it is sent", async () => {
    const page = await openSection("organization");
    for (const [mimeType, buffer, words] of [
      ["image/png", Buffer.alloc(201 * 1024), /201 KB/],
      ["image/png", Buffer.from("no picture"), /cannot be read/],
      ["image/svg+xml", Buffer.from("<svg/>"), /PNG, JPEG or WebP picture\.$/],
    ] as const) {
      const [chooser] = await Promise.all([
        page.waitForEvent("filechooser"),
        page.getByRole("button", { name: /^Choose/ }).click(),
      ]);
      await chooser.setFiles({ name: "logo", mimeType, buffer });
      await page.getByRole("alert").getByText(words).waitFor();
    }
  });
});

test("a location's refusal stands beside its field", async () => {
  const page = await openSection("locations");
  await press(page, "Add a location");
  await press(page, "Add the location");
  await page.getByText(/Enter a name/).waitFor();
  await page.getByRole("combobox", { name: "Time zone" }).fill("los angeles");
  await page.getByRole("option", { name: /Los Angeles/ }).click();
  await says(page, /It is \d\d:\d\d, UTC−[78] there\./);
  await expectAccessible(page);
});

test("staff: a password by the rule; the last owner stays", async () => {
  const page = await openSection("staff");
  await press(page, "Add somebody");
  await page.getByLabel("Name", { exact: true }).fill("Kim Park");
  await page.getByLabel("Email").fill("kim@");
  await page.getByLabel("First password").fill("abc1");
  await press(page, "Add to the staff");
  await page.locator('[aria-invalid="true"]').waitFor();
  expect(await page.getByLabel("Email").evaluate(isFocused)).toBe(true);
  await page.getByLabel("Email").fill(`kim${Date.now()}@maplecommons.example`);
  await press(page, "Add to the staff");
  await says(page, "The password must have all of what stands below.");
  await says(page, "A digit: met");
  await page.getByLabel("First password").fill("Blue4-Heron");
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await says(page, /Kim Park can sign in/);
  await press(page, "Remove Kim Park");
  await press(page, "Remove");
  await says(page, "Kim Park was removed.");
  const self = page
    .getByRole("listitem")
    .filter({ hasText: people.communityOwner.email });
  await self.getByRole("button", { name: /^Remove/ }).click();
  await press(page, "Leave");
  await self.getByText(/last owner cannot be removed/).waitFor();
});

test("a trainer may look, and is told why no more", async () => {
  const page = await openWindow();
  await signIn(page, people.gymTrainer, "/admin/settings/policy");
  await says(page, /that is for owners and leaders/);
  await says(page, "One a minute");
  expect(await page.getByRole("spinbutton").count()).toBe(0);
  expect(await page.getByRole("button", { name: "Save" }).count()).toBe(0);
});
