import { Button } from "@mantine/core";
import { Link } from "wouter";
import { Empty } from "../../ui/load";
import { Page } from "../../ui/page";

/** For who may not handle access passes. */
export function NotYours() {
  return (
    <Page title="Access passes">
      <div className="card">
        <Empty
          title="Access passes are for owners and leaders"
          action={
            <Button component={Link} to="/" mt="sm">
              Go to the overview
            </Button>
          }
        >
          Whoever holds a pass can join. Ask an owner or a leader of your
          organization to generate and print some.
        </Empty>
      </div>
    </Page>
  );
}

/** For the address of a run that does not exist, or is not the viewer's to see. */
export function NoSuchRun() {
  return (
    <Page title="No such run">
      <div className="card">
        <Empty
          title="There is no run of passes at this address"
          action={
            <Button component={Link} to="/passes" mt="sm">
              Go to access passes
            </Button>
          }
        >
          The address may be old or mistyped, or it belongs to another
          organization.
        </Empty>
      </div>
    </Page>
  );
}
