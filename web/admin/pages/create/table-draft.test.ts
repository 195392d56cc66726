import { expect, test } from "vitest";
import { chosenWith, noChoices } from "./draft";
import { noTable, readTable } from "./table-draft";

test("a table comes back as it was, with choices that are newer than it", () => {
  const draft = { ...noTable, text: "a\tb", aside: "c", makeHouseholds: true };
  expect(readTable(JSON.stringify(draft))).toEqual(draft);
  const old = { text: "a", aside: "", choices: { stage: "TRIAL" } };
  expect(readTable(JSON.stringify(old)).choices).toEqual({
    ...noChoices,
    stage: "TRIAL",
  });
});

test("what is no table is none", () => {
  for (const kept of [null, "", "{", "7", '{"text":1,"aside":""}', "{}"]) {
    expect(readTable(kept), String(kept)).toEqual(noTable);
  }
});

test("an offline client is never left to be invited now", () => {
  const now = { ...noChoices, invite: "NOW" as const };
  expect(chosenWith(now, { clientType: "OFFLINE" }).invite).toBe("BY_TYPE");
  expect(chosenWith(now, { stage: "TRIAL" }).invite).toBe("NOW");
});
