import { defaultRangeExtractor, type Range } from "@tanstack/react-virtual";
import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type RefObject,
} from "react";

/** Rows that Page up and Page down go. */
const pageRows = 10;

/**
 * The keyboard in the grid. Tab leads to one row, the active one, and through
 * what stands on it; arrows, Home, End and the page keys go to other rows,
 * Space chooses, Shift with any of them a range, Enter opens, left and right go
 * along the row.
 */
export function useRowKeys(grid: {
  count: number;
  body: RefObject<HTMLElement | null>;
  onOpen: (index: number) => void;
  onChoose: (index: number, range: boolean) => void;
  onRange: (from: number, to: number) => void;
  onScroll: (index: number) => void;
}) {
  const { count, body } = grid;
  const [wanted, setActive] = useState(0);
  const active = Math.min(wanted, Math.max(count - 1, 0));
  const moved = useRef(false);
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    rowOf(body.current, active)?.focus({ preventScroll: true });
  }, [active, body]);

  // The active row stays drawn when it is out of sight, or the focus on it would be lost.
  const withActive = useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range);
      if (active >= range.count || shown.includes(active)) return shown;
      return [...shown, active].sort((a, b) => a - b);
    },
    [active],
  );

  const clamp = (index: number) => Math.max(0, Math.min(index, count - 1));
  function go(to: number) {
    const index = clamp(to);
    moved.current = index !== active;
    setActive(index);
    grid.onScroll(index);
    if (!moved.current)
      rowOf(body.current, index)?.focus({ preventScroll: true });
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const target = event.target as HTMLElement;
    // Keys pressed in a menu that belongs to a row arrive here too.
    if (count === 0 || !event.currentTarget.contains(target)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const onRow = target.getAttribute("role") === "row";
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + pageRows,
      PageUp: active - pageRows,
      Home: 0,
      End: count - 1,
    };
    const to = steps[event.key];
    if (to !== undefined) {
      if (event.shiftKey) grid.onRange(active, clamp(to));
      go(to);
    } else if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
      along(target, event.key === "ArrowRight" ? 1 : -1);
    } else if (event.key === " " && onRow) {
      grid.onChoose(active, event.shiftKey);
    } else if (event.key === "Enter" && onRow) grid.onOpen(active);
    else return;
    event.preventDefault();
  }
  return { active, setActive, withActive, onKeyDown };
}

function rowOf(body: HTMLElement | null, index: number): HTMLElement | null {
  return body?.querySelector(`[data-index="${index}"]`) ?? null;
}

/** Moves the focus along what can have it on the row: the row itself, then its parts. */
function along(target: HTMLElement, step: 1 | -1): void {
  const row = target.closest<HTMLElement>("[role=row]");
  if (!row) return;
  const parts = [
    row,
    ...row.querySelectorAll<HTMLElement>("a, button, input:not(:disabled)"),
  ];
  parts[parts.indexOf(target) + step]?.focus();
}
