import { Page } from "../../ui/page";

/** Not there yet. */
export function ContactPage() {
  return <Page title="ContactPage">…</Page>;
}
