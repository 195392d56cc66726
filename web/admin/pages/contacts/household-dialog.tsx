import { Alert, Button, Group, Modal, Radio, Stack, Text } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useQuery } from "urql";
import { Loaded, Waiting } from "../../ui/load";
import { maxSearch } from "./address";
import { nameOf } from "./columns";
import type { ContactDetail } from "./contact-queries";
import { contactHouseholdsQuery } from "./household-queries";
import { Search } from "./search";
import { useHousehold } from "./use-household";
import { countWords } from "./words";
import classes from "./contact.module.css";

/** Puts a contact into a household, which is found as one types. */
export function HouseholdDialog(props: {
  contact: ContactDetail;
  onClose: () => void;
  onChanged: () => void;
}) {
  const { contact, onClose } = props;
  // The most likely one lives at the same address.
  const [search, setSearch] = useState(
    (contact.address ?? "").slice(0, maxSearch),
  );
  const [chosen, setChosen] = useState<{ id: string; name: string }>();
  const [refused, setRefused] = useState<string>();
  const [moving, setMoving] = useState(false);
  const { putInto } = useHousehold(props.onChanged);
  const [result, ask] = useQuery({
    query: contactHouseholdsQuery,
    variables: {
      filter: {
        locations: [contact.location.id],
        ...(search.trim() && { search: search.trim() }),
      },
    },
  });
  const name = nameOf(contact);
  const leaves = contact.household;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!chosen) return setRefused("Choose a household.");
    setMoving(true);
    const refusal = await putInto(chosen, { id: contact.id, name }, leaves);
    setMoving(false);
    if (refusal) setRefused(refusal);
    else onClose();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={`Put ${name} into a household`}
      size="lg"
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          <Search value={search} by="name or address" onSearch={setSearch} />
          {leaves && (
            <Text size="sm">
              {name} leaves {leaves.name}
              {leaves.memberCount === 1 &&
                ", which is deleted: nobody is left in it"}
              .
            </Text>
          )}
          <Loaded
            result={result}
            onRetry={() => ask({ requestPolicy: "network-only" })}
            skeleton={<Waiting lines={4} height={40} />}
          >
            {({ households }) => (
              <>
                <Text size="sm" c="dimmed" role="status" className="numbers">
                  {result.fetching
                    ? "Looking…"
                    : households.nodes.length < households.totalCount.value
                      ? `The first ${households.nodes.length} of ${countWords(households.totalCount)}: type more to find others.`
                      : `${countWords(households.totalCount)} found at ${contact.location.name}`}
                </Text>
                <Radio.Group
                  aria-label="Household"
                  value={chosen?.id ?? null}
                  onChange={(id) => {
                    setRefused(undefined);
                    setChosen(households.nodes.find((one) => one.id === id));
                  }}
                >
                  <div className={classes.households}>
                    {households.nodes
                      .filter(({ id }) => id !== leaves?.id)
                      .map((household) => (
                        <Radio
                          key={household.id}
                          value={household.id}
                          label={household.name}
                          description={[
                            household.address !== household.name &&
                              household.address,
                            household.memberCount === 1
                              ? "1 member"
                              : `${household.memberCount} members`,
                          ]
                            .filter(Boolean)
                            .join(" · ")}
                        />
                      ))}
                  </div>
                </Radio.Group>
              </>
            )}
          </Loaded>
          {refused && (
            <Alert color="red" variant="light" role="alert">
              {refused}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={moving}>
              Put into it
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
