import { Alert, Select, Stack, TextInput } from "@mantine/core";
import { useRef, useState, type FormEvent } from "react";
import { useMutation } from "urql";
import type { Language, UpdateOrganizationInput } from "../../gql/graphql";
import { useViewer } from "../../data/viewer";
import { useAskBeforeLeaving } from "../../ui/leaving";
import { explain } from "../../ui/load";
import { notifyDone, notifyRefused } from "../../ui/notify";
import { accepted, refusedBy } from "../../ui/refusals";
import { AccentField, ownColor } from "./accent-field";
import { showRefused } from "./form";
import { LogoField } from "./logo-field";
import { readPicture } from "./logo";
import {
  differing,
  presentationInput,
  type Presentation,
} from "./presentation";
import { SaveBar } from "./save-bar";
import { updateOrganizationMutation } from "./settings-queries";
import style from "./settings.module.css";

const names = {
  name: "name",
  supportContact: "supportContact",
  accentColor: "accentColor",
  language: "language",
  logo: "logo",
  clear: "logo",
};

/** Each in its own words, so that whoever needs it finds it. */
const languages: { value: Language; label: string }[] = [
  { value: "EN", label: "English" },
  { value: "ES", label: "Español" },
  { value: "FR", label: "Français" },
  { value: "DE", label: "Deutsch" },
  { value: "PT", label: "Português" },
];

/** How the organization presents itself. What is saved is seen at once. */
export function OrganizationSettings(props: { may: boolean }) {
  const { organization } = useViewer();
  const before: Presentation = {
    name: organization.name,
    supportContact: organization.supportContact,
    accentColor: organization.accentColor,
    language: organization.language,
    logo: organization.logoUrl ?? null,
  };
  // Only what was edited: the rest follows when somebody else changes it.
  const [edits, setEdits] = useState<Partial<Presentation>>({});
  const [refused, setRefused] = useState(accepted);
  const [{ fetching }, update] = useMutation(updateOrganizationMutation);
  const form = useRef<HTMLFormElement>(null);
  const said = useRef<() => void>(null);
  const now = { ...before, ...edits };
  const count = differing(before, now).length;
  useAskBeforeLeaving(count);

  function edit(change: Partial<Presentation>) {
    setEdits({ ...edits, ...change });
    const fields = { ...refused.fields };
    for (const field of Object.keys(change)) delete fields[field];
    setRefused({ ...refused, fields });
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    if (count === 0) return;
    // A logo that is replaced can be given back only while it can be read.
    const kept = await pictureOf(before.logo);
    const answer = await update({
      input: presentationInput(before, now, ownColor),
    });
    const after = answer.data?.updateOrganization.organization;
    if (!after) {
      const refusals = answer.data?.updateOrganization.userErrors ?? [];
      const refused = refusedBy(refusals, names, answer.error);
      return showRefused(form.current, () => setRefused(refused));
    }
    setEdits({});
    setRefused(accepted);
    const moved = now.logo !== before.logo;
    const unread = before.logo !== null && kept === null;
    const back = presentationInput(
      { ...now, logo: moved ? now.logo : null },
      { ...before, logo: !moved ? null : unread ? now.logo : kept },
      ownColor,
    );
    // Undoing what came before this change would be another thing by now.
    said.current?.();
    said.current = notifyDone("Saved.", () => void undo(back));
  }

  async function undo(input: UpdateOrganizationInput) {
    const answer = await update({ input });
    const [refusal] = answer.data?.updateOrganization.userErrors ?? [];
    if (answer.error) notifyRefused(explain(answer.error));
    else if (refusal) notifyRefused(refusal.message);
  }

  return (
    <form onSubmit={save} ref={form} noValidate>
      <Stack gap="lg">
        {refused.general.map((message) => (
          <Alert key={message} color="red" variant="light" role="alert">
            {message}
          </Alert>
        ))}
        <div className={`card ${style.rows}`}>
          <Stack gap="md">
            <TextInput
              label="Name"
              description="As people know you; 1 to 100 characters."
              value={now.name}
              onChange={(event) => edit({ name: event.currentTarget.value })}
              error={refused.fields["name"]}
              readOnly={!props.may}
              autoComplete="organization"
              maw={480}
            />
            <TextInput
              label="Whom people ask for help"
              description="An email address, a phone number or a sentence. Stands on every page where somebody cannot get in."
              value={now.supportContact}
              onChange={(event) =>
                edit({ supportContact: event.currentTarget.value })
              }
              error={refused.fields["supportContact"]}
              readOnly={!props.may}
              maw={480}
            />
            <Select
              label="Language of what is printed"
              description="Access passes, and how to join with one."
              inputWrapperOrder={["label", "description", "input", "error"]}
              data={languages}
              value={now.language}
              onChange={(language) => language && edit({ language })}
              allowDeselect={false}
              error={refused.fields["language"]}
              disabled={!props.may}
              maw={480}
            />
          </Stack>
          <AccentField
            value={now.accentColor}
            error={refused.fields["accentColor"]}
            disabled={!props.may}
            onChange={(accentColor) => edit({ accentColor })}
          />
          <LogoField
            value={now.logo}
            error={refused.fields["logo"]}
            disabled={!props.may}
            onChange={(logo) => edit({ logo })}
            onProblem={(logo) =>
              setRefused({ ...refused, fields: { ...refused.fields, logo } })
            }
          />
        </div>
        <SaveBar
          count={count}
          saving={fetching}
          onDiscard={() => {
            setEdits({});
            setRefused(accepted);
          }}
        />
      </Stack>
    </form>
  );
}

/** The picture that stands at an address, as `data:`; null where there is none. */
async function pictureOf(address: string | null): Promise<string | null> {
  if (!address) return null;
  try {
    const response = await fetch(address);
    return response.ok ? await readPicture(await response.blob()) : null;
  } catch {
    return null;
  }
}
