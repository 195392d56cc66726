import { Button, Text } from "@mantine/core";
import { Cross2Icon } from "@radix-ui/react-icons";
import type { ReactNode } from "react";
import styles from "./select-bar.module.css";

/** What can be done with the rows that are chosen: at the bottom, over the list. */
export function SelectBar(props: {
  /** Names the region, such as "Selected passes". */
  label: string;
  count: number;
  /** The buttons, the first thing to do first. */
  children: ReactNode;
  onClear: () => void;
}) {
  return (
    <section className={styles["bar"]} aria-label={props.label}>
      <Text fw={600} className="numbers" role="status">
        {props.count.toLocaleString()} selected
      </Text>
      {props.children}
      <Button
        variant="subtle"
        color="gray"
        leftSection={<Cross2Icon />}
        onClick={props.onClear}
      >
        Clear
      </Button>
    </section>
  );
}
