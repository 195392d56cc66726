import { lazy, type ComponentType } from "react";

/** Each page is loaded when it is first opened. */
function page<Name extends string>(
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
) {
  return lazy(() => load().then((module) => ({ default: module[name] })));
}

/** The addresses below /admin, and what stands there. */
export const routes: [path: string, Component: ComponentType][] = [
  ["/", page(() => import("../pages/overview/overview"), "Overview")],
  ["/contacts", page(() => import("../pages/contacts/contacts"), "Contacts")],
  [
    "/contacts/:id",
    page(() => import("../pages/contacts/contact"), "ContactPage"),
  ],
  ["/create", page(() => import("../pages/create/create"), "Create")],
  ["/invite", page(() => import("../pages/invite/invite-one"), "InviteOne")],
  ["/groups", page(() => import("../pages/groups/groups"), "Groups")],
  ["/groups/:id", page(() => import("../pages/groups/group"), "GroupPage")],
  [
    "/households",
    page(() => import("../pages/households/households"), "Households"),
  ],
  [
    "/households/suggestions",
    page(() => import("../pages/households/suggestions"), "Suggestions"),
  ],
  [
    "/households/:id",
    page(() => import("../pages/households/household"), "HouseholdPage"),
  ],
  ["/passes", page(() => import("../pages/passes/passes"), "Passes")],
  ["/passes/:id", page(() => import("../pages/passes/run"), "PassRunPage")],
  ["/billing", page(() => import("../pages/billing/billing"), "Billing")],
  ["/sending", page(() => import("../pages/sending/sending"), "Sending")],
  [
    "/sending/lanes/:id",
    page(() => import("../pages/sending/lane"), "LanePage"),
  ],
  [
    "/sending/batches/:id",
    page(() => import("../pages/sending/batch"), "BatchPage"),
  ],
  [
    "/settings/:section?",
    page(() => import("../pages/settings/settings"), "Settings"),
  ],
];
