import { createContext, useContext } from "react";
import type {
  ContactStatus,
  Permission,
  Stage,
  ViewerQuery,
} from "../gql/graphql";

type SignedIn = NonNullable<ViewerQuery["viewer"]>;

/** A member of staff: a viewer with an organization. */
export type Staff = SignedIn & {
  organization: NonNullable<SignedIn["organization"]>;
};

/** Whether the viewer is staff; support and clients have no place in this app. */
export function isStaff(viewer: SignedIn): viewer is Staff {
  return viewer.organization !== null && viewer.membership.role !== "CLIENT";
}

export const ViewerContext = createContext<Staff | null>(null);

/** Who is signed in, and their organization. */
export function useViewer(): Staff {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error("useViewer outside ViewerContext");
  return viewer;
}

/** Tells what the viewer may do. Screens ask, and never guess from the role. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useViewer();
  return (permission) => permissions.includes(permission);
}

/** Whether the organization is one of households: a community, or billed as one. */
export function useLivesTogether(): boolean {
  const { preset, policy } = useViewer().organization;
  return (
    preset === "COMMUNITY" || policy.billingUnit === "REGISTERED_HOUSEHOLD"
  );
}

/** The organization's own words. */
export function useWords() {
  const { policy } = useViewer().organization;
  return {
    stage: (stage: Stage) =>
      policy.stageLabels.find((l) => l.stage === stage)?.label ?? stage,
    status: (status: ContactStatus) =>
      policy.statusLabels.find((l) => l.status === status)?.label ?? status,
  };
}

/** The time zone of a location of the organization. */
export function useZone(location?: string): string {
  const { locations } = useViewer().organization;
  const found = locations.find((l) => l.id === location) ?? locations[0];
  return found?.timeZone ?? "UTC";
}
