import {
  Alert,
  Anchor,
  Button,
  Group,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import { useRef, useState, type FormEvent } from "react";
import { Link, useSearchParams } from "wouter";
import type { ClientTypeKey } from "../../gql/graphql";
import { StageField } from "../create/choices";
import { noChoices, paramsOf, possible, presetBy } from "../create/draft";
import type { Entry } from "../create/chips";
import type { Options } from "../create/slots";
import { LastInvited } from "./last-invited";
import { OnFile } from "./on-file";
import type { Invited } from "./sitting";
import { useInviteOne, type Outcome } from "./use-invite-one";
import { useJudgeOne } from "./use-judge-one";

/** One person by email or phone number; Enter invites. */
export function InviteForm(props: {
  options: Options;
  onInvited: (invited: Invited) => void;
}) {
  const { options, onInvited } = props;
  const [params, setParams] = useSearchParams();
  const [address, setAddress] = useState("");
  const [name, setName] = useState("");
  const [left, setLeft] = useState(false);
  const [last, setLast] = useState<Outcome>();
  // Who has the address, where that was not known before it was sent.
  const [met, setMet] = useState<Outcome>();
  const [chosen, setChosen] = useState({ ...noChoices, ...presetBy(params) });
  const field = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const { sending, refused, forget, invite } = useInviteOne();
  const entries = useJudgeOne(address);
  const entry = entries?.length === 1 ? entries[0] : undefined;

  const existing = entry?.existing ?? met?.contact;
  const choices = possible(chosen, options);
  const clientType =
    choices.clientType === "OFFLINE" ? "FULL_ACCESS" : choices.clientType;
  const location = choices.location ?? options.locations[0]!.id;

  function choose(change: Partial<typeof chosen>) {
    const next = { ...choices, ...change };
    setChosen(next);
    setParams(paramsOf(next), { replace: true });
    forget();
  }
  function done(invited: Invited) {
    onInvited(invited);
    setAddress("");
    setName("");
    setLeft(false);
    setMet(undefined);
    field.current?.focus();
  }
  async function submit(event: FormEvent) {
    event.preventDefault();
    setLeft(true);
    if (existing) {
      form.current?.querySelector<HTMLElement>("[data-offer]")?.focus();
      return;
    }
    if (address.trim() === "" || (entries && problemOf(entries))) {
      return field.current?.focus();
    }
    const outcome = await invite({
      contacts: [
        { ...addressOf(address, entry), name: name.trim() || entry?.name },
      ],
      stage: choices.stage,
      clientType,
      location,
      invite: "NOW",
    });
    if (!outcome) return field.current?.focus();
    if (outcome.outcome === "SKIPPED") return setMet(outcome);
    const { contact, batch, notInvited } = outcome;
    const note = notInvited?.message ?? null;
    if (contact) done({ contact: contact.id, batch, note });
    setLast(outcome);
  }

  const problem = entries && problemOf(entries);
  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        <TextInput
          ref={field}
          label="Email or phone number"
          size="md"
          autoFocus
          value={address}
          onChange={(event) => {
            setAddress(event.currentTarget.value);
            setLeft(false);
            setMet(undefined);
            forget();
          }}
          onBlur={() => setLeft(true)}
          error={refused.fields["address"] ?? (left ? problem : undefined)}
          description={(!left && problem) || hintOf(address, entry)}
          inputWrapperOrder={["label", "input", "description", "error"]}
          inputMode="email"
          autoCapitalize="none"
          autoCorrect="off"
          autoComplete="off"
          spellCheck={false}
        />
        {entries && entries.length > 1 && (
          <Anchor component={Link} to="/create" size="sm" underline="always">
            Create and invite several at once
          </Anchor>
        )}
        {entry?.suggestion && (
          <Group>
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => {
                setAddress(entry.suggestion!);
                field.current?.focus();
              }}
            >
              Did you mean {entry.suggestion}?
            </Button>
          </Group>
        )}
        {existing && (
          <OnFile key={existing.id} contact={existing} onSent={done} />
        )}
        {met && !met.contact && (
          <Alert color="gray" variant="light" role="status">
            Another trainer’s client has this address already.
          </Alert>
        )}
        <TextInput
          label="Name"
          description="Optional; the message greets by it."
          inputWrapperOrder={["label", "input", "description", "error"]}
          value={name}
          placeholder={entry?.name ?? undefined}
          onChange={(event) => {
            setName(event.currentTarget.value);
            forget();
          }}
          error={refused.fields["name"]}
          autoComplete="off"
        />
        <StageField
          value={choices.stage}
          onChange={(stage) => choose({ stage })}
          error={refused.fields["stage"]}
        />
        <SimpleGrid
          cols={{ base: 1, xs: options.locations.length > 1 ? 2 : 1 }}
        >
          <Select
            label="Client type"
            description={
              options.clientTypes.find(({ key }) => key === clientType)
                ?.description
            }
            inputWrapperOrder={["label", "input", "description", "error"]}
            data={options.clientTypes.map(({ key, name, canSignIn }) => ({
              value: key,
              label: canSignIn ? name : `${name}: cannot be invited`,
              disabled: !canSignIn,
            }))}
            value={clientType}
            onChange={(type) => choose({ clientType: type as ClientTypeKey })}
            allowDeselect={false}
            error={refused.fields["clientType"]}
          />
          {options.locations.length > 1 && (
            <Select
              label="Location"
              data={options.locations.map(({ id, name }) => ({
                value: id,
                label: name,
              }))}
              value={location}
              onChange={(id) => choose({ location: id })}
              allowDeselect={false}
              error={refused.fields["location"]}
            />
          )}
        </SimpleGrid>
        {refused.general.map((message) => (
          <Alert key={message} color="red" variant="light" role="alert">
            {message}
          </Alert>
        ))}
        <Group justify="space-between">
          <Text size="sm" role="status" component="div">
            {last?.contact && address === "" && <LastInvited outcome={last} />}
          </Text>
          <Button type="submit" loading={sending} size="md">
            Invite
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Why what is in the field cannot be invited; undefined where it can. */
function problemOf(entries: Entry[]): string | undefined {
  if (entries.length > 1) return "One person at a time here.";
  return entries[0]?.message ?? undefined;
}

/** What the field's text is taken for. */
function hintOf(address: string, entry: Entry | undefined): string | undefined {
  const taken = entry?.email ?? entry?.phone;
  return taken && taken !== address.trim() ? `Goes to ${taken}.` : undefined;
}

/** The address as the server normalized it, or as it was typed. */
function addressOf(typed: string, entry: Entry | undefined) {
  if (entry?.email) return { email: entry.email };
  if (entry?.phone) return { phone: entry.phone };
  return typed.includes("@") ? { email: typed } : { phone: typed };
}
