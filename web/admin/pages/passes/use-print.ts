import { useState } from "react";
import { useMutation } from "urql";
import type { PassPrintMutation } from "../../gql/graphql";
import { explain } from "../../ui/load";
import { passPrintMutation } from "./passes-queries";
import type { PrintChoice } from "./print-choice";

/** What to print: all of a run that is available, or a selection. */
export type PrintTarget = { run: string } | { passes: string[] };

/** What can be printed, and until when. */
export interface Sheets {
  pdfUrl: string;
  pageUrl: string;
  expiresAt: string;
  count: number;
  skippedCount: number;
}

/** Makes the sheets and opens them in a tab of their own. */
export function usePrint(target: PrintTarget) {
  const [, ask] = useMutation(passPrintMutation);
  const [printing, setPrinting] = useState<"pdf" | "page">();
  const [sheets, setSheets] = useState<Sheets>();
  const [refused, setRefused] = useState<string[]>([]);

  async function print(choice: PrintChoice, as: "pdf" | "page") {
    // A tab that is opened after an answer has come would be blocked.
    const tab = window.open("", "_blank");
    setPrinting(as);
    setRefused([]);
    const { data, error } = await ask({ input: { ...target, ...choice } });
    setPrinting(undefined);
    const made = sheetsOf(data?.printAccessPasses);
    if (!made) {
      tab?.close();
      const refusals = data?.printAccessPasses.userErrors ?? [];
      setRefused(error ? [explain(error)] : refusals.map((e) => e.message));
      return false;
    }
    setSheets(made);
    if (tab) {
      tab.opener = null;
      tab.location.replace(as === "pdf" ? made.pdfUrl : made.pageUrl);
    }
    return true;
  }
  return {
    print,
    printing,
    sheets,
    refused,
    forget: () => setSheets(undefined),
  };
}

function sheetsOf(
  payload: PassPrintMutation["printAccessPasses"] | undefined,
): Sheets | undefined {
  if (!payload?.pdfUrl || !payload.pageUrl || !payload.expiresAt) return;
  const { pdfUrl, pageUrl, expiresAt, count, skippedCount } = payload;
  return { pdfUrl, pageUrl, expiresAt, count, skippedCount };
}
