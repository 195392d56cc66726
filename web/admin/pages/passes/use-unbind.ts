import { useMutation } from "urql";
import { calledOf } from "../../ui/contact-search";
import { explain } from "../../ui/load";
import { notifyDone, notifyRefused } from "../../ui/notify";
import { passBindMutation, type ListedPass } from "./passes-queries";

/** Binds a pass to nobody again, with an offer to bind it back. */
export function useUnbind(
  onDone: () => void,
): (pass: ListedPass) => Promise<void> {
  const [, bind] = useMutation(passBindMutation);
  const put = async (id: string, contact: string | null) => {
    const { data, error } = await bind({ input: { id, contact } });
    const [refusal] = data?.bindAccessPass.userErrors ?? [];
    if (error) notifyRefused(explain(error));
    else if (refusal) notifyRefused(refusal.message);
    else onDone();
    return !error && !refusal;
  };
  return async (pass) => {
    const before = pass.boundTo;
    if (!before || !(await put(pass.id, null))) return;
    notifyDone(
      `Pass ${pass.reference} is no longer bound to ${calledOf(before)}.`,
      () => void put(pass.id, before.id),
    );
  };
}
