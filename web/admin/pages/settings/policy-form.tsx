import { Alert, Stack, Text, Title } from "@mantine/core";
import { useRef, useState, type FormEvent } from "react";
import { useMutation } from "urql";
import type { PolicyField, Preset } from "../../gql/graphql";
import { useAskBeforeLeaving } from "../../ui/leaving";
import { notifyDone, notifyRefused } from "../../ui/notify";
import { accepted, refusedBy } from "../../ui/refusals";
import { showRefused } from "./form";
import {
  inputOf,
  problemsOf,
  undoOf,
  withReset,
  withValue,
  without,
  type Changes,
  type Level,
} from "./policy-draft";
import { PolicyRow } from "./policy-row";
import { parts } from "./policy-words";
import { SaveBar } from "./save-bar";
import { updatePolicyMutation } from "./policy-queries";
import style from "./settings.module.css";

/** Where refusals belong: the field's own name, or that of a part of it. */
const names: Record<string, string> = {
  ...Object.fromEntries(
    parts.flatMap((part) => part.fields.map((field) => [field, field])),
  ),
  "sendWindow.from": "sendWindow",
  "sendWindow.to": "sendWindow",
  "sendWindow.days": "sendWindow",
  "password.minLength": "password",
};

/** One level of the policy, field by field. Only what changes is sent. */
export function PolicyForm(props: {
  level: Level;
  preset: Preset;
  /** Whether the viewer may change it. */
  may: boolean;
}) {
  // What saving answered, until the next reading: the cache asks again by itself.
  const [saved, setSaved] = useState({
    from: props.level.policy,
    policy: props.level.policy,
  });
  const policy =
    saved.from === props.level.policy ? saved.policy : props.level.policy;
  const level = { ...props.level, policy };
  const [changes, setChanges] = useState<Changes>({});
  const [refused, setRefused] = useState(accepted);
  const [{ fetching }, update] = useMutation(updatePolicyMutation);
  const form = useRef<HTMLFormElement>(null);
  const said = useRef<() => void>(null);
  const count = Object.keys(changes).length;
  useAskBeforeLeaving(count);

  function edit(field: PolicyField, next: Changes) {
    setChanges(next);
    const { [field]: _, ...fields } = refused.fields;
    setRefused({ ...refused, fields });
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    if (count === 0) return;
    const problems = problemsOf(changes, level);
    if (Object.keys(problems).length > 0) {
      const refused = { fields: problems, general: [] };
      return showRefused(form.current, () => setRefused(refused));
    }
    const answer = await update({ input: inputOf(changes, level) });
    const now = answer.data?.updatePolicy.policy;
    if (!now) {
      const refusals = answer.data?.updatePolicy.userErrors ?? [];
      const refused = refusedBy(refusals, names, answer.error);
      return showRefused(form.current, () => setRefused(refused));
    }
    const back = inputOf(undoOf(changes, level), level);
    setSaved({ from: props.level.policy, policy: now });
    setChanges({});
    setRefused(accepted);
    // Undoing what came before this change would be another thing by now.
    said.current?.();
    said.current = notifyDone("The policy is saved.", () => void undo(back));
  }

  async function undo(input: ReturnType<typeof inputOf>) {
    const answer = await update({ input });
    const now = answer.data?.updatePolicy.policy;
    const [refusal] = answer.data?.updatePolicy.userErrors ?? [];
    if (now) setSaved({ from: props.level.policy, policy: now });
    else notifyRefused(refusal?.message ?? answer.error?.message ?? "");
  }

  return (
    <form onSubmit={save} ref={form} noValidate>
      <Stack gap="lg">
        {refused.general.map((message) => (
          <Alert key={message} color="red" variant="light" role="alert">
            {message}
          </Alert>
        ))}
        {parts.map((part) => (
          <section
            key={part.title}
            className="card"
            aria-labelledby={`part-${part.fields[0]}`}
          >
            <Title order={2} size="h4" id={`part-${part.fields[0]}`}>
              {part.title}
            </Title>
            <Text size="sm" c="dimmed" mb="md">
              {part.effect}
            </Text>
            <div className={style.rows}>
              {part.fields.map((field) => (
                <PolicyRow
                  key={field}
                  field={field}
                  level={level}
                  preset={props.preset}
                  may={props.may}
                  changes={changes}
                  error={refused.fields[field]}
                  onValue={(value) =>
                    edit(field, withValue(changes, level, field, value))
                  }
                  onReset={() => edit(field, withReset(changes, level, field))}
                  onKeep={() => edit(field, without(changes, field))}
                />
              ))}
            </div>
          </section>
        ))}
        <SaveBar
          count={count}
          saving={fetching}
          onDiscard={() => {
            setChanges({});
            setRefused(accepted);
          }}
        />
      </Stack>
    </form>
  );
}
