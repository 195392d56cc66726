import { expect, test } from "vitest";
import { fresh, putOnFile } from "./hands";
import {
  expectAccessible,
  openWindow,
  people,
  received,
  signIn,
} from "./stage";

test("one after the other: refused beside the field, sent by Enter, live below", async () => {
  const page = await openWindow();
  await signIn(page, people.gymLeader, "/admin/invite");
  const address = page.getByLabel("Email or phone");

  await address.fill("nobody@@clients.example");
  await address.press("Enter");
  await page.getByText("An email address has one @").first().waitFor();
  expect(await address.inputValue()).toBe("nobody@@clients.example");
  await expectAccessible(page);

  await address.fill("kim@hotmail.con");
  await page
    .getByRole("button", { name: "Did you mean kim@hotmail.com?" })
    .waitFor();

  const email = `${fresh("one")}@clients.example`;
  await address.fill(email);
  await page.getByLabel("Name", { exact: true }).fill("One Person");
  await address.press("Enter");
  await page.getByRole("link", { name: "One Person" }).waitFor();
  await expect.poll(() => address.inputValue()).toBe("");
  expect(
    await address.evaluate((field) => field === document.activeElement),
  ).toBe(true);
  const row = page.getByRole("listitem").filter({ hasText: email });
  expect((await received(email)).to).toContain(email);
  await row.locator("[data-status=PENDING]").waitFor();
  await expectAccessible(page);
});

test("somebody on file is offered, not created again; an offline client cannot be invited", async () => {
  const page = await openWindow();
  await signIn(page, people.gymLeader, "/admin/invite");
  const email = `${fresh("known")}@clients.example`;
  await putOnFile(page, [{ email, name: "Known Already" }]);
  await page.getByLabel("Email or phone").fill(email);
  await page.getByText("Known Already").first().waitFor();
  await page
    .getByText(/on file/)
    .first()
    .waitFor();
  await expectAccessible(page);

  await page.getByRole("combobox", { name: "Client type" }).click();
  const offline = page.getByRole("option", {
    name: /Offline: cannot be invited/,
  });
  expect(await offline.getAttribute("data-combobox-disabled")).toBe("true");
});
