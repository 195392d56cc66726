import { useMay } from "../../data/viewer";

/**
 * Whether the viewer looks after households: owners and leaders, not trainers,
 * who only see those of their own clients. Groups are in the same hands.
 */
export function useLeads(): boolean {
  const may = useMay();
  return may("MANAGE_GROUPS") && may("EDIT_CONTACTS");
}
