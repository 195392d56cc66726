// A real browser against a running Usher. Whatever a page loads from another
// origin, logs as an error or throws fails the test that opened it.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import axe from "axe-core";
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";

/** Where Usher runs, and with what. e2e/screens_test.go sets these. */
const settings = {
  base: required("USHER_BASE_URL"),
  chromium: required("USHER_CHROMIUM"),
  pictures: required("USHER_PICTURES"),
};

export const base = settings.base;

/** People of the demo data, as `make run` prints them. */
export const people = {
  gymLeader: { email: "leader@irontemple.example", password: "Calm4-Heron" },
  gymOwner: { email: "owner@irontemple.example", password: "Tall7-Otter" },
  gymTrainer: { email: "trainer@irontemple.example", password: "Swift5-Lynx" },
  gymClient: { email: "casey@mail.example", password: "Brave3-Finch" },
  coach: { email: "owner@coachkai.example", password: "Tall7-Otter" },
  communityLeader: {
    email: "leader@maplecommons.example",
    password: "Calm4-Heron",
  },
  communityOwner: {
    email: "owner@maplecommons.example",
    password: "Tall7-Otter",
  },
  support: { email: "support@usher.example", password: "Kind8-Raven" },
};
export type Person = (typeof people)[keyof typeof people];

let browser: Browser;
const open: BrowserContext[] = [];
const troubles: string[] = [];

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: settings.chromium,
    // Chromium refuses to run as root with its sandbox.
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-component-update",
      "--disable-background-networking",
      "--disable-sync",
    ],
  });
});

afterEach(async (test) => {
  if (test.task.result?.state === "fail") {
    const pages = open.flatMap((context) => context.pages());
    for (const [n, page] of pages.entries())
      await picture(page, `failed ${test.task.name} ${n}`).catch(() => {});
  }
  await Promise.all(open.splice(0).map((context) => context.close()));
  expect(
    troubles.splice(0),
    "what pages logged, threw or loaded from elsewhere",
  ).toEqual([]);
});

afterAll(() => browser.close());

/** Opens a window with cookies of its own. */
export async function openWindow(
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    reducedMotion: "reduce",
    ...options,
  });
  open.push(context);
  const page = await context.newPage();
  watch(page);
  return page;
}

/** Errors that a test brings about, and so are none. */
const expected = new WeakMap<Page, RegExp[]>();

/** Lets errors of the page pass that match, from now on. */
export function expectErrors(page: Page, ...patterns: RegExp[]): void {
  expected.set(page, [...(expected.get(page) ?? []), ...patterns]);
}

function watch(page: Page): void {
  const note = (trouble: string) => {
    if (!expected.get(page)?.some((pattern) => pattern.test(trouble)))
      troubles.push(trouble);
  };
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") {
      note(`${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  page.on("pageerror", (error) => note(`thrown: ${error.stack ?? error}`));
  page.on("request", (request) => {
    const url = request.url();
    if (
      !url.startsWith(base) &&
      !url.startsWith("data:") &&
      !url.startsWith(`blob:${base}`)
    )
      note(`elsewhere: ${url}`);
  });
}

/** Signs in by the form, and stays on the given view. */
export async function signInByForm(
  page: Page,
  person: Person,
  path = "/admin/",
): Promise<void> {
  await page.goto(base + path);
  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page
    .getByRole("navigation", { name: "Main" })
    .or(page.getByRole("button", { name: "Menu" }))
    .first()
    .waitFor();
}

/** The cookies of those who have signed in: how often one may is limited. */
const sessions = new Map<Person, Cookies>();
type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;

/**
 * Opens a view as a person who is signed in. Tests that end a sign-in use
 * signInByForm: this one is shared.
 */
export async function signIn(
  page: Page,
  person: Person,
  path = "/admin/",
): Promise<void> {
  const session = sessions.get(person);
  if (session) {
    await page.context().addCookies(session);
    await page.goto(base + path);
  } else {
    await signInByForm(page, person, path);
    sessions.set(person, await page.context().cookies());
  }
}

/**
 * Asserts that axe finds nothing against WCAG 2.2 A and AA, nor against its
 * best practices, on the page as it stands.
 */
export async function expectAccessible(
  page: Page,
  exclude: string[] = [],
): Promise<void> {
  await settled(page);
  // Our policy keeps scripts out that are not of the page: axe comes through the debugger.
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async (skip) => {
    const results = await (window as unknown as { axe: typeof axe }).axe.run(
      { include: [["html"]], exclude: skip.map((selector) => [selector]) },
      { resultTypes: ["violations"] },
    );
    // Menus and lists of options stand outside the landmarks: they are mounted
    // at the end of the body, and belong to the button that opened them.
    const inPortal = ([selector]: unknown[]) =>
      document.querySelector(String(selector))?.closest("[data-portal]");
    for (const violation of results.violations)
      if (violation.id === "region")
        violation.nodes = violation.nodes.filter((n) => !inPortal(n.target));
    const found = results.violations.filter(({ nodes }) => nodes.length > 0);
    return found.map(
      (v) =>
        `${v.id}: ${v.help}\n  ${v.nodes
          .slice(0, 4)
          .map((n) => `${n.html.slice(0, 160)} ${n.any[0]?.message ?? ""}`)
          .join("\n  ")}`,
    );
  }, exclude);
  expect(violations, page.url()).toEqual([]);
}

/** Waits until nothing on the page says that it is loading. */
export async function settled(page: Page): Promise<void> {
  const loads = () =>
    page.evaluate(
      () =>
        document.body.innerText.includes("Loading…") ||
        document.querySelector("[aria-label^=Loading]") !== null,
    );
  // Asked from here: waitForFunction can hang beside a frame without scripts.
  await expect.poll(loads, { timeout: 30_000 }).toBe(false);
}

/** Keeps a picture among the test's artifacts. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(settings.pictures, { recursive: true });
  await page.screenshot({
    path: join(settings.pictures, `${name.replace(/[^a-z0-9]+/gi, "-")}.png`),
  });
}

/** A message in the development mode's inbox. */
export interface Message {
  to: string;
  channel: "EMAIL" | "SMS";
  subject: string;
  text: string;
  links: string[];
}

/** Waits for a message to an address, and returns the newest. */
export async function received(address: string): Promise<Message> {
  return expect
    .poll(
      async () => {
        const answer = await fetch(
          `${base}/inbox/api/messages?${new URLSearchParams({ q: address })}`,
        );
        const { messages } = (await answer.json()) as { messages: Message[] };
        return messages.find((message) => message.to.includes(address));
      },
      { timeout: 45_000, interval: 250 },
    )
    .toBeTruthy()
    .then(async () => {
      const answer = await fetch(
        `${base}/inbox/api/messages?${new URLSearchParams({ q: address })}`,
      );
      const { messages } = (await answer.json()) as { messages: Message[] };
      return messages.find((message) => message.to.includes(address))!;
    });
}

/** The link of a message that leads to the join pages. */
export function joinLink(message: Message): string {
  const link = message.links.find((l) =>
    new URL(l).pathname.startsWith("/join/"),
  );
  if (!link) throw new Error(`no join link in ${JSON.stringify(message)}`);
  return link;
}

function required(name: string): string {
  const value = process.env[name];
  if (!value)
    throw new Error(`${name} is not set: these tests are run by go test ./e2e`);
  return value;
}
