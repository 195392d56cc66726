import { Page } from "../../ui/page";

/** Not there yet. */
export function Sending() {
  return <Page title="Sending">…</Page>;
}
