// The README's pictures, made by `make pictures`.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "vitest";
import {
  base,
  openWindow,
  people,
  picture,
  settled,
  signIn,
} from "../browser/stage";

const list = readFileSync(
  join(import.meta.dirname, "../../../examples/paste-200.txt"),
  "utf8",
);

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
  await desk
    .getByRole("textbox")
    .first()
    .fill(
      `${list.split("\n").slice(0, 14).join("\n")}\nanna@gmial.con two words@gym.example`,
    );
  await desk.waitForTimeout(1500);
  await picture(desk, "create");

  const dark = await openWindow({
    viewport: { width: 390, height: 780 },
    colorScheme: "dark",
  });
  await signIn(dark, people.coach, "/admin/contacts");
  await settled(dark);
  await picture(dark, "contacts-phone-dark");

  async function take(name: string, path: string) {
    await desk.goto(base + path);
    await desk.getByRole("heading", { level: 1 }).waitFor();
    await settled(desk);
    await desk.waitForTimeout(500);
    await picture(desk, name);
  }
});
