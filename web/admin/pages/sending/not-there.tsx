import { Button } from "@mantine/core";
import { Link } from "wouter";
import { Empty } from "../../ui/load";
import { Page } from "../../ui/page";

/** For the address of a location or batch that does not exist, or is not the viewer's to see. */
export function NotThere(props: { what: "location" | "batch" }) {
  return (
    <Page title={`No such ${props.what}`}>
      <Empty
        title={`This ${props.what} does not exist`}
        action={
          <Button component={Link} to="/sending">
            Go to Sending
          </Button>
        }
      >
        The address may be old or mistyped, or it belongs to another
        organization.
      </Empty>
    </Page>
  );
}
