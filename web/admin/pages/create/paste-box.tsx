import { VisuallyHidden } from "@mantine/core";
import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type ClipboardEvent,
  type Dispatch,
  type KeyboardEvent,
} from "react";
import { ChipView, type ChipActions } from "./chip-view";
import { corrected, type Chip, type ChipAction } from "./chips";
import classes from "./create.module.css";
import { splitPaste, takeTyped } from "./split";

/** Reaches into the list from beside it. */
export interface PasteBoxHandle {
  /** Moves the focus to an entry. */
  show(id: number): void;
  /** Moves the focus to where one types. */
  focus(): void;
}

/**
 * A large field that turns what is pasted or typed into entries. With the
 * keyboard: arrows go between entries, Enter edits one, Delete removes it.
 */
export function PasteBox(props: {
  chips: Chip[];
  dispatch: Dispatch<ChipAction>;
  typed: string;
  onTyped: (typed: string) => void;
  /** Something was pasted: whoever judges should not wait. */
  onPasted: () => void;
  handle: { current: PasteBoxHandle | null };
  describedBy: string;
}) {
  const { chips, dispatch, typed, onTyped, onPasted, handle } = props;
  const list = useRef<HTMLUListElement>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const latest = useRef(chips);
  latest.current = chips;
  const [active, setActive] = useState<number>();
  const [editing, setEditing] = useState<number>();
  // Where the focus goes when the list is drawn again.
  const wanted = useRef<number | "input">(undefined);

  const show = (id: number) => {
    const chip = list.current?.querySelector<HTMLElement>(
      `[data-chip="${id}"]`,
    );
    chip?.focus();
    chip?.scrollIntoView({ block: "nearest" });
  };
  useEffect(() => {
    const to = wanted.current;
    if (to === undefined) return;
    wanted.current = undefined;
    if (to === "input") input.current?.focus();
    else show(to);
  });
  useEffect(() => {
    handle.current = { show, focus: () => input.current?.focus() };
  }, [handle]);

  const actions = useMemo<ChipActions>(() => {
    const at = (id: number) => latest.current.findIndex((c) => c.id === id);
    const goTo = (index: number) => {
      const chip = latest.current[Math.max(index, 0)];
      if (chip) show(chip.id);
      else input.current?.focus();
    };
    return {
      focused: setActive,
      move: (id, by) =>
        goTo(by === Infinity ? latest.current.length - 1 : at(id) + by),
      remove(id) {
        const index = at(id);
        const { [index + 1]: next, [index - 1]: before } = latest.current;
        wanted.current = (next ?? before)?.id ?? "input";
        dispatch({ type: "remove", ids: [id] });
      },
      open(id) {
        setEditing((editing) => {
          if (id === undefined) wanted.current = editing;
          return id;
        });
      },
      edit: (id, texts) => dispatch({ type: "edit", id, texts }),
      correct(id) {
        const chip = latest.current[at(id)];
        wanted.current = id;
        if (chip) dispatch({ type: "edit", id, texts: [corrected(chip)] });
      },
    };
  }, [dispatch]);

  function take(text: string) {
    const { entries, rest } = takeTyped(text);
    if (entries.length > 0) dispatch({ type: "add", texts: entries });
    onTyped(rest);
  }
  function takeAll(text: string) {
    const texts = splitPaste(text);
    if (texts.length > 0) dispatch({ type: "add", texts });
    onTyped("");
  }
  function paste(event: ClipboardEvent<HTMLTextAreaElement>) {
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    const pasted = event.clipboardData.getData("text/plain");
    onPasted();
    takeAll(
      typed.slice(0, selectionStart) + pasted + typed.slice(selectionEnd),
    );
  }
  function press(event: KeyboardEvent<HTMLTextAreaElement>) {
    const last = chips.at(-1);
    const back = ["Backspace", "ArrowLeft", "ArrowUp"].includes(event.key);
    if (event.key === "Enter" && !event.nativeEvent.isComposing) takeAll(typed);
    else if (back && last && event.currentTarget.selectionEnd === 0) {
      show(last.id);
    } else return;
    event.preventDefault();
  }

  const tabStop = chips.some(({ id }) => id === active) ? active : chips[0]?.id;
  return (
    <div className={classes["box"]} data-filled={chips.length > 0 || undefined}>
      <label htmlFor="paste" className={classes["label"]}>
        Email addresses and phone numbers
      </label>
      <VisuallyHidden id="chip-keys">
        Arrow keys go from entry to entry. Enter edits one, Delete removes it.
      </VisuallyHidden>
      {chips.length > 0 && (
        <ul
          ref={list}
          className={classes["chips"]}
          aria-label="Entries"
          aria-describedby="chip-keys"
        >
          {chips.map((chip) => (
            <ChipView
              key={chip.id}
              chip={chip}
              active={chip.id === tabStop}
              editing={chip.id === editing}
              actions={actions}
            />
          ))}
        </ul>
      )}
      <textarea
        id="paste"
        ref={input}
        className={classes["input"]}
        rows={chips.length > 0 ? 2 : 8}
        value={typed}
        placeholder="Paste a list, or type one after the other: ann@example.com, Bo Lee <bo@example.com>, +1 415 555 0123"
        aria-describedby={props.describedBy}
        inputMode="email"
        autoCapitalize="none"
        autoCorrect="off"
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => take(event.currentTarget.value)}
        onPaste={paste}
        onKeyDown={press}
        onBlur={(event) => {
          // A button that is being pressed must not move away under the finger;
          // it takes what is typed along.
          const pressed = event.relatedTarget?.closest("[data-takes-typed]");
          if (!pressed && typed.trim()) takeAll(typed);
        }}
      />
    </div>
  );
}
