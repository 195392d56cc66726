import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import {
  createContext,
  useCallback,
  useContext,
  useState,
  type ReactNode,
} from "react";

interface Question {
  title: string;
  /** What will happen, and that it cannot be undone. */
  body: ReactNode;
  /** The verb of the button that goes on, such as "Delete". */
  verb: string;
  /** The words of the button that goes back; "Keep as it is" when left out. */
  keep?: string;
}

type Ask = (question: Question) => Promise<boolean>;

const ConfirmContext = createContext<Ask | null>(null);

/** Asks before something that cannot be undone: `if (await confirm({…})) …`. */
export function useConfirm(): Ask {
  const ask = useContext(ConfirmContext);
  if (!ask) throw new Error("useConfirm outside ConfirmProvider");
  return ask;
}

/** Shows the questions of useConfirm. */
export function ConfirmProvider(props: { children: ReactNode }) {
  const [open, setOpen] = useState<
    (Question & { answer: (yes: boolean) => void }) | null
  >(null);
  const ask = useCallback<Ask>(
    (question) => new Promise((answer) => setOpen({ ...question, answer })),
    [],
  );
  const close = (yes: boolean) => {
    open?.answer(yes);
    setOpen(null);
  };
  return (
    <ConfirmContext value={ask}>
      {props.children}
      <Modal
        opened={open !== null}
        onClose={() => close(false)}
        title={open?.title}
        centered
      >
        <Stack>
          <Text component="div" size="sm">
            {open?.body}
          </Text>
          <Group justify="flex-end">
            <Button
              variant="default"
              onClick={() => close(false)}
              data-autofocus
            >
              {open?.keep ?? "Keep as it is"}
            </Button>
            <Button
              color="red"
              autoContrast={false}
              onClick={() => close(true)}
            >
              {open?.verb}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </ConfirmContext>
  );
}
