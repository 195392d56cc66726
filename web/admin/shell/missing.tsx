import { Button } from "@mantine/core";
import { Link } from "wouter";
import { Empty } from "../ui/load";
import { Page } from "../ui/page";

/** For an address that nothing stands at. */
export function Missing() {
  return (
    <Page title="Nothing here">
      <Empty
        title="There is no such page"
        action={
          <Button component={Link} to="/">
            Go to the overview
          </Button>
        }
      >
        The address may be old, or mistyped.
      </Empty>
    </Page>
  );
}
