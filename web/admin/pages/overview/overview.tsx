import { Page } from "../../ui/page";

/** Not there yet. */
export function Overview() {
  return <Page title="Overview">…</Page>;
}
