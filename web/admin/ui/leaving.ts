// Asks before a page is left on which something typed is not saved yet.

import { useEffect, useRef } from "react";
import type { AroundNavHandler } from "wouter";
import { useConfirm } from "./confirm";

type Question = () => Promise<boolean>;

/** The pages that hold something unsaved; there is hardly ever more than one. */
const holding = new Set<Question>();

/** Where one is while something is held. */
let address = location.href;

/** For the router: goes on unless somebody has to be asked first. */
export const askBeforeLeaving: AroundNavHandler = (navigate, to, options) => {
  const [ask] = holding;
  if (!ask) navigate(to, options);
  else void ask().then((leave) => leave && navigate(to, options));
};

// By the time one hears of going back it has happened: the address is put
// back, and the router never hears of it unless the answer is to leave.
// Listeners of the window are called in the order in which they came, so this
// one comes before the router's.
window.addEventListener("popstate", (event) => {
  const [ask] = holding;
  if (!ask) return;
  event.stopImmediatePropagation();
  history.pushState(null, "", address);
  void ask().then((leave) => leave && history.back());
});

/**
 * While `unsaved` is not 0, asks before the page is left by a link, by going
 * back, or by closing the tab.
 */
export function useAskBeforeLeaving(unsaved: number): void {
  const confirm = useConfirm();
  const count = useRef(unsaved);
  count.current = unsaved;
  const any = unsaved > 0;

  useEffect(() => {
    if (!any) return;
    let asking = false;
    const ask: Question = async () => {
      if (asking) return false;
      asking = true;
      const leave = await confirm({
        title: "Leave without saving?",
        body:
          count.current === 1
            ? "One change on this page is not saved and would be lost."
            : `${count.current} changes on this page are not saved and would be lost.`,
        verb: "Leave",
        keep: "Stay here",
      });
      asking = false;
      if (leave) holding.delete(ask);
      return leave;
    };
    const onMove = () => (address = location.href);
    const onClose = (event: BeforeUnloadEvent) => event.preventDefault();

    onMove();
    holding.add(ask);
    window.addEventListener("replaceState", onMove);
    window.addEventListener("beforeunload", onClose);
    return () => {
      holding.delete(ask);
      window.removeEventListener("replaceState", onMove);
      window.removeEventListener("beforeunload", onClose);
    };
  }, [any, confirm]);
}
