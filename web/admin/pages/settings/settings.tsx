import { Page } from "../../ui/page";

/** Not there yet. */
export function Settings() {
  return <Page title="Settings">…</Page>;
}
