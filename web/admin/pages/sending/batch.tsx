import { Page } from "../../ui/page";

/** Not there yet. */
export function BatchPage() {
  return <Page title="BatchPage">…</Page>;
}
