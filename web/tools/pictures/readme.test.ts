// The README's pictures, made by `make pictures`.

import { test } from "vitest";
import {
  base,
  openWindow,
  people,
  picture,
  received,
  joinLink,
  settled,
  signIn,
} from "../browser/stage";

/** Some good, two that are mended by a click, one that is no address. */
const list = `Maya Lindgren <maya@clients.example>, tom.ashford@clients.example
priya.nair@gmial.com; +1 212 555 0187
"Okafor, Chidi" <chidi@clients.example>, lena@@clients.example
sven.holt@clients.example kim@hotmail.con ruth.adler@clients.example
noor.haddad@clients.example, jules.martin@clients.example`;

test("pictures", { timeout: 300_000 }, async () => {
  const desk = await openWindow({
    viewport: { width: 1280, height: 800 },
    timezoneId: "America/New_York",
  });
  await signIn(desk, people.gymLeader);
  await take("overview", "/admin/");
  await take("contacts", "/admin/contacts");
  await take("sending", "/admin/sending");

  await desk.goto(`${base}/admin/create`);
  await desk.getByLabel("Email addresses and phone numbers").click();
  await desk.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData("text/plain", pasted);
    document.activeElement!.dispatchEvent(
      new ClipboardEvent("paste", {
        clipboardData: data,
        bubbles: true,
        cancelable: true,
      }),
    );
  }, list);
  await desk
    .getByText(/needs? attention/)
    .first()
    .waitFor();
  await desk.evaluate(() => scrollTo(0, 0));
  await picture(desk, "create");

  await desk.goto(`${base}/admin/contacts?status=NOT_INVITED`);
  await desk.getByRole("row").nth(1).waitFor();
  await settled(desk);
  await desk
    .getByRole("button", { name: /^Invite [A-Z]/ })
    .last()
    .click();
  await desk.locator("iframe").waitFor();
  await desk.waitForTimeout(1500);
  await picture(desk, "send");

  const phone = await openWindow({
    viewport: { width: 390, height: 780 },
    colorScheme: "dark",
  });
  await signIn(phone, people.gymLeader, "/admin/contacts");
  await phone.getByRole("row").nth(3).waitFor();
  await settled(phone);
  await picture(phone, "contacts-phone");

  const message = await received("abel.moreau@mail.example");
  const guest = await openWindow({ viewport: { width: 390, height: 780 } });
  await guest.goto(joinLink(message));
  await guest.getByLabel("Choose a password").fill("Harbor");
  await picture(guest, "join-phone");

  async function take(name: string, path: string) {
    await desk.goto(base + path);
    await desk.getByRole("heading", { level: 1 }).waitFor();
    await settled(desk);
    await desk.waitForTimeout(500);
    await picture(desk, name);
  }
});
