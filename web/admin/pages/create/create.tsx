import { Page } from "../../ui/page";

/** Not there yet. */
export function Create() {
  return <Page title="Create">…</Page>;
}
