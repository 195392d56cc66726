import { SegmentedControl, Stack } from "@mantine/core";
import { useState } from "react";
import { useQuery } from "urql";
import { useSearchParams } from "wouter";
import { useRefreshOnChange } from "../../data/live";
import { useMay } from "../../data/viewer";
import { Empty, Loaded, Waiting } from "../../ui/load";
import { Page } from "../../ui/page";
import { createOptionsQuery } from "./create-queries";
import { CreateForm } from "./create-form";
import classes from "./create.module.css";
import { CreatedSummary } from "./created";
import { TableForm } from "./table-form";
import type { Done } from "./use-create";

/** Puts people on file from a pasted list, and invites them if told to. */
export function Create() {
  const may = useMay();
  const [options, ask] = useQuery({ query: createOptionsQuery });
  useRefreshOnChange(() => ask({ requestPolicy: "network-only" }), 5000);
  const [done, setDone] = useState<Done>();
  const [params, setParams] = useSearchParams();
  const withAddresses = params.get("with") === "addresses";

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
              <Stack gap="lg">
                <SegmentedControl
                  aria-label="What the list holds"
                  data={[
                    { value: "list", label: "A list" },
                    { value: "table", label: "A table with addresses" },
                  ]}
                  value={withAddresses ? "table" : "list"}
                  onChange={(kind) =>
                    setParams(
                      (now) => {
                        if (kind === "table") now.set("with", "addresses");
                        else now.delete("with");
                        return now;
                      },
                      { replace: true },
                    )
                  }
                  className={classes["kinds"]}
                />
                {withAddresses ? (
                  <TableForm options={viewer.organization} onDone={setDone} />
                ) : (
                  <CreateForm options={viewer.organization} onDone={setDone} />
                )}
              </Stack>
            )
          }
        </Loaded>
      )}
    </Page>
  );
}
