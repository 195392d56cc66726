// What tests do beside the pages: asking the API, pasting, holding what would leave.

import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { openWindow, signIn, type Person } from "./stage";

/** Asks the API as the signed-in person of a page. */
export async function ask(page: Page, query: string, variables: object = {}) {
  const answer = await page.evaluate(
    async ([query, variables]) => {
      const answer = await fetch("/graphql", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query, variables }),
      });
      return await answer.json();
    },
    [query, variables] as const,
  );
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}

/** Somebody to be put on file. */
export interface Somebody {
  name?: string;
  email?: string;
  phone?: string;
  address?: string;
}

/** Puts people on file without inviting them; returns their ids. */
export async function putOnFile(
  page: Page,
  contacts: Somebody[],
  more: object = {},
): Promise<string[]> {
  const { createContacts } = await ask(
    page,
    `mutation($input: CreateContactsInput!) {
      createContacts(input: $input) {
        results { contact { id } } userErrors { message }
      }
    }`,
    { input: { contacts, invite: "LATER", ...more } },
  );
  if (createContacts.userErrors.length > 0)
    throw new Error(JSON.stringify(createContacts.userErrors));
  return createContacts.results.map(
    (result: { contact: { id: string } }) => result.contact.id,
  );
}

/** Addresses that no other test, and no other run, has. */
export function fresh(word: string): string {
  return `${word}-${Date.now().toString(36)}-${++count}`;
}
let count = 0;

/** Pastes into what has the focus, as the clipboard would. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData("text/plain", pasted);
    document.activeElement!.dispatchEvent(
      new ClipboardEvent("paste", {
        clipboardData: data,
        bubbles: true,
        cancelable: true,
      }),
    );
  }, text);
}

const days = [
  "SUNDAY",
  "MONDAY",
  "TUESDAY",
  "WEDNESDAY",
  "THURSDAY",
  "FRIDAY",
  "SATURDAY",
];

/**
 * Lets nothing leave an owner's organization while the tests of a file run, at
 * whatever hour they do: its window opens three days from now.
 */
export function holdInvitations(owner: Person): void {
  const change = async (input: object) => {
    const page = await openWindow();
    await signIn(page, owner);
    await ask(
      page,
      `mutation($input: UpdatePolicyInput!) {
        updatePolicy(input: $input) { userErrors { message } }
      }`,
      { input },
    ).then(({ updatePolicy }) => expect(updatePolicy.userErrors).toEqual([]));
    await page.context().close();
  };
  beforeAll(() => {
    const day = days[(new Date().getUTCDay() + 3) % 7];
    return change({ sendWindow: { from: "08:00", to: "16:00", days: [day] } });
  });
  afterAll(() => change({ reset: ["sendWindow"] }));
}
