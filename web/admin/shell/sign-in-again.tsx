import { Modal, Stack, Text } from "@mantine/core";
import { SignInForm } from "./sign-in-form";

/** Stands above the page when the sign-in has ended, so that nothing typed there is lost. */
export function SignInAgain(props: { email: string; onSignedIn: () => void }) {
  return (
    <Modal
      opened
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title="Your sign-in has ended"
      centered
    >
      <Stack>
        <Text size="sm">
          Sign in again to go on. What you typed on this page is still there.
        </Text>
        <SignInForm email={props.email} onSignedIn={props.onSignedIn} />
      </Stack>
    </Modal>
  );
}
