import { describe, expect, test } from "vitest";
import {
  base,
  expectAccessible,
  openWindow,
  people,
  signIn,
  signInByForm,
} from "./stage";

describe("the way into the admin app", () => {
  test("a wrong password is refused, and what was typed stays", async () => {
    const page = await openWindow();
    await page.goto(`${base}/admin/contacts?q=anna`);
    await page.getByLabel("Email").fill(people.gymLeader.email);
    await page.getByLabel("Password", { exact: true }).fill("Wrong1-Password");
    await page.getByLabel("Password", { exact: true }).press("Enter");
    await page.getByRole("alert").getByText("Email and password").waitFor();
    expect(await page.getByLabel("Email").inputValue()).toBe(
      people.gymLeader.email,
    );
    await expectAccessible(page);
  });

  test("a deep link opens after signing in", async () => {
    const page = await openWindow();
    await signInByForm(page, people.gymLeader, "/admin/settings/programs");
    await page.getByRole("heading", { level: 1, name: "Programs" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/admin/settings/programs");
  });

  test("a client is told that the app is for staff", async () => {
    const page = await openWindow();
    await page.goto(`${base}/admin/`);
    await page.getByLabel("Email").fill(people.gymClient.email);
    await page
      .getByLabel("Password", { exact: true })
      .fill(people.gymClient.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page
      .getByRole("heading", { name: "This app is for staff" })
      .waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "Sign in to Usher" }).waitFor();
  });

  test("support is shown to the playground", async () => {
    const page = await openWindow();
    await page.goto(`${base}/admin/`);
    await page.getByLabel("Email").fill(people.support.email);
    await page
      .getByLabel("Password", { exact: true })
      .fill(people.support.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("link", { name: "Open the playground" }).waitFor();
  });

  test("light and dark, as chosen, also after a reload; then out", async () => {
    const page = await openWindow({ colorScheme: "light" });
    await signInByForm(page, people.gymLeader);
    await page.getByRole("button", { name: "Lena Okoro" }).click();
    await page.getByRole("menuitemradio", { name: "Dark" }).click();
    const scheme = () =>
      page.evaluate(
        () => document.documentElement.dataset["mantineColorScheme"],
      );
    expect(await scheme()).toBe("dark");
    await page.reload();
    await page.getByRole("navigation", { name: "Main" }).waitFor();
    expect(await scheme()).toBe("dark");
    await page.getByRole("button", { name: "Lena Okoro" }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "Sign in to Usher" }).waitFor();
  });

  test("an address that does not exist says so", async () => {
    const page = await openWindow();
    await signIn(page, people.gymLeader, "/admin/nowhere");
    await page.getByRole("heading", { name: "Nothing here" }).waitFor();
    await expectAccessible(page);
  });
});
