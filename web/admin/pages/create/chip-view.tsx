import { Cross2Icon, ExclamationTriangleIcon } from "@radix-ui/react-icons";
import { memo, useState, type KeyboardEvent } from "react";
import { Link } from "wouter";
import { standingOf, suggestionOf, type Chip } from "./chips";
import classes from "./create.module.css";
import { splitPaste } from "./split";

/** What can be done with an entry; the same for all, so that only what changed is drawn. */
export interface ChipActions {
  /** It has the focus now. */
  focused(id: number): void;
  /** Moves the focus by so many entries; Infinity for the last. */
  move(id: number, by: number): void;
  remove(id: number): void;
  /** Opens it for editing; undefined closes. */
  open(id: number | undefined): void;
  edit(id: number, texts: string[]): void;
  /** Takes the suggested address. */
  correct(id: number): void;
}

const keys: Record<string, number> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
  Home: -Infinity,
  End: Infinity,
};

/**
 * One entry of the list. Plain elements: a thousand of them are drawn at once.
 */
export const ChipView = memo(function ChipView(props: {
  chip: Chip;
  /** It is the one that Tab leads to. */
  active: boolean;
  editing: boolean;
  actions: ChipActions;
}) {
  const { chip, active, editing, actions } = props;
  const { id, entry } = chip;
  const standing = standingOf(chip);
  const suggestion = suggestionOf(chip);
  const reason = chip.refusal ?? entry?.message ?? undefined;
  const tab = active ? 0 : -1;

  function press(event: KeyboardEvent) {
    const by = keys[event.key];
    if (by !== undefined) actions.move(id, by);
    else if (event.key === "Delete" || event.key === "Backspace") {
      actions.remove(id);
    } else if (event.key === "F2") actions.open(id);
    else return;
    event.preventDefault();
  }

  if (editing) return <ChipEditor chip={chip} actions={actions} />;
  return (
    <li
      className={classes["chip"]}
      data-standing={standing}
      data-doubtful={suggestion ? true : undefined}
    >
      {standing === "bad" && <ExclamationTriangleIcon aria-hidden />}
      <span className={classes["content"]}>
        <button
          type="button"
          data-chip={id}
          className={classes["text"]}
          tabIndex={tab}
          title="Enter or double-click to edit, Delete to remove"
          onFocus={() => actions.focused(id)}
          onKeyDown={press}
          onClick={(event) => {
            // A click selects; Enter, and a finger, open it.
            const { pointerType } = event.nativeEvent as PointerEvent;
            if (event.detail === 0 || pointerType === "touch") actions.open(id);
          }}
          onDoubleClick={() => actions.open(id)}
        >
          {entry?.name && <b>{entry.name} </b>}
          {entry?.email ?? entry?.phone ?? chip.text}
          {reason && <span className={classes["reason"]}> {reason}</span>}
          {standing === "repeated" && (
            <span className={classes["reason"]}> stands twice</span>
          )}
        </button>
        {standing === "onFile" && entry?.existing && (
          <Link
            to={`/contacts/${entry.existing.id}`}
            tabIndex={tab}
            className={classes["link"]}
          >
            on file already
          </Link>
        )}
        {suggestion && (
          <button
            type="button"
            className={classes["fix"]}
            tabIndex={tab}
            onClick={() => actions.correct(id)}
          >
            Did you mean {suggestion}?
          </button>
        )}
      </span>
      <button
        type="button"
        className={classes["remove"]}
        tabIndex={tab}
        aria-label={`Remove ${chip.text}`}
        onClick={() => actions.remove(id)}
      >
        <Cross2Icon />
      </button>
    </li>
  );
});

/** An entry while it is edited: Enter keeps, Escape leaves it as it was. */
function ChipEditor({ chip, actions }: { chip: Chip; actions: ChipActions }) {
  const [text, setText] = useState(chip.text);
  const keep = () => {
    actions.edit(chip.id, splitPaste(text));
    actions.open(undefined);
  };
  return (
    <li className={classes["chip"]} data-editing>
      <input
        className={classes["editor"]}
        aria-label={`Edit ${chip.text}`}
        value={text}
        size={Math.min(Math.max(text.length + 1, 12), 48)}
        autoFocus
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={keep}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData("text/plain");
          if (!/[\r\n]/.test(pasted)) return;
          // One line would glue what stood on several together.
          event.preventDefault();
          const { selectionStart: from, selectionEnd: to } =
            event.currentTarget;
          const line = pasted.trim().replace(/\s*[\r\n]+\s*/g, ", ");
          setText(text.slice(0, from ?? 0) + line + text.slice(to ?? 0));
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") keep();
          else if (event.key === "Escape") actions.open(undefined);
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
    </li>
  );
}
