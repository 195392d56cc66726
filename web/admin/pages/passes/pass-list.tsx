import { Button, SegmentedControl, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useSearchParams } from "wouter";
import { SelectBar } from "../../ui/select-bar";
import { BindDialog } from "./bind-dialog";
import styles from "./passes.module.css";
import type { ListedPass, RunDetail } from "./passes-queries";
import { PassTable } from "./pass-table";
import { PrintDialog } from "./print-dialog";
import { RevokeDialog } from "./revoke-dialog";
import { useUnbind } from "./use-unbind";
import { states, stateOf, stateWords } from "./words";

/** What is being done, and with which passes. */
type Act =
  | { act: "print" | "revoke"; passes: string[] }
  | { act: "bind"; pass: ListedPass };

/** The passes of a run: by state, chosen, printed, bound and revoked. */
export function PassList(props: { run: RunDetail; onChanged: () => void }) {
  const { run, onChanged } = props;
  const [params, setParams] = useSearchParams();
  const state = stateOf(params.get("state"));
  const shown = run.passes.filter((pass) => !state || pass.state === state);
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const chosen = shown.filter(({ id }) => ids.has(id));
  const available = chosen.filter((pass) => pass.state === "AVAILABLE");
  const [act, setAct] = useState<Act>();
  const unbind = useUnbind(onChanged);
  const clear = () => setIds(new Set());
  const done = () => {
    clear();
    onChanged();
  };
  const filter = (to: string) => {
    setParams(
      (now) => {
        if (to === "all") now.delete("state");
        else now.set("state", to);
        return now;
      },
      { replace: true },
    );
    clear();
  };
  const actOn = (act: "print" | "revoke") =>
    setAct({ act, passes: available.map(({ id }) => id) });
  const close = () => setAct(undefined);

  return (
    <Stack gap="sm" component="section" aria-label="Passes">
      <div className={styles["filters"]}>
        <SegmentedControl
          aria-label="Show"
          data={[
            { value: "all", label: `All ${run.passes.length}` },
            ...states.map((one) => ({
              value: one.toLowerCase(),
              label: `${stateWords[one]} ${run.passes.filter((pass) => pass.state === one).length}`,
            })),
          ]}
          value={state?.toLowerCase() ?? "all"}
          onChange={filter}
        />
      </div>
      <div className="card">
        {shown.length === 0 ? (
          <Text c="dimmed" ta="center" py="lg">
            No pass of this run is {stateWords[state!].toLowerCase()}.
          </Text>
        ) : (
          <PassTable
            passes={shown}
            zone={run.location.timeZone}
            chosen={ids}
            onChoose={setIds}
            onBind={(pass) => setAct({ act: "bind", pass })}
            onUnbind={(pass) => void unbind(pass)}
            onPrint={({ id }) => setAct({ act: "print", passes: [id] })}
            onRevoke={({ id }) => setAct({ act: "revoke", passes: [id] })}
          />
        )}
      </div>
      {chosen.length > 0 && (
        <SelectBar
          label="Selected passes"
          count={chosen.length}
          onClear={clear}
        >
          {available.length === 0 ? (
            <Text size="sm" c="dimmed" role="status">
              None of them is available any more.
            </Text>
          ) : (
            <>
              <Button onClick={() => actOn("print")}>
                Print {available.length}…
              </Button>
              <Button variant="default" onClick={() => actOn("revoke")}>
                Revoke {available.length}…
              </Button>
            </>
          )}
        </SelectBar>
      )}
      {act?.act === "print" && (
        <PrintDialog
          target={{ passes: act.passes }}
          available={act.passes.length}
          zone={run.location.timeZone}
          onClose={close}
          onPrinted={onChanged}
        />
      )}
      {act?.act === "revoke" && (
        <RevokeDialog
          target={{ passes: act.passes }}
          available={act.passes.length}
          onClose={close}
          onDone={done}
        />
      )}
      {act?.act === "bind" && (
        <BindDialog pass={act.pass} onClose={close} onDone={onChanged} />
      )}
    </Stack>
  );
}
