import { CloseButton, TextInput } from "@mantine/core";
import { MagnifyingGlassIcon } from "@radix-ui/react-icons";
import { useEffect, useRef, useState } from "react";
import { maxSearch } from "./address";

/** Milliseconds without a key after which what was typed is looked for. */
const pause = 200;

/** Searches as one types. */
export function Search(props: {
  value: string;
  /** What is looked through. */
  by?: string;
  onSearch: (text: string) => void;
}) {
  const { value, by = "name, email, phone or address", onSearch } = props;
  const [text, setText] = useState(value);
  const said = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // The address may change by other ways: back, a view, a filter that is removed.
  useEffect(() => {
    if (value === said.current) return;
    clearTimeout(timer.current);
    said.current = value;
    setText(value);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function say(next: string, wait: number) {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      said.current = next;
      onSearch(next);
    }, wait);
  }
  return (
    <TextInput
      type="search"
      aria-label={`Search by ${by}`}
      placeholder={by.charAt(0).toUpperCase() + by.slice(1)}
      maxLength={maxSearch}
      leftSection={<MagnifyingGlassIcon />}
      rightSection={
        text && (
          <CloseButton
            size="sm"
            aria-label="Clear the search"
            onClick={() => say("", 0)}
          />
        )
      }
      value={text}
      onChange={(event) => say(event.currentTarget.value, pause)}
      flex={1}
      miw={180}
    />
  );
}
