import { Button, Center, Skeleton } from "@mantine/core";
import { PlusIcon } from "@radix-ui/react-icons";
import { useSearchParams } from "wouter";
import { useRefreshOnOrganization } from "../../data/live";
import { usePages } from "../../data/pages";
import { useMay } from "../../data/viewer";
import { Empty, Failure } from "../../ui/load";
import { Page } from "../../ui/page";
import { GenerateDialog } from "./generate-dialog";
import { NotYours } from "./not-yours";
import styles from "./passes.module.css";
import { passRunsQuery } from "./passes-queries";
import { RunRow } from "./run-row";

/** Runs of access passes, newest first. */
export function Passes() {
  const may = useMay();
  return may("MANAGE_PASSES") ? <Runs /> : <NotYours />;
}

function Runs() {
  const pages = usePages(
    passRunsQuery,
    { first: 20 },
    (data) => data.accessPassRuns,
  );
  useRefreshOnOrganization(pages.refresh, ["PASSES_GENERATED"]);
  // The dialog stands in the address, so that it can be linked to and gone back from.
  const [params, setParams] = useSearchParams();
  const open = () => setParams({ new: "1" });
  const close = () => setParams({}, { replace: true });
  const generate = (
    <Button leftSection={<PlusIcon />} onClick={open}>
      Generate passes
    </Button>
  );
  const none = pages.first !== undefined && pages.nodes.length === 0;
  return (
    <Page
      title="Access passes"
      lead="Printed codes for people whose email or phone you do not have."
      actions={generate}
    >
      {pages.error && <Failure error={pages.error} onRetry={pages.refresh} />}
      {pages.loading && <RunsWaiting />}
      {none && (
        <div className="card">
          <Empty title="No passes yet">
            Generate some, print them, and hand them out or post them. Whoever
            scans one, or types its code, joins with an email of their own.
          </Empty>
        </div>
      )}
      {pages.nodes.length > 0 && (
        <div className="card">
          <ul className={styles["runs"]} aria-label="Runs of passes">
            {pages.nodes.map((run) => (
              <RunRow key={run.id} run={run} />
            ))}
          </ul>
        </div>
      )}
      {pages.hasMore && (
        <Center>
          <Button
            variant="default"
            onClick={pages.more}
            loading={pages.loadingMore}
          >
            Show older runs
          </Button>
        </Center>
      )}
      {params.has("new") && <GenerateDialog onClose={close} />}
    </Page>
  );
}

function RunsWaiting() {
  return (
    <div className="card" role="status" aria-label="Loading…">
      {[0, 1, 2].map((n) => (
        <div key={n} className={styles["run"]} aria-hidden>
          <Skeleton height={62} />
          <Skeleton height={42} />
          <Skeleton height={42} />
        </div>
      ))}
    </div>
  );
}
