import { Alert } from "@mantine/core";
import { LockClosedIcon } from "@radix-ui/react-icons";
import { useViewer } from "../../data/viewer";
import type { Section } from "./sections";

/** Says why nothing can be changed on a section. */
export function ReadOnly(props: { section: Section }) {
  const { membership } = useViewer();
  return (
    <Alert color="gray" variant="light" icon={<LockClosedIcon />}>
      You can look, but not change anything here: that is for{" "}
      {props.section.who}, and you are signed in as{" "}
      {membership.role.toLowerCase()}.
    </Alert>
  );
}
