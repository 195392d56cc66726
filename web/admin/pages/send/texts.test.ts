import { expect, test } from "vitest";
import { edit, inputOf, insert, lengthOf, ruleOf, type Texts } from "./texts";

const start: Texts = {
  subject: "Join",
  body: "Hello {{name}}",
  button: "Go",
  channels: "ALL_AVAILABLE",
};

test("only what was changed is sent", () => {
  expect(inputOf({})).toBeUndefined();
  const edits = edit({}, start, "subject", "Join us");
  expect(inputOf(edits)).toEqual({ subject: "Join us" });
});

test("a text that is put back as it was counts as not changed", () => {
  const edits = edit({}, start, "subject", "Join us");
  expect(edit(edits, start, "subject", "Join")).toEqual({});
});

test("an emptied text is a change, for the server to refuse", () => {
  expect(edit({}, start, "body", "")).toEqual({ body: "" });
});

test("without a start every value is a change", () => {
  expect(edit({}, {}, "channels", "SMS_ONLY")).toEqual({
    channels: "SMS_ONLY",
  });
});

test("characters are counted as the server does", () => {
  expect(lengthOf("né👍")).toBe(3);
});

test("channels become the rule that asks for them", () => {
  expect(ruleOf(["EMAIL", "SMS"])).toBe("ALL_AVAILABLE");
  expect(ruleOf(["EMAIL"])).toBe("EMAIL_ONLY");
  expect(ruleOf(["SMS"])).toBe("SMS_ONLY");
});

test("a token takes the place of what is selected", () => {
  expect(insert("Hi you!", 3, 6, "{{name}}")).toEqual({
    text: "Hi {{name}}!",
    caret: 11,
  });
});
