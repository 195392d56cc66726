import { expect, test } from "vitest";
import { rowKey, standing, type Waiting } from "./queue-rows";

const row = (id: string, position: number, purpose = "INVITE"): Waiting => ({
  position,
  purpose,
  invitation: { id },
});
const places = (rows: Waiting[], left: string[] = []) =>
  standing(rows, new Set(left)).map((r) => `${r.position} ${r.invitation.id}`);

test("whoever left is gone, and those behind move up", () => {
  const rows = [row("a", 1), row("b", 2), row("c", 3), row("d", 4)];
  expect(places(rows, [rowKey(rows[0]!), rowKey(rows[2]!)])).toEqual([
    "1 b",
    "2 d",
  ]);
});

test("places that others hold stay theirs", () => {
  const rows = [row("a", 2), row("b", 7), row("c", 9)];
  expect(places(rows, [rowKey(rows[1]!)])).toEqual(["2 a", "8 c"]);
});

test("a reminder is not its invitation", () => {
  const rows = [row("a", 1), row("a", 2, "REMINDER")];
  expect(places(rows, [rowKey(rows[0]!)])).toEqual(["1 a"]);
  expect(standing(rows, new Set([rowKey(rows[0]!)]))[0]!.purpose).toBe(
    "REMINDER",
  );
});

test("pages that overlap show each row once, as it was read first", () => {
  const rows = [row("a", 1), row("b", 2), row("b", 3), row("c", 4)];
  expect(places(rows)).toEqual(["1 a", "2 b", "4 c"]);
});
