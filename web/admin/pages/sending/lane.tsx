import { Page } from "../../ui/page";

/** Not there yet. */
export function LanePage() {
  return <Page title="LanePage">…</Page>;
}
