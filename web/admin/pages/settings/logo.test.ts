import { expect, test } from "vitest";
import { base64Of, problemOfFile, problemOfSize } from "./logo";

test("a file is judged by its format and length", () => {
  expect(problemOfFile({ type: "image/png", size: 200 * 1024 })).toBeNull();
  expect(problemOfFile({ type: "image/svg+xml", size: 10 })).toMatch(/PNG/);
  expect(problemOfFile({ type: "", size: 10 })).toMatch(/PNG/);
  expect(problemOfFile({ type: "image/png", size: 200 * 1024 + 1 })).toMatch(
    /201 KB/,
  );
});

test("a picture is judged by its sides", () => {
  expect(problemOfSize(1024, 1)).toBeNull();
  expect(problemOfSize(1, 1025)).toMatch(/1 by 1025/);
});

test("what is sent stands behind the comma", () => {
  expect(base64Of("data:image/png;base64,AAEC")).toBe("AAEC");
});
