import { Stack } from "@mantine/core";
import { Page } from "../../ui/page";
import { useNow } from "../../ui/use-now";
import { Batches } from "./batches";
import { Lanes } from "./lanes";

/** What waits to leave: each location's lane and its day, then the batches. */
export function Sending() {
  const now = useNow(60_000);
  return (
    <Page
      title="Sending"
      lead="Invitations leave one by one, in each location’s own hours."
    >
      <Stack gap={40}>
        <Lanes now={now} />
        <Batches now={now} />
      </Stack>
    </Page>
  );
}
