import {
  Alert,
  Button,
  Group,
  Modal,
  Select,
  Stack,
  Text,
} from "@mantine/core";
import { useState, type FormEvent } from "react";
import { Link } from "wouter";
import { mostMembers } from "../groups/members-words";
import { useMembers, type Direction } from "../groups/use-members";
import type { Amount } from "./possible";
import { useChoices } from "./use-choices";
import { countWords } from "./words";

/** Puts those who are chosen into a group, or takes them out of one. */
export function GroupDialog(props: {
  direction: Direction;
  count: Amount;
  /** Their ids; undefined where they cannot be found out just now. */
  contacts: () => Promise<string[] | undefined>;
  onClose: () => void;
  onDone: () => void;
}) {
  const { direction, count, onClose } = props;
  const groups = useChoices().groups;
  const move = useMembers(props.onDone);
  const [group, setGroup] = useState<string | null>(null);
  const [refused, setRefused] = useState<string>();
  const [moving, setMoving] = useState(false);
  const tooMany = !count.exact || count.value > mostMembers;
  const many =
    count.value === 1 ? "1 contact" : `${countWords(count)} contacts`;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const found = groups.find(({ value }) => value === group);
    if (!found) return setRefused("Choose a group.");
    setMoving(true);
    const ids = await props.contacts();
    const refusal = ids
      ? await move({ id: found.value, name: found.label }, direction, ids)
      : "The contacts could not be read. Try again.";
    setMoving(false);
    if (refusal) setRefused(refusal);
    else onClose();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={
        direction === "in"
          ? `Put ${many} into a group`
          : `Take ${many} out of a group`
      }
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          {tooMany && (
            <Alert color="orange" variant="light" role="alert">
              {mostMembers} at a time: choose fewer.
            </Alert>
          )}
          {groups.length === 0 ? (
            <Text size="sm">
              There is no group yet.{" "}
              <Link to="/groups">Make the first one</Link>.
            </Text>
          ) : (
            <Select
              label="Group"
              placeholder="Choose one"
              data={groups}
              value={group}
              onChange={(value) => {
                setGroup(value);
                setRefused(undefined);
              }}
              searchable
              openOnFocus={false}
              nothingFoundMessage="No group of that name"
              error={refused}
              data-autofocus
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button
              type="submit"
              loading={moving}
              disabled={tooMany || groups.length === 0}
            >
              {direction === "in" ? "Put into the group" : "Take out"}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
