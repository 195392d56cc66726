import { Page } from "../../ui/page";

/** Not there yet. */
export function InviteOne() {
  return <Page title="InviteOne">…</Page>;
}
