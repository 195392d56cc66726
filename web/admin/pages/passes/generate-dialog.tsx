import { Modal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useState } from "react";
import { useQuery } from "urql";
import { useLocation } from "wouter";
import { useConfirm } from "../../ui/confirm";
import { Loaded, Waiting } from "../../ui/load";
import { notifyDone } from "../../ui/notify";
import { GenerateForm } from "./generate-form";
import { passOptionsQuery } from "./passes-queries";
import { passesWords } from "./words";

/** Generates a run, then goes to it, where it can be printed. */
export function GenerateDialog(props: { onClose: () => void }) {
  const [options, ask] = useQuery({ query: passOptionsQuery });
  const [, navigate] = useLocation();
  const confirm = useConfirm();
  const small = useMediaQuery("(max-width: 48em)");
  const [typed, setTyped] = useState(false);

  async function close() {
    const leave =
      !typed ||
      (await confirm({
        title: "Discard what you entered?",
        body: "No passes were generated. What you entered here is lost when you close.",
        verb: "Discard",
        keep: "Go on",
      }));
    if (leave) props.onClose();
  }
  return (
    <Modal
      opened
      onClose={() => void close()}
      title="Generate passes"
      size="lg"
      fullScreen={small}
      zIndex={190}
    >
      <Loaded
        result={options}
        onRetry={() => ask({ requestPolicy: "network-only" })}
        skeleton={<Waiting lines={5} height={60} />}
      >
        {({ viewer }) =>
          viewer?.organization && (
            <GenerateForm
              options={viewer.organization}
              onTyped={() => setTyped(true)}
              onCancel={() => void close()}
              onDone={(run) => {
                notifyDone(
                  `${passesWords(run.total)} of run ${run.number} can be printed now.`,
                );
                // In the place of the dialog: going back leads to the list.
                navigate(`/passes/${run.id}?print=1`, { replace: true });
              }}
            />
          )
        }
      </Loaded>
    </Modal>
  );
}
