import {
  Alert,
  Button,
  Group,
  Modal,
  Radio,
  SegmentedControl,
  Stack,
  Text,
} from "@mantine/core";
import { useState } from "react";
import type { PaperSize } from "../../gql/graphql";
import { PrintLayout } from "./print-layout";
import {
  keepChoice,
  lastChoice,
  layouts,
  type PrintChoice,
} from "./print-choice";
import { PrintReady } from "./print-ready";
import { usePrint, type PrintTarget } from "./use-print";
import styles from "./passes.module.css";
import { passesWords, sheetsOf } from "./words";

/**
 * Chooses paper and layout, then opens the sheets in a tab of their own: as a
 * PDF, or as a page for the browser's own printing.
 */
export function PrintDialog(props: {
  target: PrintTarget;
  /** How many of them are available, as far as the page knows. */
  available: number;
  zone: string;
  onClose: () => void;
  onPrinted: () => void;
}) {
  const { target, available } = props;
  const [choice, setChoice] = useState(lastChoice);
  const { print, printing, sheets, refused, forget } = usePrint(target);
  const set = (part: Partial<PrintChoice>) => {
    const next = { ...choice, ...part };
    setChoice(next);
    keepChoice(next);
    // What was made is on the paper that was chosen before.
    forget();
  };
  const open = async (as: "pdf" | "page") => {
    if (await print(choice, as)) props.onPrinted();
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={`Print ${passesWords(available)}`}
      size="lg"
    >
      <Stack gap="lg">
        {refused.map((message) => (
          <Alert key={message} color="red" variant="light" role="alert">
            {message}
          </Alert>
        ))}
        <div>
          <Text size="sm" fw={600} mb={4} id="paper">
            Paper
          </Text>
          <SegmentedControl
            aria-labelledby="paper"
            data={[
              { value: "A4", label: "A4" },
              { value: "LETTER", label: "Letter" },
            ]}
            value={choice.paper}
            onChange={(paper) => set({ paper: paper as PaperSize })}
          />
        </div>
        <Radio.Group
          label="On each sheet"
          value={String(choice.perPage)}
          onChange={(value) => set({ perPage: Number(value) })}
        >
          <div className={styles["layouts"]}>
            {layouts.map((perPage) => (
              <Radio.Card
                key={perPage}
                value={String(perPage)}
                className={styles["layout"]}
                aria-label={`${passesWords(perPage)} a sheet`}
              >
                <PrintLayout paper={choice.paper} perPage={perPage} />
                <Text size="sm" ta="center">
                  {passesWords(perPage)}
                </Text>
              </Radio.Card>
            ))}
          </div>
        </Radio.Group>
        <Text size="sm" c="dimmed" className="numbers" role="status">
          {sheetWords(sheetsOf(available, choice.perPage))}. Who prints is noted
          in the run’s history.
        </Text>
        {sheets && <PrintReady sheets={sheets} zone={props.zone} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            {sheets ? "Done" : "Cancel"}
          </Button>
          {!sheets && (
            <>
              <Button
                variant="default"
                disabled={printing !== undefined}
                loading={printing === "page"}
                onClick={() => void open("page")}
              >
                Print page
              </Button>
              <Button
                disabled={printing !== undefined}
                loading={printing === "pdf"}
                onClick={() => void open("pdf")}
              >
                Open the PDF
              </Button>
            </>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

function sheetWords(sheets: number): string {
  return `${sheets.toLocaleString()} ${sheets === 1 ? "sheet" : "sheets"}`;
}
