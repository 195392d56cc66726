import {
  Alert,
  Button,
  Group,
  PasswordInput,
  Radio,
  SimpleGrid,
  Stack,
  TextInput,
  Title,
} from "@mantine/core";
import { useId, useRef, useState, type FormEvent } from "react";
import { useMutation } from "urql";
import type { Role } from "../../gql/graphql";
import { notifyDone } from "../../ui/notify";
import { accepted, refusedBy, type Refusal } from "../../ui/refusals";
import { showRefused } from "./form";
import { PasswordParts } from "./password-parts";
import { roles } from "./roles";
import { addStaffMutation } from "./settings-queries";

const names = {
  name: "name",
  email: "email",
  role: "role",
  initialPassword: "password",
};

const nobody = { name: "", email: "", role: "TRAINER" as Role, password: "" };

/** The parts that a password misses are ticked off below; one refusal for all of them is enough. */
function oneOfWeak(refusals: Refusal[]): Refusal[] {
  const isWeak = ({ code }: Refusal) => code === "PASSWORD_TOO_WEAK";
  const weak = refusals.find(isWeak);
  const message = "The password must have all of what stands below.";
  const rest = refusals.filter((refusal) => !isWeak(refusal));
  return weak ? [{ ...weak, message }, ...rest] : rest;
}

/** Lets somebody in: name, email, role, and a first password for a new account. */
export function AddStaff(props: { onClose: () => void }) {
  const [values, setValues] = useState(nobody);
  const [refused, setRefused] = useState(accepted);
  const [{ fetching }, add] = useMutation(addStaffMutation);
  const form = useRef<HTMLFormElement>(null);
  const parts = useId();
  const type = (field: keyof typeof nobody) => (value: string) => {
    setValues({ ...values, [field]: value });
    const { [field]: _, ...fields } = refused.fields;
    setRefused({ ...refused, fields });
  };

  async function save(event: FormEvent) {
    event.preventDefault();
    const { password, ...rest } = values;
    const { data, error } = await add({
      input: { ...rest, ...(password && { initialPassword: password }) },
    });
    const member = data?.addStaff.membership;
    if (!member) {
      const refusals = data?.addStaff.userErrors ?? [];
      const refused = refusedBy(oneOfWeak(refusals), names, error);
      return showRefused(form.current, () => setRefused(refused));
    }
    notifyDone(`${member.name} can sign in with ${member.email}.`);
    props.onClose();
  }

  return (
    <section className="card" aria-labelledby={`${parts}-title`}>
      <form
        ref={form}
        onSubmit={save}
        noValidate
        onKeyDown={(event) => event.key === "Escape" && props.onClose()}
      >
        <Stack gap="md">
          <Title order={2} size="h4" id={`${parts}-title`}>
            Add somebody
          </Title>
          {refused.general.map((message) => (
            <Alert key={message} color="red" variant="light" role="alert">
              {message}
            </Alert>
          ))}
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput
              label="Name"
              autoComplete="off"
              value={values.name}
              onChange={(event) => type("name")(event.currentTarget.value)}
              error={refused.fields["name"]}
              autoFocus
            />
            <TextInput
              label="Email"
              type="email"
              autoComplete="off"
              value={values.email}
              onChange={(event) => type("email")(event.currentTarget.value)}
              error={refused.fields["email"]}
            />
          </SimpleGrid>
          <Radio.Group
            label="Role"
            value={values.role}
            onChange={type("role")}
            error={refused.fields["role"]}
          >
            <Stack gap={10} mt={8}>
              {Object.entries(roles).map(([role, { title, words }]) => (
                <Radio
                  key={role}
                  value={role}
                  label={title}
                  description={words}
                />
              ))}
            </Stack>
          </Radio.Group>
          <div>
            <PasswordInput
              label="First password"
              description="For a new account. Tell it to the person by another way than email. Leave it empty where the email has an account already."
              autoComplete="new-password"
              value={values.password}
              onChange={(event) => type("password")(event.currentTarget.value)}
              error={refused.fields["password"]}
              maw={480}
              visibilityToggleButtonProps={{
                "aria-label": "Show the password",
                tabIndex: 0,
                "aria-hidden": false,
              }}
            />
            <PasswordParts password={values.password} />
          </div>
          <Group gap="sm">
            <Button type="submit" loading={fetching}>
              Add to the staff
            </Button>
            <Button variant="default" onClick={props.onClose}>
              Cancel
            </Button>
          </Group>
        </Stack>
      </form>
    </section>
  );
}
