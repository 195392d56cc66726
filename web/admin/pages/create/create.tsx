import { useState } from "react";
import { useQuery } from "urql";
import { useRefreshOnChange } from "../../data/live";
import { useMay } from "../../data/viewer";
import { Empty, Loaded, Waiting } from "../../ui/load";
import { Page } from "../../ui/page";
import { createOptionsQuery } from "./create-queries";
import { CreateForm } from "./create-form";
import { CreatedSummary } from "./created";
import type { Place } from "./slots";
import type { Created } from "./use-create";

/** Puts people on file from a pasted list, and invites them if told to. */
export function Create() {
  const may = useMay();
  const [options, ask] = useQuery({ query: createOptionsQuery });
  useRefreshOnChange(() => ask({ requestPolicy: "network-only" }), 5000);
  const [done, setDone] = useState<{
    created: Created;
    place: Place;
    texts: string[];
    aside: number;
  }>();

  if (!may("CREATE_CONTACTS")) {
    return (
      <Page title="Create clients">
        <Empty title="You may not put people on file">
          Ask an owner or a leader of your organization.
        </Empty>
      </Page>
    );
  }
  return (
    <Page
      title="Create clients"
      lead="Paste a list of people; each becomes a contact on file."
    >
      {done ? (
        <CreatedSummary {...done} onMore={() => setDone(undefined)} />
      ) : (
        <Loaded
          result={options}
          onRetry={() => ask({ requestPolicy: "network-only" })}
          skeleton={<Waiting lines={3} height={180} />}
        >
          {({ viewer }) =>
            viewer?.organization && (
              <CreateForm options={viewer.organization} onDone={setDone} />
            )
          }
        </Loaded>
      )}
    </Page>
  );
}
