import { Button } from "@mantine/core";
import { MinusIcon } from "@radix-ui/react-icons";
import { useState } from "react";
import { notifyRefused } from "../../ui/notify";
import type { Amount } from "../contacts/possible";
import { mostMembers } from "./members-words";
import { useMembers, type Named } from "./use-members";

/** Takes those who are chosen out of the group that one looks at. */
export function TakeOut(props: {
  group: Named;
  count: Amount;
  contacts: () => Promise<string[] | undefined>;
  onDone: () => void;
}) {
  const { group, count } = props;
  const move = useMembers(props.onDone);
  const [moving, setMoving] = useState(false);
  const tooMany = !count.exact || count.value > mostMembers;

  async function takeOut() {
    setMoving(true);
    const ids = await props.contacts();
    const refusal = ids
      ? await move(group, "out", ids)
      : "The contacts could not be read. Try again.";
    setMoving(false);
    if (refusal) notifyRefused(refusal);
  }
  return (
    <Button
      variant="default"
      leftSection={<MinusIcon />}
      loading={moving}
      disabled={tooMany}
      title={tooMany ? `${mostMembers} at a time: choose fewer.` : undefined}
      onClick={() => void takeOut()}
    >
      Take out
    </Button>
  );
}
