import { Page } from "../../ui/page";

/** Not there yet. */
export function Contacts() {
  return <Page title="Contacts">…</Page>;
}
